"""What hangs in public tells of no choice that one or two people made."""

from __future__ import annotations

from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.survey.rules.few import FEW, joined

COUNTS = st.dictionaries(st.sampled_from("甲乙丙丁"), st.integers(0, 9), min_size=1)


@given(COUNTS)
def test_what_is_told_adds_up_to_everybody_and_no_part_is_few(counts: dict[str, int]) -> None:
    told = joined(counts)
    assert not any(0 < times < FEW for times in told.values())
    assert not told or sum(told.values()) == sum(counts.values())
    assert all(counts[value] == times for value, times in told.items() if value is not None)


def test_one_answer_is_not_told_by_the_choices_that_nobody_named(jinlin: Jinlin) -> None:
    jinlin("building", "add", "1", "--floors", "6")
    jinlin("household", "add", "1-101", "--area", "90")
    jinlin("survey", "add", "需求", "-q", "用餐困难吗=有、没有")
    jinlin("survey", "answer", "1-101", "有")
    assert jinlin("survey", "tally", "--json").data["answers"]
    assert jinlin("survey", "tally", "--public", "--json").data["answers"] == []
