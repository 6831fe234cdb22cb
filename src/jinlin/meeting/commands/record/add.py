"""`jinlin meeting add` and `edit`, which have the same options."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import SaidMoment, changes
from jinlin.meeting.agenda.agenda_items import source_of
from jinlin.meeting.commands.kinds import TIME, TYPE, MeetingNumber
from jinlin.meeting.record import actions
from jinlin.meeting.record.branch_first import is_first
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.rules.kinds import MeetingType, meeting_types
from jinlin.meeting.rules.meetings import NO_TIME, SaidTime, parse_meeting_time
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import NAME, PLACE, RECORD, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def _begin(text: str) -> SaidMoment:
    return SaidMoment(text, parse_meeting_time)


BEGIN: Final = WordKind("time", N_("TIME"), _begin)
"""When a meeting begins; a day alone will do."""
_TYPE_HELP: Final = N_("Such as committee-meeting: jinlin meeting types")
_TIME_HELP: Final = N_("Such as 2026-11-06 19:30.")
_End: TypeAlias = Annotated[
    SaidTime | None,
    TIME.option("--end", help=N_("When it ended, such as 21:00."), cleared=NO_TIME),
]
_Place: TypeAlias = Annotated[str | None, PLACE.option("--place", help=N_("Where."), cleared="")]
_Chair: TypeAlias = Annotated[
    str | None, WHO.option("--chair", help=N_("Who is in the chair."), cleared="")
]
_Recorder: TypeAlias = Annotated[
    str | None, WHO.option("--recorder", help=N_("Who takes the minutes."), cleared="")
]
_Note: TypeAlias = Annotated[
    str | None, TEXT.option("--note", help=N_("What was said, in short."), cleared="")
]


def _type_names(_call: Call) -> list[str]:
    return [known.name for known in meeting_types().values()]


def add(
    call: Call,
    type_: Annotated[
        MeetingType,
        TYPE.option("--type", help=_TYPE_HELP, asked=AskedFor(N_("Type"), choices=_type_names)),
    ],
    time: Annotated[
        SaidMoment,
        BEGIN.option(help=_TIME_HELP, asked=AskedFor(N_("Time, such as 2026-11-06 19:30"))),
    ],
    title: Annotated[
        str | None,
        NAME.argument(called=N_("TITLE"), help=N_("What it is called; else its type and day.")),
    ] = None,
    end: _End = None,
    place: _Place = None,
    chair: _Chair = None,
    recorder: _Recorder = None,
    item: Annotated[
        list[str] | None, TEXT.option(help=N_("An item of the agenda; repeat it."))
    ] = None,
    note: _Note = None,
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What its items are about: G1, E3."))
    ] = None,
) -> None:
    if about is not None and not item:
        raise UsageError(
            _("It is an item that is about something."), hint=_("Name it too: --item TEXT")
        )
    with writing(call) as tx:
        held_at = parse_meeting_time(time.text, tx.clock, ahead=end is None and note is None)
        new = actions.NewMeeting(
            type=type_.code,
            held_at=held_at,
            ended_at=end.after(held_at, tx.clock) if end else None,
            items=tuple(item or ()),
            title=title,
            place=place or None,
            chair=actions.name_if_said(tx, chair) or None,
            recorder=actions.name_if_said(tx, recorder) or None,
            note=note or None,
            source=source_of(tx, about),
        )
        meeting = actions.add_meeting(tx, new)
        over = meeting.held_at.date() < tx.clock.today
        titled = bool(title and not item) and is_first(tx, type_.code, meeting.title)
    _say(call, meeting, over=over)
    if titled:
        call.tell(
            _(
                "“{title}” is the name of the meeting; as an item:"
                " jinlin meeting item {number} {title}"
            ).format(title=meeting.title, number=meeting.label)
        )


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
    number: MeetingNumber,
    title: Annotated[
        str | None, NAME.option(called=N_("TITLE"), help=N_("What it is called."))
    ] = None,
    type_: Annotated[MeetingType | None, TYPE.option("--type", help=_TYPE_HELP)] = None,
    time: Annotated[SaidMoment | None, BEGIN.option(help=_TIME_HELP, free=True)] = None,
    end: _End = None,
    place: _Place = None,
    chair: _Chair = None,
    recorder: _Recorder = None,
    note: _Note = None,
    sent_to: Annotated[
        str | None, WHO.option(help=N_("To whom its summary goes."), cleared="")
    ] = None,
) -> None:
    with writing(call) as tx:
        known = find_meeting(tx, number)
        ahead = known.held_at.date() >= tx.clock.today
        begun = parse_meeting_time(time.text, tx.clock, ahead=ahead) if time else known.begins
        fields = changes(
            tx.clock, title=title, place=place, chair=actions.name_if_said(tx, chair),
            recorder=actions.name_if_said(tx, recorder), note=note, sent_to=sent_to,
            type=type_.code if type_ else None, held_at=begun if time else None,
            ended_at=None if end is None else end.after(begun, tx.clock),
        )  # fmt: skip
        meeting = actions.edit_meeting(tx, number, fields)
    done(
        call,
        _("{number} {title} was changed.").format(number=meeting.label, title=meeting.title),
        number=meeting.label,
        data={"number": meeting.label, "title": meeting.title, "changed": sorted(fields)},
    )


def _when(meeting: MeetingRow) -> str:
    """Return when a meeting begins, as people read it."""
    when = meeting.when
    return when if isinstance(when, str) else f"{when:%Y-%m-%d %H:%M}"
