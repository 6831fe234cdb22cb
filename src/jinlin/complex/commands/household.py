"""`jinlin household`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex import queries
from jinlin.complex.address import parse_building, parse_entrance
from jinlin.complex.roster import WANTED
from jinlin.complex.rules import STATE_LABELS
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.output import import_options
from jinlin.output.grammar import Command, PersonalListingCommand, called, noun
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.show import show
from jinlin.store.command import reading, writing

app = noun(_("Households, their areas and owners."))


@app.command(
    "import", cls=Command, help=_("Take a roster of households from an xlsx, xls or csv file.")
)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The roster."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.complex.importing import import_households
    from jinlin.output.importing import open_table, origin_note, refuse_any, report

    call = called(ctx)
    table = open_table(call, file, WANTED, mapping=map_ or (), sheet=sheet)
    with writing(call) as tx:
        imported = import_households(tx, table.rows(), origin=origin_note(source, basis))
        if strict:
            refuse_any(imported.outcome)
    notes = []
    if imported.recognised:
        people = _(", ").join(imported.recognised)
        notes = [_("Taken to be people recorded before: {people}.").format(people=people)]
    report(call, table, imported.outcome, notes=notes)


@app.command("list", cls=PersonalListingCommand, help=_("Households with floor, area and owners."))
def list_(
    ctx: typer.Context,
    building: Annotated[
        str | None, typer.Option(metavar=_("BUILDING"), help=_("Only this building."))
    ] = None,
    entrance: Annotated[
        str | None, typer.Option(metavar=_("ENTRANCE"), help=_("Only this entrance."))
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Only where room, remark or owner contains this.")),
    ] = None,
) -> None:
    call = called(ctx)
    code = parse_building(building) if building else None
    stair = parse_entrance(entrance) if entrance else None
    with reading(call) as reader:
        if code is not None:
            queries.check_entrance(reader, code, stair)
        rows = queries.households(
            reader, building=code, entrance=stair, text=text, limit=rows_wanted(call)
        )
        total = queries.count_households(reader, building=code, entrance=stair, text=text)
    show(
        call,
        Listing(
            key="households",
            title=_("Households of the complex"),
            columns=(
                Column(key="building", heading=_("Building")),
                Column(key="entrance", heading=_("Entrance")),
                Column(key="room", heading=_("Room")),
                Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
                Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
                Column(
                    key="state",
                    heading=_("State of use"),
                    labels={state.value: _(label) for state, label in STATE_LABELS.items()},
                ),
                Column(key="owners", heading=_("Owner"), personal=Personal.NAME),
                Column(key="note", heading=_("Remark")),
            ),
            rows=[
                (h.building, h.entrance, h.room, h.floor, h.area, h.state, h.owners, h.note)
                for h in rows
            ],
            total=total,
            empty=_("No household is recorded yet. Take a roster: jinlin household import FILE"),
        ),
    )
