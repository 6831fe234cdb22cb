"""What of the notebook wants doing today: of each kind one question."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Row
from typing import Final

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
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.contribution.today_lines import SHOWN, TodayLine, TodaySection, Waiting
from jinlin.store.transaction.tx import Reader

_OPEN: Final = "i.removed_at IS NULL AND i.closed_at IS NULL"
_WHO: Final = "ifnull((SELECT name FROM person WHERE id = i.steward_id), i.handler)"


def _asked(
    which: str,
    *,
    day: str = "NULL",
    who: str = _WHO,
    joined: str = "",
    order: str = f"{URGENCY_RANK}, i.due_on, i.id",
) -> Callable[[Reader], Waiting]:
    """Return what asks for one kind.

    Args:
        which: which issues; a `?` in it stands for this moment.
        day: since when or until when.
        who: who has it, or who has not come.
        joined: further tables.
        order: which comes first.
    """

    def ask(reader: Reader) -> Waiting:
        rows = reader.rows(
            f"SELECT i.year, i.number, CASE WHEN NOT i.private AND {MAY_BE_HANDED_ON}"  # noqa: S608  (our own columns)
            " THEN i.title END AS title, (SELECT name FROM category WHERE id = i.category_id"
            " AND privacy <> 'secret') AS category,"
            f" {day} AS day, {who} AS who,"
            f" count(*) OVER () AS total FROM issue AS i{joined} WHERE {which}"
            f" ORDER BY {order} LIMIT ?",
            (*[reader.clock.stamp] * which.count("?"), SHOWN),
        )
        return Waiting(
            total=rows[0]["total"] if rows else 0,
            first=tuple(
                TodayLine(
                    issue_label(row["year"], row["number"]), _title(row), row["day"], row["who"]
                )
                for row in rows
            ),
        )

    return ask


def _title(row: Row) -> str:
    """Return what the screen of an office may show of an issue."""
    if row["title"] is not None:
        return str(row["title"])
    if row["category"] is None:
        return _("confidential")
    from jinlin.issue.privacy.redaction import untitled

    return untitled(row["category"])


SECTIONS: Final = (
    TodaySection(
        40,
        "overdue",
        N_("Overdue"),
        "jinlin issue list --overdue",
        _asked(f"{_OPEN} AND i.due_on < civil_today()", day="i.due_on"),
    ),
    TodaySection(
        50,
        "due_soon",
        N_("Due today or soon"),
        "jinlin issue list --due-soon",
        _asked(f"{_OPEN} AND {DUE_SOON.replace('?', 'civil_today()')}", day="i.due_on"),
    ),
    TodaySection(
        60,
        "unanswered",
        N_("Nobody reached in the time promised"),
        N_("jinlin issue visit {number} TEXT"),
        _asked(f"{_OPEN} AND {UNANSWERED}", order=f"{URGENCY_RANK}, i.respond_by, i.id"),
    ),
    TodaySection(
        70,
        "to_raise",
        N_("Time is up: to the agenda, or one rung higher"),
        "jinlin issue list --to-raise",
        _asked(
            f"{_OPEN} AND {TO_RAISE.replace('?', 'civil_today()')}",
            day="i.raise_on",
            order=f"{URGENCY_RANK}, i.raise_on, i.id",
        ),
    ),
    TodaySection(
        80,
        "deferred_back",
        N_("Deferred until now: they are back"),
        "jinlin issue list --deferred-back",
        _asked(
            f"{_OPEN} AND i.status = 'deferred' AND i.deferred_until <= civil_today()",
            day="i.deferred_until",
            order="i.deferred_until, i.id",
        ),
    ),
    TodaySection(
        90,
        "unassigned",
        N_("Nobody in charge"),
        N_("jinlin issue assign {number} NAME"),
        _asked(
            f"{_OPEN} AND i.status = 'reported' AND i.steward_id IS NULL"
            f" AND i.handler IS NULL AND {MAY_BE_HANDED_ON}",
            who="NULL",
        ),
    ),
    TodaySection(
        95,
        "unsorted",
        N_("Not sorted yet: under which category?"),
        N_("jinlin issue edit {number} --category CATEGORY"),
        _asked(
            f"{_OPEN} AND i.category_id = (SELECT id FROM category WHERE code = '{UNSORTED}')",  # noqa: S608  (our own)
            who="NULL",
        ),
    ),
    TodaySection(
        100,
        "no_arrival",
        N_("Called and not arrived"),
        "jinlin issue arrive {number} --department {who}",
        _asked(
            f"{_OPEN} AND i.status IN ('departments_called', 'departments_arrived')"
            " AND d.arrived_at IS NULL",
            who="d.department",
            joined=" JOIN street_call AS c ON c.issue_id = i.id"
            " JOIN called_department AS d ON d.call_id = c.id",
            order="c.called_at, d.id",
        ),
    ),
    TodaySection(
        110,
        "urged",
        N_("Urged, and nothing done since"),
        "jinlin issue show {number}",
        _asked(
            f"{_OPEN} AND i.urged > 0 AND 'urged' = (SELECT e.kind FROM issue_event AS e"  # noqa: S608  (our own columns)
            " WHERE e.issue_id = i.id ORDER BY e.id DESC LIMIT 1)",
        ),
    ),
    TodaySection(
        130,
        "to_ask",
        N_("To ask whether they are satisfied"),
        N_("jinlin issue rate {number} 满意"),
        _asked(
            f"i.removed_at IS NULL AND i.ask_on <= civil_today() AND {UNRATED}",
            day="i.ask_on",
            who="NULL",
            order="i.ask_on, i.id",
        ),
    ),
)
