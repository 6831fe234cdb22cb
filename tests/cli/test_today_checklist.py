"""The rule of the checklist: each subject once, the most pressing first."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jinlin.cli.today.checklist import ChecklistItem, checklist
from jinlin.output.contribution.today_lines import Concern

REASONS = ("to_raise", "overdue", "unassigned")
FIRST_DAY = date(2026, 10, 1)


def concern(number: int, day: str | None = None, danger: int = 2) -> Concern:
    label = f"2026-{number:04d}"
    return Concern(label, str(number), f"第{number}件", day, None, danger, "", "")


@st.composite
def waiting(draw: st.DrawFn) -> list[tuple[str, list[Concern]]]:
    """Issues, each of one danger, under any of the reasons, with a day or without one."""
    dangers = draw(st.dictionaries(st.integers(1, 9), st.integers(0, 2)))
    days = st.none() | st.integers(0, 5).map(lambda n: str(FIRST_DAY + timedelta(days=n)))
    found = []
    for reason in REASONS:
        numbers = draw(st.lists(st.sampled_from(sorted(dangers)))) if dangers else []
        found.append((reason, [concern(n, draw(days), dangers[n]) for n in numbers]))
    return found


def subjects(items: list[ChecklistItem]) -> list[str]:
    return [item.subject for item in items]


@given(waiting())
def test_each_subject_stands_once_under_its_most_pressing_reason(
    reasons: list[tuple[str, list[Concern]]],
) -> None:
    items = checklist(reasons)
    assert sorted(subjects(items)) == sorted({c.number for _key, some in reasons for c in some})
    assert [item.number for item in items] == [*range(1, len(items) + 1)]
    for item in items:
        waits = [key for key, some in reasons if any(c.number == item.subject for c in some)]
        assert item.reason == waits[0]


@given(waiting(), st.randoms())
def test_the_order_does_not_depend_on_the_order_in_which_rooms_tell(
    reasons: list[tuple[str, list[Concern]]], random: Random
) -> None:
    shuffled = [(key, random.sample(some, len(some))) for key, some in reasons]
    assert checklist(shuffled) == checklist(reasons)


@given(waiting())
def test_whoever_stands_ahead_is_more_dangerous_or_has_the_more_pressing_reason(
    reasons: list[tuple[str, list[Concern]]],
) -> None:
    dangers = {c.number: c.danger for _key, some in reasons for c in some}
    ranks = [
        (dangers[item.subject], REASONS.index(item.reason), item.day or "later", item.subject)
        for item in checklist(reasons)
    ]
    assert ranks == sorted(ranks)


def test_what_is_longest_overdue_stands_first_and_danger_before_it() -> None:
    items = checklist(
        [
            ("overdue", [concern(1, "2026-10-20"), concern(2, "2026-10-01")]),
            ("unassigned", [concern(3, danger=0), concern(1)]),
        ]
    )
    assert [(item.number, item.short, item.reason) for item in items] == [
        (1, "3", "unassigned"), (2, "2", "overdue"), (3, "1", "overdue"),
    ]  # fmt: skip
