"""`jinlin issue list`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.clock import parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.issue import lists
from jinlin.issue.actions import in_charge
from jinlin.issue.categories import categories, find_category
from jinlin.issue.lists import Wanted
from jinlin.issue.queries import IssueRow, has_handler
from jinlin.issue.rules import CHANNEL_LABELS, SATISFACTION_LABELS, URGENCY_LABELS
from jinlin.issue.statuses import STATUS_LABELS, Status, read_statuses
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.show import show
from jinlin.store.command import reading
from jinlin.store.tx import Reader

_BUILDING_WORDS = ("号楼", "号栋", "栋", "幢", "座", "#", "-")

Words: TypeAlias = list[str] | None


def list_(
    ctx: typer.Context,
    status: Annotated[
        Words, typer.Option(metavar=_("WORD"), help=_("A status; open, closed; 办理中,已办结."))
    ] = None,
    category: Annotated[
        Words, typer.Option(metavar=_("NAME"), help=_("A category; a group holds all of its own."))
    ] = None,
    building: Annotated[Words, typer.Option(metavar=_("BUILDING"), help=_("3, A, 3号楼."))] = None,
    steward: Annotated[
        Words, typer.Option(metavar=_("WHO"), help=_("Who is in charge: a person or a body."))
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("Reported from this day on."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar=_("DATE"), help=_("Reported up to this day."))
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))] = False,
    text: Annotated[
        Words, typer.Option(metavar=_("WORD"), help=_("Words in title, place or result."))
    ] = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        today = reader.clock.today
        wanted = Wanted(
            statuses=_statuses(status),
            categories=list(_category_ids(reader, category)),
            buildings=list(_building_ids(reader, building)),
            in_charge=list(_in_charge(reader, steward)),
            overdue_on=today.isoformat() if overdue else None,
            texts=[_said(words) for words in text or ()],
            **_days(reader, from_, to),
        )
        limit = rows_wanted(call)
        rows = lists.issues(reader, wanted, limit=limit)
        whole = call.json or call.csv or bool(call.output and not call.output.endswith(".md"))
        show(
            call,
            Listing(
                key="issues",
                title=_("Issues"),
                columns=tuple(_whole_columns() if whole else _few_columns()),
                rows=_whole(reader, rows, today) if whole else _few(rows, today),
                total=lists.count(reader, wanted) if limit else None,
                empty=_(
                    "There is no such issue. Record one: jinlin issue add 路灯不亮 --category 设施"
                ),
            ),
        )


def _said(words: str) -> list[str]:
    """Take apart what is separated by commas: any of them will do."""
    said = [clean(word) for word in words.replace("，", ",").replace("、", ",").split(",")]
    if not any(said):
        raise UsageError(_("A filter is empty."), hint=_("Write a word after the option."))
    return [word for word in said if word]


def _statuses(options: Words) -> frozenset[Status]:
    found = frozenset(Status)
    for words in options or ():
        found &= frozenset[Status]().union(*(read_statuses(word) for word in _said(words)))
    return found


def _category_ids(reader: Reader, options: Words) -> Iterator[frozenset[int]]:
    known = categories(reader) if options else []
    for words in options or ():
        chosen = [find_category(known, word) for word in _said(words)]
        groups = {category.code for category in chosen if category.is_group}
        yield frozenset(c.id for c in known if c in chosen or c.group_code in groups)


def _building_ids(reader: Reader, options: Words) -> Iterator[frozenset[int]]:
    if not options:
        return
    from jinlin.complex.address import parse_building
    from jinlin.complex.queries import building_id

    for words in options:
        yield frozenset(building_id(reader, parse_building(word)) for word in _said(words))


def _in_charge(reader: Reader, options: Words) -> Iterator[list[tuple[int | None, str]]]:
    if not options:
        return
    from jinlin.issue.commands.people import person_called

    for words in options:
        yield [
            (None if has_handler(reader, word) else person_called(reader, word).id, word)
            for word in _said(words)
        ]


def _days(reader: Reader, first: str | None, last: str | None) -> dict[str, str]:
    """Return the moments between which a report was made."""
    clock = reader.clock
    since = parse_day(first, clock) if first else None
    until = parse_day(last, clock) if last else None
    if since and until and since > until:
        raise UsageError(
            _("{since} is after {until}.").format(since=since, until=until),
            hint=_("Change --from and --to round."),
        )
    moments = {"reported_from": since, "reported_before": until and until + timedelta(days=1)}
    return {name: clock.moment(day) for name, day in moments.items() if day is not None}


def _few_columns() -> Iterator[Column]:
    yield Column(key="number", heading=_("Number"))
    yield Column(key="title", heading=_("Issue title"))
    yield Column(key="category", heading=_("Category"))
    yield Column(key="status", heading=_("Status"))
    yield Column(key="place", heading=_("Place"))
    yield Column(key="due_on", heading=_("Due on"))
    yield Column(key="steward", heading=_("In charge"))


def _few(rows: Iterable[IssueRow], today: date) -> Iterator[tuple[str, ...]]:
    """Return what fits on a screen: urgent and overdue in words, this year's days in short."""
    for issue in rows:
        urgent = issue.urgency != "normal" and not issue.closed
        yield (
            issue.label,
            f"【{_(URGENCY_LABELS[issue.urgency])}】{issue.title}" if urgent else issue.title,
            issue.category,
            _status(issue, today),
            _place(issue),
            "" if issue.closed else (issue.due_on or "").removeprefix(f"{today.year}-"),
            in_charge(issue.steward, issue.handler),
        )


def _status(issue: IssueRow, today: date) -> str:
    """Return the status, and by how much it is overdue."""
    status = _(STATUS_LABELS[issue.status])
    if issue.due_on is None or not issue.overdue(today.isoformat()):
        return status
    days = (today - date.fromisoformat(issue.due_on)).days
    return status + "\n" + _("overdue by {days} d").format(days=days)


def _place(issue: IssueRow) -> str:
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
    yield Column(key="title", heading=_("Issue title"))
    yield Column(key="category", heading=_("Category"))
    yield Column(key="category_code", heading=_("Category code"))
    yield Column(key="status", heading=_("Status"), labels=_labels(STATUS_LABELS))
    yield Column(key="urgency", heading=_("Urgency"), labels=_labels(URGENCY_LABELS))
    yield Column(key="building", heading=_("Building"))
    yield Column(key="entrance", heading=_("Entrance"))
    yield Column(key="room", heading=_("Room"))
    yield Column(key="place", heading=_("Place"))
    yield Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME)
    yield Column(key="due_on", heading=_("Due on"), kind=Kind.DATE)
    yield Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN)
    yield Column(key="steward", heading=_("In charge"))
    yield Column(key="handler", heading=_("Body in charge"))
    yield Column(key="channel", heading=_("Channel"), labels=_labels(CHANNEL_LABELS))
    yield Column(key="private", heading=_("Private"), kind=Kind.BOOLEAN)
    yield Column(key="closed_at", heading=_("Closed at"), kind=Kind.TIME)
    yield Column(key="satisfaction", heading=_("Satisfaction"), labels=_labels(SATISFACTION_LABELS))


def _whole(reader: Reader, rows: Iterable[IssueRow], today: date) -> Iterator[tuple[Any, ...]]:
    """Return what other programs get: everything but the reporter."""
    local, day = reader.clock.local, today.isoformat()
    for i in rows:
        yield (
            i.label, i.title, i.category, i.category_code, i.status, i.urgency,
            i.building, i.entrance, i.room, i.place, local(i.reported_at), i.due_on,
            i.overdue(day), i.steward, i.handler, i.channel, i.private,
            i.closed_at and local(i.closed_at), i.satisfaction,
        )  # fmt: skip


def _labels(labels: Any) -> dict[str, str]:
    return {str(word): _(label) for word, label in labels.items()}
