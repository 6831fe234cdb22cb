"""`jinlin meeting add` and `edit`, which have the same options."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, clock_of
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.record import actions
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.rules.kinds import meeting_types, parse_type
from jinlin.meeting.rules.meetings import parse_meeting_end, parse_meeting_time, parse_number
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx

Type: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--type", metavar=_("TYPE"), help=_("Such as committee-meeting: jinlin meeting types")
    ),
]
Time: TypeAlias = Annotated[
    str | None, typer.Option("--time", metavar=_("TIME"), help=_("Such as 2026-11-06 19:30."))
]
End: TypeAlias = Annotated[
    str | None, typer.Option("--end", metavar=_("TIME"), help=_("When it ended, such as 21:00."))
]
Place: TypeAlias = Annotated[
    str | None, typer.Option("--place", metavar=_("PLACE"), help=_("Where."))
]
Chair: TypeAlias = Annotated[
    str | None, typer.Option("--chair", metavar=_("WHO"), help=_("Who is in the chair."))
]
Recorder: TypeAlias = Annotated[
    str | None, typer.Option("--recorder", metavar=_("WHO"), help=_("Who takes the minutes."))
]
Note: TypeAlias = Annotated[
    str | None, typer.Option("--note", metavar=_("TEXT"), help=_("What was said, in short."))
]


def add(
    call: Call,
    title: Annotated[
        str | None,
        typer.Argument(metavar=_("TITLE"), help=_("What it is called; else its type and day.")),
    ] = None,
    type_: Type = None,
    time: Time = None,
    end: End = None,
    place: Place = None,
    chair: Chair = None,
    recorder: Recorder = None,
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar=_("TEXT"), help=_("An item of the agenda; repeat it.")),
    ] = None,
    note: Note = None,
) -> None:
    usual_clock = clock_of(call.environment.now(), DEFAULT_ZONE)
    kinds = [known.name for known in meeting_types().values()]
    kind, when = answers(
        call,
        [
            Question(option="--type", text=_("Type"), given=type_, choices=kinds, check=parse_type),
            Question(
                option="--time",
                text=_("Time, such as 2026-11-06 19:30"),
                given=time,
                check=lambda text: parse_meeting_time(text, usual_clock),
            ),
        ],
    )
    meeting_type = parse_type(kind)
    texts = {"title": title, "place": place, "chair": chair, "recorder": recorder, "note": note}
    with writing(call) as tx:
        held_at = parse_meeting_time(when, tx.clock)
        new = actions.NewMeeting(
            type=meeting_type.code,
            held_at=held_at,
            ended_at=parse_meeting_end(end, held_at, tx.clock) if end else None,
            items=tuple(text for text in map(clean, item or []) if text),
            **_texts(tx, texts),
        )
        meeting = actions.add_meeting(tx, new)
        over = meeting.held_at.date() < tx.clock.today
    _say(call, meeting, over=over)


def _say(call: Call, meeting: MeetingRow, *, over: bool) -> None:
    """Say what was recorded, and of a day that is over that nobody is known to have come."""
    done(
        call,
        _("{number} {title}, {time}").format(
            number=meeting.label, title=meeting.title, time=_when(meeting)
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "title": meeting.title,
            "type": meeting.type,
            "held_at": meeting.when if isinstance(meeting.when, str) else meeting.when.isoformat(),
        },
    )
    if over:
        call.tell(
            _(
                "Nobody is recorded to have come yet, so it does not count as held:"
                " jinlin meeting attend {number} NAME …"
            ).format(number=meeting.label),
        )


def edit(
    call: Call,
    number: Annotated[str, typer.Argument(metavar="M12", help=_("The number of the meeting."))],
    title: Annotated[
        str | None, typer.Option(metavar=_("TITLE"), help=_("What it is called."))
    ] = None,
    type_: Type = None,
    time: Time = None,
    end: End = None,
    place: Place = None,
    chair: Chair = None,
    recorder: Recorder = None,
    note: Note = None,
    sent_to: Annotated[
        str | None,
        typer.Option("--sent-to", metavar=_("WHO"), help=_("To whom its summary goes.")),
    ] = None,
) -> None:
    texts = {"title": title, "place": place, "chair": chair, "recorder": recorder, "note": note,
             "sent_to": sent_to}  # fmt: skip
    if not any(word is not None for word in (type_, time, end, *texts.values())):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_('For example: --chair 林秀英, or --note "" to clear the discussion.'),
        )
    if title is not None and not clean(title):
        raise UsageError(_("A meeting has a title."), hint=_("Write one, or leave --title out."))
    with writing(call) as tx:
        before = find_meeting(tx, parse_number(number))
        changes = _texts(tx, texts)
        if type_ is not None:
            changes["type"] = parse_type(type_).code
        if time is not None:
            changes["held_at"] = parse_meeting_time(time, tx.clock)
        if end is not None:
            begun = changes.get("held_at") or before.begins
            changes["ended_at"] = parse_meeting_end(end, begun, tx.clock) if end.strip() else None
        meeting = actions.edit_meeting(tx, before.number, changes)
    done(
        call,
        _("{number} {title} was changed.").format(number=meeting.label, title=meeting.title),
        number=meeting.label,
        data={"number": meeting.label, "title": meeting.title, "changed": sorted(changes)},
    )


def _texts(tx: Tx, texts: dict[str, str | None]) -> dict[str, Any]:
    """Return the texts that were given, people by their names; an empty one clears its field."""
    return {
        field: (actions.spoken_name(tx, text) if field in {"chair", "recorder"} else clean(text))
        or None
        for field, text in texts.items()
        if text is not None
    }


def _when(meeting: MeetingRow) -> str:
    """Return when a meeting begins, as people read it."""
    when = meeting.when
    return when if isinstance(when, str) else f"{when:%Y-%m-%d %H:%M}"
