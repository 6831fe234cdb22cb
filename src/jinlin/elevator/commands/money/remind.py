"""`jinlin elevator remind`."""

from __future__ import annotations

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.elevator.commands.money.arrears import MESSAGE_LIMIT, not_bound
from jinlin.elevator.commands.money.shared import (
    DoorWord,
    ProjectOption,
    Running,
    balance_data,
    book_of,
    door_meant,
)
from jinlin.elevator.money import pages
from jinlin.elevator.money.dues import check_taking
from jinlin.elevator.money.queries import account_of
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading


def remind(
    call: Call,
    door: DoorWord,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    with reading(call) as reader:
        meant = door_meant(reader, door, project_, book_of(running))
        check_taking(reader, meant.project, book_of(running))
        if not meant.standing.balance.outstanding:
            raise RuleError(
                _("{door} owes nothing: there is nothing to remind it of.").format(
                    door=meant.door.label
                ),
                hint=_("See: jinlin elevator ledger {door}").format(door=meant.door.label),
            )
        text = pages.reminder(
            meant.standing,
            meant.project,
            complex_name(reader),
            account_of(reader, meant.project),
            reader.clock.today.isoformat(),
        )
        free = not_bound(reader, meant.project, book_of(running), [meant.standing])
    if len(text) >= MESSAGE_LIMIT:
        raise RuleError(
            _("The text has {count} characters; WeChat wants less than 500.").format(
                count=len(text)
            ),
            hint=_("Give the account a shorter name: jinlin elevator account"),
        )
    done(
        call,
        text,
        data={
            "door": meant.door.label,
            "text": text,
            "characters": len(text),
            **balance_data(meant.standing),
        },
    )
    for caution in free:
        call.tell(caution)
