"""`jinlin issue list`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.lists import lists
from jinlin.issue.lists.saved_filters import chosen
from jinlin.issue.record.actions import in_charge
from jinlin.issue.record.categories import category_labels
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import told_labels
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, in_form, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_BUILDING_WORDS = ("号楼", "号栋", "栋", "幢", "座", "#", "-")


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        wanted = chosen(reader, asked)
        limit = rows_wanted(call)
        show(
            call,
            Listing.of(
                "issues",
                _("Issues"),
                in_form(call, _cells(reader.clock)),
                lists.issues(reader, wanted, limit=limit),
                total=lists.count(reader, wanted) if limit else None,
                empty=_nothing(reader),
                notes=_left_out(reader, wanted),
            ),
        )


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


def _cells(clock: Clock) -> Iterator[Cell[IssueRow]]:
    """Return what fits on a screen, then what other forms get: all but the reporter."""
    today, local = clock.today, clock.local
    day, year = today.isoformat(), f"{today.year}-"
    told, screen, paper, files = Personal.TEXT, On.SCREEN, On.DOCUMENTS, On.FILES
    yield Cell("number", _("Number"), "label")
    yield Cell("title", _("Issue title"), _marked, personal=told, on=screen)
    yield Cell("title", _("Issue title"), personal=told, on=files)
    yield Cell("category", _("Category"), labels=category_labels())
    yield Cell("status", _("Status"), lambda i: _status(i, today), on=screen)
    yield Cell("place", _("Place"), place_in_short, personal=told, on=screen)
    yield Cell(
        "due_on",
        _("Due on"),
        lambda i: "" if i.closed else (i.due_on or "").removeprefix(year),
        on=screen,
    )
    yield Cell("steward", _("In charge"), lambda i: in_charge(i.steward, i.handler), on=screen)
    yield Cell("category_code", _("Category code"), on=files)
    yield Cell("status", _("Status"), "told", labels=told_labels(), on=files)
    yield Cell("level", _("Level"), labels=Level.labels(), on=files)
    yield Cell("urgency", _("Urgency"), labels=Urgency.labels(), on=files)
    yield Cell("building", _("Building"), on=files)
    yield Cell("entrance", _("Entrance"), on=files)
    yield Cell("room", _("Room"), on=files)
    yield Cell("place", _("Place"), personal=told, on=files)
    yield Cell("reported_at", _("Reported at"), lambda i: local(i.reported_at), Kind.TIME, on=files)
    yield Cell("due_on", _("Due on"), kind=Kind.DATE, on=files)
    yield Cell("overdue", _("Overdue"), lambda i: i.overdue(day), Kind.BOOLEAN, on=paper)
    yield Cell("deferred_until", _("Deferred until"), kind=Kind.DATE, on=files)
    yield Cell("steward", _("In charge"), on=files)
    yield Cell("handler", _("Body in charge"), on=files)
    yield Cell("channel", _("Channel"), labels=Channel.labels(), on=files)
    yield Cell("private", _("Private"), kind=Kind.BOOLEAN, on=paper)
    yield Cell("urged", _("Times urged"), kind=Kind.INTEGER, on=files)
    yield Cell("reopened", _("Times reopened"), kind=Kind.INTEGER, on=files)
    yield Cell(
        "closed_at",
        _("Closed at"),
        lambda i: i.closed_at and local(i.closed_at),
        Kind.TIME,
        on=files,
    )
    yield Cell("satisfaction", _("Satisfaction"), labels=Satisfaction.labels(), on=files)
    yield Cell("offer", _("Offered service"), on=files)
    yield Cell("paid_fen", _("Paid by the resident (yuan)"), "paid", Kind.MONEY, on=files)


def _marked(issue: IssueRow) -> str:
    """Return the title, and before it that it is urgent, or kept off boards."""
    marks = []
    if issue.urgency != "normal" and not issue.closed:
        marks.append(issue.urgency.label)
    if issue.private:
        marks.append(_("private"))
    return "".join(_("[{mark}] ").format(mark=mark) for mark in marks) + issue.title


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
