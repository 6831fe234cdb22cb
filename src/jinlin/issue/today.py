"""What of the notebook wants doing today: of each kind one question."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Row
from typing import Final, TypeAlias

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
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.contribution.today_lines import SHOWN, Concern, TodayLine, TodaySection, Waiting
from jinlin.store.transaction.tx import Reader

_OPEN: Final = "i.removed_at IS NULL AND i.closed_at IS NULL"
_WHO: Final = "ifnull((SELECT name FROM person WHERE id = i.steward_id), i.handler)"


_LINE: TypeAlias = Callable[[Row], str]
"""What is said or to be typed of a row."""


def _asked(
    which: str,
    *,
    why: _LINE,
    line: _LINE,
    day: str = "NULL",
    who: str = _WHO,
    joined: str = "",
    order: str = f"{URGENCY_RANK}, i.due_on, i.id",
) -> Callable[[Reader], Waiting]:
    """Return what asks for one kind.

    Args:
        which: which issues; a `?` in it stands for this moment.
        why: why they wait, of one in a few words.
        line: what to type about one.
        day: since when or until when.
        who: who has it, or who has not come.
        joined: further tables.
        order: which comes first.
    """

    def ask(reader: Reader) -> Waiting:
        rows = reader.rows(
            f"SELECT i.year, i.number, CASE WHEN NOT i.private AND {MAY_BE_HANDED_ON}"  # noqa: S608  (our own columns)
            " THEN i.title END AS title, (SELECT name FROM category WHERE id = i.category_id"
            f" AND privacy <> 'secret') AS category, {day} AS day, {who} AS who, i.urged, i.level,"
            f" CASE WHEN i.closed_at IS NULL THEN {URGENCY_RANK} ELSE 2 END AS danger,"
            f" CAST(julianday(civil_today()) - julianday({day}) AS INTEGER) AS days"
            f" FROM issue AS i{joined} WHERE {which} ORDER BY {order}",
            [reader.clock.stamp] * which.count("?"),
        )
        concerns = tuple(_concern(row, reader.clock.today.year, why, line) for row in rows)
        first = tuple(TodayLine(c.number, c.text, c.day, c.who) for c in concerns[:SHOWN])
        return Waiting(len(concerns), first, concerns)

    return ask


def _concern(row: Row, year: int, why: _LINE, line: _LINE) -> Concern:
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
        return _("jinlin issue close {number} --result …")
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


SECTIONS: Final = (
    TodaySection(
        10,
        "to_raise",
        N_("Time is up: to the agenda, or one rung higher"),
        N_("jinlin issue list --to-raise"),
        _asked(
            f"{_OPEN} AND {TO_RAISE.replace('?', 'civil_today()')}",
            why=_to_raise,
            line=_raise,
            day="i.raise_on",
            order=f"{URGENCY_RANK}, i.raise_on, i.id",
        ),
    ),
    TodaySection(
        20,
        "overdue",
        N_("Overdue"),
        N_("jinlin issue list --overdue"),
        _asked(
            f"{_OPEN} AND i.due_on < civil_today()",
            why=lambda row: _("overdue {days} d").format(days=row["days"]),
            line=_close,
            day="i.due_on",
        ),
    ),
    TodaySection(
        30,
        "no_arrival",
        N_("Called and not arrived"),
        N_("jinlin issue arrive {number} --department {who}"),
        _asked(
            f"{_OPEN} AND i.status IN ('departments_called', 'departments_arrived')"
            " AND d.arrived_at IS NULL",
            why=lambda row: _("{department} not there").format(department=row["who"]),
            line=lambda _row: _("jinlin issue arrive {number} --department {who}"),
            who="d.department",
            joined=" JOIN street_call AS c ON c.issue_id = i.id"
            " JOIN called_department AS d ON d.call_id = c.id",
            order="c.called_at, d.id",
        ),
    ),
    TodaySection(
        40,
        "due_soon",
        N_("Due today or soon"),
        N_("jinlin issue list --due-soon"),
        _asked(
            f"{_OPEN} AND {DUE_SOON.replace('?', 'civil_today()')}",
            why=_due,
            line=_close,
            day="i.due_on",
        ),
    ),
    TodaySection(
        50,
        "urged",
        N_("Urged, and nothing done since"),
        N_("jinlin issue show {number}"),
        _asked(
            f"{_OPEN} AND i.urged > 0 AND 'urged' = (SELECT e.kind FROM issue_event AS e"  # noqa: S608  (our own columns)
            " WHERE e.issue_id = i.id ORDER BY e.id DESC LIMIT 1)",
            why=lambda row: _("urged {times}x").format(times=row["urged"]),
            line=lambda _row: _("jinlin issue note {number} …"),
        ),
    ),
    TodaySection(
        60,
        "deferred_back",
        N_("Deferred until now: they are back"),
        N_("jinlin issue list --deferred-back"),
        _asked(
            f"{_OPEN} AND i.status = 'deferred' AND i.deferred_until <= civil_today()",
            why=lambda _row: _("back again"),
            line=_close,
            day="i.deferred_until",
            order="i.deferred_until, i.id",
        ),
    ),
    TodaySection(
        68,
        "unsorted",
        N_("Not sorted yet: under which category?"),
        N_("jinlin issue edit {number} --category …"),
        _asked(
            f"{_OPEN} AND i.category_id = (SELECT id FROM category WHERE code = '{UNSORTED}')",  # noqa: S608  (our own)
            why=lambda _row: _("not sorted yet"),
            line=lambda _row: _("jinlin issue edit {number} --category …"),
            who="NULL",
        ),
    ),
    TodaySection(
        70,
        "unassigned",
        N_("Nobody in charge"),
        N_("jinlin issue assign {number} …"),
        _asked(
            f"{_OPEN} AND i.status = 'reported' AND i.steward_id IS NULL"
            f" AND i.handler IS NULL AND {MAY_BE_HANDED_ON}",
            why=lambda _row: _("nobody in charge"),
            line=_assign,
            who="NULL",
        ),
    ),
    TodaySection(
        80,
        "unanswered",
        N_("Nobody reached in the time promised"),
        N_("jinlin issue visit {number} …"),
        _asked(
            f"{_OPEN} AND {UNANSWERED}",
            why=lambda _row: _("nobody was there"),
            line=lambda _row: _("jinlin issue visit {number} …"),
            order=f"{URGENCY_RANK}, i.respond_by, i.id",
        ),
    ),
    TodaySection(
        90,
        "to_ask",
        N_("To ask whether they are satisfied"),
        N_("jinlin issue rate {number} 满意"),
        _asked(
            f"i.removed_at IS NULL AND i.ask_on <= civil_today() AND {UNRATED}",
            why=lambda _row: _("to ask"),
            line=lambda _row: _("jinlin issue rate {number} 满意"),
            day="i.ask_on",
            who="NULL",
            order="i.ask_on, i.id",
        ),
    ),
)
"""What is past all bounds first; what only she herself would miss last."""
