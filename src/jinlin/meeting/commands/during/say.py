"""`jinlin meeting say`: what somebody said, in short."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number, text_of
from jinlin.meeting.minutes import statements
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.rules.meetings import meeting_label, parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def say(
    call: Call,
    number: Number,
    place: Annotated[int, typer.Argument(metavar=_("ITEM"), help=_("Its item; 0 for none."))],
    who: Annotated[str, typer.Argument(metavar=_("WHO"), help=_("Who spoke."))],
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("What was said, in short."))],
    dissent: Annotated[
        bool, typer.Option("--dissent", help=_("It is another opinion, and marked as one."))
    ] = False,
    replace: Annotated[
        int | None,
        typer.Option(metavar="N", help=_("Put it in the place of what was written as no. N.")),
    ] = None,
) -> None:
    meeting, kept = parse_number(number), text_of(text, what=_("TEXT"))
    with writing(call) as tx:
        speaker = text_of(spoken_name(tx, who), what=_("WHO"))
        said = statements.NewStatement(place or None, speaker, kept, dissent)
        did = statements.say(tx, meeting, said, replace=replace)
    label = meeting_label(meeting)
    done(
        call,
        _("{number} no. {statement}, {speaker}: {text}").format(
            number=label, statement=did.number, speaker=did.speaker, text=did.text
        ),
        number=str(did.number),
        data={
            "number": label, "statement": did.number, "item": did.item, "speaker": did.speaker,
            "text": did.text, "dissent": did.dissent,
        },
    )  # fmt: skip
