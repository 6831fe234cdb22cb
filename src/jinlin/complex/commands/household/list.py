"""`jinlin household list`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jinlin.complex.building import queries
from jinlin.complex.field.own_columns import own_columns_named
from jinlin.complex.household.care import find_tag, tags_by_household, tells_too_much
from jinlin.complex.household.register import (
    HouseholdFilter,
    HouseholdPage,
    HouseholdRow,
    households,
)
from jinlin.complex.household.visits import due
from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.complex.rules.buildings import Use
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

Extra = tuple[Column, dict[int, Any]]
"""A column for some of the households, by their id."""


def list_(
    call: Call,
    building: Annotated[
        str | None,
        typer.Option(metavar=_("BUILDING"), help=_("Only this building; several: 3,5.")),
    ] = None,
    entrance: Annotated[
        str | None, typer.Option(metavar=_("ENTRANCE"), help=_("Only this entrance."))
    ] = None,
    floor: Annotated[
        str | None, typer.Option(metavar="N", help=_("Only this floor; several: 1,-1."))
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(metavar=_("STATE"), help=_("Only those used so, such as vacant or 出租.")),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar=_("PERSON"), help=_("An owner's name, part of it, pinyin, phone.")),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            metavar=_("TEXT"), help=_("Room, remark, or who owns it or lives there; pinyin too.")
        ),
    ] = None,
    care: Annotated[
        bool, typer.Option("--care", help=_("Only those with a care tag; for you alone."))
    ] = False,
    tag: Annotated[
        str | None, typer.Option(metavar=_("TAG"), help=_("Only this care tag, such as 独居老人."))
    ] = None,
    visit_due: Annotated[
        bool, typer.Option("--visit-due", help=_("Only those whose visit is due."))
    ] = False,
) -> None:
    with reading(call) as reader:
        extra: list[Extra] = []
        if care or tag is not None:
            extra.append(_cared_for(reader, tag))
        if visit_due:
            extra.append(_due(reader))
        wanted = _wanted(reader, building=building, entrance=entrance, floor=floor, state=state)
        page = households(
            reader,
            wanted._replace(
                owner=(owner or "").strip() or None,
                text=(text or "").strip() or None,
                ids=_in_all(extra),
            ),
            limit=rows_wanted(call),
        )
        own = own_columns_named(call, reader, "household", [row.id for row in page.rows])
        recorded = page.total or reader.value("SELECT 1 FROM household WHERE removed_at IS NULL")
    listing = _listing(page, extra, recorded=bool(recorded), unmask=call.unmask)
    if care or tag is not None:
        for_visitors = _("For those who visit only: not for boards, groups or copies.")
        listing = listing._replace(notes=(for_visitors,))
    show(call, own.beside(listing))


def _in_all(extra: list[Extra]) -> frozenset[int] | None:
    """Return the households that each of these columns is for; None where there is none."""
    each = (frozenset(values) for _column, values in extra)
    return frozenset.intersection(*each) if extra else None


def _listing(page: HouseholdPage, extra: list[Extra], *, recorded: bool, unmask: bool) -> Listing:
    return Listing(
        key="households",
        title=_("Households of the complex"),
        columns=(*_columns(), *(column for column, _values in extra)),
        rows=[_values(row, extra, unmask=unmask) for row in page.rows],
        total=page.total,
        empty=_("No household is like that.")
        if recorded
        else _("No household is recorded yet. Take a roster: jinlin household import FILE"),
    )


def _wanted(
    reader: Reader,
    *,
    building: str | None,
    entrance: str | None,
    floor: str | None,
    state: str | None,
) -> HouseholdFilter:
    """Return the filter that was said.

    Raises:
        UsageError: a word of it cannot be read.
        NotFoundError: there is no such building or entrance.
    """
    codes = [parse_building(code) for code in listed(building or "")]
    stairs = tuple(parse_entrance(stair) for stair in listed(entrance or ""))
    if len(codes) == 1:
        for stair in stairs:
            queries.check_entrance(reader, codes[0], stair)
    return HouseholdFilter(
        buildings=tuple(queries.building_id(reader, code) for code in codes),
        entrances=stairs,
        floors=tuple(_floor(said) for said in listed(floor or "")),
        states=tuple(Use.read(said) for said in listed(state or "")),
    )


def _floor(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UsageError(
            _("“{text}” is not a floor.").format(text=text), hint=_("Write it like 5 or -1.")
        ) from None


def _cared_for(reader: Reader, tag: str | None) -> Extra:
    only = () if tag is None else tuple(_tag_name(said) for said in listed(tag) or [tag])
    tags = tags_by_household(reader, on=reader.clock.today.isoformat(), only=only)
    return (
        Column(key="care", heading=_("Care")),
        {home: tuple({"name": name} for name in names) for home, names in tags.items()},
    )


def _tag_name(text: str) -> str:
    return find_tag(text, every=1).name


def _due(reader: Reader) -> Extra:
    found = due(reader, on=reader.clock.today.isoformat(), limit=0)
    return (
        Column(key="visit_due_on", heading=_("Visit due"), kind=Kind.DATE),
        {visit.household_id: visit.due_on for visit in found},
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="building", heading=_("Building")),
        Column(key="entrance", heading=_("Entrance")),
        Column(key="room", heading=_("Room")),
        Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
        Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
        Column(
            key="state",
            heading=_("State of use"),
            labels=Use.labels(),
        ),
        Column(key="owners", heading=_("Owner"), personal=Personal.NAME),
        Column(key="note", heading=_("Remark"), personal=Personal.TEXT),
    )


def _values(row: HouseholdRow, extra: list[Extra], *, unmask: bool) -> tuple[Any, ...]:
    note = row.note
    if note and not unmask and tells_too_much(note):
        note = _("(see household show)")
    return (
        row.building, row.entrance, row.room, row.floor, row.area, row.state, row.owners, note,
        *(values.get(row.id) for _column, values in extra),
    )  # fmt: skip
