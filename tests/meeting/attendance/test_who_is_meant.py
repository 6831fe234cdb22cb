"""Which of those at a meeting a name means, and what those away handed in."""

from __future__ import annotations

import pytest
from harness import Jinlin


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("--for", "其余", "--against", "其余"), "其余", 2),
        (("--for", "张伟"), "P3", 3),
        (("--for", "林秀英", "--against", "林秀英"), "林秀英", 1),
        (("--for", "王代表"), "王代表", 3),
    ],
)
def test_a_vote_by_name_that_may_mean_two_things_is_refused(
    branch: Jinlin, words: tuple[str, ...], said: str, code: int
) -> None:
    branch("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30", "--item", "计划")
    branch("meeting", "attend", "M1", "林秀英", "陈建国", "P3", "P4")
    before = branch.db.read_bytes()
    assert said in branch("meeting", "vote", "M1", "1", *words, code=code).err
    assert branch.db.read_bytes() == before


@pytest.fixture
def admitting(hall: Jinlin) -> Jinlin:
    """Of twenty, fifteen are there; one who is away handed in what is no answer."""
    hall("meeting", "item", "M1", "接收钱预备为预备党员")
    hall("meeting", "attend", "M1", "赵丑", "赵专", "赵且", "赵世", "赵丘")
    hall("meeting", "attend", "M1", "赵东", "--written", "再议一议")
    return hall


def test_an_opinion_that_is_not_clear_is_asked_for_by_name(admitting: Jinlin) -> None:
    refused = admitting("meeting", "vote", "M1", "3", "--for", "其余", code=2)
    assert "赵东" in refused.err
    taken = admitting("meeting", "vote", "M1", "3", "--for", "其余", "--against", "赵东", "--json")
    assert (taken.data["in_favour"], taken.data["against"]) == (15, 1)
    assert {one["how"] for one in taken.data["answers"]} == {"present", "written"}


def test_who_is_there_hands_in_no_opinion(admitting: Jinlin) -> None:
    before = admitting.db.read_bytes()
    refused = admitting(
        "meeting", "attend", "M1", "赵下", "--written", "同意", "--state", "实到", code=1
    )
    assert "--状态" in refused.err
    assert admitting.db.read_bytes() == before


def test_who_was_recorded_just_so_is_named_beside_who_is_new(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英")
    told = held("meeting", "attend", "M1", "林秀英", "陈建国", "--json")
    assert (told.data["added"], told.data["unchanged"]) == (["陈建国"], ["林秀英"])
    assert "林秀英" in told.err


def test_who_is_not_on_the_roll_of_a_group_has_no_vote_in_it(branch: Jinlin) -> None:
    branch("meeting", "rule", "党小组会", "--pass", ">1/2", "--base", "present", "--source", "惯例")
    branch("meeting", "add", "--type", "党小组会", "--time", "2026-11-05 9:00")
    branch("meeting", "attend", "M1", "林秀英")
    people = branch("meeting", "quorum", "M1", "--json").data["people"]
    assert [one["name"] for one in people if one["votes"]] == ["林秀英"]


def test_the_sheet_of_a_group_meeting_names_the_members_of_every_group(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "党小组会", "--time", "2026-11-04 19:30")
    assert branch("meeting", "signin", "M1", "--json").data["names"] == 4


def test_without_anybody_there_no_vote_can_be_taken_and_the_words_say_so(council: Jinlin) -> None:
    council(
        "meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--item", "选址"
    )
    council("meeting", "attend", "M2", "孙一", "--state", "缺席")
    [rule, *_rest] = council("meeting", "quorum", "M2", "--json").data["quorum"]
    assert (rule["met"], "不能表决" in rule["words"]) == (False, True)
    council("meeting", "rule", "邻里议事会", "--base", "valid", "--source", "议事规则第3条")
    council("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-05 9:30", "--item", "选址")
    council("meeting", "attend", "M3", "孙一", "孙丁")
    [rule, *_rest] = council("meeting", "quorum", "M3", "--json").data["quorum"]
    assert rule["met"]
    assert "有效票" in rule["words"]


def test_nobody_votes_for_herself_or_for_who_is_there(council: Jinlin) -> None:
    before = council.db.read_bytes()
    for principal in ("孙一", "孙丁"):
        refused = council(
            "meeting",
            "attend",
            "M1",
            "孙一",
            "--proxy-for",
            principal,
            "--authority",
            "委托书",
            code=1,
        )
        assert principal in refused.err
    assert council.db.read_bytes() == before


def test_blanks_stand_between_names_as_marks_do(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30", "--item", "计划")
    said = branch("meeting", "attend", "M1", "林秀英 陈建国、张 三").out
    assert "实到：林秀英、陈建国、张三" in said
