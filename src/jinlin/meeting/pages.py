"""Minutes (会议记录): who was there, what was said and settled, ready to be signed.

They hold what a record of a meeting must show: name, time from and to, place, chair, recorder,
expected and present, the excused with their reason, the absent, who sat in, agenda, discussion,
resolutions, the end, signatures.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.documents.markdown import escaped, escaped_lines
from jinlin.meeting.agenda import Item
from jinlin.meeting.kinds import meeting_types, type_name
from jinlin.meeting.moments import has_time
from jinlin.meeting.queries import Attendee, MeetingRow, WholeMeeting
from jinlin.meeting.register import Resolution
from jinlin.meeting.rules import HERE, State, counts

_WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
_BLANK: Final = "＿＿＿＿＿＿＿＿"


def minutes(whole: WholeMeeting) -> str:
    """Return the minutes of a meeting as Markdown, in the user's language."""
    lines = [
        *_heading(1, _("Minutes")),
        *_head(whole.meeting),
        *_attendance(whole),
        "",
        *_agenda(whole.items),
        *_discussion(whole),
        *_resolutions(whole.resolutions),
        _end(whole.meeting),
        "",
        _("Chair (signature): {blank}").format(blank=_BLANK),
        "",
        _("Recorder (signature): {blank}").format(blank=_BLANK),
    ]
    return "\n".join(lines) + "\n"


def attendance_words(whole: WholeMeeting) -> str:
    """Return how many were expected, present and so on, in one line."""
    count = counts(attendee.state for attendee in whole.attendees)
    said = _(
        "expected {expected}, present {present}, excused {excused}, absent {absent},"
        " sitting in {sitting_in}"
    ).format(**count._asdict())
    if not count.unknown:
        return said
    return said + _(", not recorded {count}").format(count=count.unknown)


def _head(meeting: MeetingRow) -> Iterator[str]:
    yield _field(_("Meeting"), escaped(meeting.title))
    yield _field(_("Number"), meeting.label)
    yield _field(_("Type"), escaped(type_name(meeting.type)))
    yield _field(_("Time"), _time(meeting))
    for label, value in (
        (_("Place"), meeting.place),
        (_("Chair"), meeting.chair),
        (_("Recorder"), meeting.recorder),
    ):
        yield _field(label, escaped(value) if value else _BLANK)


def _attendance(whole: WholeMeeting) -> Iterator[str]:
    if not whole.attendees:
        yield _field(_("Attendance"), _("not recorded"))
        return
    yield _field(_("Attendance"), attendance_words(whole))
    known = meeting_types().get(whole.meeting.type)
    if known is not None and known.ballot:
        yield _field(_("With the right to vote"), _voters(whole))
    for heading, states in (
        (_("Attended"), HERE),
        (_("Excused"), {State.EXCUSED}),
        (_("Absent"), {State.ABSENT}),
        (_("Not recorded"), {State.EXPECTED}),
        (_("Sat in"), {State.SITTING_IN}),
    ):
        names = [_name(attendee) for attendee in whole.attendees if attendee.state in states]
        if names:
            yield _field(heading, _(", ").join(names))


def _voters(whole: WholeMeeting) -> str:
    present = sum(attendee.votes and attendee.state in HERE for attendee in whole.attendees)
    return _("expected {expected}, present {present}").format(
        expected=whole.voters, present=present
    )


def _name(attendee: Attendee) -> str:
    """Return a name, with what must be said of it: late, and the reason."""
    remarks = [_("late")] if attendee.state is State.LATE else []
    if attendee.reason:
        remarks.append(escaped(attendee.reason))
    name = escaped(attendee.name)
    if not remarks:
        return name
    return _("{name} ({remarks})").format(name=name, remarks=_(", ").join(remarks))


def _agenda(items: tuple[Item, ...]) -> Iterator[str]:
    yield from _heading(2, _("Agenda"))
    if not items:
        yield from (_("No agenda was recorded."), "")
        return
    for item in items:
        yield f"{item.position}. {escaped(item.title)}"
    yield ""


def _discussion(whole: WholeMeeting) -> Iterator[str]:
    discussed = [item for item in whole.items if item.note]
    if not discussed and not whole.meeting.note:
        return
    yield from _heading(2, _("Discussion"))
    for item in discussed:
        yield from _heading(3, f"{item.position}\\. {escaped(item.title)}")
        yield from _paragraphs(item.note or "")
    yield from _paragraphs(whole.meeting.note or "")


def _paragraphs(text: str) -> Iterator[str]:
    for line in escaped_lines(text):
        if line:
            yield from (line, "")


def _resolutions(resolutions: tuple[Resolution, ...]) -> Iterator[str]:
    yield from _heading(2, _("Resolutions"))
    if not resolutions:
        yield from (_("Nothing was resolved."), "")
        return
    for resolution in resolutions:
        yield f"- **{resolution.label}** {escaped(resolution.text)}{_task(resolution)}"
    yield ""


def _task(resolution: Resolution) -> str:
    """Return to which item a resolution belongs, who carries it out and by when."""
    parts = []
    if resolution.item is not None:
        parts.append(_("item {position}").format(position=resolution.item))
    if resolution.owner:
        parts.append(_("in charge: {owner}").format(owner=escaped(resolution.owner)))
    if resolution.due_on:
        parts.append(_("due: {day}").format(day=_day(resolution.due_on)))
    return _(" ({parts})").format(parts=_("; ").join(parts)) if parts else ""


def _end(meeting: MeetingRow) -> str:
    if meeting.ended_at is None or not has_time(meeting.ended_at):
        return _("The meeting was closed.")
    return _("The meeting was closed at {time}.").format(time=f"{meeting.ended_at:%H:%M}")


def _time(meeting: MeetingRow) -> str:
    begun, ended = meeting.held_at, meeting.ended_at
    weekday = _(_WEEKDAYS[begun.weekday()])
    if has_time(begun):
        words = _("{day} ({weekday}) {time}").format(
            day=_day(begun), weekday=weekday, time=f"{begun:%H:%M}"
        )
    else:
        words = _("{day} ({weekday})").format(day=_day(begun), weekday=weekday)
    if ended is None:
        return words
    until = f"{ended:%H:%M}" if ended.date() == begun.date() else f"{_day(ended)} {ended:%H:%M}"
    return f"{words}—{until}"


def _day(day: date) -> str:
    return _("{year}-{month:02d}-{day:02d}").format(year=day.year, month=day.month, day=day.day)


def _heading(level: int, text: str) -> tuple[str, str]:
    return f"{'#' * level} {text}", ""


def _field(label: str, text: str) -> str:
    return _("- **{label}**: {text}").format(label=label, text=text)
