"""`jinlin elevator explain`."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.elevator.apportionment.explain import explain as sentences
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.commands.apportionment.options import SplitWords
from jinlin.elevator.commands.apportionment.request import register, split_wanted
from jinlin.elevator.commands.kinds import PLAN, ROOM
from jinlin.elevator.draft.households import Doors
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Record
from jinlin.store.command.command import reading


def explain(
    call: Call,
    room: Annotated[str, ROOM.argument(help=N_("The door, like 502 or 3-1-502."))],
    plan: Annotated[
        str | None,
        PLAN.option(
            called=N_("NUMBER"),
            help=N_("A saved plan; otherwise the one in force for the door, or the latest."),
        ),
    ] = None,
    *,
    words: SplitWords,
) -> None:
    if words.total is None:
        _show(call, _saved(call, room, plan))
        return
    if plan is not None:
        raise UsageError(
            _("--plan and --total contradict each other."), hint=_("Give only one of them.")
        )
    with register(call, words.takers) as reader:
        asked = split_wanted(call, reader, words)
    _show(call, _Asked(split(asked.request), room))


def _show(call: Call, asked: _Asked) -> None:
    result = asked.result
    charge = result.charges[Doors([c.household for c in result.charges]).position(asked.room)]
    said = [sentence.text() for sentence in sentences(result, charge)]
    show(
        call,
        Record(
            title=charge.household.label,
            columns=(
                Column(key="room", heading=_("Household")),
                Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
                Column(key="amount_fen", heading=_("Pays (yuan)"), kind=Kind.MONEY),
            ),
            values=(charge.household.room, charge.household.floor, charge.amount),
            notes=(*said, *asked.notes),
            extra={"explanation": said, "plan": asked.plan},
        ),
    )


class _Asked(NamedTuple):
    """What is explained.

    Attributes:
        result: the apportionment.
        room: the door as the apportionment calls it.
        plan: the plan it is saved as; None where it is not.
        notes: what else to say of the door.
    """

    result: Split
    room: str
    plan: str | None = None
    notes: tuple[str, ...] = ()


def _saved(call: Call, room: str, number: str | None) -> _Asked:
    """Return the plan that is named, or the one by which a door pays."""
    from jinlin.elevator.progress.door_plan import door_notes, plan_of_door
    from jinlin.elevator.project.plan_actions import saved_split
    from jinlin.elevator.project.plans import find_plan

    with reading(call) as reader:
        plan, name = (find_plan(reader, number), room) if number else plan_of_door(reader, room)
        return _Asked(
            saved_split(reader, plan), name, plan.label, tuple(door_notes(reader, plan, name))
        )
