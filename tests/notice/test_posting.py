"""`jinlin notice post`, `edit`, `withdraw`, `list`, `show` and `print`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from harness import Jinlin, seeded

PUBLIC = (
    "--type", "公示", "--text", "更换3号楼电梯。", "--basis", "业主共同决定", "--place", "3号楼大厅",
    "--contact", "支部值班 0591-87654321",
)  # fmt: skip
NOTIFICATION = ("--type", "通知", "--text", "明天停水。", "--for", "全体居民", "--place", "大厅")


@seeded
def posted(jinlin: Jinlin) -> Jinlin:
    """N1 is a public notice of 5 November for seven days, N2 a notification."""
    jinlin("notice", "post", "车棚规则", *PUBLIC)
    jinlin("notice", "post", "停水", *NOTIFICATION)
    return jinlin


def notice(jinlin: Jinlin, number: str) -> dict[str, object]:
    data: dict[str, object] = jinlin("notice", "show", number, "--json").data
    return data


def test_a_public_notice_hangs_seven_days_when_nobody_says_so(jinlin: Jinlin) -> None:
    got = jinlin("notice", "post", "车棚规则", *PUBLIC, "--json")
    assert got.data["number"] == "N1"
    assert got.data["title"] == "关于车棚规则的公示"
    assert (got.data["posted_on"], got.data["ends_on"]) == ("2026-11-05", "2026-11-12")
    assert (got.data["period_days"], got.data["period_source"]) == (7, "惯例")


def test_the_source_of_a_period_is_told(jinlin: Jinlin) -> None:
    got = jinlin("notice", "post", "3号楼电梯更换方案", *PUBLIC, "--matter", "电梯方案",
                 "--signer", "业主代表")  # fmt: skip
    assert (
        "至2026-11-20，15个自然日（依据：《济南市加装电梯规定》第十一条；福建期限未查到，问街道）"
        in got.err
    )
    assert "街道答复为准" in got.err
    assert "居委会见证" in got.err


@pytest.mark.parametrize(
    ("days", "last"), [("10", "2026-11-16"), ("5个工作日", "2026-11-12"), ("3天", "2026-11-09")]
)
def test_a_period_may_be_said(jinlin: Jinlin, days: str, last: str) -> None:
    got = jinlin("notice", "post", "车棚规则", *PUBLIC, "--days", days, "--json")
    assert got.data["ends_on"] == last


def test_holidays_move_the_last_day(jinlin: Jinlin) -> None:
    jinlin("notice", "post", "车棚规则", *PUBLIC, "--date", "2026-09-24")
    # Seven days later is the National Day, and nobody works up to the 7th.
    assert notice(jinlin, "N1")["ends_on"] == "2026-10-08"


def test_holidays_that_are_not_known_are_told(jinlin: Jinlin) -> None:
    jinlin.now = datetime(2026, 12, 28, 4, tzinfo=UTC)
    assert "2027年的放假安排" in jinlin("notice", "post", "车棚规则", *PUBLIC).err


def test_the_branch_signs_what_is_nobody_elses(posted: Jinlin) -> None:
    assert notice(posted, "N1")["signer"] == "中共金山街道梅苑社区梅苑小区支部委员会"


def test_the_branch_does_not_sign_an_elevator_scheme(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    words = ("notice", "post", "电梯方案", *PUBLIC, "--matter", "电梯方案")
    assert "--落款" in jinlin(*words, code=2).err
    refused = jinlin(*words, "--signer", "梅苑小区党支部", code=1)
    assert "不能由梅苑小区党支部落款" in refused.err
    assert "业主代表或实施主体或业委会" in refused.err


@pytest.mark.parametrize(
    ("left_out", "named"),
    [
        ("--basis", "--依据"),
        ("--contact", "--联系方式"),
        ("--place", "--地点"),
        ("--text", "--正文"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(
    jinlin: Jinlin, unchanged: Callable[[], None], left_out: str, named: str
) -> None:
    place = PUBLIC.index(left_out)
    words = (*PUBLIC[:place], *PUBLIC[place + 2 :])
    assert named in jinlin("notice", "post", "车棚规则", *words, code=2).err


def test_bad_words_are_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    for words, code in (
        (("--type", "海报"), 3), (("--days", "一周"), 2), (("--date", "2026-11-06"), 2),
        (("--matter", "没有这事"), 3), (("--about", "X9"), 3), (("--file", "没有.txt"), 2),
        (("--of", "10"), 2), (("--from", "天上"), 3), (("--from", "elevator"), 3),
    ):  # fmt: skip
        jinlin("notice", "post", "车棚规则", *PUBLIC, *words, code=code)
        unchanged()


def test_what_is_missing_is_asked_on_a_terminal(jinlin: Jinlin) -> None:
    typed = "公示\n车棚规则\n更换电梯。\n\n业主共同决定\n\n3号楼大厅\n支部0591-87654321\ny\n"
    got = jinlin("notice", "post", typed=typed)
    assert "N1 关于车棚规则的公示" in got.out
    assert notice(jinlin, "N1")["contact"] == "支部0591-87654321"


def test_what_hung_last_is_offered_again(posted: Jinlin) -> None:
    posted("notice", "post", "垃圾分类", "--type", "公示", "--text", "新规则。", "--basis", "讨论")
    assert notice(posted, "N3")["places"] == "大厅"
    assert notice(posted, "N3")["contact"] == "支部值班 0591-87654321"


def test_a_text_comes_from_a_file_or_a_pipe(jinlin: Jinlin) -> None:
    (jinlin.folder / "正文.txt").write_bytes("第一段\r\n第二段".encode("gb18030"))
    words = ("notice", "post", "停水的通知", "--for", "全体", "--place", "大厅", "--file")
    jinlin(*words, "正文.txt")
    assert notice(jinlin, "N1")["body"] == "第一段\n第二段"
    assert notice(jinlin, "N1")["title"] == "停水的通知"
    (jinlin.folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x81")
    jinlin(*words, "图.txt", code=5)
    jinlin(*words, "没有.txt", code=5)


def test_a_draft_is_no_notice_until_it_is_posted(jinlin: Jinlin) -> None:
    jinlin("notice", "post", "车棚规则", "--type", "公示", "--text", "草稿。", "--draft")
    assert notice(jinlin, "N1")["status"] == "draft"
    assert "依据（--依据）" in jinlin("notice", "post", "N1", code=2).err
    jinlin("notice", "edit", "N1", "--basis", "讨论", "--contact", "支部", "--place", "大厅")
    jinlin("notice", "post", "N1", "--date", "2026-11-04")
    assert notice(jinlin, "N1")["ends_on"] == "2026-11-11"
    jinlin("notice", "post", "N1", code=1)
    jinlin("notice", "post", "N1", "--text", "另一份", code=2)


def test_a_correction_needs_a_reason_and_is_told_on_the_page(posted: Jinlin) -> None:
    posted("notice", "edit", "N1", "--text", "更换2号楼电梯。", code=2)
    posted("notice", "edit", "N1", "--text", "更换3号楼电梯。", "--reason", "x", code=1)
    posted("notice", "edit", "N1", "--text", "更换2号楼电梯。", "--reason", "楼号写错")
    page = posted("notice", "print", "N1").out
    assert "更换2号楼电梯" in page
    assert "2026年11月5日更正：楼号写错" in page
    assert (
        posted("notice", "show", "N1", "--json").data["corrections"][0]["fields"][0]["field"]
        == "body"
    )


def test_what_it_is_about_may_be_put_right(posted: Jinlin) -> None:
    posted("meeting", "add", "周五议事", "--type", "周五议事日", "--time", "2026-11-06 19:30")
    posted("notice", "edit", "N1", "--about", "m1", "--reason", "漏写")
    assert notice(posted, "N1")["about"] == "meeting/M1"
    posted("notice", "edit", "N1", "--matter", "电梯方案", "--reason", "漏写", code=1)
    posted("notice", "edit", "N1", "--matter", "候选企业", "--reason", "漏写")
    assert notice(posted, "N1")["matter"] == "candidates"


def test_a_longer_period_moves_the_last_day(posted: Jinlin) -> None:
    posted("notice", "edit", "N1", "--days", "15", "--reason", "街道要求")
    assert notice(posted, "N1")["ends_on"] == "2026-11-20"


def test_what_is_over_is_not_changed(posted: Jinlin) -> None:
    posted.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    posted("notice", "edit", "N1", "--text", "别的", "--reason", "x", code=1)


def test_a_withdrawal_says_why_and_is_told_on_the_page(posted: Jinlin) -> None:
    posted("notice", "withdraw", "N1", code=2)
    posted("notice", "withdraw", "N1", "方案重算")
    posted("notice", "withdraw", "N1", "再来", code=1)
    assert notice(posted, "N1")["status"] == "withdrawn"
    assert "已于2026年11月5日撤回" in posted("notice", "print", "N1").out


def test_filters(posted: Jinlin) -> None:
    def numbers(*words: str) -> list[str]:
        return [row["number"] for row in posted("notice", "list", *words, "--json").data]

    assert numbers() == ["N2", "N1"]
    assert numbers("--type", "公示") == numbers("--text", "车棚") == ["N1"]
    assert numbers("--type", "公示，通知") == ["N2", "N1"]
    assert numbers("--status", "draft") == numbers("--from", "2026-11-06") == []
    assert numbers("--status", "张贴中", "--to", "2026-11-05") == ["N2", "N1"]
    posted("notice", "list", "--status", "飞走", code=3)
    posted("notice", "show", "N9", code=3)


def test_a_page_has_everything_a_public_notice_must_show(posted: Jinlin) -> None:
    page = posted("notice", "print", "N1").out
    parts = [
        "关于车棚规则的公示", "业主共同决定，现将车棚规则公示如下：", "一、公示内容", "更换3号楼电梯。",
        "二、公示期和张贴地点", "公示期7日", "自2026年11月6日起至11月12日止", "张贴地点：3号楼大厅",
        "三、异议的提出和处理", "书面形式实名", "3个工作日内答复", "0591-87654321",
        "中共金山街道梅苑社区梅苑小区支部委员会", "2026年11月5日",
    ]  # fmt: skip
    at = [page.replace("\n", "").find(part) for part in parts[:-1]]
    assert -1 not in at
    assert at[:-1] == sorted(at[:-1])


def test_a_notification_is_a_letter_without_places_and_objections(posted: Jinlin) -> None:
    page = posted("notice", "print", "N2").out
    assert "全体居民：" in page
    assert "咨询方式：" in page
    assert page.index("明天停水。") < page.index("特此通知。")
    assert "大厅" not in page
    assert "异议" not in page


def test_the_page_is_written_for_word_and_read_again(posted: Jinlin) -> None:
    posted(
        "notice",
        "edit",
        "N1",
        "--text",
        "各层标准：\n楼层\t每户（元）\n2\t100.00",
        "--reason",
        "补表",
    )
    posted("notice", "print", "N1", "-o", "公示.docx")
    document = docx.Document(str(posted.folder / "公示.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "关于车棚规则的公示" in text
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["2", "100.00"]
    for name in ("公示.html", "公示.md", "公示.txt"):
        posted("notice", "print", "N1", "-o", name)
        assert "车棚规则" in (posted.folder / name).read_text("utf-8-sig")
    posted("notice", "print", "N1", "-o", "公示.docx", code=5)


def test_names_phones_and_doors_are_hidden_and_it_is_told(posted: Jinlin) -> None:
    got = posted("notice", "edit", "N1", "--text", "林秀英（13805911234）住3-1-502，共300户，每户5000元。",
                 "--reason", "补充")  # fmt: skip
    assert got.code == 0
    page = posted("notice", "print", "N1").out.replace("\n", "")
    assert "某居民（***）住3-1-***，共300户，每户5000元。" in page


def test_whoever_agreed_may_be_named(posted: Jinlin) -> None:
    words = ("--type", "公开", "--text", "红管家：林秀英", "--name", "林秀英")
    assert "已隐去" not in posted("notice", "post", "红管家名单", *words).err
    assert "红管家：林秀英" in posted("notice", "print", "N3").out


def test_a_number_of_the_law_is_no_door(posted: Jinlin) -> None:
    posted("notice", "edit", "N1", "--basis", "民法典第278条；GB/T 9704", "--reason", "补充")
    assert "民法典第278条；GB/T 9704" in posted("notice", "print", "N1").out


def test_each_write_is_undone_as_one(posted: Jinlin) -> None:
    before = posted.dump()
    for words in (
        ("post", "第三份", *NOTIFICATION),
        ("edit", "N1", "--text", "改", "--reason", "错"),
        ("withdraw", "N1", "重算"),
        ("proof", "N1", "--down"),
        ("object", "N1", "不行", "--by", "王小明"),
        ("ask", "何时开"),
    ):
        posted("notice", *words)
        assert posted.dump() != before
        posted("undo", "--yes")
        assert posted.dump() == before


def test_a_rehearsal_writes_nothing(posted: Jinlin, tmp_path: Path) -> None:
    before = posted.db.read_bytes()
    posted("notice", "post", "第三份", *NOTIFICATION, "--dry-run")
    posted("notice", "withdraw", "N1", "重算", "--dry-run")
    posted("notice", "site", "网站", "--dry-run")
    assert posted.db.read_bytes() == before
    assert not (tmp_path / "网站").exists()


def test_the_lists_come_with_their_sources(jinlin: Jinlin) -> None:
    matters = jinlin("notice", "matters", "--json").data
    assert len(matters) == 21
    assert all(matter["basis"] and matter["mark"] for matter in matters)


def test_the_list_of_small_powers_is_the_branchs_own(jinlin: Jinlin) -> None:
    """The street's list is taken in beside the lines that were there, and what spends heeds it."""
    shipped = jinlin("notice", "powers", "--json").data
    assert len(shipped) == 11
    assert all(line["decides"] and line["source"] for line in shipped)
    street = ["序号,权力事项,责任主体,权力运行流程,公开时限,政策依据"]
    street += [
        f"{n},第{n}类事项,业委会,提出、讨论、公示,每季,街道清单第{n}项" for n in range(1, 382)
    ]
    (jinlin.folder / "清单.csv").write_text("\n".join(street), "utf-8")
    jinlin("notice", "powers", "import", "清单.csv", "--yes")
    jinlin("notice", "powers", "edit", "第381类事项", "--steps", "两人经办")
    jinlin("notice", "powers", "remove", "志愿积分兑换")
    lines = jinlin("notice", "powers", "--limit", "all", "--json").data
    assert len(lines) == 11 + 381 - 1
    assert (lines[-1]["steps"], lines[-1]["when"]) == ("两人经办", "每季")
    spend = (
        "branch", "fund", "spend", "--purse", "启动经费", "--amount", "10", "--to", "某商店",
        "--for", "纸", "--by", "何丽娟", "--approved-by", "林秀英",
    )  # fmt: skip
    jinlin("branch", "fund", "income", "--purse", "启动经费", "--amount", "100", "--from", "街道",
           "--for", "启动")  # fmt: skip
    assert "须两人经办" in jinlin(*spend).err
    jinlin("notice", "powers", "edit", "启动经费", "--steps", "书记审批")
    assert "须两人经办" not in jinlin(*spend, "--yes").err
    jinlin("notice", "post", "--from", "权力清单", "--of", "启动经费", "--place", "大厅")
    body = str(notice(jinlin, "N1")["body"])
    assert "书记审批" in body
    assert "党费" not in body
    jinlin("notice", "powers", "add", "启动经费、工作经费支出", "--decides", "支委会", code=1)


def test_several_small_powers_are_taken_out_in_one_step(jinlin: Jinlin) -> None:
    """The shipped lines go when the street's list has come: by name or by their basis."""
    jinlin("notice", "powers", "remove", "党费使用", "场所借用", "--yes")
    assert len(jinlin("notice", "powers", "--json").data) == 9
    jinlin("notice", "powers", "add", "广告位出租", "--decides", "业主", "--source", "街道清单")
    before = jinlin.db.read_bytes()
    assert (
        "启动经费、工作经费支出"
        in jinlin("notice", "powers", "remove", "--source", "惯例", code=2).err
    )
    jinlin("notice", "powers", "remove", "--source", "没有的依据", "--yes", code=3)
    jinlin("notice", "powers", "remove", code=2)
    assert jinlin.db.read_bytes() == before
    jinlin("notice", "powers", "remove", "--source", "惯例", "--yes")
    assert [one["matter"] for one in jinlin("notice", "powers", "--json").data] == ["广告位出租"]
    jinlin("undo")
    assert len(jinlin("notice", "powers", "--json").data) == 10


def test_a_posted_list_of_small_powers_that_has_changed_is_due_again(jinlin: Jinlin) -> None:
    def due() -> list[dict[str, object]]:
        every = jinlin("notice", "due", "--json").data
        return [one for one in every if one["number"] in ("N1", "N2")]

    jinlin("notice", "powers", "edit", "党费使用", "--steps", "支委会提出")
    assert due() == []
    jinlin("notice", "post", "--from", "权力清单", "--place", "大厅")
    assert notice(jinlin, "N1")["title"] == "小微权力清单公开"
    assert due() == []
    jinlin("notice", "powers", "edit", "党费使用", "--steps", "按规定")
    jinlin("notice", "powers", "remove", "志愿积分兑换")
    jinlin("notice", "powers", "add", "钥匙保管", "--decides", "支部")
    [duty] = due()
    assert duty["what"] == "小微权力清单张贴后有改动：新增1项、修改1项、取消1项"
    assert (duty["due_on"], duty["next"]) == ("2026-11-12", "jinlin 公示 张贴 --取自 权力清单")
    jinlin("notice", "post", "--from", "权力清单", "--of", "钥匙", "--place", "大厅")
    assert notice(jinlin, "N2")["title"] == "小微权力清单（钥匙）公开"
    assert [one["number"] for one in due()] == ["N1"]
    jinlin("notice", "powers", "edit", "钥匙保管", "--steps", "两人保管")
    assert due()[1]["next"] == "jinlin 公示 张贴 --取自 权力清单 --哪个 钥匙"
    jinlin("notice", "post", "--from", "权力清单", "--place", "大厅")
    assert [one["number"] for one in due()] == ["N2"]


def test_the_log_names_nobody(posted: Jinlin) -> None:
    posted("notice", "object", "N1", "不行", "--by", "王小明")
    posted("notice", "ask", "何时开", "--by", "王小明")
    assert "王小明" not in posted("log", "--md").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_database_says_what_to_type(jinlin: Jinlin, lang: str) -> None:
    for verb in ("list", "questions"):
        assert (
            f"jinlin {'公示' if lang == 'zh' else 'notice'}"
            in jinlin("notice", verb, lang=lang).out
        )


def test_what_it_is_about_must_be_there(posted: Jinlin) -> None:
    before = posted.db.read_bytes()
    for number in (
        "M99",
        "F99",
        "X9",
        "E9",
        "M1-V1",
        "M1-1",
        "Y3",
        "Q9",
        "N99",
        "2026-99",
        "X1-R1",
    ):
        for words in (
            ("ask", "何时？", "--by", "王小明"),
            ("edit", "N1", "--reason", "补"),
            ("list",),
        ):
            said = posted("notice", *words, "--about", number, code=3).err
            assert "没有" in said
            assert "jinlin" in said
    assert posted.db.read_bytes() == before


def test_records_of_every_room_may_be_what_it_is_about(posted: Jinlin) -> None:
    posted("building", "add", "3", "--floors", 7)
    posted("household", "add", "3-1-201")
    posted("elevator", "add", "3-1", "--kind", "更换", "--responsible", "王建国")
    posted("member", "report-in", "张伟", "--employer", "市财政局")
    posted("member", "opinion", "add", "张伟", "--from", "市财政局", "--cause", "评优")
    for number in ("X1", "Y1", "N1"):
        posted("notice", "ask", f"{number}怎么样？", "--by", "王小明", "--about", number)
    posted("notice", "ask", "答复了吗？", "--by", "王小明", "--about", "Q1")
    rows = posted("notice", "questions", "--json").data
    assert sorted(row["about"] for row in rows) == ["N1", "Q1", "X1", "Y1"]


def test_a_change_that_says_nothing_or_leaves_nothing_is_refused(
    posted: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words in ((), ("--title", ""), ("--text", " "), ("--signer", ""), ("--days", "0")):
        posted("notice", "edit", "N1", *words, "--reason", "写错", code=2)
        unchanged()


def test_a_text_is_given_once_from_a_file_that_holds_one(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    (jinlin.folder / "空.txt").write_text(" \n", "utf-8")
    (jinlin.folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x81")
    for words, code in (
        (("--text", "停水。", "--file", "空.txt"), 2),
        (("--file", "空.txt"), 2),
        (("--file", "图.txt"), 5),
        (("--file", "没有.txt"), 5),
    ):
        jinlin("notice", "post", "停水的通知", "--for", "全体", *words, code=code)
        unchanged()


def test_a_state_and_a_type_are_read_as_people_say_them_and_else_listed(posted: Jinlin) -> None:
    for said in ("running", "张贴中", "on the board"):
        assert posted("notice", "list", "--status", said, "--json").data != []
    assert posted("notice", "list", "--status", "草稿、已撤回", "--json").data == []
    hint = posted("notice", "list", "--status", "丢了", code=3).err
    assert "草稿、张贴中、已结束、已撤回" in hint
    assert "公示、公告、公开、通知" in posted("notice", "list", "--type", "海报", code=3).err
