"""`jinlin building note`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.building import actions
from jinlin.complex.commands.building import options
from jinlin.complex.rules.buildings import NoteKind
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import DAY, NUMBER, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def note(
    call: Call,
    code: options.Code,
    text: Annotated[
        str | None,
        TEXT.argument(
            help=N_("What is to be remembered."),
            asked=AskedFor(
                N_("What is to be remembered"), where=lambda said: said["remove"] is None
            ),
        ),
    ],
    kind: Annotated[
        NoteKind,
        choice(NoteKind, called=N_("KIND")).option(help=N_("remark, plant, contact or history.")),
    ] = NoteKind.NOTE,
    on: Annotated[
        SaidDay | None, DAY.option("--date", help=N_("On which day; today if left out."))
    ] = None,
    remove: Annotated[int | None, NUMBER.option(help=N_("Take line N off the card."))] = None,
) -> None:
    if remove is not None:
        if text is not None:
            raise UsageError(
                _("A line is either written or removed."), hint=_("Leave one of them away.")
            )
        _remove(call, code, remove)
        return
    assert text is not None  # it was asked for
    with writing(call) as tx:
        day = day_on(on, tx.clock)
        number = actions.add_note(tx, code, text, kind=kind, on=day)
    done(
        call,
        _("Line {number} was written on the card of building {code}.").format(
            number=number, code=code
        ),
        number=str(number),
        data={"building": code, "number": number, "kind": kind, "noted_on": day.isoformat()},
    )


def _remove(call: Call, building: str, number: int) -> None:
    with writing(call) as tx:
        actions.remove_note(tx, building, number)
    done(
        call,
        _("Line {number} was taken off the card of building {code}.").format(
            number=number, code=building
        ),
        number=str(number),
        data={"building": building, "number": number},
    )
