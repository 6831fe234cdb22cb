"""Lists of issues: which ones, in which order, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from jinlin.issue.record.queries import ISSUES, STATUS_NOW, IssueRow, issue_of
from jinlin.issue.rules.statuses import CLOSED, OPEN, Status
from jinlin.output.listing.filter import EVERYTHING, Condition, any_of, one_of, pattern
from jinlin.store.transaction.tx import Reader

URGENCY_RANK: Final = "CASE i.urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END"
"""As the index `issue_open` has it, so that the most urgent come first without sorting."""
MAY_BE_HANDED_ON: Final = "i.category_id NOT IN (SELECT id FROM category WHERE privacy = 'secret')"
"""What may stand in a list that somebody else is handed."""
DUE_SOON: Final = "i.due_on >= ? AND ifnull(i.warn_on, date(i.due_on, '-1 day')) <= ?"
UNRATED: Final = (
    "i.status IN ('closed_solved', 'closed_unsolved') AND i.satisfaction IS NULL"
    " AND i.merged_into IS NULL"
)
TO_RAISE: Final = "i.raise_on < ?"
"""What the clock of its rung has run out for."""
UNANSWERED: Final = (
    "i.respond_by < ? AND i.accepted_at IS NULL AND i.status IN ('reported', 'in_progress')"
)
"""What nobody took on, or went to see, within the time that was promised for it."""

PRIVATE: Final = "i.private = 1"
SEARCHED: Final = tuple(
    f"i.{column}"
    for column in ("title", "place", "result", "reporter", "reporter_phone", "on_behalf_of")
)
"""Where words are looked for: also in who brought it, though no list shows that."""


class WantedIssues(NamedTuple):
    """Which issues a list is to hold.

    Attributes:
        statuses: any of these.
        where: what else they must fulfil.
        only_open: it asks for a day or moment that only what is open can have missed.
        without_secret: nothing of the category that stays in the house.
    """

    statuses: frozenset[Status] = frozenset(Status)
    where: Condition = EVERYTHING
    only_open: bool = False
    without_secret: bool = False


_AT_HOME: Final = one_of("i.household_id")
_AFFECTING: Final = one_of(
    "household_id",
    within="i.id IN (SELECT issue_id FROM issue_household WHERE {} AND removed_at IS NULL)",
)
CALLED: Final = one_of(
    "d.department",
    within="i.id IN (SELECT s.issue_id FROM street_call AS s JOIN called_department AS d"
    " ON d.call_id = s.id WHERE {})",
)
"""The street called any of these departments for it."""


def at_homes(homes: Sequence[int | None]) -> Condition:
    """Return what asks for issues of any of these homes, or that affect one of them."""
    return any_of((_AT_HOME(homes), _AFFECTING(homes)))


def in_hands_of(person: int | None) -> Condition:
    """Return what asks for issues that a person answers for or works on."""
    return Condition("(i.steward_id = ? OR i.doer_id = ?)", (person, person))


def in_charge_of(people: Sequence[tuple[int | None, str]]) -> Condition:
    """Return what asks for issues in the hands of any: a person's id, a part of a body's name."""
    return any_of(
        condition
        for who, body in people
        for condition in (
            in_hands_of(who),
            Condition("i.handler LIKE ? ESCAPE '\\'", (pattern(body),)),
        )
    )


def merged_or_not(*, merged: bool) -> Condition:
    """Return what asks, of what is kept as declined, for what was merged or for the rest."""
    return Condition("(i.status <> 'declined' OR (i.merged_into IS NOT NULL) = ?)", (int(merged),))


def issues(reader: Reader, wanted: WantedIssues, *, limit: int) -> Iterator[IssueRow]:
    """Return issues, open and most urgent first, then closed, the latest first.

    Args:
        reader: the database.
        wanted: which ones.
        limit: how many at most; 0 for all.
    """
    left = limit or -1
    for condition, values, order in _parts(wanted):
        for row in reader.each(f"{ISSUES}{condition} ORDER BY {order} LIMIT ?", (*values, left)):
            left -= 1
            yield issue_of(row)
        if left == 0:
            return


def count(reader: Reader, wanted: WantedIssues) -> int:
    """Return how many issues a list would hold."""
    return sum(
        int(
            reader.value(
                f"SELECT count(*) FROM issue AS i WHERE i.removed_at IS NULL{condition}",  # noqa: S608  (our own columns)
                values,
            )
        )
        for condition, values, _order in _parts(wanted)
    )


def has_handler(reader: Reader, text: str) -> bool:
    """Return whether any issue is in the hands of a body whose name holds a text."""
    sql = "SELECT 1 FROM issue WHERE handler LIKE ? ESCAPE '\\' AND removed_at IS NULL LIMIT 1"
    return reader.value(sql, (pattern(text),)) is not None


def matching(wanted: WantedIssues) -> tuple[str, tuple[object, ...]]:
    """Return the condition of a whole filter, open and closed together, and its values."""
    chosen = _one_of(wanted.statuses) if wanted.statuses != frozenset(Status) else ""
    if wanted.only_open:
        chosen += " AND i.closed_at IS NULL"
    return f"{chosen} AND {_condition(wanted)}", wanted.where.values


_Part: TypeAlias = tuple[str, tuple[object, ...], str]


def _parts(wanted: WantedIssues) -> Iterator[_Part]:
    """Return the question in its two parts, each of which an index gives in its order."""
    condition, values = _condition(wanted), wanted.where.values
    still_open, over = wanted.statuses & OPEN, wanted.statuses & CLOSED
    if still_open:
        chosen = _one_of(still_open) if still_open != OPEN else ""
        yield (
            f" AND i.closed_at IS NULL{chosen} AND {condition}",
            values,
            f"{URGENCY_RANK}, i.due_on, i.id",
        )
    if over and not wanted.only_open:
        chosen = _one_of(over) if over != CLOSED else ""
        yield (
            f" AND i.closed_at IS NOT NULL{chosen} AND {condition}",
            values,
            "i.closed_at DESC, i.id",
        )


def _condition(wanted: WantedIssues) -> str:
    """Return what both parts ask."""
    return (
        f"{wanted.where.sql} AND {MAY_BE_HANDED_ON}" if wanted.without_secret else wanted.where.sql
    )


def _one_of(statuses: frozenset[Status]) -> str:
    return f" AND {STATUS_NOW} IN ({', '.join(repr(str(status)) for status in sorted(statuses))})"
