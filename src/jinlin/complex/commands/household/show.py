"""`jinlin household show`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.complex.commands.household import options
from jinlin.complex.commands.household.visit import visit_cells
from jinlin.complex.field.own_columns import own_columns
from jinlin.complex.household.care import care_of
from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.occupants import occupants
from jinlin.complex.household.owners import OwnerRow, former_owners, owners
from jinlin.complex.household.representative import representative_of
from jinlin.complex.household.visits import at_home, next_visit, visits_made
from jinlin.complex.rules.buildings import AreaBasis, Role, Use
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, in_json, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def show_(call: Call, home: options.Home) -> None:
    with reading(call) as reader:
        door = find_household(reader, home)
        fields = list(_fields(reader, door))
        parts = (
            _owners(owners(reader, door.id)),
            _former(former_owners(reader, door.id)),
            _occupants(reader, door),
            _care(reader, door),
            _visits(reader, door, rows_wanted(call)),
        )
        own = own_columns(reader, "household", [door.id])
    always = in_json(call) or call.names_columns
    record = Record.of(
        title=door.label,
        fields=fields,
        listings=tuple(part for part in parts if always or part.rows or part.empty),
    )
    show(call, own.within(record))


def _fields(reader: Reader, door: Door) -> Iterator[tuple[Column, Any]]:
    yield Column(key="building", heading=_("Building")), door.building
    yield Column(key="entrance", heading=_("Entrance")), door.entrance
    yield Column(key="room", heading=_("Room")), door.room
    yield Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER), door.floor
    yield Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA), door.area
    yield (
        Column(key="area_basis", heading=_("Basis of the area"), labels=AreaBasis.labels()),
        door.area_basis,
    )
    yield Column(key="state", heading=_("State of use"), labels=Use.labels()), door.state
    persons = Column(key="persons", heading=_("Persons living there"), kind=Kind.INTEGER)
    yield persons, door.occupants
    votes = representative_of(reader, door)
    name = f"{votes.label} {votes.name}" if votes else None
    yield Column(key="representative", heading=_("Votes for it")), name
    yield Column(key="authority", heading=_("Written authority")), door.authority
    visit_on = Column(key="next_visit_on", heading=_("Visit due"), kind=Kind.DATE)
    yield visit_on, next_visit(reader, door.id)
    yield Column(key="note", heading=_("Remark")), door.note


def _person_cells() -> tuple[Cell[Any], ...]:
    return (
        Cell("number", _("Number"), "person.label"),
        Cell("name", _("Name"), "person.name"),
        Cell("phone", _("Phone"), "person.phone", personal=Personal.PHONE),
    )


def _share_cells() -> tuple[Cell[OwnerRow], ...]:
    return Cell("share", _("Share of ownership")), Cell("since", _("Since"), kind=Kind.DATE)


def _owners(rows: list[OwnerRow]) -> Listing:
    cells = (*_person_cells(), *_share_cells())
    return Listing.of("owners", _("Owners"), cells, rows, empty=_("No owner is recorded."))


def _former(rows: list[OwnerRow]) -> Listing:
    until = Cell[OwnerRow]("until", _("Until"), kind=Kind.DATE)
    cells = (*_person_cells()[:2], *_share_cells(), until)
    return Listing.of("former_owners", _("Owners before"), cells, rows)


def _occupants(reader: Reader, door: Door) -> Listing:
    return Listing.of(
        "occupants",
        _("Living there"),
        (
            *_person_cells(),
            Cell("role", _("Lives there as"), labels=Role.labels()),
            Cell("relation", _("Relation")),
            Cell("since", _("Since"), kind=Kind.DATE),
        ),
        occupants(reader, door.id),
    )


def _care(reader: Reader, door: Door) -> Listing:
    return Listing.of(
        "care",
        _("Care"),
        (
            Cell("tag", _("Care tag")),
            Cell("person", _("Whom")),
            Cell("interval_days", _("Every (days)"), kind=Kind.INTEGER),
            Cell("consent_on", _("Consent on"), kind=Kind.DATE),
            Cell("consent_by", _("Consent by")),
            Cell("consent_until", _("Consent until"), kind=Kind.DATE),
            Cell("expired", _("Expired"), kind=Kind.BOOLEAN),
            Cell("note", _("Remark")),
        ),
        care_of(reader, door.id),
    )


def _visits(reader: Reader, door: Door, limit: int) -> Listing:
    rows, total = visits_made(reader, at_home(door), limit=limit)
    return Listing.of("visits", _("Visits"), visit_cells(), rows, total=total)
