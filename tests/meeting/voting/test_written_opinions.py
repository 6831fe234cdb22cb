"""An opinion handed in beforehand counts by the rule of its vote, or the answer says why not."""

from __future__ import annotations

import re

import pytest
from harness import Jinlin, seeded
from hypothesis import assume, given
from hypothesis import strategies as st

from jinlin.meeting.rules.vote_rules import Answer
from jinlin.meeting.rules.written_opinions import opinion_in

FIFTEEN = tuple(f"赵{name}" for name in "一丁七万丈三上下不与丑专且世")
"""Fourteen full members; with the secretary they are fifteen."""
PAPERS = ("--method", "无记名", "--handed-out", "14", "--collected", "14")


@seeded
def fifteen(jinlin: Jinlin) -> Jinlin:
    """Fifteen with the right to vote, fourteen there, 赵世 away with an opinion in hand."""
    for name in FIFTEEN:
        jinlin("member", "add", name, "--party-state", "full")
    jinlin("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30",
           "--item", "接收钱某为预备党员", "--item", "年度工作报告")  # fmt: skip
    jinlin("meeting", "attend", "M1", "P1", *FIFTEEN[:-1])
    return jinlin


def test_a_secret_ballot_of_eight_of_fifteen_is_carried_with_her_opinion(fifteen: Jinlin) -> None:
    told = fifteen("meeting", "attend", "M1", "赵世", "--written", "同意接收").err
    assert "发展党员" in told
    outcome = fifteen(
        "meeting", "vote", "M1", "1", *PAPERS, "--for", "7", "--against", "7", "--json"
    )
    row = outcome.data
    assert (row["kind"], row["in_favour"], row["needed"], row["passed"]) == (
        "admission",
        8,
        8,
        True,
    )
    assert row["not_voting"] == 0
    assert "--类型" in outcome.err, "the kind was read from the item, and that is said"
    lines = fifteen("meeting", "votes", "M1", "V1", "--json").data["lines"]
    assert "书面意见1人（赞成1票）" in lines


def test_where_opinions_do_not_count_the_answer_says_so_and_why(fifteen: Jinlin) -> None:
    fifteen("meeting", "attend", "M1", "赵世", "--written", "同意")
    said = fifteen("meeting", "vote", "M1", "2", *PAPERS, "--for", "7", "--against", "7")
    assert "书面意见1份" in said.err
    assert "《中国共产党支部工作条例（试行）》第十一条" in said.err
    assert "未通过" in said.out
    refused = fifteen("meeting", "vote", "M1", "2", "--question", "再问", *PAPERS, "--for", "7",
                      "--against", "7", "--written", "同意", code=1).err  # fmt: skip
    assert "不计书面意见" in refused


def test_an_opinion_that_is_not_clear_is_asked_for(fifteen: Jinlin) -> None:
    fifteen("meeting", "attend", "M1", "赵世", "--written", "见附件")
    before = fifteen.db.read_bytes()
    words = ("meeting", "vote", "M1", "1", *PAPERS, "--for", "7", "--against", "7")
    asked = fifteen(*words, code=2).err
    assert "赵世" in asked
    assert "--书面意见" in asked
    for wrong in ("1/1/0", "也许", "2"):
        assert fifteen(*words, "--written", wrong, code=2).err, wrong
    assert fifteen.db.read_bytes() == before
    row = fifteen(*words, "--written", "0/0/1", "--json").data
    assert (row["in_favour"], row["abstained"], row["passed"]) == (7, 1, False)


def test_papers_go_to_who_is_in_the_room(fifteen: Jinlin) -> None:
    fifteen("meeting", "attend", "M1", "赵世", "--written", "同意")
    said = fifteen("meeting", "vote", "M1", "1", "--handed-out", "15", "--collected", "15",
                   "--for", "8", "--against", "7", code=1).err  # fmt: skip
    assert "发出15张" in said


def test_hands_are_counted_with_or_without_what_was_handed_in(fifteen: Jinlin) -> None:
    fifteen("meeting", "attend", "M1", "赵世", "--written", "不同意")
    row = fifteen("meeting", "vote", "M1", "1", "--for", "14", "--json").data
    assert (row["in_favour"], row["against"]) == (14, 1)
    row = fifteen("meeting", "vote", "M1", "1", "--question", "再问", "--for", "14", "--against", "1",
                  "--json").data  # fmt: skip
    assert (row["in_favour"], row["against"]) == (14, 1)


def test_the_rest_in_the_room_does_not_speak_for_her(fifteen: Jinlin) -> None:
    fifteen("meeting", "attend", "M1", "赵世", "--written", "不同意")
    row = fifteen("meeting", "vote", "M1", "1", "--for", "其余", "--json").data
    assert (row["in_favour"], row["against"]) == (14, 1)
    assert {"name": "赵世", "answer": "against", "how": "written"} in row["answers"]
    said = fifteen(
        "meeting", "vote", "M1", "1", "--question", "再问", "--for", "其余、赵世", code=1
    )
    assert "书面意见" in said.err


def test_a_correction_is_counted_as_the_vote_it_corrects(fifteen: Jinlin) -> None:
    fifteen("meeting", "vote", "M1", "2", "--kind", "发展党员", "--for", "8", "--against", "6")
    row = fifteen("meeting", "vote", "M1", "--revise", "V1", "--reason", "重数", "--for", "9",
                  "--against", "5", "--json").data  # fmt: skip
    assert row["kind"] == "admission"
    row = fifteen("meeting", "vote", "M1", "1", "--kind", "决定", "--for", "14", "--json").data
    assert row["kind"] == "decision", "what is said counts"
    fifteen("meeting", "item", "M1", "发展党员工作计划", "--reason", "补议")
    row = fifteen("meeting", "vote", "M1", "3", "--for", "14", "--json").data
    assert row["kind"] == "decision", "a plan admits nobody"


READ = {
    Answer.FOR: (
        "同意", "赞成", "支持", "我同意", "本人同意。", "完全同意！", "没有意见", "无异议", "无不同意见",
        "没有不同意见", "同意，没有不同意见。", "同意接收", "同意接收的书面意见",
        "I agree", "In favour.",
    ),
    Answer.AGAINST: (
        "不同意", "反对", "不赞成", "不支持", "本人不同意", "我 不 同意。", "不同意，反对。", "disagree",
    ),
    Answer.ABSTAIN: ("弃权", "本人弃权", "abstain"),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "texts"), READ.items())
def test_an_opinion_in_plain_words_is_read(answer: Answer, texts: tuple[str, ...]) -> None:
    assert {text: opinion_in(text) for text in texts} == dict.fromkeys(texts, answer)


@pytest.mark.parametrize(
    "text",
    [
        "本人不能同意", "不太同意", "难以同意", "不会支持", "不予支持", "未同意", "没有同意", "非常难同意",
        "并非反对", "不反对", "没有反对意见", "没意见", "不是不同意", "同意张三，不同意李四",
        "同意，但须先公示", "同意，反对", "同意？", "同意吗", "没有意见，不同意", "见附件", "do not agree", "I can't agree", "no objection, but", "本人", "。", "",
    ],
)  # fmt: skip
def test_an_opinion_that_may_mean_something_else_is_not_read(text: str) -> None:
    assert opinion_in(text) is None


_KNOWN = {text.strip("。！") for texts in READ.values() for text in texts}
_WORDS = ("不", "没", "没有", "无", "未", "难", "非", "同意", "赞成", "支持", "反对", "弃权", "异议", "意见",
          "能", "太", "会", "予", "以", "常", "我", "本人", "完全", "接收")  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map("".join))
def test_a_text_that_denies_anything_is_read_only_in_words_that_are_listed(text: str) -> None:
    plain = re.sub("^(?:本人|我)", "", text)
    assume(re.search("[不没无未难非]", text))
    assume(plain not in _KNOWN | {"没有异议", "不同意接收"})
    assert opinion_in(text) is None


def test_no_opinion_is_counted_as_its_opposite(fifteen: Jinlin) -> None:
    told = fifteen("meeting", "attend", "M1", "赵世", "--written", "没有不同意见").err
    assert "读作：赞成" in told
    told = fifteen("meeting", "attend", "M1", "赵世", "--written", "本人不能同意").err
    assert "读作：未写明，表决时再说明" in told
    before = fifteen.dump()
    words = ("meeting", "vote", "M1", "1", *PAPERS, "--for", "7", "--against", "7")
    assert "--书面意见" in fifteen(*words, code=2).err
    assert fifteen.dump() == before
    row = fifteen(*words, "--written", "0/1/0", "--json").data
    assert (row["in_favour"], row["against"], row["passed"]) == (7, 8, False)
