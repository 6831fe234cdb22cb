"""The checklist of the day: each issue once, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from jinlin.output.contribution.today_lines import Concern

AT_ONCE: Final = 7
"""So many a person can have in mind; the others are counted."""
_LAST_DAY: Final = "9999-12-31"
"""Where something without a day stands among those that have one."""

_ON_THE_PAGE: Final = ("short", "why")
"""What JSON says otherwise."""


class ChecklistItem(NamedTuple):
    """One thing to do today.

    Attributes:
        number: its place, from 1; what a person types to choose it.
        subject: which record, as it is always understood: `2026-0044`.
        short: the same as short as it is understood today: `44`.
        title: what it is, as a listing shows it.
        reason: the most pressing reason for which it stands here: the section's name in JSON.
        why: the same in words: `overdue 12 d`.
        who: who has it, or who has not come.
        day: the day that belongs to the reason, as ISO text.
        line: what to type, whole; `…` stands where something is to be written.
    """

    number: int
    subject: str
    short: str
    title: str
    reason: str
    why: str
    who: str | None
    day: str | None
    line: str

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {key: value for key, value in self._asdict().items() if key not in _ON_THE_PAGE}


def checklist(reasons: Iterable[tuple[str, Sequence[Concern]]]) -> list[ChecklistItem]:
    """Return each subject once, numbered, the most pressing first.

    A subject stands under the first reason that names it. The order, by what decides first: how
    dangerous it is (critical, urgent, the rest), which reason, the day that is longest past or
    comes soonest (without a day: last), the lower number.

    Args:
        reasons: by the most pressing first, each with its subjects in any order.
    """
    ranked: dict[str, tuple[tuple[object, ...], str, Concern]] = {}
    for rank, (reason, concerns) in enumerate(reasons):
        for one in concerns:
            key = (one.danger, rank, one.day or _LAST_DAY, one.number)
            known = ranked.get(one.number)
            if known is None or (known[1] == reason and key < known[0]):
                ranked[one.number] = key, reason, one
    ordered = sorted(ranked.values(), key=lambda found: found[0])
    return [
        ChecklistItem(
            number, one.number, one.short, one.text, reason, one.why, one.who, one.day, one.line
        )
        for number, (_key, reason, one) in enumerate(ordered, start=1)
    ]
