"""`jinlin issue visits`: the list a steward takes along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.issue.lists.doorstep import DoorstepRow, visit_list
from jinlin.issue.lists.filters import meant
from jinlin.issue.lists.saved_filters import with_saved
from jinlin.issue.rules.statuses import Status
from jinlin.output.delivery.show import show
from jinlin.output.listing.discretion import not_public
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, in_form, rows_wanted
from jinlin.store.command.command import reading

PAPERS: Final = (".docx", ".html", ".md", ".txt")
"""The files that are a page to write on; the others are a table."""


def visits(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        wanted = with_saved(reader, asked)
        rows = list(visit_list(reader, meant(reader, wanted)))
        clock = reader.clock
    paper = call.md or (call.output or "").lower().endswith(PAPERS)
    if paper and not call.names_columns:
        from jinlin.issue.lists.doorstep_page import visit_page
        from jinlin.output.delivery.page import show_pages

        page = visit_page(rows, title=_title(wanted), clock=clock, phones=call.unmask)
        phones = {row.reporter_phone for row in rows if row.reporter_phone}
        show_pages(call, [page], data={}, template="上门清单", persons=len(phones))
        return
    show(
        call,
        Listing.of(
            "visits",
            _title(wanted),
            in_form(call, _cells(call, clock), files=call.json or call.csv or bool(call.output)),
            rows[: rows_wanted(call) or None],
            total=len(rows),
            empty=_("There is nobody to visit."),
            notes=(_("To print it: jinlin issue visits … -o 上门.docx"),) if rows else (),
        ),
    )


def _title(wanted: FilterWords) -> str:
    who = _(", ").join(clean(word) for word in wanted.get("steward", ()))
    return _("Visit list: {who}").format(who=who) if who else _("Visit list")


def _cells(call: Call, clock: Clock) -> Iterator[Cell[DoorstepRow]]:
    def short(day: str) -> str:
        return day.removeprefix(f"{clock.today.year}-")

    def since(row: DoorstepRow) -> str:
        return clock.local(row.reported_at).date().isoformat()

    yield Cell("building", _("Building"))
    yield Cell("floor", _("Floor"), kind=Kind.INTEGER)
    yield Cell("door", _("Door or place"), personal=Personal.TEXT)
    yield Cell("number", _("Number"))
    yield Cell("title", _("Issue title"), _on_screen, personal=Personal.TEXT)
    yield Cell("status", _("Status"), labels=Status.labels())
    yield Cell("since", _("Reported on"), lambda row: short(since(row)), Kind.DATE, on=On.SCREEN)
    yield Cell("since", _("Reported on"), since, Kind.DATE, on=On.FILES)
    yield Cell("due_on", _("Due on"), lambda row: short(row.due_on or ""), Kind.DATE, on=On.SCREEN)
    yield Cell("due_on", _("Due on"), lambda row: row.due_on or "", Kind.DATE, on=On.FILES)
    yield Cell(
        "ask", _("What to ask"), lambda row: row.ask or None, personal=Personal.TEXT, on=On.FILES
    )
    if call.unmask:
        yield Cell("phone", _("Phone"), "reporter_phone", personal=Personal.PHONE)


def _on_screen(row: DoorstepRow) -> str:
    return not_public(row.title) if row.private else row.title
