"""`jinlin building add`, `edit` and `remove`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.complex.building import actions
from jinlin.complex.building.queries import find_building
from jinlin.complex.commands.building import options
from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.complex.kinds import BUILDING
from jinlin.complex.rules.buildings import NewBuilding
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.output.command import field_options
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import NAME, NUMBER
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

_Floors: TypeAlias = Annotated[int | None, NUMBER.option(help=N_("Floors above ground."))]
_FLOORS_BELOW = NUMBER.option(help=N_("Floors below ground."))
_Entrances: TypeAlias = Annotated[int | None, NUMBER.option(help=N_("Entrances."))]
_Name: TypeAlias = Annotated[str | None, NAME.option(help=N_("A name, if any."), cleared="")]
_STILT_FLOOR = N_("The ground level is open (stilt floor).")
_ELEVATOR = N_("It has an elevator.")


def add(
    call: Call,
    code: options.Code,
    floors: _Floors = None,
    floors_below: Annotated[int, _FLOORS_BELOW] = 0,
    entrances: _Entrances = None,
    name: _Name = None,
    stilt_floor: Annotated[bool, flag("--stilt-floor", help=_STILT_FLOOR)] = False,
    elevator: Annotated[bool, flag("--elevator", help=_ELEVATOR)] = False,
) -> None:
    building = NewBuilding(
        code=code,
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


def edit(
    call: Call,
    code: options.Code,
    new_code: Annotated[
        str | None, BUILDING.option("--code", help=N_("What it is called now."))
    ] = None,
    floors: _Floors = None,
    floors_below: Annotated[int | None, _FLOORS_BELOW] = None,
    entrances: _Entrances = None,
    name: _Name = None,
    stilt_floor: Annotated[
        bool | None, flag("--stilt-floor/--no-stilt-floor", help=_STILT_FLOOR)
    ] = None,
    elevator: Annotated[bool | None, flag("--elevator/--no-elevator", help=_ELEVATOR)] = None,
    set_: field_options.SetFields = None,
) -> None:
    with writing(call) as tx:
        changed = changes(
            tx.clock,
            code=new_code,
            name=name,
            floors=floors,
            floors_below=floors_below,
            entrances=entrances,
            stilt_floor=stilt_floor,
            elevator=elevator,
        )
        row = find_building(tx, code)
        now_called = row.code
        if not fill_in(tx, "building", row.id, set_ or (), record=row.code) or changed:
            now_called = actions.edit_building(tx, row, changed).code
    done(
        call,
        _("Building {code} was changed.").format(code=now_called),
        number=now_called,
        data={"building": now_called, "changed": [*sorted(changed), *names_set(set_)]},
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
