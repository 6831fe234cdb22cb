"""Every way out of the house, and what never takes one: what private and secret issues say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
import pytest
from harness import Jinlin, seeded, without_checksums
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.core.numerals import chinese_numeral
from jinlin.core.people.folding import fold
from jinlin.issue.privacy.publicity import (
    SHORTEST_TITLE,
    Disclosure,
    KeptBack,
    Withheld,
    all_counted,
    strictest,
)

TELLING: Final = (
    "余志远", "泼粪", "赔礼", "牛大力", "偷电", "毛秀秀", "锁在屋里", "黄大山",
)  # fmt: skip
"""Words and people that stand in private and secret issues and what was decided on them."""


@seeded
def council(jinlin: Jinlin) -> Jinlin:
    """M1 decided on a private, a marked and a secret issue and on an open one; M2 is to come.

    1 is private by its category, 2 by itself, 3 turned out to be secret, 4 is open.
    """
    for title, *words in (
        ("余志远与202打架泼粪", "--category", "其他邻里矛盾", "--reporter", "黄大山"),
        ("牛大力在地下室偷电", "--category", "公共照明", "--private"),
        ("毛秀秀被锁在屋里", "--category", "公共照明"),
        ("2号楼路灯不亮", "--category", "公共照明"),
    ):
        jinlin("issue", "add", title, "--date", "2026-10-01", *words)
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30")
    for item, *words in (
        ("泼粪一事的调解", "--note", "余志远不肯来"),
        ("地下室用电", "--view", "牛大力要补交电费"),
        ("301反映的情况", "--view", "毛秀秀要有人看望"),
        ("路灯", "--view", "要快修"),
        ("余志远与202打架泼粪的后续",),
    ):
        jinlin("meeting", "item", "M1", item, *words)
    for text, *words in (
        ("余志远向202赔礼", "--item", "1", "--issue", "1", "--owner", "老钱"),
        ("牛大力补交偷电电费", "--item", "2", "--issue", "2"),
        ("派人看望毛秀秀", "--item", "3", "--issue", "3"),
        ("十日内换路灯", "--item", "4", "--issue", "4", "--owner", "物业"),
    ):
        jinlin("meeting", "resolve", "M1", text, "--due", "2026-11-20", *words)
    jinlin("meeting", "action", "M1", "找余志远谈泼粪的事", "--item", "5", "--issue", "1", "--due",
           "2026-11-20")  # fmt: skip
    jinlin("meeting", "action", "M1", "催偷电电费", "--resolution", "M1-2", "--due", "2026-11-20")
    jinlin("issue", "edit", "3", "--category", "人身侵害线索")
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-28 19:30")
    jinlin("meeting", "item", "M2", "泼粪一事回头看", "--issue", "1")
    jinlin("meeting", "item", "M2", "充电桩")
    return jinlin


def flat(text: str) -> str:
    return re.sub(r"\s|\\", "", without_checksums(text)).replace("2026", "")


def read(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_bytes().decode("utf-8-sig").replace("\r\n ", "")
    document = docx.Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def posted(jinlin: Jinlin, *words: str) -> str:
    outcome = jinlin("notice", "post", *words, "--place", "大厅", "--json")
    return jinlin("notice", "print", outcome.data["number"], "--md").out


def later(jinlin: Jinlin) -> Jinlin:
    """Return it three weeks on: what M1 gave out is overdue, and the next council is built."""
    jinlin.now = jinlin.now.replace(day=26)
    return jinlin


def site(jinlin: Jinlin) -> str:
    posted(jinlin, "--from", "决议", "--of", "M1")
    jinlin("notice", "site", "网站")
    return "\n".join(p.read_text("utf-8") for p in sorted((jinlin.folder / "网站").iterdir()))


def calendar_file(jinlin: Jinlin, *words: str) -> str:
    jinlin("meeting", *words, "--ics", "会.ics", "--force")
    said = read(jinlin.folder / "会.ics")
    return re.sub(r"^UID:.*(?:\n[ \t].*)*", "", said, flags=re.MULTILINE)  # random hexadecimal


def service_requests(jinlin: Jinlin) -> str:
    jinlin("issue", "export", "--open311", "-o", "open311.json")
    return read(jinlin.folder / "open311.json")


def written(jinlin: Jinlin, *words: str) -> str:
    jinlin(*words, "-o", "纸.docx", "--force")
    return read(jinlin.folder / "纸.docx")


WAYS: Final[dict[str, Callable[[Jinlin], str]]] = {
    "agenda": lambda j: j("meeting", "agenda", "M2").out,
    "agenda of what is over": lambda j: j("meeting", "agenda", "M1").out,
    "agenda as a file": lambda j: written(j, "meeting", "agenda", "M2"),
    "agenda as data": lambda j: j("meeting", "agenda", "M1", "--json").out,
    "agenda built": lambda j: later(j)("meeting", "agenda", "M2", "--build").out,
    "agenda of the street's council": lambda j: later(j)("meeting", "agenda", "--build").out,
    "notification": lambda j: j("meeting", "notify", "M2").out,
    "notification as a page": lambda j: written(j, "meeting", "notify", "M1"),
    "calendar of a meeting": lambda j: calendar_file(j, "notify", "M2"),
    "calendar of all": lambda j: calendar_file(j, "calendar"),
    "calendar of what is to be done": lambda j: calendar_file(j, "calendar", "--deadlines"),
    "summary": lambda j: j("meeting", "summary", "M1").out,
    "summary as a file": lambda j: written(j, "meeting", "summary", "M1"),
    "publication": lambda j: j("meeting", "publish", "M1").out,
    "publication as data": lambda j: j("meeting", "publish", "M1", "--json").out,
    "public minutes": lambda j: j("meeting", "minutes", "M1", "--public").out,
    "notice of decisions": lambda j: posted(j, "--from", "决议", "--of", "M1"),
    "notice of issues": lambda j: posted(j, "--from", "事项", "--of", "11"),
    "typed notice": lambda j: posted(
        j, "关于邻里纠纷", "--type", "公告", "--text", "余志远与２０２打架泼粪，议定：余志远向202赔礼。",
        "--basis", "找余志远谈泼粪的事",
    ),
    "site": site,
    "service requests": service_requests,
    "board": lambda j: j("issue", "board", "--limit", "all").out,
    "public report": lambda j: j("report", "monthly", "11", "--public").out,
    "report to the community": lambda j: j("report", "monthly", "11").out,
    "report as data": lambda j: j("report", "monthly", "11", "--json").out,
    "weekly report": lambda j: j("report", "weekly").out,
    "quarterly report": lambda j: j("report", "quarterly", "4").out,
    "handover": lambda j: j("db", "handover").out,
    "what is to be posted": lambda j: j("notice", "due").out,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_nothing_private_or_secret_takes_it(council: Jinlin, way: str) -> None:
    text = flat(WAYS[way](council))
    assert text
    assert not [word for word in TELLING if word in text], text
    assert not re.search(r"(?<![\d:T])(?:202|301)(?!\d)", text), text


@pytest.mark.parametrize("about", ["2026-0001", "2026-0003", "M1-1"])
def test_no_notice_hangs_that_is_about_one(council: Jinlin, about: str) -> None:
    words = ("--type", "公告", "--text", "双方和好", "--basis", "调解", "--place", "大厅")
    refused = council("notice", "post", "调解结果", *words, "--about", about, code=1)
    assert "不公开" in refused.err or "不列名" in refused.err
    assert council.sql("SELECT count(*) FROM notice") == [(0,)]


def test_a_notice_comes_down_from_the_site_once_its_issue_is_private(council: Jinlin) -> None:
    council("notice", "post", "路灯修复", "--type", "公告", "--text", "十日内换灯", "--basis", "会议",
            "--place", "大厅", "--about", "2026-0004")  # fmt: skip
    council("issue", "edit", "4", "--private")
    council("notice", "print", "N1", code=1)
    told = council("notice", "site", "网站").err
    assert "N1 未列出：事项 2026-0004（公共照明）不公开" in told
    assert "路灯修复" not in (council.folder / "网站" / "notices.html").read_text("utf-8")


def test_what_was_posted_before_says_no_more_once_its_issue_is_private(council: Jinlin) -> None:
    council("meeting", "resolve", "M1", "把2号楼门口的路灯换好", "--issue", "4")
    council("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    assert "把2号楼门口的路灯换好" in council("notice", "print", "N1").out
    council("issue", "edit", "4", "--private")
    page = council("notice", "print", "N1").out
    assert "门口的路灯" not in page
    assert "公共照明1件（内容略）" in page


def test_no_question_about_one_is_on_the_site(council: Jinlin) -> None:
    council("notice", "ask", "怎么处理的", "--about", "2026-0001")
    council("notice", "ask", "灯几时换", "--about", "2026-0004")
    council("notice", "site", "网站")
    page = (council.folder / "网站" / "questions.html").read_text("utf-8")
    assert "灯几时换" in page
    assert "怎么处理的" not in page


@pytest.mark.parametrize("form", [(), ("--full",), ("--json",), ("--md",)])
def test_what_is_passed_up_is_told_by_its_kind_and_never_in_another_s_words(
    council: Jinlin, form: tuple[str, ...]
) -> None:
    for number in ("1", "2", "4"):
        council("issue", "escalate", number, "--to", "街道", "--request", "与余志远与202打架泼粪一并处理",
                "--stuck", "牛大力在地下室偷电")  # fmt: skip
    said = flat(council("report", "monthly", "11", *form).out)
    assert "邻里矛盾1件" in said
    assert "2号楼路灯不亮" in said
    assert not [word for word in TELLING if word in said]


def test_the_secretary_is_told_what_stays_in_the_house_and_why(council: Jinlin) -> None:
    for words in (("meeting", "publish", "M1"), ("meeting", "summary", "M1"),
                  ("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")):  # fmt: skip
        told = council(*words).err
        assert re.search(r"M1-1.* 不外传：事项 2026-0001（其他邻里矛盾）不公开", told), words
        assert re.search(r"M1-3.* 未列出：事项 2026-0003（人身侵害线索）属绝密", told), words
        assert "--公开标题" in told
    assert "M1-1、A1 不外传" in council("report", "monthly", "11").err
    assert council("report", "monthly", "11", "--public").err == ""
    assert "M2/1 不外传" in council("meeting", "notify", "M2").err
    assert "M2/1 不外传" in council("meeting", "agenda", "M2").err


def test_what_is_left_out_is_counted_under_its_category(council: Jinlin) -> None:
    for words, told in (("publish M1", "内容略"), ("summary M1", "内容略"),
                        ("notify M2", "会上说明"), ("agenda M2", "会上说明")):  # fmt: skip
        assert f"邻里矛盾1件（{told}）" in council("meeting", *words.split()).out, words
    page = council("meeting", "publish", "M1").out
    assert "十日内换路灯" in page
    assert "老钱" not in page


def test_a_public_title_is_what_stands_outside(council: Jinlin) -> None:
    council("issue", "edit", "1", "--public-title", "邻里纠纷调解")
    assert "邻里纠纷调解" in council("meeting", "publish", "M1").out
    assert "余志远" not in council("meeting", "publish", "M1").out


def test_where_all_that_was_decided_has_a_public_title_it_is_published(council: Jinlin) -> None:
    for number in ("M1-2", "M1-3", "M1-4"):
        council("meeting", "unresolve", number, "--reason", "重议")
    assert "--公开标题" in council("meeting", "publish", "M1", code=1).err
    council("issue", "edit", "1", "--public-title", "邻里纠纷调解")
    for words in (("publish", "M1"), ("minutes", "M1", "--public")):
        page = council("meeting", *words).out
        assert "邻里纠纷调解" in page
        assert "老钱" not in page
    assert "M1" in council("notice", "due").out
    for which in ("M1", "M1-1"):
        page = posted(council, "--from", "决议", "--of", which, "--yes")
        assert "邻里纠纷调解" in page
        assert not [word for word in TELLING if word in page]


def test_where_what_was_decided_is_secret_no_title_is_asked_for(council: Jinlin) -> None:
    for number in ("M1-1", "M1-2", "M1-4"):
        council("meeting", "unresolve", number, "--reason", "重议")
    council("issue", "edit", "1", "--public-title", "邻里纠纷调解")
    council("issue", "edit", "2", "--public-title", "用电")
    told = council("notice", "post", "--from", "决议", "--of", "M1-3", code=1).err
    assert "--公开标题" not in told


def test_where_everything_is_private_nothing_is_published_and_nothing_is_due(
    council: Jinlin,
) -> None:
    council("meeting", "unresolve", "M1-4", "--reason", "重议")
    assert "邻里矛盾1件" in council("meeting", "publish", "M1", code=1).err
    assert "邻里矛盾1件" in council("notice", "post", "--from", "决议", "--of", "M1", code=1).err
    assert "M1" not in council("notice", "due").out


def test_words_that_open_matters_share_are_withheld_from_none(council: Jinlin) -> None:
    council("issue", "add", "2号楼路灯不亮", "--category", "公共照明", "--private")
    council("meeting", "item", "M2", "2号楼路灯不亮", "--issue", "4")
    council("meeting", "resolve", "M1", "十日内换路灯", "--issue", "5")
    assert "2号楼路灯不亮" in council("meeting", "agenda", "M2").out
    assert "2号楼路灯不亮" in council("issue", "board").out
    council("notice", "site", "网站")
    assert "2号楼路灯不亮" in (council.folder / "网站" / "board.html").read_text("utf-8")
    assert "十日内换路灯" in posted(council, "--from", "决议", "--of", "M1")


def test_one_decision_that_is_private_is_drawn_into_no_notice(council: Jinlin) -> None:
    told = council(
        "notice", "post", "--from", "决议", "--of", "M1-1", "--place", "大厅", code=1
    ).err
    assert "M1-1 涉及不公开事项：邻里矛盾1件（内容略）" in told
    council("notice", "post", "--from", "决议", "--of", "M1-4", "--place", "大厅")
    assert "邻里矛盾" not in council("notice", "print", "N1").out


@given(st.text(max_size=20), st.text(min_size=SHORTEST_TITLE, max_size=12), st.text(max_size=20))
def test_what_is_withheld_stands_in_no_text(before: str, title: str, after: str) -> None:
    assume(len(fold(title).bare().text) >= SHORTEST_TITLE)
    kept = KeptBack("2026-0001", "其他邻里矛盾", Disclosure.COUNTED, None, title)
    found: list[KeptBack] = []
    text = Withheld([(title, kept)]).text(f"{before}{title}{after}", found)
    assert found
    assert text.count(title) <= text.count(kept.words)


@pytest.mark.parametrize("between", ["", " ", "\n", "，", "、", "\u200b", "　"])
def test_blanks_and_commas_do_not_let_it_out(between: str) -> None:
    kept = KeptBack("2026-0001", "其他邻里矛盾", Disclosure.COUNTED, None, "小王夫妻闹离婚，动手")
    words = Withheld([(kept.own, kept)])
    said = f"温馨提示：小王{between}夫妻闹离婚{between}动手，请理解"
    assert words.text(said) == f"温馨提示：{kept.words}，请理解"
    assert words.text("夫妻闹离婚") == "夫妻闹离婚"


def test_what_is_about_an_open_issue_lets_no_private_one_out(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮了", "--category", "公共照明")
    jinlin("issue", "add", "小王夫妻闹离婚动手", "--category", "其他邻里矛盾")
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30")
    jinlin("meeting", "item", "M1", "路灯", "--issue", "1")
    jinlin("meeting", "item", "M1", "劝一劝", "--issue", "2")
    jinlin("meeting", "attend", "M1", "林秀英")
    jinlin("meeting", "vote", "M1", "2", "--for", "1")
    about = ("notice", "post", "表决", "--type", "公告", "--text", "好", "--basis", "x",
             "--place", "大厅", "--contact", "x", "--signer", "支部")  # fmt: skip
    assert "邻里矛盾" in jinlin(*about, "--about", "M1-V1", code=1).err
    jinlin("meeting", "resolve", "M1", "路灯照修；小王夫妻 闹离婚动手由楼长盯着", "--item", "1")
    jinlin(
        "meeting", "resolve", "M1", "路灯下周修好", "--item", "1", "--basis", "小王夫妻闹离婚动手"
    )
    for words in (("meeting", "publish", "M1"), ("meeting", "summary", "M1"),
                  ("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅"),
                  ("notice", "print", "N1")):  # fmt: skip
        said = jinlin(*words)
        assert "离婚" not in flat(said.out + said.err), words


def test_several_of_a_category_are_counted_in_one_line() -> None:
    first = KeptBack("2026-0001", "其他邻里矛盾", Disclosure.COUNTED, None, "a")
    titled = KeptBack("2026-0002", "违章搭建", Disclosure.TITLED, "2号楼搭建停车棚", "b")
    secret = KeptBack("2026-0003", "人身侵害线索", Disclosure.NOTHING, None, "c")
    lines = all_counted([first, titled, secret, first._replace(number="2026-0004")])
    assert len(lines) == 2
    assert "2号楼搭建停车棚" in lines[0]
    assert "Disputes between neighbours" in lines[1]
    assert "2" in lines[1]
    assert "人身" not in secret.words
    assert strictest([first, titled, secret]) is secret
    assert strictest([]) is None


def test_the_branch_itself_reads_it_in_full(council: Jinlin) -> None:
    assert "泼粪" in council("meeting", "agenda", "M2", "--internal").out
    assert "泼粪" in council("meeting", "minutes", "M1").out
    assert "泼粪" in council("meeting", "show", "M1").out


def test_what_will_hang_is_shown_before_it_hangs(council: Jinlin) -> None:
    words = ("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    told = council(*words, "--dry-run").err
    assert "将上墙：2026年11月4日邻里议事会决定公开" in told
    assert "路灯：十日内换路灯" in told
    assert council.sql("SELECT count(*) FROM notice") == [(0,)]
    council("notice", "post", "换灯", "--type", "公告", "--text", "黄大山家门口的灯", "--basis", "x",
            "--place", "大厅", "--draft")  # fmt: skip
    assert "某居民家门口的灯" in council("notice", "post", "N1").err


def test_on_a_terminal_a_notice_with_something_hidden_is_asked_about(council: Jinlin) -> None:
    words = ("notice", "post", "换灯", "--type", "公告", "--text", "黄大山的灯", "--basis", "x",
             "--place", "大厅", "--signer", "某支部")  # fmt: skip
    council(*words, typed="n\n", code=None)
    assert council.sql("SELECT count(*) FROM notice") == [(0,)]
    council(*words, typed="y\n")
    assert council.sql("SELECT count(*) FROM notice") == [(1,)]


def test_the_summary_of_a_party_meeting_names_nobody_of_a_private_issue(council: Jinlin) -> None:
    council("meeting", "add", "--type", "支委会", "--time", "2026-11-04 20:30")
    council("meeting", "item", "M3", "调解", "--issue", "1")
    council("meeting", "resolve", "M3", "请黄大山劝202，王先生一起", "--item", "1")
    page = flat(council("meeting", "summary", "M3").out)
    assert "请某居民劝***，某居民一起" in page
    assert "黄大山劝202" in flat(council("meeting", "minutes", "M3").out)


def test_an_item_typed_for_an_issue_is_as_if_it_were_drawn_from_it(council: Jinlin) -> None:
    council("meeting", "item", "M2", "路灯再看", "--issue", "4")
    item = council("meeting", "agenda", "M2", "--json").data["items"][-1]
    assert (item["title"], item["reference"]) == ("路灯再看", "2026-0004")
    built = later(council)("meeting", "agenda", "M2", "--build", "--json").data["items"]
    assert [one["reference"] for one in built].count("2026-0004") == 1
    council("meeting", "item", "M2", "看望", "--issue", "3", code=1)
    council("meeting", "item", "M2", "看望", "--issue", "99", code=3)
    council("meeting", "item", "M2", "--item", "2", "--issue", "4")
    assert council("meeting", "agenda", "M2", "--json").data["items"][1]["reference"] == "2026-0004"


def test_what_is_told_is_told_in_english_too(council: Jinlin) -> None:
    outcome = council("meeting", "publish", "M1", lang="en")
    assert (
        "M1-1 stays in the house, since issue 2026-0001 (Other disputes between neighbours) is not public"
        in outcome.err
    )
    assert "Disputes between neighbours: 1 (details left out)" in outcome.out


def test_a_meeting_is_called_by_nothing_that_stays_in_the_house(council: Jinlin) -> None:
    council("meeting", "edit", "M2", "--title", "黄大山、202余志远与202打架泼粪调解会")
    for text in (
        council("meeting", "notify", "M2").out,
        council("meeting", "agenda", "M2").out,
        calendar_file(council, "calendar"),
        calendar_file(council, "notify", "M2"),
    ):
        assert not [word for word in TELLING if word in flat(text)]


@pytest.mark.parametrize(
    ("own", "given"),
    [
        ("物业侵占业主资产", "某物业侵占业主资产"),
        ("楼道堆物纠纷不休", "调解楼道堆物纠纷不休一事"),
        ("张家与吴家抢车位", "张家与吴家抢车位"),
    ],
)
def test_a_public_title_comes_out_alike_everywhere(jinlin: Jinlin, own: str, given: str) -> None:
    jinlin("issue", "add", own, "--category", "物业", "--private")
    jinlin("issue", "edit", "1", "--public-title", given)
    jinlin("notice", "post", "--from", "事项", "--of", "11", "--place", "大厅")
    jinlin("notice", "site", "网站")
    board = (jinlin.folder / "网站" / "board.html").read_text("utf-8")
    [title] = [row["title"] for row in jinlin("issue", "board", "--json").data]
    assert f">{title}<" in board
    assert f" {title} 2026.11.5 待受理" in " ".join(jinlin("notice", "print", "N1").out.split())
    assert "内容略" not in board


def test_what_stays_in_the_house_is_told_alike_whether_a_meeting_had_it_before_it_or_not(
    council: Jinlin,
) -> None:
    council("issue", "add", "孙大娘骂人不休", "--category", "邻里", "--private")
    page = posted(council, "关于邻里", "--type", "公告", "--text", "孙大娘骂人不休；派人看望毛秀秀",
                  "--basis", "余志远向202赔礼")  # fmt: skip
    assert "根据邻里矛盾1件（内容略）" in page
    assert "邻里矛盾1件（内容略）；派人看望" in page


def test_a_whole_group_is_counted_as_what_takes_the_rest_of_it(council: Jinlin) -> None:
    council("issue", "add", "孙大娘骂人不休", "--category", "邻里", "--private")
    council("meeting", "resolve", "M1", "劝她不再骂", "--issue", "5")
    assert "邻里矛盾2件（内容略）" in council("meeting", "publish", "M1").out


def test_the_notification_counts_its_items_as_the_agenda_does(council: Jinlin) -> None:
    council("meeting", "item", "M1", "经费", "--item", "4", "--internal")
    agenda = council("meeting", "agenda", "M1").out
    told = council("meeting", "notify", "M1").out
    items = re.findall(r"^([0-9]+)\. (.+)$", told, re.MULTILINE)
    assert [number for number, _title in items] == ["1", "2", "3"]
    for number, title in items:
        assert f"{chinese_numeral(int(number))}、{title}" in agenda
    assert "3. 邻里矛盾1件" in calendar_file(council, "notify", "M1").replace("\\,", ",")


@seeded
def committee(council: Jinlin) -> Jinlin:
    """M3 is the branch committee's, with a private issue, an open one and a matter of its own."""
    council("issue", "edit", "4", "--title", "202门口路灯不亮")
    council("meeting", "add", "--type", "支委会", "--time", "2026-11-28 20:30")
    council("meeting", "item", "M3", "余志远与202打架", "--issue", "1")
    council("meeting", "item", "M3", "202门口路灯不亮", "--issue", "4")
    council("meeting", "item", "M3", "学习第115号文件")
    return council


def test_it_is_said_where_private_matters_go_to_the_members_alone(committee: Jinlin) -> None:
    for words in (("notify", "M3"), ("notify", "M3", "--ics", "会.ics")):
        told = committee("meeting", *words, "--force")
        assert "M3/1 不外传" in told.err
        assert "打架" not in told.out
        assert "M3/2" not in told.err
    said = committee("meeting", "agenda", "M3").err
    assert "M3/1里有不公开事项，原文照列：只发给本会议的参会党员" in said
    assert "M3/2" not in said
    assert "不公开" not in committee("meeting", "agenda", "M3", "--internal").err


def test_a_summary_of_the_party_treats_all_issues_alike(committee: Jinlin) -> None:
    page = committee("meeting", "summary", "M3").out
    assert "202" not in page.replace("2026", "")
    assert "***门口路灯不亮" in page
    assert "第115号文件" in page


@pytest.fixture
def neighbours(jinlin: Jinlin) -> Jinlin:
    jinlin("member", "add", "余志远")
    jinlin("member", "add", "周敏")
    return jinlin


def test_no_surname_stands_on_what_is_posted_of_a_meeting(neighbours: Jinlin) -> None:
    neighbours("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30")
    neighbours("meeting", "item", "M1", "余志远与周敏的事怎么办")
    neighbours("meeting", "resolve", "M1", "请202与周敏家和解", "--item", "1")
    neighbours("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")
    neighbours("notice", "site", "站")
    pages = "".join(p.read_text("utf-8") for p in (neighbours.folder / "站").rglob("*.html"))
    for text in (
        flat(neighbours("meeting", "publish", "M1").out),
        flat(neighbours("notice", "print", "N1").out),
        flat(pages),
    ):
        assert "某居民与某居民的事怎么办" in text
        assert "请***与某居民家和解" in text
        assert not [said for said in ("余**", "周**", "余＊", "202与") if said in text]


def test_no_surname_stands_on_the_page_of_the_purses(neighbours: Jinlin) -> None:
    neighbours("branch", "fund", "income", "--purse", "启动经费", "--amount", "5万", "--from",
               "街道党工委", "--for", "余志远家门口灯", "--by", "书记")  # fmt: skip
    neighbours("notice", "post", "--from", "经费", "--of", "4季度", "--place", "大厅")
    page = neighbours("branch", "fund", "page", "--from", "2026-10-01", "--md").out
    for text in (flat(page), flat(neighbours("notice", "print", "N1", "--md").out)):
        assert "某居民家门口灯" in text
        assert "余" not in text.replace("余额", "").replace("结余", "").replace("剩余", "")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("202与周敏家漏水", "***与某居民家漏水"),
        ("202的余志远搬走", "***的某居民搬走"),
        ("202麻将扰民", "***麻将扰民"),
        ("202业主", "***业主"),
        ("楼上202", "楼上***"),
        ("202与502", "***与***"),
        ("周女士、陈大姐和小李", "某居民、某居民和某居民"),
    ],
)
def test_rooms_and_surnames_alone_hang_nowhere(neighbours: Jinlin, title: str, shown: str) -> None:
    neighbours("notice", "post", "换灯", "--type", "公告", "--text", title, "--basis", "x",
               "--place", "大厅")  # fmt: skip
    assert shown in flat(neighbours("notice", "print", "N1").out)


def test_what_is_hidden_of_questions_and_answers_is_said(neighbours: Jinlin) -> None:
    asked = neighbours("notice", "ask", "202麻将扰民，周敏不管").err
    assert "对外已隐去：姓名：1、房号：1。" in asked
    assert "大家看到的是：***麻将扰民，某居民不管" in asked
    answered = neighbours("notice", "answer", "Q1", "已劝202，小李负责").err
    assert "大家看到的是：已劝***，某居民负责" in answered
    assert "隐去" not in neighbours("notice", "ask", "食堂何时开").err
    assert "隐去" not in neighbours("notice", "ask", "202麻将", "--private").err
    neighbours("notice", "site", "站")
    pages = "".join(p.read_text("utf-8") for p in (neighbours.folder / "站").rglob("*.html"))
    assert "***麻将扰民，某居民不管" in pages
    assert "已劝***，某居民负责" in pages


@pytest.mark.parametrize(
    "title", ["启动经费使用", "工作经费支出", "2026年第4季度启动经费、工作经费收支"]
)
def test_the_title_of_a_notice_about_money_stays_as_it_is(jinlin: Jinlin, title: str) -> None:
    told = jinlin("notice", "post", title, "--type", "公开", "--text", "见表", "--basis", "x",
                  "--place", "大厅", "--draft")  # fmt: skip
    assert f"将上墙：{title}情况公开" in told.err
