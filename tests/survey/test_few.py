"""What hangs in public tells of no choice that one or two people made."""

from __future__ import annotations

from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.rules.satisfaction import GOOD, Satisfaction
from jinlin.survey.record.evaluated import BodyRating, as_public
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


@given(st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=1, max_size=3))
def test_no_rating_in_public_and_no_difference_of_two_is_few(
    groups: list[tuple[int, int, int]],
) -> None:
    """Neither a step, nor what a rate tells, nor what all leave over beside the groups shown."""
    steps = [word.value for word in Satisfaction]
    by_group = [
        BodyRating("物业", f"群体{place}", dict(zip(steps, one, strict=True)))
        for place, one in enumerate(groups)
    ]
    total = {step: sum(one.counts[step] for one in by_group) for step in steps}
    whole, *shown = as_public([BodyRating("物业", None, total), *by_group])
    told = [*whole.told.values()]
    if whole.public_rate is not None:
        good = sum(total[step] for step in GOOD)
        told += [good, whole.rate.denominator - good]
        told += [good - whole.told.get(step, good) for step in GOOD]
    for step in steps if shown else ():
        told += [one.counts[step] for one in shown]
        told.append(total[step] - sum(one.counts[step] for one in shown))
    assert not any(0 < count < FEW for count in told)
