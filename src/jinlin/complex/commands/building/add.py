"""`jinlin building add`, `edit` and `remove`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jinlin.complex.building import actions
from jinlin.complex.building.queries import find_building
from jinlin.complex.commands.building import options
from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.buildings import NewBuilding
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.command import field_options
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    code: options.Code,
    floors: options.Floors = None,
    floors_below: Annotated[int, typer.Option(metavar="N", help=_("Floors below ground."))] = 0,
    entrances: options.Entrances = None,
    name: options.Name = None,
    stilt_floor: Annotated[
        bool, typer.Option("--stilt-floor", help=_("The ground level is open (stilt floor)."))
    ] = False,
    elevator: Annotated[bool, typer.Option("--elevator", help=_("It has an elevator."))] = False,
) -> None:
    building = NewBuilding(
        code=code,
        name=clean(name) or None if name else None,
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


def edit(
    call: Call,
    code: options.Code,
    new_code: Annotated[
        str | None, typer.Option("--code", metavar=_("BUILDING"), help=_("What it is called now."))
    ] = None,
    floors: options.Floors = None,
    floors_below: Annotated[
        int | None, typer.Option(metavar="N", help=_("Floors below ground."))
    ] = None,
    entrances: options.Entrances = None,
    name: options.Name = None,
    stilt_floor: Annotated[
        bool | None,
        typer.Option(
            "--stilt-floor/--no-stilt-floor", help=_("The ground level is open (stilt floor).")
        ),
    ] = None,
    elevator: Annotated[
        bool | None, typer.Option("--elevator/--no-elevator", help=_("It has an elevator."))
    ] = None,
    set_: field_options.SetFields = None,
) -> None:
    given = {
        "code": parse_building(new_code) if new_code is not None else None,
        "floors": floors,
        "floors_below": floors_below,
        "entrances": entrances,
        "stilt_floor": stilt_floor,
        "elevator": elevator,
    }
    changes: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    if name is not None:
        changes["name"] = clean(name) or None
    if not changes and not set_:
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: --floors 7, --elevator, --code A"),
        )
    with writing(call) as tx:
        row = find_building(tx, code)
        now_called = row.code
        if not fill_in(tx, "building", row.id, set_ or (), record=row.code) or changes:
            now_called = actions.edit_building(tx, row, changes).code
    done(
        call,
        _("Building {code} was changed.").format(code=now_called),
        number=now_called,
        data={"building": now_called, "changed": [*sorted(changes), *names_set(set_)]},
    )


def remove(call: Call, code: options.Code) -> None:
    with writing(call) as tx:
        actions.remove_building(tx, code)
    done(
        call,
        _("Building {code} was removed.").format(code=code),
        number=code,
        data={"building": code},
    )
