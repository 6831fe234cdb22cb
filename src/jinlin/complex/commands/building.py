"""`jinlin building`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex import actions, queries
from jinlin.complex.address import parse_building
from jinlin.complex.rules import NewBuilding
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.output.asking import Question, answers
from jinlin.output.grammar import Command, ListingCommand, called, noun
from jinlin.output.listing import Listing
from jinlin.output.show import done, show
from jinlin.store.command import reading, writing

app = noun(_("Buildings."))


@app.command("add", cls=Command, help=_("Add a building, such as 3 or A."))
def add(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(metavar=_("BUILDING"), help=_("What people call it: 3, A, 3号楼.")),
    ] = None,
    floors: Annotated[int | None, typer.Option(metavar="N", help=_("Floors above ground."))] = None,
    floors_below: Annotated[int, typer.Option(metavar="N", help=_("Floors below ground."))] = 0,
    entrances: Annotated[int | None, typer.Option(metavar="N", help=_("Entrances."))] = None,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("A name, if any."))] = None,
    stilt_floor: Annotated[
        bool, typer.Option("--stilt-floor", help=_("The ground level is open (stilt floor)."))
    ] = False,
    elevator: Annotated[bool, typer.Option("--elevator", help=_("It has an elevator."))] = False,
) -> None:
    call = called(ctx)
    [said] = answers(call, [Question(option=_("BUILDING"), text=_("Which building"), given=code)])
    building = NewBuilding(
        code=parse_building(said),
        name=name,
        floors=floors,
        floors_below=floors_below,
        entrances=entrances,
        stilt_floor=stilt_floor,
        elevator=elevator,
    )
    with writing(call) as tx:
        actions.add_building(tx, building)
    done(
        call,
        _("Building {code} was added.").format(code=building.code),
        number=building.code,
        data={"building": building.code},
    )


@app.command("list", cls=ListingCommand, help=_("All buildings with their floors and households."))
def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        rows = queries.buildings(reader)
    show(
        call,
        Listing(
            key="buildings",
            title=_("Buildings"),
            columns=(
                Column(key="building", heading=_("Building")),
                Column(key="name", heading=_("Title")),
                Column(key="floors", heading=_("Floors"), kind=Kind.INTEGER),
                Column(key="floors_below", heading=_("Below ground"), kind=Kind.INTEGER),
                Column(key="entrances", heading=_("Entrances"), kind=Kind.INTEGER),
                Column(key="stilt_floor", heading=_("Stilt floor"), kind=Kind.BOOLEAN),
                Column(key="elevator", heading=_("Elevator"), kind=Kind.BOOLEAN),
                Column(key="households", heading=_("Households"), kind=Kind.INTEGER),
            ),
            rows=[
                (
                    b.code, b.name, b.floors, b.floors_below, b.entrances,
                    b.stilt_floor, b.elevator, b.households,
                )
                for b in rows
            ],
            empty=_("No building is recorded yet. Add one: jinlin building add 3 --floors 7"),
        ),
    )  # fmt: skip
