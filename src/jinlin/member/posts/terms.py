"""Terms that end soon or are over: a re-election is prepared months ahead, and asked for after."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.member.own_branch import branch
from jinlin.member.posts.holdings import ending_between, expired
from jinlin.member.rules.branch import WARNED_MONTHS, months_later
from jinlin.member.rules.posts import Body, Held
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader

NOT_ELECTED: Final = N_("over, no election recorded")
"""What is said of a term that is over until an election or an end is recorded."""


class Ending(NamedTuple):
    """A term that ends soon, or has ended.

    Attributes:
        person: who holds the post; None for the term of the whole branch.
        held: which post; for the branch, its body with an empty title.
        ends_on: the last day of the term.
        months: within how many months it ends: 1, 3 or 6; more where more were asked for; 0 when
            the term is over and nobody recorded an election or an end.
    """

    person: PersonRow | None
    held: Held
    ends_on: date
    months: int

    @property
    def over(self) -> bool:
        """Whether the term is over, without an election or an end on record."""
        return self.months == 0

    @property
    def told(self) -> str:
        """Whose term it is, in words; people acting in a post are named."""
        if self.person is None:
            return _("the branch committee")
        return f"{self.person.name} {self.held.text}"


def ending(reader: Reader, *, on: date, months: int = 6) -> list[Ending]:
    """Return the terms that are over on a day or end within so many months of it, by their end.

    Args:
        reader: the database.
        on: the day from which to look.
        months: how far to look.
    """
    until = months_later(on, months)
    found = [
        Ending(post.person, post.held, date.fromisoformat(post.term_to or ""), 0)
        for post in expired(reader, on)
    ]
    found += [
        Ending(post.person, post.held, day, _within(on, day, months))
        for post in ending_between(reader, on, until)
        for day in [date.fromisoformat(post.ended_on or "")]
    ]
    whole = branch(reader).ends
    if whole is not None and whole <= until:
        left = 0 if whole < on else _within(on, whole, months)
        found.append(Ending(None, Held(Body.BRANCH, ""), whole, left))
    return sorted(found, key=lambda one: one.ends_on)


def _within(on: date, day: date, most: int) -> int:
    return next((n for n in WARNED_MONTHS if day <= months_later(on, n)), most)
