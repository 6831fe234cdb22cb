"""Who acts in a post, and bodies, keep their names on notices; residents do not."""

from __future__ import annotations

from harness import Jinlin, seeded

COUNCIL = ("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--item", "灯")


@seeded
def posts(jinlin: Jinlin) -> Jinlin:
    """何大山 chairs the owners' committee, 陈建国 is deputy secretary, 王芳 and 李雷 are stewards."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("building", "add", "13", "--floors", "6")
    jinlin("household", "add", "3-1-502", "--owner", "赵小梅")
    for name, *words in (
        ("何大山", "--post", "业委会主任"),
        ("陈建国", "--post", "副书记"),
        ("王芳",),
        ("李雷",),
        ("周楼长", "--post", "13号楼楼长"),
    ):
        jinlin("member", "add", name, "--party-state", "full", *words)
    jinlin(*COUNCIL)
    for text, owner in (
        ("换灯", "何大山"),
        ("看灯", "陈建国"),
        ("擦灯", "赵小梅"),
        ("买灯", "业委会"),
    ):
        jinlin("meeting", "resolve", "M1", text, "--item", "1", "--owner", owner)
    jinlin("team", "add", "红管家服务队", "--kind", "红管家")
    jinlin("team", "join", "红管家服务队", "王芳", "--skill", "维修员")
    jinlin("team", "join", "红管家服务队", "李雷", "--skill", "信息咨询员")
    jinlin("team", "cover", "王芳", "--building", "3")
    jinlin("team", "cover", "王芳", "--building", "13", "--substitute")
    return jinlin


def test_posts_and_bodies_that_carry_out_are_named_on_the_notice(posts: Jinlin) -> None:
    told = posts("notice", "post", "--from", "决议", "--place", "大厅").err
    assert "责任人：何大山" in told
    page = posts("notice", "print", "N1").out
    for owner in ("何大山", "陈建国", "业委会"):
        assert f"：{owner}" in page
    assert "赵小梅" not in page
    posts("notice", "site", "网站")
    assert "责任人：何大山" in (posts.folder / "网站" / "notice-1.html").read_text("utf-8")


def test_who_carried_out_stays_named_when_the_post_ends_and_teams_are_bodies(posts: Jinlin) -> None:
    posts("team", "add", "绿化队", "--kind", "志愿者")
    posts("issue", "add", "树倒了", "--category", "绿化与虫害", "--reporter", "绿化队")
    posts("meeting", "resolve", "M1", "扶树", "--owner", "绿化队")
    posts("notice", "post", "--from", "决议", "--place", "大厅")
    posts("member", "post", "end", "何大山", "业委会主任", "--date", "2026-11-05")
    page = posts("notice", "print", "N1").out
    assert "责任人：何大山" in page
    assert "责任单位：绿化队" in page


def test_a_typed_notice_names_them_too_but_not_at_home(posts: Jinlin) -> None:
    posts("notice", "post", "换灯", "--type", "公告", "--basis", "会议", "--place", "大厅",
          "--text", "联系人：副书记陈建国。何大山家漏水，赵小梅知道。")  # fmt: skip
    page = posts("notice", "print", "N1").out
    assert "联系人：副书记陈建国。某居民家漏水，某居民知道。" in page


def test_the_roster_is_drawn_from_teams_and_posts(posts: Jinlin) -> None:
    told = posts("notice", "post", "--from", "红管家", "--place", "大厅").err
    assert "须本人书面同意" in told
    assert "已隐去" not in told
    page = posts("notice", "print", "N1", "--md").out
    assert "| 3号楼 | 王芳 | 维修员 |" in page
    assert "| 13号楼 | 王芳 | 维修员（替补） |" in page
    assert "其他红管家：李雷（信息咨询员）" in page
    assert "楼栋长：周楼长（13号楼楼长）" in page
    data = posts("notice", "print", "N1", "--json").data
    assert data["matter"] == "steward_roster"


def test_the_roster_of_one_building_holds_no_other(posts: Jinlin) -> None:
    posts("notice", "post", "--from", "红管家", "--of", "3", "--place", "大厅")
    page = posts("notice", "print", "N1").out
    assert "王芳" in page
    assert "周楼长" not in page
    assert "李雷" not in page


def test_the_list_of_duties_says_how_the_roster_is_drawn(posts: Jinlin) -> None:
    [duty] = [d for d in posts("notice", "due", "--json").data if "楼长名单" in d["what"]]
    assert duty["next"] == "jinlin 公示 张贴 --取自 红管家"


def test_without_anybody_there_is_no_roster(jinlin: Jinlin) -> None:
    assert "服务队 入队" in jinlin("notice", "post", "--from", "红管家", code=1).err


def test_an_inner_number_on_a_notice_is_pointed_out(jinlin: Jinlin) -> None:
    line = (
        "notice",
        "post",
        "成立监督小组",
        "--type",
        "公告",
        "--place",
        "大厅",
        "--text",
        "已成立。",
    )
    assert "上面写了M1-1" in jinlin(*line, "--basis", "M1-1").err
    assert "上面写了" not in jinlin(*line, "--basis", "10月支委会决定，2026-0007").err
