"""`jinlin meeting attend`: who was there."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting import attendance
from jinlin.meeting.queries import whole_meeting
from jinlin.meeting.rules import STATE_LABELS, State, counts, names_in, parse_number, parse_state
from jinlin.output.asking import confirm
from jinlin.output.grammar import called
from jinlin.output.show import done, tell
from jinlin.store.command import writing
from jinlin.store.tx import Tx

MANY: int = 3
"""From so many records on that nobody named one by one, a command asks first."""


def attend(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="M12", help=_("The number of the meeting."))],
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar=_("WHO…"), help=_("Names, P12 or name@building.")),
    ] = None,
    members: Annotated[
        bool,
        typer.Option("--members", help=_("All members of this branch not yet recorded there.")),
    ] = False,
    state: Annotated[
        str,
        typer.Option(
            metavar=_("STATE"),
            show_default=False,
            help=_("present (unless said otherwise), late, excused, absent, sitting-in, expected."),
        ),
    ] = State.PRESENT,
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why late, excused or absent."))
    ] = None,
) -> None:
    call = called(ctx)
    meeting_number, names, told = parse_number(number), names_in(who or []), parse_state(state)
    if not names and not members:
        raise UsageError(
            _("Nobody was named."),
            hint=_("For example: jinlin meeting attend {number} 林秀英 陈建国").format(
                number=number
            ),
        )
    with writing(call) as tx:
        if members:
            names += _all_members(call, tx, meeting_number, told)
        did = attendance.attend(
            tx, meeting_number, names, state=told, reason=clean(reason or "") or None
        )
        count = counts(attendee.state for attendee in whole_meeting(tx, meeting_number).attendees)
    label = did.meeting.label
    done(
        call,
        _(
            "{number} {title}: {state}: {names}. Expected {expected}, present {present}, excused"
            " {excused}, absent {absent}, sitting in {sitting_in}."
        ).format(
            number=label,
            title=did.meeting.title,
            state=_(STATE_LABELS[told]),
            names=_(", ").join((*did.added, *did.changed)) or _("as before"),
            **count._asdict(),
        ),
        number=label,
        data={
            "number": label, "state": told, "added": did.added, "changed": did.changed,
            "unchanged": did.unchanged, "guests": did.guests, **count._asdict(),
        },
    )  # fmt: skip
    _tell_more(call, did)


def _all_members(call: Call, tx: Tx, number: int, state: State) -> list[str]:
    """Return the members nothing is recorded of, after asking where they are many."""
    people = attendance.unrecorded_members(tx, number)
    if len(people) >= MANY:
        confirm(
            call,
            _("This records {count} members as {state}.").format(
                count=len(people), state=_(STATE_LABELS[state])
            ),
        )
    return [person.label for person in people]


def _tell_more(call: Call, did: attendance.Attended) -> None:
    """Say who was recorded before, and who is nobody of the complex."""
    if did.changed:
        tell(
            call, _("Recorded before, now changed: {names}").format(names=_(", ").join(did.changed))
        )
    if did.unchanged:
        tell(call, _("Recorded just so before: {names}").format(names=_(", ").join(did.unchanged)))
    if did.guests:
        tell(
            call,
            _("Not among the people recorded here, kept by name as guests: {names}").format(
                names=_(", ").join(did.guests)
            ),
        )
