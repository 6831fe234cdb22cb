"""`jinlin issue show`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.commands.lists.trace import calls_listing
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import full_number, ordered
from jinlin.issue.commands.shared.step_words import (
    changes_of,
    merged_label,
    told_change,
    told_details,
)
from jinlin.issue.lists import trace
from jinlin.issue.record import queries
from jinlin.issue.record.categories import Category, categories, category_labels
from jinlin.issue.record.context import Around, around
from jinlin.issue.record.dates import begun
from jinlin.issue.record.life import EventRow, events
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.satisfaction import Quality, Satisfaction
from jinlin.issue.rules.statuses import MERGED, told_labels
from jinlin.issue.rules.urgencies import Urgency, shortened
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record, in_json
from jinlin.store.command.command import reading
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader


def show_(call: Call, number: options.AnyIssue) -> None:
    meant = full_number(call, number)
    with reading(call) as reader:
        issue = queries.find(reader, meant)
        steps = events(reader, issue)
        reported = begun(reader, issue)
        known = categories(reader, day=reported.date())
        [found] = [c for c in known if c.id == issue.category_id]
        promise = shortened(found.promise, issue.urgency, reported, calendar(reader))
        category = found._replace(promise=promise)
        near = around(reader, issue)
        fields = list(_fields(reader, issue, category, near))
        calls = trace.arrivals(reader, issue.id)
    every = in_json(call) or call.names_columns
    show(
        call,
        Record.of(
            title=f"{issue.label} {issue.title}",
            fields=fields,
            listings=(
                *([_others(near)] if near.others or every else ()),
                *([calls_listing(calls)] if calls or every else ()),
                _history(reader, steps, whole=in_json(call)),
            ),
            extra={
                "category_code": issue.category_code,
                "respond": category.respond.data,
                "close": category.close.data,
                "escalate": category.escalate.data,
            },
        ),
    )


def _fields(
    reader: Reader, issue: IssueRow, category: Category, near: Around
) -> Iterator[tuple[Column, Any]]:
    """Return the fields with their values, in the order people ask for them."""
    yield from _subject(issue, near)
    yield _text("homes", _("Also affects")), _(", ").join(near.homes) or None
    yield _text("affected_from", _("Affected from")), _since_when(reader, issue.affected_from)
    yield _text("affected_to", _("Affected to")), _since_when(reader, issue.affected_to)
    yield from _times(reader, issue)
    yield from _people(issue, near)
    yield from _outcome(issue)
    yield _text("promise", _("Promised")), _promise(category)
    yield _text("first_handler", _("First handler")), category.first_handler
    yield _text("goes_to", _("Goes to")), category.goes_to
    yield _text("advice", _("Mind")), category.advice


def _subject(issue: IssueRow, near: Around) -> Iterator[tuple[Column, Any]]:
    """Return what an issue is about, where, and who brought it."""
    yield _text("number", _("Number")), issue.label
    yield _text("title", _("Issue title")), issue.title
    into = next((other for other in near.others if other.relation == "merged_into"), None)
    state = _word("status", _("Status"), told_labels())
    if into is not None:
        state = state._replace(labels={MERGED: merged_label(into.number)})
    yield state, issue.told
    yield _word("category", _("Category"), category_labels()), issue.category
    yield _word("urgency", _("Urgency"), Urgency.labels()), issue.urgency
    yield _text("place", _("Place")), issue.place
    yield _text("building", _("Building")), issue.building
    yield _text("entrance", _("Entrance")), issue.entrance
    yield _text("room", _("Room")), issue.room
    yield _text("reporter", _("Reporter")), issue.reporter
    yield _text("on_behalf_of", _("On behalf of")), issue.on_behalf_of
    yield _text("accused", _("Accused party")), issue.accused
    phone = Column(key="reporter_phone", heading=_("Reporter's phone"), personal=Personal.PHONE)
    yield phone, issue.reporter_phone
    yield _word("channel", _("Channel"), Channel.labels()), issue.channel
    yield Column(key="private", heading=_("Private"), kind=Kind.BOOLEAN), issue.private
    yield _text("public_title", _("Title on the board")), issue.public_title
    yield from ordered(issue)


def _people(issue: IssueRow, near: Around) -> Iterator[tuple[Column, Any]]:
    """Return who is responsible, who does the work, and who is kept informed."""
    yield _text("steward", _("In charge")), issue.steward
    yield _text("handler", _("Body in charge")), issue.handler
    yield _text("doer", _("Doing the work")), issue.doer
    yield _text("informed", _("Kept informed")), _(", ").join(near.informed) or None
    yield Column(key="level", heading=_("Level"), labels=Level.labels()), issue.level


def _outcome(issue: IssueRow) -> Iterator[tuple[Column, Any]]:
    """Return what came of it, and what is said about that."""
    yield _text("partly_solved", _("Partly solved")), issue.partly_solved
    yield _text("result", _("Result")), issue.result
    yield _word("satisfaction", _("Satisfaction"), Satisfaction.labels()), issue.satisfaction
    yield _text("satisfaction_reason", _("Reason")), issue.satisfaction_reason
    yield _word("quality", _("Quality check"), Quality.labels()), issue.quality
    yield _text("quality_note", _("What it found")), issue.quality_note
    for key, heading, times in (
        ("urged", _("Times urged"), issue.urged),
        ("reopened", _("Times reopened"), issue.reopened),
        ("handed_back", _("Times handed back"), issue.handed_back),
    ):
        yield Column(key=key, heading=heading, kind=Kind.INTEGER), times


def _times(reader: Reader, issue: IssueRow) -> Iterator[tuple[Column, Any]]:
    """Return when it was reported, is due and was closed, and the other clocks that run."""
    local, today = reader.clock.local, reader.clock.today
    reported, closed = local(issue.reported_at), issue.closed_at and local(issue.closed_at)
    age = ((closed.date() if closed else today) - reported.date()).days
    yield _moment("reported_at", _("Reported at")), reported
    yield Column(key="age_days", heading=_("Age in days"), kind=Kind.INTEGER), age
    respond = issue.respond_by if issue.accepted_at is None and not closed else None
    yield _moment("respond_by", _("To be reached by")), respond and local(respond)
    yield _moment("accepted_at", _("Accepted at")), issue.accepted_at and local(issue.accepted_at)
    yield _date("due_on", _("Due on")), issue.due_on
    overdue = issue.overdue(today.isoformat())
    yield Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN), overdue
    soon = issue.due_soon(today.isoformat())
    yield Column(key="due_soon", heading=_("Due soon"), kind=Kind.BOOLEAN), soon
    yield _date("raise_on", _("To be raised after")), None if closed else issue.raise_on
    yield _date("deferred_until", _("Deferred until")), issue.deferred_until
    yield _moment("solved_at", _("Solved at")), issue.solved_at and local(issue.solved_at)
    yield _moment("closed_at", _("Closed at")), closed
    ask = issue.ask_on if issue.satisfaction is None else None
    yield _date("ask_on", _("Ask from")), ask


def _since_when(reader: Reader, moment: str | None) -> str | None:
    """Return a moment as it was said: a day alone where it is a day's beginning."""
    if moment is None:
        return None
    local = reader.clock.local(moment)
    return f"{local:%Y-%m-%d}" if not (local.hour or local.minute) else f"{local:%Y-%m-%d %H:%M}"


def _moment(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading, kind=Kind.TIME)


def _date(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading, kind=Kind.DATE)


def _text(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading)


def _word(key: str, heading: str, labels: Mapping[str, str]) -> Column:
    return Column(key=key, heading=heading, labels=labels)


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
    keys = (
        "kind", "from_status", "to_status", "satisfaction", "person", "note", "changes",
        "reference", "user",
    )  # fmt: skip
    return (
        Column(key="at", heading="", kind=Kind.TIME),
        *(_text(key, "") for key in keys),
    )


def _whole(step: EventRow) -> tuple[Any, ...]:
    changes = changes_of(step)
    return (
        step.kind, step.from_status, step.to_status, step.satisfaction, step.person,
        None if changes else step.note, changes, step.reference,
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
    details = (told_details(step), step.reference)
    return told_change(step), _("; ").join(part for part in details if part)


def _others(near: Around) -> Listing:
    relations = {
        "parent": _("part of"),
        "child": _("has as a part"),
        "related": _("related"),
        "merged_into": _("merged into"),
        "merged_from": _("merged from"),
    }
    return Listing(
        key="links",
        title=_("Other issues"),
        columns=(
            Column(key="relation", heading=_("Relation"), labels=relations),
            _text("number", _("Number")),
            _text("title", _("Issue title")),
            _word("status", _("Status"), told_labels()),
        ),
        rows=near.others,
    )
