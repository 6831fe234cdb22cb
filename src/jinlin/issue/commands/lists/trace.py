"""`jinlin issue trace`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import full_number, ordered
from jinlin.issue.commands.shared.step_words import merged_label, told_change, told_details
from jinlin.issue.lists import trace
from jinlin.issue.record import life, queries
from jinlin.issue.record.actions import in_charge
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import merged_into
from jinlin.issue.rules.departments import department_labels
from jinlin.issue.rules.durations import Took
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.statuses import MERGED, told_labels
from jinlin.output.contribution.gifts import gifts_for
from jinlin.output.delivery.gifts import gifts_below
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, in_json
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def trace_(call: Call, number: options.AnyIssue) -> None:
    meant = full_number(call, number)
    with reading(call) as reader:
        issue = queries.find(reader, meant)
        events = life.events(reader, issue)
        steps = trace.steps(reader, events)
        took = trace.durations(reader, issue, events)
        arrivals = trace.arrivals(reader, issue.id)
        given = gifts_for(reader, Reference("issue", issue.label))
        fields = list(_fields(reader, issue, took))
        whole = in_json(call)
    show(
        call,
        Record.of(
            title=f"{issue.label} {issue.title}",
            fields=fields,
            listings=(
                _steps(steps, whole=whole),
                *([calls_listing(arrivals)] if arrivals or whole or call.fields else ()),
                *gifts_below(call, given),
            ),
            extra=_seconds(took),
        ),
    )


def _fields(reader: Reader, issue: IssueRow, took: trace.Durations) -> Iterator[tuple[Column, Any]]:
    yield Column(key="number", heading=_("Number")), issue.label
    yield Column(key="title", heading=_("Issue title")), issue.title
    into = merged_into(reader, issue)
    states = told_labels() if into is None else {MERGED: merged_label(into)}
    yield Column(key="status", heading=_("Status"), labels=states), issue.told
    yield Column(key="level", heading=_("Level"), labels=Level.labels()), issue.level
    yield (
        Column(key="in_charge", heading=_("In charge")),
        in_charge(issue.steward, issue.handler) or None,
    )
    yield Column(key="doer", heading=_("Doing the work")), issue.doer
    reported = Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME)
    yield reported, reader.clock.local(issue.reported_at)
    for key, heading, one in (
        ("to_accept", _("Until it was accepted"), took.accept),
        ("to_solve", _("Until it was solved"), took.solve),
        ("to_close", _("Until it was closed"), took.close),
    ):
        yield Column(key=key, heading=heading), one and taking(one)
    yield Column(key="reopened", heading=_("Times reopened"), kind=Kind.INTEGER), issue.reopened
    yield Column(key="urged", heading=_("Times urged"), kind=Kind.INTEGER), issue.urged
    back = Column(key="handed_back", heading=_("Times handed back"), kind=Kind.INTEGER)
    yield back, issue.handed_back
    yield from ordered(issue)


def _seconds(took: trace.Durations) -> dict[str, int | None]:
    return {
        f"to_{name}_seconds": one.seconds if one else None for name, one in took._asdict().items()
    }


def taking(took: Took) -> str:
    """Return how long something took; in days where no time of day was written down."""
    return _("{count} d").format(count=took.days) if took.seconds is None else lasting(took.seconds)


def lasting(seconds: int) -> str:
    """Return how long something took, in the two largest units that matter."""
    if seconds < _HOUR:
        return _("{minutes} min").format(minutes=seconds // _MINUTE)
    if seconds < _DAY:
        minutes = seconds % _HOUR // _MINUTE
        return _("{hours} h {minutes} min").format(hours=seconds // _HOUR, minutes=minutes)
    return _("{days} d {hours} h").format(days=seconds // _DAY, hours=seconds % _DAY // _HOUR)


def _steps(steps: Sequence[trace.TracedStep], *, whole: bool) -> Listing:
    columns = (
        Column(key="at", heading=_("When"), kind=Kind.TIME),
        Column(key="after", heading=_("After")),
        Column(key="kind", heading=_("What")),
        Column(key="note", heading=_("Details")),
        Column(key="person", heading=_("Given to")),
        Column(key="reference", heading=_("Decided by")),
        Column(key="user", heading=_("Who")),
    )
    seconds = Column(key="after_seconds", heading="", kind=Kind.INTEGER)
    return Listing(
        key="steps",
        title=_("The way it took"),
        columns=(*columns, seconds) if whole else columns,
        rows=[
            (
                step.at,
                lasting(step.seconds) if number else "",
                step.event.kind if whole else told_change(step.event),
                told_details(step.event, person=False),
                step.event.person,
                step.event.reference,
                step.event.user,
                *([step.seconds] if whole else ()),
            )
            for number, step in enumerate(steps)
        ],
    )


def calls_listing(arrivals: Sequence[trace.DepartmentCall]) -> Listing:
    """Return the departments that the street called, and whether and when they came."""
    scorers = {"street": _("street"), "branch": _("branch")}
    return Listing.of(
        "calls",
        _("Calls and arrivals"),
        (
            Cell("called_at", _("Called at"), kind=Kind.TIME),
            Cell("department", _("Department"), labels=department_labels()),
            Cell("lead", _("Lead"), labels=department_labels()),
            Cell("arrived_at", _("Arrived at"), kind=Kind.TIME),
            Cell("after", _("After"), lambda a: a.took and taking(a.took)),
            Cell("who_came", _("Who came")),
            Cell("result", _("Result")),
            Cell("score", _("Score"), kind=Kind.INTEGER),
            Cell("scored_by", _("Scored by"), labels=scorers),
        ),
        arrivals,
    )
