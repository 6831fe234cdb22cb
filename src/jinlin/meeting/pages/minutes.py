"""会议记录: the proof of a meeting, signed and filed (practice 5.2).

It shows name, time from and to, place, chair, recorder; who was expected, present, excused with
the reason, absent, sitting in; then item by item what each speaker said, other opinions included,
the votes, what was resolved and given out; the end, signatures. It stays in the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words, named_in_full
from jinlin.core.sentences import sentence
from jinlin.documents.fitting import ending_well
from jinlin.documents.page import (
    BLANK,
    Attachments,
    Block,
    Closing,
    Field,
    Heading,
    Page,
    Paragraph,
    paragraphs,
)
from jinlin.meeting.pages.paper import Paper, Standing, left_over
from jinlin.meeting.pages.votes import told_once
from jinlin.meeting.pages.wording import (
    changes_told,
    heard,
    in_charge,
    joined,
    numbered,
    period_words,
    remarked,
    time_words,
)
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.branch_first import Progress
from jinlin.meeting.record.queries import Attendee, MeetingRow
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meetings import HERE, AttendanceState, has_time, turnout

_MANY: Final = 8
"""From so many people on they do not sign on one line."""


def minutes_page(paper: Paper) -> Page:
    """Return the minutes of a meeting in the user's language."""
    meeting = paper.meeting
    page = Page(
        title=_("Minutes"),
        above=(paper.organisation,) if paper.organisation else (),
        below=tuple(_state(paper)),
        blocks=(
            *_head(paper),
            *_attendance(paper),
            *numbered(
                (
                    *_items(paper),
                    *_besides(paper),
                    *changes_told(paper.whole.changes),
                    *_objections(paper),
                    *_corrections(paper),
                )
            ),
            Paragraph(_end(paper)),
            *_signatures(paper),
        ),
        code=_code(meeting),
        fields=paper.fields,
    )
    return ending_well(page)


def attendance_words(paper: Paper) -> str:
    """Return how many were expected, present and so on, in one line; who there is none of not."""
    count = turnout(attendee.state for attendee in paper.whole.attendees)
    parts = [
        _("expected {expected}, present {present}").format(
            expected=count.expected, present=count.present
        )
    ]
    parts += [
        said.format(count=number)
        for said, number in (
            (_("excused {count}"), count.excused),
            (_("absent {count}"), count.absent),
            (_("sitting in {count}"), count.sitting_in),
            (_("not recorded {count}"), count.unknown),
        )
        if number
    ]
    return _(", ").join(parts)


def _signatures(paper: Paper) -> Iterator[Block]:
    """Yield where the minutes are signed; the sheet that many have signed lies with them."""
    lines = [
        _("Chair (signature): {blank}").format(blank=BLANK),
        _("Recorder (signature): {blank}").format(blank=BLANK),
    ]
    there = sum(attendee.state in HERE for attendee in paper.whole.attendees)
    if there >= _MANY:
        yield Attachments((_("Attendance sheet"),))
    elif not paper.ballot:
        lines.append(_("Those present (signatures): {blank}").format(blank=BLANK * 2))
    yield Closing(tuple(lines), left=True)


def _code(meeting: MeetingRow) -> str:
    if not meeting.confirmed_hash:
        return meeting.label
    return _("{number}, SHA-256 {hash}").format(
        number=meeting.label, hash=meeting.confirmed_hash[:16]
    )


def _state(paper: Paper) -> Iterator[str]:
    """Yield below the title what a reader must know: a draft, or that it does not fit any more."""
    meeting = paper.meeting
    if meeting.confirmed_at is None:
        yield _("(draft)")
        return
    yield _("(confirmed on {day})").format(day=day_words(meeting.confirmed_at.date()))
    if paper.fits:
        return
    if paper.forgotten is None:
        yield _("It does not fit what was confirmed!")
    else:
        yield _(
            "On {day} what was said here of a person was deleted as the law asks; since then it"
            " does not fit what was confirmed."
        ).format(day=day_words(paper.forgotten))


def _head(paper: Paper) -> Iterator[Block]:
    meeting, kind = paper.meeting, type_name(paper.meeting.type)
    yield Field(_("Meeting"), meeting.title)
    if kind not in meeting.title:
        yield Field(_("Type"), kind)
    if paper.ballot:
        yield Field(_("Period of the vote"), period_words(meeting))
    else:
        yield Field(_("Time"), time_words(meeting))
    for label, value in (
        (_("Place"), meeting.place),
        (_("Chair"), meeting.chair),
        (_("Recorder"), meeting.recorder),
    ):
        yield Field(label, value or BLANK)


def _unlisted(missing: int) -> str:
    """Return how many may vote of whom the roll says nothing; empty where it holds all of them."""
    return _("; {count} not on the roll").format(count=missing) if missing > 0 else ""


def _attendance(paper: Paper) -> Iterator[Block]:
    """Yield who was there; of a ballot of owners only whom somebody wrote down."""
    whole = paper.whole
    if not whole.attendees:
        if not paper.ballot:
            yield Field(_("Attendance"), BLANK)
        return
    yield Field(_("Attendance"), attendance_words(paper))
    count = turnout(one.state for one in whole.attendees)
    if paper.room is not None and paper.room[:2] != (count.expected, count.present):
        yield Field(
            _("With the right to vote"),
            _("expected {expected}, present {present}").format(
                expected=paper.room.entitled, present=paper.room.present
            )
            + _unlisted(paper.room.entitled - count.expected),
        )
    for heading, states in (
        (_("Attended"), HERE),
        (_("Excused"), {AttendanceState.EXCUSED}),
        (_("Absent"), {AttendanceState.ABSENT}),
        (_("Not recorded"), {AttendanceState.EXPECTED}),
        (_("Sat in"), {AttendanceState.SITTING_IN}),
    ):
        names = [_attendee(one, paper) for one in whole.attendees if one.state in states]
        if names:
            yield Field(heading, _(", ").join(names))


def _attendee(attendee: Attendee, paper: Paper) -> str:
    """Return a name with what is to be said: who she is, late, from when to when, why, a proxy."""
    standing = paper.standing.get(attendee.person_id or 0, Standing())
    remarks = [_("probationary member")] if standing.probationary else []
    if attendee.state is AttendanceState.SITTING_IN and standing.posts:
        remarks.append(standing.posts)
    if attendee.state is AttendanceState.LATE:
        remarks.append(_("late"))
    begun = paper.meeting.opened_at or paper.meeting.held_at
    came = attendee.arrived_at if attendee.arrived_at and attendee.arrived_at > begun else None
    for said, moment in ((_("came {time}"), came), (_("left {time}"), attendee.left_at)):
        if moment is not None:
            remarks.append(said.format(time=f"{moment:%H:%M}"))
    if attendee.reason:
        remarks.append(attendee.reason)
    if attendee.proxy:
        remarks.append(_("represented by {name}").format(name=attendee.proxy))
    if attendee.written:
        remarks.append(_("opinion in writing"))
    if not remarks:
        return attendee.name
    return _("{name} ({remarks})").format(name=attendee.name, remarks=_(", ").join(remarks))


def _items(paper: Paper) -> Iterator[Block]:
    """Yield item by item what was said, voted, resolved and given out."""
    if not paper.whole.items:
        yield Heading(_("Agenda"))
        yield Paragraph(_("No agenda was recorded."))
    sources = dict.fromkeys(vote.rule.source for vote in paper.votes)
    rules = dict(zip(sources, named_in_full(sources), strict=True))
    for item in paper.whole.items:
        yield Heading(_titled(item, paper))
        yield from tuple(_held(paper, item, rules)) or _only_heard(item)


def _held(paper: Paper, item: AgendaItem, rules: dict[str, str]) -> Iterator[Block]:
    """Yield what was said, voted, resolved and given out on an item.

    Args:
        paper: what it is written from.
        item: the item.
        rules: by which rules votes were counted, each told once and then taken out.
    """
    yield from _said(paper, item.position)
    yield from paragraphs(item.note or "")
    for vote in paper.votes:
        if vote.item == item.position:
            yield from map(Paragraph, told_once(vote, about=item.title))
            if rule := rules.pop(vote.rule.source, ""):
                yield Paragraph(sentence(_("Rule: {source}").format(source=basis_words(rule))))
    yield from _resolutions(paper, item.position)
    yield from _tasks(paper, item.position)
    if item.id in {one.id for one in left_over(paper)}:
        yield Paragraph(_("Left for the next meeting."))


def _only_heard(item: AgendaItem) -> Iterator[Block]:
    """Say that an item was heard of which nothing else was written down."""
    if found := heard(item.title):
        said = _("heard ({verb}) {what}").format(verb=found[0], what=found[1])
        yield Paragraph(_("The meeting {parts}.").format(parts=said))


def _titled(item: AgendaItem, paper: Paper) -> str:
    """Return what an item is called, with what the branch said of it beforehand."""
    first = paper.beforehand.get(item.id)
    remarks = [
        _("deliberated by the branch on {day}").format(day=written_day(first.day))
        if first and first.progress is Progress.DONE
        else None,
        _("internal") if item.internal else None,
    ]
    said = joined(remarks)
    return _("{title} ({remarks})").format(title=item.title, remarks=said) if said else item.title


def _said(paper: Paper, item: int | None) -> Iterator[Block]:
    for statement in paper.whole.statements:
        if statement.item == item:
            speaker = statement.speaker
            if statement.dissent:
                speaker = _("{name} ({remarks})").format(name=speaker, remarks=_("another opinion"))
            yield Paragraph(
                _("{label}: {text}").format(label=speaker, text=sentence(statement.text))
            )


def _resolutions(paper: Paper, item: int | None) -> Iterator[Block]:
    for resolution in paper.whole.resolutions:
        if resolution.item == item:
            said = remarked(resolution.text, _remarks(paper, resolution))
            yield Paragraph(_said_as(paper, resolution).format(text=said))


def _said_as(paper: Paper, resolution: Resolution) -> str:
    """Return how a resolution is called: what was lost is none, whenever it was written down."""
    if resolution.lost:
        return _("Put to the vote and not carried: {text}")
    if paper.elected(resolution):
        return _("Result of the election: {text}")
    return _("Resolved: {text}")


def _remarks(paper: Paper, resolution: Resolution) -> Iterator[str]:
    """Yield what belongs to a resolution: its result, basis, who carries it out, by when.

    What it was voted stands above it.
    """
    if resolution.outcome and not resolution.vote:
        yield _("result: {text}").format(text=resolution.outcome)
    if resolution.basis:
        yield _("basis: {text}").format(text=basis_words(resolution.basis))
    if resolution.effective_on:
        yield _("holds from {day}").format(day=day_words(resolution.effective_on))
    if not (resolution.lost or paper.elected(resolution)):
        yield from in_charge(resolution)


def _tasks(paper: Paper, item: int | None) -> Iterator[Block]:
    for task in paper.whole.tasks:
        if task.item == item:
            said = remarked(task.text, in_charge(task))
            yield Paragraph(_("To do: {text}").format(text=said))


def _besides(paper: Paper) -> Iterator[Block]:
    """Yield what was said, resolved and given out that belongs to no item."""
    blocks = (
        *_said(paper, None),
        *paragraphs(paper.meeting.note or ""),
        *_resolutions(paper, None),
        *_tasks(paper, None),
    )
    if blocks:
        yield Heading(_("Besides"))
        yield from blocks


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


def _end(paper: Paper) -> str:
    ended = paper.meeting.ended_at
    if paper.ballot and ended is not None:
        return _("The vote was closed on {day}.").format(day=day_words(ended.date()))
    if ended is None or not has_time(ended):
        return _("The meeting was closed.")
    return _("The meeting was closed at {time}.").format(time=f"{ended:%H:%M}")
