"""What is to be done by a day, and terms that end: for the calendar of a phone.

It leaves the house with the phone: titles name nobody, what is private is only counted, and of
what is secret nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from jinlin.core.i18n import _
from jinlin.issue.privacy.publicity import Disclosure, kept_back
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.rules.numbers import issue_label
from jinlin.meeting.calendar.ical import Event, Todo
from jinlin.meeting.record.action_register import actions
from jinlin.meeting.record.ties import ToldOutside
from jinlin.member.posts.terms import ending
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader

TICKED_FOR: Final = 30
"""So many days what was done stands there ticked, so that a phone that knows it ticks it too."""
WARNED_BEFORE: Final = timedelta(days=90)
"""So long before its end a phone tells of a term: an election is prepared for months."""


def deadlines(reader: Reader) -> list[Todo]:
    """Return the issues and action items that are to be done by a day, or were done of late."""
    return [*_issues(reader), *_action_items(reader)]


def _issues(reader: Reader) -> Iterator[Todo]:
    kept, redactor = kept_back(reader), redactor_of(reader)
    for row in reader.rows(
        "SELECT i.year, i.number, i.title, i.due_on, i.urgency, i.closed_at, i.deferred_until,"
        " c.name AS category FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " WHERE i.removed_at IS NULL AND i.merged_into IS NULL AND i.due_on IS NOT NULL"
        " AND c.privacy <> 'secret' AND (i.closed_at IS NULL OR i.closed_at >= ?)"
        " ORDER BY i.due_on, i.id",
        (reader.clock.moment(reader.clock.today - timedelta(days=TICKED_FOR)),),
    ):
        label = issue_label(row["year"], row["number"])
        withheld = kept.get(label)
        if withheld is not None and withheld.form is Disclosure.NOTHING:
            continue
        title = redactor.text(row["title"]) if withheld is None else withheld.words
        yield Todo(
            key=f"issue-{label}",
            title=f"{label} {title}",
            due=date.fromisoformat(row["due_on"]),
            done_at=_moment(reader, row["closed_at"]),
            urgent=row["urgency"] != "normal",
            text=row["category"] if withheld is None else "",
        )


def _action_items(reader: Reader) -> Iterator[Todo]:
    since = reader.clock.today - timedelta(days=TICKED_FOR)
    rows, _count = actions(
        reader,
        Condition(
            "a.due_on IS NOT NULL AND (a.done_on IS NULL OR a.done_on >= ?)", (since.isoformat(),)
        ),
    )
    texts = ToldOutside(reader).texts((row.label, row.text) for row in rows)
    for row, text in zip(rows, texts, strict=True):
        if not text or row.due_on is None:
            continue
        yield Todo(
            key=f"action-{row.label}",
            title=f"{row.label} {text}",
            due=row.due_on,
            done_at=reader.clock.local(reader.clock.moment(row.done_on)) if row.done_on else None,
            percent=row.percent,
        )


def _moment(reader: Reader, kept: str | None) -> datetime | None:
    return reader.clock.local(kept) if kept else None


def term_ends(reader: Reader, *, months: int = 12) -> list[Event]:
    """Return the days on which terms end; those who hold a post are named."""
    return [
        Event(
            key=f"term-{one.person.label if one.person else 'branch'}-{one.held.body.value}"
            f"-{one.ends_on.isoformat()}",
            title=_("Term ends: {term}").format(term=one.told),
            start=one.ends_on,
            told_before=WARNED_BEFORE,
        )
        for one in ending(reader, on=reader.clock.today, months=months)
    ]
