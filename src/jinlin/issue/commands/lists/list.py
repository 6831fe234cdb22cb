"""`jinlin issue list`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import typer

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.commands.shared.filter_options import chosen
from jinlin.issue.lists import lists
from jinlin.issue.record.actions import in_charge
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import told_labels
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted, with_aside
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_BUILDING_WORDS = ("号楼", "号栋", "栋", "幢", "座", "#", "-")


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        today = reader.clock.today
        wanted = chosen(ctx, reader)
        limit = rows_wanted(call)
        found = lists.issues(reader, wanted, limit=limit)
        rows = list(found) if call.names_columns else found  # gone through twice
        whole = call.json or call.csv or bool(call.output and not call.output.endswith(".md"))
        few = Listing(
            key="issues",
            title=_("Issues"),
            columns=tuple(_few_columns()),
            rows=_few(rows, today),
            total=lists.count(reader, wanted) if limit else None,
            empty=_nothing(reader),
            notes=_left_out(reader, wanted),
        )
        if whole or call.names_columns:
            every = few._replace(columns=tuple(_whole_columns()), rows=_whole(reader, rows, today))
            few = every if whole else with_aside(few, every)
        show(call, few)


def _nothing(reader: Reader) -> str:
    """Return what is said of an empty list: how to begin, or that the filter finds nothing."""
    if reader.value("SELECT 1 FROM issue WHERE removed_at IS NULL LIMIT 1") is None:
        return _("There is no issue yet. Record one: jinlin issue add 路灯不亮 --category 设施")
    return _("There is no such issue. All of them: jinlin issue list")


def _left_out(reader: Reader, wanted: lists.WantedIssues) -> tuple[str, ...]:
    """Return the note that something secret is not in a list by who is in charge."""
    if not wanted.without_secret:
        return ()
    left = lists.count(reader, wanted._replace(without_secret=False)) - lists.count(reader, wanted)
    if not left:
        return ()
    return (_("Left out because it is confidential: {count}.").format(count=left),)


def _few_columns() -> Iterator[Column]:
    yield Column(key="number", heading=_("Number"))
    yield Column(key="title", heading=_("Issue title"), personal=Personal.TEXT)
    yield Column(key="category", heading=_("Category"))
    yield Column(key="status", heading=_("Status"))
    yield Column(key="place", heading=_("Place"), personal=Personal.TEXT)
    yield Column(key="due_on", heading=_("Due on"))
    yield Column(key="steward", heading=_("In charge"))


def _few(rows: Iterable[IssueRow], today: date) -> Iterator[tuple[str, ...]]:
    """Return what fits on a screen: urgent and overdue in words, this year's days in short."""
    for issue in rows:
        yield (
            issue.label,
            _marked(issue),
            issue.category,
            _status(issue, today),
            place_in_short(issue),
            "" if issue.closed else (issue.due_on or "").removeprefix(f"{today.year}-"),
            in_charge(issue.steward, issue.handler),
        )


def _marked(issue: IssueRow) -> str:
    """Return the title, and before it that it is urgent, or kept off boards."""
    marks = []
    if issue.urgency != "normal" and not issue.closed:
        marks.append(issue.urgency.label)
    if issue.private:
        marks.append(_("private"))
    return "".join(f"【{mark}】" for mark in marks) + issue.title


def _status(issue: IssueRow, today: date) -> str:
    """Return the status, and by how much it is overdue."""
    status = issue.told.label
    if issue.due_on is None or not issue.overdue(today.isoformat()):
        return status
    days = (today - date.fromisoformat(issue.due_on)).days
    return status + "\n" + _("overdue by {days} d").format(days=days)


def place_in_short(issue: IssueRow) -> str:
    """Return the place, its building first where the words do not say it."""
    if issue.building is None:
        return issue.place or ""
    if issue.place is None:
        home = "-".join(part for part in (issue.building, issue.entrance, issue.room) if part)
        return home if issue.room else f"{issue.building}#"
    said = issue.place.startswith(tuple(issue.building + word for word in _BUILDING_WORDS))
    return issue.place if said else f"{issue.building}# {issue.place}"


def _whole_columns() -> Iterator[Column]:
    yield Column(key="number", heading=_("Number"))
    yield Column(key="title", heading=_("Issue title"), personal=Personal.TEXT)
    yield Column(key="category", heading=_("Category"))
    yield Column(key="category_code", heading=_("Category code"))
    yield Column(key="status", heading=_("Status"), labels=told_labels())
    yield Column(key="level", heading=_("Level"), labels=Level.labels())
    yield Column(key="urgency", heading=_("Urgency"), labels=Urgency.labels())
    yield Column(key="building", heading=_("Building"))
    yield Column(key="entrance", heading=_("Entrance"))
    yield Column(key="room", heading=_("Room"))
    yield Column(key="place", heading=_("Place"), personal=Personal.TEXT)
    yield Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME)
    yield Column(key="due_on", heading=_("Due on"), kind=Kind.DATE)
    yield Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN)
    yield Column(key="deferred_until", heading=_("Deferred until"), kind=Kind.DATE)
    yield Column(key="steward", heading=_("In charge"))
    yield Column(key="handler", heading=_("Body in charge"))
    yield Column(key="channel", heading=_("Channel"), labels=Channel.labels())
    yield Column(key="private", heading=_("Private"), kind=Kind.BOOLEAN)
    yield Column(key="urged", heading=_("Times urged"), kind=Kind.INTEGER)
    yield Column(key="reopened", heading=_("Times reopened"), kind=Kind.INTEGER)
    yield Column(key="closed_at", heading=_("Closed at"), kind=Kind.TIME)
    yield Column(key="satisfaction", heading=_("Satisfaction"), labels=Satisfaction.labels())


def _whole(reader: Reader, rows: Iterable[IssueRow], today: date) -> Iterator[tuple[Any, ...]]:
    """Return what other programs get: everything but the reporter."""
    local, day = reader.clock.local, today.isoformat()
    for i in rows:
        yield (
            i.label, i.title, i.category, i.category_code, i.told, i.level, i.urgency,
            i.building, i.entrance, i.room, i.place, local(i.reported_at), i.due_on,
            i.overdue(day), i.deferred_until, i.steward, i.handler, i.channel, i.private,
            i.urged, i.reopened, i.closed_at and local(i.closed_at), i.satisfaction,
        )  # fmt: skip
