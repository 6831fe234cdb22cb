"""`jinlin meeting say`: what somebody said, in short."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import statements
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import NUMBER, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def say(
    call: Call,
    number: MeetingNumber,
    place: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("Its item; 0 for none."))],
    who: Annotated[str, WHO.argument(help=N_("Who spoke."))],
    text: Annotated[str, TEXT.argument(help=N_("What was said, in short."))],
    dissent: Annotated[
        bool, flag("--dissent", help=N_("It is a dissenting opinion, and marked as one."))
    ] = False,
    replace: Annotated[
        int | None,
        NUMBER.option(help=N_("Replace what was written as no. N.")),
    ] = None,
) -> None:
    with writing(call) as tx:
        said = statements.NewStatement(place or None, spoken_name(tx, who), text, dissent)
        did = statements.say(tx, number, said, replace=replace)
    label = meeting_label(number)
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
