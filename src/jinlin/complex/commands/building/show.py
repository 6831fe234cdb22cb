"""`jinlin building show`, and the columns of a building."""

from __future__ import annotations

from jinlin.complex.building import queries
from jinlin.complex.building.card import Card, building_card
from jinlin.complex.commands.building import options
from jinlin.complex.field.own_columns import own_columns
from jinlin.complex.rules.buildings import NoteKind, Use
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading


def show_(call: Call, code: options.Code = None) -> None:
    said = options.asked_code(call, code)
    with reading(call) as reader:
        card = building_card(reader, said)
        own = own_columns(reader, "building", [card.building.id])
    building = card.building
    title = _("Building {code}").format(code=building.code)
    record = Record(
        title=f"{title} {building.name}" if building.name else title,
        columns=building_columns(),
        values=building_values(building),
        listings=(_entrances(card), _notes(card)),
        extra={"states": {state or "unknown": count for state, count in card.states.items()}},
    )
    show(call, own.within(record))


def building_columns() -> tuple[Column, ...]:
    return (
        Column(key="building", heading=_("Building")),
        Column(key="name", heading=_("Title")),
        Column(key="floors", heading=_("Floors"), kind=Kind.INTEGER),
        Column(key="floors_below", heading=_("Below ground"), kind=Kind.INTEGER),
        Column(key="entrances", heading=_("Entrances"), kind=Kind.INTEGER),
        Column(key="stilt_floor", heading=_("Stilt floor"), kind=Kind.BOOLEAN),
        Column(key="elevator", heading=_("Elevator"), kind=Kind.BOOLEAN),
        Column(key="households", heading=_("Households"), kind=Kind.INTEGER),
    )


def building_values(building: queries.BuildingRow) -> tuple[object, ...]:
    return (
        building.code, building.name, building.floors, building.floors_below, building.entrances,
        building.stilt_floor, building.elevator, building.households,
    )  # fmt: skip


def _entrances(card: Card) -> Listing:
    """Return how many households each entrance has, and how they are used."""
    states = (*Use, None)
    return Listing(
        key="by_entrance",
        title=_("Households by entrance"),
        columns=(
            Column(key="entrance", heading=_("Entrance")),
            Column(key="households", heading=_("Households"), kind=Kind.INTEGER),
            Column(key="lowest", heading=_("From floor"), kind=Kind.INTEGER),
            Column(key="highest", heading=_("To floor"), kind=Kind.INTEGER),
            Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
            *(
                Column(key=state or "unknown", heading=_heading(state), kind=Kind.INTEGER)
                for state in states
            ),
        ),
        rows=[
            (
                row.entrance, row.households, row.lowest, row.highest, row.area,
                *(row.states.get(state) for state in states),
            )
            for row in card.entrances
        ],
        empty=_("No household of this building is recorded yet."),
    )  # fmt: skip


def _heading(state: Use | None) -> str:
    return state.label if state else _("use not stated")


def _notes(card: Card) -> Listing:
    return Listing(
        key="notes",
        title=_("The card"),
        columns=(
            Column(key="number", heading=_("Line number"), kind=Kind.INTEGER),
            Column(
                key="kind",
                heading=_("Kind of line"),
                labels=NoteKind.labels(),
            ),
            Column(key="noted_on", heading=_("Day"), kind=Kind.DATE),
            Column(key="text", heading=_("Text")),
        ),
        rows=[(row.number, row.kind, row.noted_on, row.text) for row in card.notes],
        empty=_("Nothing is written on the card yet: jinlin building note {code} TEXT").format(
            code=card.building.code
        ),
    )
