"""What is true of a branch: its types, its term, and what an overlay branch may not do."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import compact, folded
from jinlin.core.word import Word

TERM_YEARS: Final = (3, 5)
"""Three years for branches in general, five for those of villages and communities; which of them a
complex's branch counts as is for the superior to say (支部工作条例)."""
WARNED_MONTHS: Final = (1, 3, 6)
"""So many months before the end of the term the re-election is announced, ever more urgently."""
FEWEST_FULL: Final = 3
"""A branch of its own needs so many full members; fewer join with others (支部工作条例)."""
WITH_COMMITTEE: Final = 7
"""From so many full members on a branch elects a committee of three to five (支部工作条例)."""
MOST_MEMBERS: Final = 50
"""A branch generally has no more members than this (支部工作条例)."""


class BranchType(Word, refusal=N_("There is no type of branch “{text}”."), error=NotFoundError):
    """How a branch is put together."""

    REGULAR = "regular", N_("regular branch"), "建制式", "单独组建", "单独"
    JOINT = "joint", N_("joint branch"), "联合", "联合式", "联合组建", "联合党支部"
    OVERLAY = "overlay", N_("overlay branch"), "兼合式", "兼合", "兼合组建", "兼和式"


FIELD_LABELS: Final[Mapping[str, str]] = {
    "name": N_("Full name"),
    "short_name": N_("Short name"),
    "type": N_("Branch type"),
    "superior": N_("Superior"),
    "founded_on": N_("Founded on"),
    "term_years": N_("Term in years"),
    "term_from": N_("Term since"),
    "term_to": N_("Term ends"),
    "overlay_permission": N_("The superior's permission"),
    "organisation": N_("Organisation code"),
}
"""What people call what is kept of the branch."""


def parse_organisation(text: str) -> str:
    """Read the code by which those above know the complex.

    It is 15 digits: the 12 of its community in the division codes of the statistics bureau
    (2 province, 2 city, 2 county, 3 street, 3 community) and 3 that the street gives the complex.

    Raises:
        UsageError: it is not 15 digits.
    """
    code = re.sub(r"[\s-]", "", folded(text))
    if not re.fullmatch(r"\d{15}", code, re.ASCII):
        raise UsageError(
            _("“{text}” is no organisation code.").format(text=text),
            hint=_(
                "It has 15 digits: the 12 of the community, and 3 that the street gives the"
                " complex, such as 350102001004001. Ask the street."
            ),
        )
    return code


def parse_term_years(text: str) -> int:
    """Read the length of a term: `3`, `5年`.

    Raises:
        UsageError: it is neither three nor five years.
    """
    said = compact(text).removesuffix("年")
    if said not in {str(years) for years in TERM_YEARS}:
        raise UsageError(
            _("A term cannot have “{text}” years.").format(text=text),
            hint=_("Say 3 or 5; ask the superior which holds for a complex's branch."),
        )
    return int(said)


def months_later(day: date, months: int) -> date:
    """Return the day so many months later or, below zero, earlier; the month's last if shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_term(begun: date, years: int) -> date:
    """Return the day on which a term of so many years is over."""
    return months_later(begun, 12 * years)


def warning(ends: date, today: date) -> int | None:
    """Return how near the end of a term is.

    Returns:
        0 when it is over, else the fewest of 1, 3, 6 months within which it ends, else None.
    """
    if today > ends:
        return 0
    return next((n for n in WARNED_MONTHS if today >= months_later(ends, -n)), None)


def reelection(ends: date | None, today: date) -> Message | None:
    """Return what is to be said about the re-election; None while there is time."""
    stage = warning(ends, today) if ends else None
    if ends is None or stage is None:
        return None
    if stage == 0:
        return Message(
            N_("The term ended on {day}: report to the superior when the re-election is held."),
            {"day": ends.isoformat()},
        )
    return Message(
        N_("The term ends on {day}, within {months} months: prepare the re-election."),
        {"day": ends.isoformat(), "months": stage},
    )


class Roll(NamedTuple):
    """How many members a branch has whose membership is held here, and who reported in.

    Attributes:
        full: full members.
        probationary: probationary members.
        reported_in: members of other branches.
    """

    full: int = 0
    probationary: int = 0
    reported_in: int = 0


def collects_dues(kind: BranchType, permission: str | None) -> bool:
    """Return whether a branch collects dues: an overlay branch only by its superior's word."""
    return kind is not BranchType.OVERLAY or permission is not None


def cautions(
    kind: BranchType, roll: Roll, *, permission: str | None, committee: int
) -> Iterator[Message]:
    """Say what does not go with the regulation on the work of branches.

    Args:
        kind: the branch's type.
        roll: its members.
        permission: what the superior allows an overlay branch.
        committee: how many people hold posts in it.
    """
    if kind is BranchType.OVERLAY:
        if permission is None:
            yield Message(
                N_(
                    "Membership stays with the home branches: no Party votes, elections or dues"
                    " here, unless the superior says so."
                )
            )
        return
    if roll.full < FEWEST_FULL and kind is BranchType.REGULAR:
        yield Message(
            N_(
                "Full members recorded: {count}. A branch of its own needs {least}; take the"
                " roster in (jinlin member import FILE) or make it a joint branch."
            ),
            {"count": roll.full, "least": FEWEST_FULL},
        )
    if roll.full >= WITH_COMMITTEE and committee < FEWEST_FULL:
        yield Message(
            N_(
                "With {least} full members or more a branch elects a committee of three to five;"
                " posts recorded: {count}."
            ),
            {"least": WITH_COMMITTEE, "count": committee},
        )
    if roll.full + roll.probationary > MOST_MEMBERS:
        yield Message(
            N_("A branch generally has no more than {most} members; here are {count}."),
            {"most": MOST_MEMBERS, "count": roll.full + roll.probationary},
        )
