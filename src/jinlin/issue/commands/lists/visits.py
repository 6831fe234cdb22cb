"""`jinlin issue visits`: the list a steward takes along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.issue.commands.shared.filter_options import asked_with_saved
from jinlin.issue.lists.doorstep import DoorstepRow, visit_list
from jinlin.issue.lists.filters import IssueFilter, meant
from jinlin.issue.rules.statuses import Status
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading

PAPERS: Final = (".docx", ".html", ".md", ".txt")
"""The files that are a page to write on; the others are a table."""


def visits(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        asked = asked_with_saved(ctx, reader)
        rows = list(visit_list(reader, meant(reader, asked)))
        clock = reader.clock
    paper = call.md or (call.output or "").lower().endswith(PAPERS)
    if paper and not call.names_columns:
        from jinlin.issue.lists.doorstep_page import visit_page
        from jinlin.output.delivery.page import show_pages

        page = visit_page(rows, title=_title(asked), clock=clock, phones=call.unmask)
        phones = {row.reporter_phone for row in rows if row.reporter_phone}
        show_pages(call, [page], data={}, template="上门清单", persons=len(phones))
        return
    limit = rows_wanted(call)
    whole = call.json or call.csv or bool(call.output)
    shown = rows[:limit] if limit else rows
    show(
        call,
        Listing(
            key="visits",
            title=_title(asked),
            columns=tuple(_columns(call)),
            aside=frozenset() if whole else frozenset({"ask"}),
            rows=[_row(clock, call, row, whole=whole) for row in shown],
            total=len(rows),
            empty=_("There is nobody to visit."),
            notes=(_("To print it: jinlin issue visits … -o 上门.docx"),) if rows else (),
        ),
    )


def _title(asked: IssueFilter) -> str:
    who = _(", ").join(clean(word) for word in asked.steward)
    return _("Visit list: {who}").format(who=who) if who else _("Visit list")


def _columns(call: Call) -> Iterator[Column]:
    yield Column(key="building", heading=_("Building"))
    yield Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER)
    yield Column(key="door", heading=_("Door or place"), personal=Personal.TEXT)
    yield Column(key="number", heading=_("Number"))
    yield Column(key="title", heading=_("Issue title"), personal=Personal.TEXT)
    yield Column(key="status", heading=_("Status"), labels=Status.labels())
    yield Column(key="since", heading=_("Reported on"), kind=Kind.DATE)
    yield Column(key="due_on", heading=_("Due on"), kind=Kind.DATE)
    yield Column(key="ask", heading=_("What to ask"), personal=Personal.TEXT)
    if call.unmask:
        yield Column(key="phone", heading=_("Phone"), personal=Personal.PHONE)


def _row(clock: Clock, call: Call, row: DoorstepRow, *, whole: bool) -> tuple[Any, ...]:
    since = clock.local(row.reported_at).date().isoformat()
    year = "" if whole else f"{clock.today.year}-"
    return (
        row.building, row.floor, row.door, row.number, _on_screen(row), row.status,
        since.removeprefix(year), (row.due_on or "").removeprefix(year),
        row.ask or None, *([row.reporter_phone] if call.unmask else ()),
    )  # fmt: skip


def _on_screen(row: DoorstepRow) -> str:
    return _("[not public] {title}").format(title=row.title) if row.private else row.title
