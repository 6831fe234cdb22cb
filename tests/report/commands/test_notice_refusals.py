"""What the verbs of notices that look at all records refuse, and what they say then."""

from __future__ import annotations

import pytest
from harness import Jinlin
from report.records import at, recording

PUBLIC = (
    "notice", "post", "楼道堆物清理", "--type", "公示", "--text", "下周三统一清理。", "--basis",
    "居民议事会商定", "--place", "大门口", "--contact", "支部值班 0591-12345678",
)  # fmt: skip


def test_a_draft_is_posted_as_it_stands(jinlin: Jinlin) -> None:
    jinlin(*PUBLIC, "--draft")
    refused = jinlin("notice", "post", "N1", "--place", "大厅", code=2)
    assert "jinlin 公示 修改 N1" in refused.err
    assert "草稿" in jinlin("notice", "print", "N1").err
    assert jinlin("notice", "post", "N1", "--json").data["posted_on"] == "2026-11-05"
    assert "已不是草稿" in jinlin("notice", "post", "N1", code=1).err


def test_which_records_are_meant_needs_the_records(jinlin: Jinlin) -> None:
    assert "--取自" in jinlin("notice", "post", "--of", "10", code=2).err


@pytest.mark.parametrize(("lang", "known"), [("zh", "公共收益"), ("en", "revenue")])
def test_a_source_nobody_knows_is_answered_with_those_there_are(
    jinlin: Jinlin, lang: str, known: str
) -> None:
    refused = jinlin("notice", "post", "--from", "户口本", "--lang", lang, code=3)
    assert "户口本" in refused.err
    assert known in refused.err


@pytest.mark.parametrize("word", ["经费", "fund", "FUNDS", "收支"])
def test_a_source_is_known_by_any_of_its_words(jinlin: Jinlin, word: str) -> None:
    assert "请先记账" in jinlin("notice", "post", "--from", word, "--place", "大厅", code=1).err


def test_the_public_holidays_that_are_not_known_are_said(jinlin: Jinlin) -> None:
    told = jinlin(*PUBLIC, "--days", "60个工作日").err
    assert "2027" in told
    assert "jinlin 设置 节假日" in told


def test_only_a_public_notice_that_is_over_has_a_result(jinlin: Jinlin) -> None:
    jinlin(*PUBLIC, "--date", "2026-10-20")
    jinlin("notice", "object", "N1", "清理时间不合适", "--by", "王小明", "--date", "2026-10-22")
    refused = jinlin("notice", "print", "N1", "--result", code=1)
    assert "jinlin 公示 答复 N1-1" in refused.err
    jinlin("notice", "answer", "N1-1", "改到周末", "--outcome", "成立")
    assert "改到周末" in jinlin("notice", "print", "N1", "--result").out
    jinlin(*PUBLIC, "--yes")
    assert "N2" in jinlin("notice", "print", "N2", "--result", code=1).err


def test_the_result_of_a_notice_is_due_once_it_is_over(jinlin: Jinlin) -> None:
    jinlin(*PUBLIC, "--date", "2026-10-20")
    rows = jinlin("notice", "due", "--json").data
    assert [(row["kind"], row["next"]) for row in rows if row["number"] == "N1"] == [
        ("result", "jinlin 公示 打印 N1 --结果"),
        ("take_down", "jinlin 公示 张贴凭证 N1 --撤下"),
    ]


def test_an_answer_has_a_text_and_only_an_objection_an_outcome(jinlin: Jinlin) -> None:
    jinlin("notice", "ask", "食堂什么时候开", "--date", "2026-10-20")
    assert "--处理结果" in jinlin("notice", "answer", "Q1", "年底", "--outcome", "成立", code=2).err
    assert jinlin("notice", "answer", "Q1", " ", code=2).out == ""
    late = jinlin("notice", "answer", "Q1", "年底", "--by", "林秀英")
    assert "2026-10-21" in late.err  # by when it was to be answered
    assert jinlin("notice", "ask", " ", code=2).out == ""


def test_what_a_kind_of_meeting_decides_that_is_none_of_the_residents_is_not_posted(
    jinlin: Jinlin,
) -> None:
    assert "jinlin 会议 列表" in jinlin("notice", "post", "--from", "决议", code=1).err
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("11-03"), "charity_day", resolutions=[("下月再来", None, None)])
    refused = jinlin("notice", "post", "--from", "决议", "--of", "M1", code=1)
    assert "“爱心日”的决定不上墙" in refused.err


def test_a_resolution_that_is_not_there_is_not_posted(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.meeting(at("11-03"), "neighbours_council", resolutions=[("修路灯", None, None)])
    refused = jinlin("notice", "post", "--from", "决议", "--of", "M1-7", code=1)
    assert "jinlin 会议 查看 M1" in refused.err
    told = jinlin("notice", "post", "--from", "决议", "--of", "M1-1", "--place", "大厅", "--json")
    assert told.data["about"] == "meeting/M1"
