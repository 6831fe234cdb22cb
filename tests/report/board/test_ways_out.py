"""Every way out of the house, and what never takes one: what private and secret issues say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
import pytest
from harness import Jinlin, seeded, without_checksums
from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.publicity import (
    SHORTEST_TITLE,
    Form,
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
        jinlin("issue", "add", title, "--reported", "2026-10-01", *words)
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
    return read(jinlin.folder / "会.ics")


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
    assert "公共照明1件（会上处理）" in page


def test_no_question_about_one_is_on_the_site(council: Jinlin) -> None:
    council("notice", "ask", "怎么处理的", "--about", "2026-0001")
    council("notice", "ask", "灯几时换", "--about", "2026-0004")
    council("notice", "site", "网站")
    page = (council.folder / "网站" / "questions.html").read_text("utf-8")
    assert "灯几时换" in page
    assert "怎么处理的" not in page


def test_the_secretary_is_told_what_stays_in_the_house_and_why(council: Jinlin) -> None:
    for words in (("meeting", "publish", "M1"), ("meeting", "summary", "M1"),
                  ("notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅")):  # fmt: skip
        told = council(*words).err
        assert re.search(r"M1-1.* 不外传：事项 2026-0001（其他邻里矛盾）不公开", told), words
        assert re.search(r"M1-3.* 未列出：事项 2026-0003（人身侵害线索）属绝密", told), words
        assert "--public-title" in told
    assert "M1-1、A1 不外传" in council("report", "monthly", "11").err
    assert council("report", "monthly", "11", "--public").err == ""
    assert "M2/1 不外传" in council("meeting", "notify", "M2").err
    assert "M2/1 不外传" in council("meeting", "agenda", "M2").err


def test_what_is_left_out_is_counted_under_its_category(council: Jinlin) -> None:
    for words in (("publish", "M1"), ("summary", "M1"), ("notify", "M2"), ("agenda", "M2")):
        assert "邻里矛盾1件（会上处理）" in council("meeting", *words).out, words
    page = council("meeting", "publish", "M1").out
    assert "十日内换路灯" in page
    assert "老钱" not in page


def test_a_public_title_is_what_stands_outside(council: Jinlin) -> None:
    council("issue", "edit", "1", "--public-title", "邻里纠纷调解")
    assert "邻里纠纷调解（会上处理）" in council("meeting", "publish", "M1").out
    assert "余志远" not in council("meeting", "publish", "M1").out


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
    assert "M1-1 涉及不公开事项：邻里矛盾1件（会上处理）" in told
    council("notice", "post", "--from", "决议", "--of", "M1-4", "--place", "大厅")
    assert "邻里矛盾" not in council("notice", "print", "N1").out


@given(st.text(max_size=20), st.text(min_size=SHORTEST_TITLE, max_size=12), st.text(max_size=20))
def test_what_is_withheld_stands_in_no_text(before: str, title: str, after: str) -> None:
    kept = KeptBack("2026-0001", "其他邻里矛盾", Form.COUNTED, None, title)
    found: list[KeptBack] = []
    text = Withheld([(title, kept)]).text(f"{before}{title}{after}", found)
    assert found
    assert text.count(title) <= text.count(kept.words)


def test_several_of_a_category_are_counted_in_one_line() -> None:
    first = KeptBack("2026-0001", "其他邻里矛盾", Form.COUNTED, None, "a")
    titled = KeptBack("2026-0002", "违章搭建", Form.TITLED, "2号楼搭建停车棚", "b")
    secret = KeptBack("2026-0003", "人身侵害线索", Form.NOTHING, None, "c")
    lines = all_counted([first, titled, secret, first._replace(number="2026-0004")])
    assert len(lines) == 2
    assert "2号楼搭建停车棚" in lines[0]
    assert "邻里矛盾" in lines[1]
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
    assert "将上墙：关于2026年11月4日邻里议事会决定的公开" in told
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
        "M1-1 stays in the house, since issue 2026-0001 (其他邻里矛盾) is not public" in outcome.err
    )
    assert "邻里矛盾: 1 (dealt with at the meeting)" in outcome.out


def test_a_meeting_is_called_by_nothing_that_stays_in_the_house(council: Jinlin) -> None:
    council("meeting", "edit", "M2", "--title", "黄大山、202余志远与202打架泼粪调解会")
    for text in (
        council("meeting", "notify", "M2").out,
        council("meeting", "agenda", "M2").out,
        calendar_file(council, "calendar"),
        calendar_file(council, "notify", "M2"),
    ):
        assert not [word for word in TELLING if word in flat(text)]
