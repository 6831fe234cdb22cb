"""Terms that end soon: a re-election must be prepared months ahead."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.member.branch_queries import branch
from jinlin.member.branch_rules import WARNED_MONTHS, months_later
from jinlin.member.holdings import ending_between
from jinlin.member.posts import Body, Held
from jinlin.person.queries import PersonRow
from jinlin.store.tx import Reader


class Ending(NamedTuple):
    """A term that ends soon, or has ended.

    Attributes:
        person: who holds the post; None for the term of the whole branch.
        held: which post; for the branch, its body with an empty title.
        ends_on: the last day of the term.
        months: within how many months it ends: 1, 3 or 6; more where more were asked for; 0 when
            the branch's term is over and nobody recorded an election.
    """

    person: PersonRow | None
    held: Held
    ends_on: date
    months: int


def ending(reader: Reader, *, on: date, months: int = 6) -> list[Ending]:
    """Return the terms that end within so many months of a day, the nearest first.

    Args:
        reader: the database.
        on: the day from which to look.
        months: how far to look.
    """
    until = months_later(on, months)
    found = [
        Ending(post.person, post.held, day, _within(on, day, months))
        for post in ending_between(reader, on, until)
        for day in [date.fromisoformat(post.ended_on or "")]
    ]
    whole = branch(reader).ends
    if whole is not None and whole <= until:
        over = whole < on
        found.append(
            Ending(None, Held(Body.BRANCH, ""), whole, 0 if over else _within(on, whole, months))
        )
    return sorted(found, key=lambda one: one.ends_on)


def _within(on: date, day: date, most: int) -> int:
    return next((n for n in WARNED_MONTHS if day <= months_later(on, n)), most)
