"""会议记录: the proof of a meeting, signed and filed (practice 5.2).

It shows name, time from and to, place, chair, recorder; who was expected, present, excused with
the reason, absent, sitting in; the agenda; what each speaker said, other opinions included; votes,
resolutions, the end, signatures. It stays in the house.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.documents.page import BLANK, Block, Field, Heading, Page, Paragraph, paragraphs
from jinlin.meeting.pages.paper import (
    Paper,
    attendee_words,
    changes_told,
    joined,
    numbered,
    time_words,
)
from jinlin.meeting.pages.votes import vote_table
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.branch_first import first_words
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meetings import HERE, AttendanceState, has_time, turnout
from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.vote_words import named_lines, vote_lines


def minutes_page(paper: Paper) -> Page:
    """Return the minutes of a meeting in the user's language."""
    whole = paper.whole
    return Page(
        title=_("Minutes"),
        above=(paper.organisation,) if paper.organisation else (),
        below=(_status(paper),),
        blocks=(
            *_head(paper.meeting),
            *_attendance(paper),
            *numbered(
                (
                    *_agenda(paper),
                    *_discussion(paper),
                    *_votes(paper.votes),
                    *_resolutions(whole.resolutions),
                    *_tasks(whole.tasks),
                    *changes_told(paper),
                    *_objections(paper),
                    *_corrections(paper),
                )
            ),
            Paragraph(_end(paper.meeting)),
            Paragraph(_("Chair (signature): {blank}").format(blank=BLANK), flush=True),
            Paragraph(_("Recorder (signature): {blank}").format(blank=BLANK), flush=True),
            Paragraph(_("Those present (signatures): {blank}").format(blank=BLANK * 2), flush=True),
        ),
        fields=paper.fields,
    )


def attendance_words(paper: Paper) -> str:
    """Return how many were expected, present and so on, in one line."""
    count = turnout(attendee.state for attendee in paper.whole.attendees)
    said = _(
        "expected {expected}, present {present}, excused {excused}, absent {absent},"
        " sitting in {sitting_in}"
    ).format(**count._asdict())
    if not count.unknown:
        return said
    return said + _(", not recorded {count}").format(count=count.unknown)


def _status(paper: Paper) -> str:
    meeting = paper.meeting
    if meeting.confirmed_at is None:
        return _("({number}, draft)").format(number=meeting.label)
    said = _("({number}, confirmed on {day}, SHA-256 {hash})").format(
        number=meeting.label,
        day=day_words(meeting.confirmed_at.date()),
        hash=(meeting.confirmed_hash or "")[:16],
    )
    if paper.fits:
        return said
    if paper.forgotten is None:
        return said + _(" It does not fit what stands here!")
    return said + _(
        " On {day} what was said here of a person was deleted as the law asks; since then it does"
        " not fit."
    ).format(day=day_words(paper.forgotten))


def _head(meeting: MeetingRow) -> Iterator[Block]:
    yield Field(_("Meeting"), meeting.title)
    yield Field(_("Number"), meeting.label)
    yield Field(_("Type"), type_name(meeting.type))
    yield Field(_("Time"), time_words(meeting))
    for label, value in (
        (_("Place"), meeting.place),
        (_("Chair"), meeting.chair),
        (_("Recorder"), meeting.recorder),
    ):
        yield Field(label, value or BLANK)


def _attendance(paper: Paper) -> Iterator[Block]:
    whole = paper.whole
    if not whole.attendees:
        yield Field(_("Attendance"), _("not recorded"))
        return
    yield Field(_("Attendance"), attendance_words(paper))
    if paper.room is not None:
        yield Field(
            _("With the right to vote"),
            _("expected {expected}, present {present}").format(
                expected=paper.room.entitled, present=paper.room.present
            ),
        )
    for heading, states in (
        (_("Attended"), HERE),
        (_("Excused"), {AttendanceState.EXCUSED}),
        (_("Absent"), {AttendanceState.ABSENT}),
        (_("Not recorded"), {AttendanceState.EXPECTED}),
        (_("Sat in"), {AttendanceState.SITTING_IN}),
    ):
        names = [attendee_words(one) for one in whole.attendees if one.state in states]
        if names:
            yield Field(heading, _(", ").join(names))


def _agenda(paper: Paper) -> Iterator[Block]:
    yield Heading(_("Agenda"))
    if not paper.whole.items:
        yield Paragraph(_("No agenda was recorded."))
        return
    for item in paper.whole.items:
        yield Paragraph(f"{item.position}. {_titled(item, paper)}")


def _titled(item: AgendaItem, paper: Paper) -> str:
    first = paper.first.get(item.id)
    remarks = [
        item.source_ref,
        first_words(first) if first else None,
        _("internal") if item.internal else None,
    ]
    said = joined(remarks)
    return _("{title} ({remarks})").format(title=item.title, remarks=said) if said else item.title


def _discussion(paper: Paper) -> Iterator[Block]:
    whole = paper.whole
    blocks: list[Block] = []
    for item in whole.items:
        said = list(_said(paper, item.position))
        if item.note or said:
            blocks += (Heading(f"{item.position}. {item.title}", level=2), *said)
            blocks += paragraphs(item.note or "")
    blocks += _said(paper, None)
    blocks += paragraphs(whole.meeting.note or "")
    if blocks:
        yield Heading(_("Discussion"))
        yield from blocks


def _said(paper: Paper, item: int | None) -> Iterator[Block]:
    for statement in paper.whole.statements:
        if statement.item == item:
            text = statement.text.replace("\n", " ")
            yield Field(
                statement.speaker,
                _("(another opinion) {text}").format(text=text) if statement.dissent else text,
            )


def _votes(votes: tuple[VoteRow, ...]) -> Iterator[Block]:
    """Say how each vote was taken and what it came to; who voted how only where it was by name."""
    if not votes:
        return
    yield Heading(_("Votes"))
    yield vote_table(votes)
    for vote in votes:
        yield Heading(_("{number} {title}").format(number=vote.label, title=vote.subject), level=2)
        lines = (*vote_lines(vote, over=True), *named_lines(vote))
        yield from map(Paragraph, lines)


def _resolutions(resolutions: tuple[Resolution, ...]) -> Iterator[Block]:
    yield Heading(_("Resolutions"))
    if not resolutions:
        yield Paragraph(_("Nothing was resolved."))
        return
    for resolution in resolutions:
        yield Field(resolution.label, resolution.text.replace("\n", " ") + _task(resolution))


def _task(resolution: Resolution) -> str:
    """Return what belongs to a resolution: its item, result, basis, who carries it out, by when."""
    parts = (
        _("item {position}").format(position=resolution.item) if resolution.item else None,
        resolution.outcome and _("result: {text}").format(text=resolution.outcome),
        resolution.basis and _("basis: {text}").format(text=resolution.basis),
        _("holds from {day}").format(day=day_words(resolution.effective_on))
        if resolution.effective_on
        else None,
        resolution.owner and _("in charge: {owner}").format(owner=resolution.owner),
        _("due: {day}").format(day=day_words(resolution.due_on)) if resolution.due_on else None,
        _("issues {numbers}").format(numbers=_(", ").join(resolution.issues))
        if resolution.issues
        else None,
    )
    said = joined(parts)
    return _(" ({parts})").format(parts=said) if said else ""


def _tasks(tasks: tuple[ActionRow, ...]) -> Iterator[Block]:
    if not tasks:
        return
    yield Heading(_("Action items"))
    for task in tasks:
        said = joined(
            (
                task.owner and _("in charge: {owner}").format(owner=task.owner),
                _("due: {day}").format(day=day_words(task.due_on)) if task.due_on else None,
            )
        )
        text = task.text.replace("\n", " ")
        yield Field(task.label, text + (_(" ({parts})").format(parts=said) if said else ""))


def _objections(paper: Paper) -> Iterator[Block]:
    if not paper.objections:
        return
    yield Heading(_("Objections to the minutes"))
    for objection in paper.objections:
        yield Field(
            objection.name,
            _("{text} ({day})").format(
                text=objection.text.replace("\n", " "), day=day_words(objection.at.date())
            ),
        )


def _corrections(paper: Paper) -> Iterator[Block]:
    if not paper.corrections:
        return
    yield Heading(_("Corrections"))
    for correction in paper.corrections:
        yield Field(
            _("Correction {number}").format(number=correction.number),
            _("{text} ({day}, {user}; reason: {reason})").format(
                text=correction.text.replace("\n", " "),
                day=day_words(correction.at.date()),
                user=correction.user,
                reason=correction.reason,
            ),
        )


def _end(meeting: MeetingRow) -> str:
    if meeting.ended_at is None or not has_time(meeting.ended_at):
        return _("The meeting was closed.")
    return _("The meeting was closed at {time}.").format(time=f"{meeting.ended_at:%H:%M}")
