"""`jinlin household list`."""

from __future__ import annotations

from typing import Any

from jinlin.complex.building.queries import check_entrance
from jinlin.complex.field.own_columns import own_columns_named
from jinlin.complex.household.care import tags_by_household, tells_too_much
from jinlin.complex.household.filters import HOUSEHOLDS
from jinlin.complex.household.register import HouseholdRow, among, households
from jinlin.complex.household.visits import due
from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.complex.rules.buildings import Use
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

ById = dict[int, Any]
"""What a column holds of some of the households, by their id."""


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        _check_entrances(reader, asked)
        where = HOUSEHOLDS.condition(reader, asked)
        cared_for = "care" in asked or "tag" in asked
        tags = _cared_for(reader, asked) if cared_for else None
        days = _due(reader) if "visit_due" in asked else None
        for found in (tags, days):
            if found is not None:
                where &= among(found)
        page = households(reader, where, limit=rows_wanted(call))
        own = own_columns_named(call, reader, "household", [row.id for row in page.rows])
        recorded = page.total or reader.value("SELECT 1 FROM household WHERE removed_at IS NULL")
    for_visitors = _("For those who visit only: not for boards, groups or copies.")
    listing = Listing.of(
        "households",
        _("Households of the complex"),
        _cells(tags, days, unmask=call.unmask),
        page.rows,
        total=page.total,
        empty=_("No household is like that.")
        if recorded
        else _("No household is recorded yet. Take a roster: jinlin household import FILE"),
        notes=(for_visitors,) if cared_for else (),
    )
    show(call, own.beside(listing))


def _check_entrances(reader: Reader, asked: FilterWords) -> None:
    """Refuse an entrance that the one building named does not have."""
    said = {term: listed(",".join(asked.get(term, ()))) for term in ("building", "entrance")}
    if len(said["building"]) == 1:
        for word in said["entrance"]:
            check_entrance(reader, parse_building(said["building"][0]), parse_entrance(word))


def _cared_for(reader: Reader, asked: FilterWords) -> ById:
    only = tuple(tag for tags in HOUSEHOLDS.values(reader, asked, "tag") for tag in tags)
    tags = tags_by_household(reader, on=reader.clock.today.isoformat(), only=only)
    return {home: tuple({"name": name} for name in names) for home, names in tags.items()}


def _due(reader: Reader) -> ById:
    found = due(reader, on=reader.clock.today.isoformat(), limit=0)
    return {visit.household_id: visit.due_on for visit in found}


def _cells(tags: ById | None, days: ById | None, *, unmask: bool) -> tuple[Cell[HouseholdRow], ...]:
    cells: tuple[Cell[HouseholdRow], ...] = (
        Cell("building", _("Building")),
        Cell("entrance", _("Entrance")),
        Cell("room", _("Room")),
        Cell("floor", _("Floor"), kind=Kind.INTEGER),
        Cell("area_m2", _("Area (m²)"), "area", Kind.AREA),
        Cell("state", _("State of use"), labels=Use.labels()),
        Cell("owners", _("Owner"), personal=Personal.NAME),
        Cell("note", _("Remark"), lambda row: _note(row, unmask=unmask), personal=Personal.TEXT),
    )
    if tags is not None:
        cells += (Cell("care", _("Care"), lambda row: tags.get(row.id)),)
    if days is not None:
        cells += (Cell("visit_due_on", _("Visit due"), lambda row: days.get(row.id), Kind.DATE),)
    return cells


def _note(row: HouseholdRow, *, unmask: bool) -> str | None:
    hidden = row.note and not unmask and tells_too_much(row.note)
    return _("(see household show)") if hidden else row.note
