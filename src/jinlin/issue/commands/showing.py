"""`jinlin issue show`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import typer

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue import queries
from jinlin.issue.categories import Category, categories
from jinlin.issue.commands import options
from jinlin.issue.commands.replies import full_number, number_question
from jinlin.issue.editing import Changes, told_changes
from jinlin.issue.queries import EventRow, IssueRow
from jinlin.issue.rules import (
    CHANNEL_LABELS,
    EVENT_LABELS,
    SATISFACTION_LABELS,
    URGENCY_LABELS,
    EventKind,
)
from jinlin.issue.statuses import STATUS_LABELS
from jinlin.output.asking import answers
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, Record
from jinlin.output.show import show
from jinlin.store.command import reading
from jinlin.store.tx import Reader


def show_(ctx: typer.Context, number: options.Number = None) -> None:
    call = called(ctx)
    [said] = answers(call, [number_question(number)])
    meant = full_number(call, said)
    with reading(call) as reader:
        issue = queries.find(reader, meant)
        steps = queries.events(reader, issue.id)
        [category] = [c for c in categories(reader) if c.id == issue.category_id]
        fields = list(_fields(reader, issue, category, steps))
        show(
            call,
            Record(
                title=f"{issue.label} {issue.title}",
                columns=tuple(column for column, _value in fields),
                values=[value for _column, value in fields],
                listings=(_history(reader, steps, whole=_is_json(call)),),
                extra={
                    "category_code": issue.category_code,
                    "respond": category.respond.data,
                    "close": category.close.data,
                    "escalate": category.escalate.data,
                },
            ),
        )


def _is_json(call: Call) -> bool:
    return call.json or (call.output or "").endswith(".json")


def _fields(
    reader: Reader, issue: IssueRow, category: Category, steps: list[EventRow]
) -> Iterator[tuple[Column, Any]]:
    """Return the fields with their values, in the order people ask for them."""
    yield from _subject(issue)
    yield from _times(reader, issue)
    yield _text("steward", _("In charge")), issue.steward
    yield _text("handler", _("Body in charge")), issue.handler
    yield _text("result", _("Result")), issue.result
    yield _word("satisfaction", _("Satisfaction"), SATISFACTION_LABELS), issue.satisfaction
    yield (
        Column(key="reopened", heading=_("Times reopened"), kind=Kind.INTEGER),
        sum(step.kind is EventKind.REOPENED for step in steps),
    )
    yield _text("promise", _("Promised")), _promise(category)
    yield _text("first_handler", _("First handler")), category.first_handler
    yield _text("goes_to", _("Goes to")), category.goes_to
    yield _text("advice", _("Mind")), category.advice


def _subject(issue: IssueRow) -> Iterator[tuple[Column, Any]]:
    """Return what an issue is about, where, and who brought it."""
    yield _text("number", _("Number")), issue.label
    yield _text("title", _("Issue title")), issue.title
    yield _word("status", _("Status"), STATUS_LABELS), issue.status
    yield _text("category", _("Category")), issue.category
    yield _word("urgency", _("Urgency"), URGENCY_LABELS), issue.urgency
    yield _text("place", _("Place")), issue.place
    yield _text("building", _("Building")), issue.building
    yield _text("entrance", _("Entrance")), issue.entrance
    yield _text("room", _("Room")), issue.room
    yield _text("reporter", _("Reporter")), issue.reporter
    phone = Column(key="reporter_phone", heading=_("Reporter's phone"), personal=Personal.PHONE)
    yield phone, issue.reporter_phone
    yield _word("channel", _("Channel"), CHANNEL_LABELS), issue.channel
    yield Column(key="private", heading=_("Private"), kind=Kind.BOOLEAN), issue.private


def _times(reader: Reader, issue: IssueRow) -> Iterator[tuple[Column, Any]]:
    """Return when it was reported, is due and was closed."""
    local, today = reader.clock.local, reader.clock.today
    reported, closed = local(issue.reported_at), issue.closed_at and local(issue.closed_at)
    age = ((closed.date() if closed else today) - reported.date()).days
    yield Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME), reported
    yield Column(key="age_days", heading=_("Age in days"), kind=Kind.INTEGER), age
    yield Column(key="due_on", heading=_("Due on"), kind=Kind.DATE), issue.due_on
    overdue = issue.overdue(today.isoformat())
    yield Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN), overdue
    yield Column(key="closed_at", heading=_("Closed at"), kind=Kind.TIME), closed


def _text(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading)


def _word(key: str, heading: str, labels: Mapping[Any, str]) -> Column:
    said = {str(word): _(label) for word, label in labels.items()}
    return Column(key=key, heading=heading, labels=said)


def _promise(category: Category) -> str:
    return _("reach: {respond}; close: {close}; raise after: {escalate}").format(
        respond=category.respond.text, close=category.close.text, escalate=category.escalate.text
    )


def _history(reader: Reader, steps: list[EventRow], *, whole: bool) -> Listing:
    return Listing(
        key="events",
        title=_("History"),
        columns=_whole_columns() if whole else _few_columns(),
        rows=[
            (reader.clock.local(step.at), *(_whole(step) if whole else _few(step)), step.user)
            for step in steps
        ],
    )


def _whole_columns() -> tuple[Column, ...]:
    """Return the columns that programs get; they have no headings."""
    keys = ("kind", "from_status", "to_status", "satisfaction", "person", "note", "changes", "user")
    return (
        Column(key="at", heading="", kind=Kind.TIME),
        *(_text(key, "") for key in keys),
    )


def _whole(step: EventRow) -> tuple[Any, ...]:
    changes = _changes(step)
    return (
        step.kind, step.from_status, step.to_status, step.satisfaction, step.person,
        None if changes else step.note, changes,
    )  # fmt: skip


def _few_columns() -> tuple[Column, ...]:
    return (
        Column(key="at", heading=_("When"), kind=Kind.TIME),
        _text("kind", _("What")),
        _text("note", _("Details")),
        _text("user", _("Who")),
    )


def _few(step: EventRow) -> tuple[str, str]:
    """Return a step in words: what was done, and from what to what, with whom, why."""
    changes = _changes(step)
    said = (
        _(SATISFACTION_LABELS[step.satisfaction]) if step.satisfaction else None,
        step.person,
        told_changes(changes) if changes else step.note,
    )
    return _change(step), _("; ").join(part for part in said if part)


def _change(step: EventRow) -> str:
    what = _(EVENT_LABELS[step.kind])
    if step.to_status is None or step.from_status is None:
        return what
    return _("{what}: {before} → {after}").format(
        what=what,
        before=_(STATUS_LABELS[step.from_status]),
        after=_(STATUS_LABELS[step.to_status]),
    )


def _changes(step: EventRow) -> Changes | None:
    """Return which fields an `edited` step changed, and from what to what."""
    if step.kind is not EventKind.EDITED or step.note is None:
        return None
    found: Changes = json.loads(step.note)
    return found
