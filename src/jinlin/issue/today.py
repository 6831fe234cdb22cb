"""What of the notebook wants doing today: of each kind one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from sqlite3 import Row
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.i18n import N_, _
from jinlin.issue.lists.lists import (
    DUE_SOON,
    MAY_BE_HANDED_ON,
    TO_RAISE,
    UNANSWERED,
    UNRATED,
    URGENCY_RANK,
)
from jinlin.issue.record.categories import UNSORTED
from jinlin.issue.rules.departments import department_names
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.contribution.today_lines import SHOWN, Concern, TodayLine, TodaySection, Waiting
from jinlin.store.transaction.tx import Reader

_OPEN: Final = "i.removed_at IS NULL AND i.closed_at IS NULL"
_WHO: Final = "ifnull((SELECT name FROM person WHERE id = i.steward_id), i.handler)"


_RANK: Final = f"CASE WHEN i.closed_at IS NULL THEN {URGENCY_RANK} ELSE 2 END"
_SAID: TypeAlias = Callable[[Row], str]
"""What is said or to be typed of a row."""


class _Kind(NamedTuple):
    """What waits for the same reason.

    Attributes:
        which: which issues; a `?` in it stands for this moment.
        why: why they wait, of one in a few words.
        line: what to type about one.
        day: since when or until when; a column of the issue.
        who: who has it, or who has not come.
        joined: further tables.
        once: how an issue that they name several times is told of once.
        order: which comes first in JSON.
    """

    which: str
    why: _SAID
    line: _SAID
    day: str = "NULL"
    who: str = _WHO
    joined: str = ""
    once: str = ""
    order: str = f"{URGENCY_RANK}, i.due_on, i.id"

    def waiting(self, reader: Reader) -> Waiting:
        """Return how many there are, and the first few."""
        total = self.count(reader)
        first = self._concerns(reader, f" ORDER BY {self.order}", SHOWN) if total else ()
        return Waiting(total, tuple(TodayLine(c.number, c.text, c.day, c.who) for c in first))

    def count(self, reader: Reader) -> int:
        """Return how many there are."""
        return int(
            reader.value(
                f"SELECT count(*) FROM issue AS i{self.joined} WHERE {self.which}",  # noqa: S608  (our own columns)
                self.values(reader),
            )
        )

    def concerns(self, reader: Reader, limit: int) -> Sequence[Concern]:
        """Return the first by the rule of the checklist; a limit of 0 means all."""
        # The index `issue_open` has the dangerous first, and of them what is due first.
        danger = URGENCY_RANK if self.which.startswith(_OPEN) else "2"
        order = f" ORDER BY {danger}, {self.day} IS NULL, {self.day}, i.year, i.number"
        return self._concerns(reader, f"{self.once}{order}", limit)

    def values(self, reader: Reader) -> list[object]:
        """Return the values for its places."""
        return [reader.clock.stamp] * self.which.count("?")

    def _concerns(self, reader: Reader, order: str, limit: int) -> Sequence[Concern]:
        # Which they are is settled before anything is looked up about them: of many few are told.
        rows = reader.rows(
            f"WITH first AS MATERIALIZED (SELECT i.id, {self.who} AS who"  # noqa: S608  (our own columns)
            f" FROM issue AS i{self.joined} WHERE {self.which}{order} LIMIT ?)"
            f" SELECT i.year, i.number, CASE WHEN NOT i.private AND {MAY_BE_HANDED_ON}"
            " THEN i.title END AS title, (SELECT name FROM category WHERE id = i.category_id"
            f" AND privacy <> 'secret') AS category, {self.day} AS day, first.who, i.urged,"
            f" i.level, {_RANK} AS danger,"
            f" CAST(julianday(civil_today()) - julianday({self.day}) AS INTEGER) AS days"
            " FROM first CROSS JOIN issue AS i ON i.id = first.id",
            (*self.values(reader), limit or -1),
        )
        year = reader.clock.today.year
        return [_concern(row, year, self.why, self.line) for row in rows]

    def section(self, rank: int, key: str, heading: str, to_type: str) -> TodaySection:
        """Return it as a section of the page, by its place, its name in JSON, and so on."""
        return TodaySection(rank, key, heading, to_type, self.waiting, self.concerns)


def _concern(row: Row, year: int, why: _SAID, line: _SAID) -> Concern:
    number = issue_label(row["year"], row["number"])
    short = str(row["number"]) if row["year"] == year else number
    reason = why(row) if row["danger"] else _("critical: {why}").format(why=why(row))
    return Concern(
        number=number,
        short=short,
        text=_title(row),
        day=row["day"],
        who=row["who"],
        danger=row["danger"],
        why=reason,
        line=line(row).format(number=short, who=row["who"]),
    )


def _title(row: Row) -> str:
    """Return what the screen of an office may show of an issue."""
    if row["title"] is not None:
        return str(row["title"])
    if row["category"] is None:
        return _("confidential")
    from jinlin.issue.privacy.redaction import untitled

    return untitled(row["category"])


def _close(row: Row) -> str:
    """Return what settles it, or first of all finds who is in charge."""
    if row["who"] or _is_secret(row):
        return _("jinlin issue close {number} …")
    return _assign(row)


def _is_secret(row: Row) -> bool:
    return row["category"] is None


def _assign(_row: Row) -> str:
    return _("jinlin issue assign {number} …")


def _raise(row: Row) -> str:
    """Return what takes it one rung higher, unless it must stay in the house."""
    if _is_secret(row):
        return _close(row)
    match Level(row["level"]):
        case Level.COMPLEX:
            return _("jinlin issue agenda {number}")
        case Level.FRIDAY:
            return _("jinlin issue escalate {number} --to community --request …")
        case Level.COMMUNITY:
            return _("jinlin issue escalate {number} --to street --request …")
        case _:
            return _("jinlin issue escalate {number} --to district --request …")


def _to_raise(row: Row) -> str:
    """Return whereto the issue should have gone, and how long ago."""
    if Level(row["level"]) is Level.COMPLEX:
        return _("agenda, {days} d late").format(days=row["days"])
    return _("next rung, {days} d late").format(days=row["days"])


def _due(row: Row) -> str:
    """Return how soon it is due."""
    if row["days"] == 0:
        return _("due today")
    if row["days"] == -1:
        return _("due tomorrow")
    return _("due in {days} d").format(days=-row["days"])


_KINDS: Final[Mapping[str, _Kind]] = {
    "to_raise": _Kind(
        f"{_OPEN} AND {TO_RAISE.replace('?', 'civil_today()')}",
        why=_to_raise,
        line=_raise,
        day="i.raise_on",
        order=f"{URGENCY_RANK}, i.raise_on, i.id",
    ),
    "overdue": _Kind(
        f"{_OPEN} AND i.due_on < civil_today()",
        why=lambda row: _("overdue {days} d").format(days=row["days"]),
        line=_close,
        day="i.due_on",
    ),
    "no_arrival": _Kind(
        f"{_OPEN} AND i.status IN ('departments_called', 'departments_arrived')"
        " AND d.arrived_at IS NULL",
        why=lambda row: _("{department} not there").format(
            department=department_names([row["who"]])[0]
        ),
        line=lambda _row: _("jinlin issue arrive {number} {who}"),
        who="d.department",
        joined=" JOIN street_call AS c ON c.issue_id = i.id"
        " JOIN called_department AS d ON d.call_id = c.id",
        once=" GROUP BY i.id HAVING min(d.id)",
        order="c.called_at, d.id",
    ),
    "due_soon": _Kind(
        f"{_OPEN} AND {DUE_SOON.replace('?', 'civil_today()')}",
        why=_due,
        line=_close,
        day="i.due_on",
    ),
    "urged": _Kind(
        f"{_OPEN} AND i.urged > 0 AND 'urged' = (SELECT e.kind FROM issue_event AS e"  # noqa: S608  (our own columns)
        " WHERE e.issue_id = i.id ORDER BY e.id DESC LIMIT 1)",
        why=lambda row: _("urged {times}x").format(times=row["urged"]),
        line=lambda _row: _("jinlin issue note {number} …"),
    ),
    "deferred_back": _Kind(
        f"{_OPEN} AND i.status = 'deferred' AND i.deferred_until <= civil_today()",
        why=lambda _row: _("back again"),
        line=_close,
        day="i.deferred_until",
        order="i.deferred_until, i.id",
    ),
    "unsorted": _Kind(
        f"{_OPEN} AND i.category_id = (SELECT id FROM category WHERE code = '{UNSORTED}')",  # noqa: S608  (our own)
        why=lambda _row: _("not sorted yet"),
        line=lambda _row: _("jinlin issue edit {number} --category …"),
        who="NULL",
    ),
    "unassigned": _Kind(
        f"{_OPEN} AND i.status = 'reported' AND i.steward_id IS NULL"
        f" AND i.handler IS NULL AND {MAY_BE_HANDED_ON}",
        why=lambda _row: _("nobody in charge"),
        line=_assign,
        who="NULL",
    ),
    "unanswered": _Kind(
        f"{_OPEN} AND {UNANSWERED}",
        why=lambda _row: _("nobody was there"),
        line=lambda _row: _("jinlin issue visit {number} …"),
        order=f"{URGENCY_RANK}, i.respond_by, i.id",
    ),
    "to_ask": _Kind(
        f"i.removed_at IS NULL AND i.ask_on <= civil_today() AND {UNRATED}",
        why=lambda _row: _("to ask"),
        line=lambda _row: _("jinlin issue rate {number} 满意"),
        day="i.ask_on",
        who="NULL",
        order="i.ask_on, i.id",
    ),
}

SECTIONS: Final = (
    _KINDS["to_raise"].section(
        10,
        "to_raise",
        N_("Time is up: to the agenda, or one rung higher"),
        N_("jinlin issue list --to-raise"),
    ),
    _KINDS["overdue"].section(20, "overdue", N_("Overdue"), N_("jinlin issue list --overdue")),
    _KINDS["no_arrival"].section(
        30,
        "no_arrival",
        N_("Called and not arrived"),
        N_("jinlin issue arrive {number} {who}"),
    ),
    _KINDS["due_soon"].section(
        40, "due_soon", N_("Due today or soon"), N_("jinlin issue list --due-soon")
    ),
    _KINDS["urged"].section(
        50, "urged", N_("Urged, and nothing done since"), N_("jinlin issue show {number}")
    ),
    _KINDS["deferred_back"].section(
        60,
        "deferred_back",
        N_("Deferred until now: they are back"),
        N_("jinlin issue list --deferred-back"),
    ),
    _KINDS["unsorted"].section(
        68,
        "unsorted",
        N_("Not sorted yet: under which category?"),
        N_("jinlin issue edit {number} --category …"),
    ),
    _KINDS["unassigned"].section(
        70, "unassigned", N_("Nobody in charge"), N_("jinlin issue assign {number} …")
    ),
    _KINDS["unanswered"].section(
        80,
        "unanswered",
        N_("Nobody reached in the time promised"),
        N_("jinlin issue visit {number} …"),
    ),
    _KINDS["to_ask"].section(
        90, "to_ask", N_("To ask whether they are satisfied"), N_("jinlin issue rate {number} 满意")
    ),
)
"""What is past all bounds first; what only she herself would miss last."""


def count_subjects(reader: Reader) -> int:
    """Return how many issues wait for any of these reasons; of what is open in one go."""
    still_open = [kind for kind in _KINDS.values() if kind.which.startswith(_OPEN)]
    found = " OR ".join(
        f"i.id IN (SELECT i.id FROM issue AS i{kind.joined} WHERE {kind.which})"  # noqa: S608  (our own columns)
        if kind.joined
        else f"({kind.which})"
        for kind in still_open
    )
    values = [value for kind in still_open for value in kind.values(reader)]
    waiting = reader.value(f"SELECT count(*) FROM issue AS i WHERE {_OPEN} AND ({found})", values)  # noqa: S608  (our own)
    return int(waiting) + _KINDS["to_ask"].count(reader)
