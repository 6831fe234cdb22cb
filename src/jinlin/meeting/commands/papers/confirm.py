"""`jinlin meeting confirm`, `object` and `correct`: minutes that stand."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.meeting.attendance.electors import electors
from jinlin.meeting.commands.options import Number, text_of
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.record.queries import whole_meeting
from jinlin.meeting.rules.meetings import counts, meeting_label, parse_number
from jinlin.output.asking import confirm as ask
from jinlin.output.asking import overtaken
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import rehearsing, writing


def confirm(ctx: typer.Context, number: Number) -> None:
    call = called(ctx)
    meeting_number = parse_number(number)
    with rehearsing(call) as tx:
        confirmation.check_confirmable(tx, meeting_number)
        whole = whole_meeting(tx, meeting_number)
        against = confirmation.objections(tx, whole.meeting.id)
        missing = sum(not one.on_record for one in electors(tx, whole.meeting).voters)
    if missing:
        call.tell(
            _(
                "With a vote, and recorded neither as there nor as excused or absent: {count};"
                " see: jinlin meeting quorum {number}"
            ).format(count=missing, number=whole.meeting.label),
        )
    if whole.meeting.ended_at is None and not call.yes:
        call.tell(
            _(
                "When it ended is not recorded. It can be before you confirm:"
                " jinlin meeting close {number} --at 21:00"
            ).format(number=whole.meeting.label),
        )
    ask(
        call,
        _(
            "This locks the minutes of {number} {title}: present {present}, items {items},"
            " resolutions {resolutions}, objections {objections}. Nothing of it can be changed"
            " afterwards."
        ).format(
            number=whole.meeting.label,
            title=whole.meeting.title,
            present=counts(a.state for a in whole.attendees).present,
            items=len(whole.items),
            resolutions=len(whole.resolutions),
            objections=len(against),
        ),
    )
    with writing(call) as tx:
        now = whole_meeting(tx, meeting_number), confirmation.objections(tx, whole.meeting.id)
        if now != (whole, against):
            raise overtaken()
        meeting = confirmation.confirm(tx, meeting_number)
    assert meeting.confirmed_at is not None
    done(
        call,
        _("{number} {title}: the minutes are confirmed and locked, SHA-256 {hash}.").format(
            number=meeting.label, title=meeting.title, hash=meeting.confirmed_hash
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "confirmed_at": meeting.confirmed_at.isoformat(),
            "sha256": meeting.confirmed_hash,
            "objections": len(against),
        },
    )
    if meeting.ended_at is None and call.yes and not call.dry_run:
        call.tell(
            _(
                "When it ended is not recorded, and now it is locked. To add it: jinlin undo; then"
                " jinlin meeting close {number} --at 21:00; then confirm it again."
            ).format(number=meeting.label),
        )


def object_(
    ctx: typer.Context,
    number: Number,
    who: Annotated[str, typer.Argument(metavar=_("WHO"), help=_("Somebody who was there."))],
    text: Annotated[
        str, typer.Argument(metavar=_("TEXT"), help=_("What she has against the minutes."))
    ],
) -> None:
    call = called(ctx)
    meeting, kept = parse_number(number), text_of(text, what=_("TEXT"))
    with writing(call) as tx:
        name = text_of(spoken_name(tx, who), what=_("WHO"))
        did = confirmation.object_to(tx, meeting, name, kept)
    label = meeting_label(meeting)
    done(
        call,
        _("{number}, objection of {name}: {text}").format(
            number=label, name=did.name, text=did.text
        ),
        number=label,
        data={
            "number": label, "name": did.name, "text": did.text, "at": did.at.isoformat(),
        },
    )  # fmt: skip


def correct(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("How it should read."))],
    reason: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("Why; it is shown with the minutes."))
    ],
) -> None:
    call = called(ctx)
    meeting, kept = parse_number(number), text_of(text, what=_("TEXT"))
    why = text_of(reason, what="--reason")
    with writing(call) as tx:
        did = confirmation.correct(tx, meeting, kept, why)
    label = meeting_label(meeting)
    done(
        call,
        _("{number}, correction {correction}: {text}").format(
            number=label, correction=did.number, text=did.text
        ),
        number=str(did.number),
        data={
            "number": label, "correction": did.number, "text": did.text, "reason": did.reason,
            "at": did.at.isoformat(),
        },
    )  # fmt: skip
