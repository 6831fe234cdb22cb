"""`jinlin rollup status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.days.stretch import Stretch
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.rollup.commands.office.problems import problem_listing
from jinlin.rollup.commands.office.words import (
    BelowUnit,
    InFolder,
    OfMonth,
    month_meant,
    office_clock,
    there_too,
)
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.ledger import reading_ledger
from jinlin.rollup.office.standing import MonthStanding, Standings, place_of, standings
from jinlin.rollup.rules.tree import OrgUnit


def status(
    call: Call,
    month: OfMonth = None,
    *,
    in_: BelowUnit = None,
    problems: Annotated[
        bool, flag("--problems", help=N_("What was refused or looks odd: what to ask whom."))
    ] = False,
    folder: InFolder = None,
) -> None:
    stretch = month_meant(call, month)
    with reading_ledger(office_folder(call, folder)) as ledger:
        if problems:
            show(call, problem_listing(ledger, stretch, in_, every=month is None))
        else:
            today = office_clock(call).today
            told = _status(standings(ledger, stretch, in_), stretch, today)
            notes = tuple(there_too(note, folder) for note in told.notes)
            show(call, told._replace(notes=notes))


def _status(found: Standings, month: Stretch, today: date) -> Record:
    counts = Counter(found.by_branch.values())
    expected = len(found.by_branch)
    due = _("{day} (set here)") if found.due_set else "{day}"
    figures = [
        ("expected", _("To report"), expected),
        ("reported", _("Have reported"), expected - counts[MonthStanding.MISSING]),
        ("in_time", _("In time"), counts[MonthStanding.IN_TIME]),
        ("late", _("Late"), counts[MonthStanding.LATE]),
        ("missing", _("Missing"), counts[MonthStanding.MISSING]),
        ("waiting", _("Files that wait for the tree"), found.waiting),
        ("unconfirmed", _("Keys nobody confirmed"), found.unconfirmed),
    ]
    return Record.of(
        title=_("{month}: who reported, {name}").format(month=month, name=found.unit.name),
        fields=[
            (Column(key="due", heading=_("Due by")), due.format(day=found.due.isoformat())),
            *(
                (Column(key=key, heading=heading, kind=Kind.INTEGER), count)
                for key, heading, count in figures
            ),
        ],
        listings=(_by_child(found), _missing(found)),
        notes=tuple(_notes(found, month, today)),
    )


def _notes(found: Standings, month: Stretch, today: date) -> Iterator[str]:
    """Yield what is still to come, and what to do about what waits."""
    if today <= month.last:
        yield _("{month} is not over yet.").format(month=month)
    elif today <= found.due:
        yield _("There is time until {day}.").format(day=found.due.isoformat())
    if found.waiting:
        yield _("Files wait for the tree until it has who sent them: jinlin rollup org FILE")
    if found.unconfirmed:
        yield _(
            "A key is confirmed once its fingerprint was read out (jinlin report key, there):"
            " jinlin rollup org --trust CODE"
        )


def _by_child(found: Standings) -> Listing:
    cells: list[Cell[tuple[str, Counter[MonthStanding]]]] = [
        Cell("code", _("Code"), lambda row: row[0]),
        Cell("name", _("Organisation"), lambda row: found.units[row[0]].name),
        Cell("expected", _("To report"), lambda row: row[1].total(), Kind.INTEGER),
        Cell(
            "reported",
            _("Have reported"),
            lambda row: row[1].total() - row[1][MonthStanding.MISSING],
            Kind.INTEGER,
        ),
        Cell("in_time", _("In time"), lambda row: row[1][MonthStanding.IN_TIME], Kind.INTEGER),
        Cell("late", _("Late"), lambda row: row[1][MonthStanding.LATE], Kind.INTEGER),
        Cell("missing", _("Missing"), lambda row: row[1][MonthStanding.MISSING], Kind.INTEGER),
    ]
    rows = [(code, Counter(some)) for code, some in found.by_child().items()]
    return Listing.of("units", _("Unit by unit"), cells, sorted(rows))


def _missing(found: Standings) -> Listing:
    cells: list[Cell[OrgUnit]] = [
        Cell("code", _("Code")),
        Cell("name", _("Organisation")),
        Cell("place", _("Where"), lambda unit: place_of(found.units, unit.code) or None),
        Cell("contact", _("Contact"), lambda unit: unit.contact or None),
        Cell("phone", _("Phone"), lambda unit: unit.phone or None),
    ]
    return Listing.of(
        "missing_units",
        _("Missing"),
        cells,
        found.missing(),
        empty=_("Everybody has reported."),
    )
