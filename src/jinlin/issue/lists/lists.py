"""Lists of issues: which ones, in which order, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from jinlin.issue.record.queries import ISSUES, STATUS_NOW, IssueRow, issue_of
from jinlin.issue.rules.statuses import CLOSED, OPEN, Status
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

_SEARCHED: Final = ("title", "place", "result", "reporter", "reporter_phone", "on_behalf_of")
"""Where words are looked for: also in who brought it, though no list shows that."""


class WantedIssues(NamedTuple):
    """Which issues a list is to hold; an empty set, False or None asks for nothing.

    Attributes:
        statuses: any of these.
        categories: the ids of any of these, for each time it was asked.
        buildings: the ids of any of these, for each time it was asked.
        homes: the ids of any of these, in the issue itself or among those it affects.
        in_charge: pairs of a person's id and a part of a body's name, any of these, each time.
        departments: called for it were any of these, each time.
        unassigned: only what nobody is in charge of.
        channels: the stored words of any of these, for each time it was asked.
        levels: the stored words of any of these, for each time it was asked.
        urgencies: the stored words of any of these, for each time it was asked.
        reported_from: moments of the report, the first included.
        reported_before: moments of the report, this one not included.
        overdue_on: only what is overdue on this day (ISO text).
        due_soon_on: only what the warning lead of this day reaches and is not overdue.
        to_raise_on: only what should have gone one rung up before this day.
        unanswered_at: only what nobody reached by the moment promised, before this one.
        deferred_back_on: only what was deferred until this day or before.
        unrated: only what is closed and nobody has been asked about.
        urged: only what was urged at least once.
        private: only private ones, or only the others.
        without_secret: nothing of the category that stays in the house.
        texts: any of these words, each time.
        merged: of what is kept as declined only what was merged, or only the rest.
    """

    statuses: frozenset[Status] = frozenset(Status)
    categories: Sequence[frozenset[int]] = ()
    buildings: Sequence[frozenset[int]] = ()
    homes: Sequence[frozenset[int]] = ()
    in_charge: Sequence[Sequence[tuple[int | None, str]]] = ()
    departments: Sequence[frozenset[str]] = ()
    unassigned: bool = False
    channels: Sequence[frozenset[str]] = ()
    levels: Sequence[frozenset[str]] = ()
    urgencies: Sequence[frozenset[str]] = ()
    reported_from: str | None = None
    reported_before: str | None = None
    overdue_on: str | None = None
    due_soon_on: str | None = None
    to_raise_on: str | None = None
    unanswered_at: str | None = None
    deferred_back_on: str | None = None
    unrated: bool = False
    urged: bool = False
    private: bool | None = None
    without_secret: bool = False
    texts: Sequence[Sequence[str]] = ()
    merged: bool | None = None

    @property
    def only_open(self) -> bool:
        """Whether it asks for a day or moment that only what is open can have missed."""
        return any((self.overdue_on, self.due_soon_on, self.to_raise_on, self.unanswered_at))


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
    return reader.value(sql, (_pattern(text),)) is not None


def matching(wanted: WantedIssues) -> tuple[str, list[object]]:
    """Return the condition of a whole filter, open and closed together, and its values."""
    chosen = _one_of(wanted.statuses) if wanted.statuses != frozenset(Status) else ""
    condition, values = _condition(wanted)
    if wanted.only_open:
        chosen += " AND i.closed_at IS NULL"
    return chosen + condition, values


_Part: TypeAlias = tuple[str, list[object], str]


def _parts(wanted: WantedIssues) -> Iterator[_Part]:
    """Return the question in its two parts, each of which an index gives in its order."""
    condition, values = _condition(wanted)
    still_open, over = wanted.statuses & OPEN, wanted.statuses & CLOSED
    if still_open:
        chosen = _one_of(still_open) if still_open != OPEN else ""
        yield (
            f" AND i.closed_at IS NULL{chosen}{condition}",
            values,
            f"{URGENCY_RANK}, i.due_on, i.id",
        )
    if over and not wanted.only_open:
        chosen = _one_of(over) if over != CLOSED else ""
        yield (
            f" AND i.closed_at IS NOT NULL{chosen}{condition}",
            values,
            "i.closed_at DESC, i.id",
        )


def _condition(wanted: WantedIssues) -> tuple[str, list[object]]:
    """Return what both parts ask, with its values."""
    conditions: list[str] = []
    values: list[object] = []
    for text, given in (*_choices(wanted), *_moments(wanted), *_marks(wanted)):
        conditions.append(text)
        values += given
    return "".join(f" AND {text}" for text in conditions), values


_Asked: TypeAlias = Iterator[tuple[str, Sequence[object]]]


def _choices(wanted: WantedIssues) -> _Asked:
    """Return what asks for any of several: ids, words, people."""
    for column, groups in (("category_id", wanted.categories), ("building_id", wanted.buildings)):
        for ids in groups:
            yield f"i.{column} IN ({_listed(ids)})", ()
    for homes in wanted.homes:
        also = (
            f"SELECT issue_id FROM issue_household WHERE household_id IN ({_listed(homes)})"  # noqa: S608  (our own columns)
            " AND removed_at IS NULL"
        )
        yield f"(i.household_id IN ({_listed(homes)}) OR i.id IN ({also}))", ()
    for column, chosen in (
        ("channel", wanted.channels), ("level", wanted.levels), ("urgency", wanted.urgencies),
    ):  # fmt: skip
        for group in chosen:
            yield f"i.{column} IN ({', '.join('?' * len(group))})", sorted(group)
    for group in wanted.departments:
        called = (
            "SELECT s.issue_id FROM street_call AS s JOIN called_department AS d"  # noqa: S608  (our own columns)
            f" ON d.call_id = s.id WHERE d.department IN ({', '.join('?' * len(group))})"
        )
        yield f"i.id IN ({called})", sorted(group)
    for people in wanted.in_charge:
        each = "i.steward_id = ? OR i.doer_id = ? OR i.handler LIKE ? ESCAPE '\\'"
        yield (
            f"({' OR '.join([each] * len(people))})",
            [value for who, body in people for value in (who, who, _pattern(body))],
        )
    for words in wanted.texts:
        likes = [f"i.{column} LIKE ? ESCAPE '\\'" for column in _SEARCHED]
        yield (
            f"({' OR '.join(likes * len(words))})",
            [_pattern(word) for word in words for _like in likes],
        )


def _moments(wanted: WantedIssues) -> _Asked:
    """Return what asks for days and moments."""
    for text, day in (
        ("i.reported_at >= ?", wanted.reported_from),
        ("i.reported_at < ?", wanted.reported_before),
        ("i.due_on < ?", wanted.overdue_on),
        (TO_RAISE, wanted.to_raise_on),
        (UNANSWERED, wanted.unanswered_at),
        ("i.status = 'deferred' AND i.deferred_until <= ?", wanted.deferred_back_on),
    ):
        if day is not None:
            yield text, (day,)
    if wanted.due_soon_on is not None:
        yield DUE_SOON, (wanted.due_soon_on,) * 2


def _marks(wanted: WantedIssues) -> _Asked:
    """Return what asks for a mark that an issue has or has not."""
    for text, asked in (
        ("i.steward_id IS NULL AND i.handler IS NULL", wanted.unassigned),
        (UNRATED, wanted.unrated),
        ("i.urged > 0", wanted.urged),
        (MAY_BE_HANDED_ON, wanted.without_secret),
    ):
        if asked:
            yield text, ()
    if wanted.private is not None:
        yield "i.private = ?", (int(wanted.private),)
    if wanted.merged is not None:
        yield f"(i.status <> 'declined' OR (i.merged_into IS NOT NULL) = {int(wanted.merged)})", ()


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(ids)))


def _one_of(statuses: frozenset[Status]) -> str:
    return f" AND {STATUS_NOW} IN ({', '.join(repr(str(status)) for status in sorted(statuses))})"


def _pattern(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
