"""`jinlin building show`."""

from __future__ import annotations

from jinlin.complex.building.buildings import BUILDINGS
from jinlin.complex.building.card import Card, building_card
from jinlin.complex.commands.building import options
from jinlin.complex.field.own_columns import own_columns
from jinlin.complex.rules.buildings import NoteKind, Use
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.register.pages import page_of
from jinlin.store.command.command import reading


def show_(call: Call, code: options.Code) -> None:
    with reading(call) as reader:
        card = building_card(reader, code)
        own = own_columns(reader, "building", [card.building.id])
    building, record = card.building, page_of(BUILDINGS, card.building)
    title = _("Building {code}").format(code=building.code)
    record = record._replace(
        title=f"{title} {building.name}" if building.name else title,
        listings=(_entrances(card), _notes(card)),
        extra={"states": {state or "unknown": count for state, count in card.states.items()}},
    )
    show(call, own.within(record))


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
    return Listing.of(
        "notes",
        _("The card"),
        (
            Cell("number", _("Line number"), kind=Kind.INTEGER),
            Cell("kind", _("Kind of line"), labels=NoteKind.labels()),
            Cell("noted_on", _("Date"), kind=Kind.DATE),
            Cell("text", _("Text")),
        ),
        card.notes,
        empty=_("Nothing is written on the card yet: jinlin building note {code} TEXT").format(
            code=card.building.code
        ),
    )
