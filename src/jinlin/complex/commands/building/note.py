"""`jinlin building note`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.building import actions
from jinlin.complex.commands.building import options
from jinlin.complex.rules.buildings import NoteKind
from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def note(
    call: Call,
    code: options.Code = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What is to be remembered."))
    ] = None,
    kind: Annotated[
        str, typer.Option(metavar=_("KIND"), help=_("note, plant, contact or history."))
    ] = "note",
    on: Annotated[
        str | None, typer.Option("--on", metavar=_("DATE"), help=_("Of which day; today if left."))
    ] = None,
    remove: Annotated[
        int | None, typer.Option("--remove", metavar="N", help=_("Take line N off the card."))
    ] = None,
) -> None:
    if remove is not None:
        if text is not None:
            raise UsageError(
                _("A line is either written or removed."), hint=_("Leave one of them away.")
            )
        _remove(call, options.asked_code(call, code), remove)
        return
    word = NoteKind.read(kind)
    said, words = answers(
        call,
        [
            Question(option=_("BUILDING"), text=_("Which building"), given=code),
            Question(option=_("TEXT"), text=_("What is to be remembered"), given=text),
        ],
    )
    building, line = options.asked_code(call, said), clean(words)
    if not line:
        raise UsageError(_("The line is empty."), hint=_("Write what is to be remembered."))
    with writing(call) as tx:
        day = day_or_today(on, tx.clock)
        number = actions.add_note(tx, building, line, kind=word, on=day)
    done(
        call,
        _("Line {number} was written on the card of building {code}.").format(
            number=number, code=building
        ),
        number=str(number),
        data={"building": building, "number": number, "kind": word, "noted_on": day.isoformat()},
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
