"""What a report says of the days to come: issues, what is to be carried out, meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from jinlin.core.days.period import PassedStretch
from jinlin.core.sentences import begun, one_line
from jinlin.documents.page import Block, Items, Paragraph
from jinlin.meeting.rules.kinds import type_name
from jinlin.report.edition.parts.issues import issue_in_words
from jinlin.report.edition.room import ListRoom
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OpenIssue, PeriodFigures, ResolutionFigure

NAMED_ISSUES: Final = 2
"""More issues that fall due than this are announced together."""


def what_comes(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterable[Block]:
    """Return what falls due, what is to be carried out and which meetings are set."""
    duties = to_carry_out(figures, say)
    texts = [
        *_issues(figures, say),
        *_own(figures, say),
        *duties[: room.duties],
        *_meetings(figures, say),
    ]
    if not texts:
        return (Paragraph(text=say("next.none")),)
    if rest := len(duties[room.duties :]):
        texts.append(say("next.others", count=rest))
    *most, last = texts
    ends = (*(text + say("marks.item") for text in most), last + say("marks.stop").rstrip())
    return (Items(texts=tuple(map(begun, ends))),)


def to_carry_out(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return the earlier resolutions and the action items to carry out, what is late first."""
    own = _numbers(figures)
    earlier = [one for one in figures.due_resolutions if one.number not in own]
    dated = [
        *_dated(("next.resolution", "next.late_resolution"), earlier, figures.period, say),
        *_dated(("next.action", "next.late_action"), figures.due_actions, figures.period, say),
    ]
    return [text for _day, text in sorted(dated)]


def _numbers(figures: PeriodFigures) -> set[str]:
    return {one.number for one in figures.resolutions}


def _own(figures: PeriodFigures, say: Wording) -> Iterator[str]:
    """Return how many of the period's own resolutions to carry out; the page told them already."""
    own = _numbers(figures)
    all_days = [one.due_on for one in figures.due_resolutions if one.due_on and one.number in own]
    days = sorted(filter(figures.period.is_ahead, all_days))
    if late := len(all_days) - len(days):
        yield say("next.own_late", count=late)
    if days:
        first, last = say.day(days[0]), say.day(days[-1])
        key = "next.own" if first == last else "next.own_by"
        yield say(key, first=first, last=last, count=len(days))


def _dated(
    keys: tuple[str, str], duties: Iterable[ResolutionFigure], period: PassedStretch, say: Wording
) -> Iterator[tuple[date, str]]:
    """Yield each duty with its day, in the words for what falls due or for what is late."""
    falls_due, late = keys
    for duty in duties:
        assert duty.due_on is not None
        key = falls_due if period.is_ahead(duty.due_on) else late
        text, who = one_line(duty.text), _who(duty.owner, say)
        yield duty.due_on, say(key, day=say.day(duty.due_on), text=text, who=who)


def _issues(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return what is overdue and what falls due; where that is much, both in one line."""
    overdue = figures.total.overdue
    late = [say("next.overdue", count=overdue)] if overdue else []
    due: list[tuple[date, OpenIssue]] = [
        (issue.due_on, issue)
        for issue in figures.open_issues
        if issue.due_on is not None and figures.period.is_ahead(issue.due_on)
    ]
    if len(due) > NAMED_ISSUES:
        first, last = say.day(due[0][0]), say.day(due[-1][0])
        together = say("next.issues", first=first, last=last, count=len(due))
        return [say.joined([*late, together], mark="clause")]
    return [*late, *(_issue(day, issue, say) for day, issue in due)]


def _issue(day: date, issue: OpenIssue, say: Wording) -> str:
    what, who = issue_in_words(issue, say), _who(issue.responsible, say)
    return say("next.issue", day=say.day(day), what=what, who=who)


def _meetings(figures: PeriodFigures, say: Wording) -> Iterator[str]:
    """Return the meetings that are set, all in one line."""
    if not figures.planned_meetings:
        return
    days = (
        say("next.meeting", day=say.day(meeting.day), type=type_name(meeting.type))
        for meeting in figures.planned_meetings
    )
    yield say("next.meetings", meetings=say.joined(days))


def _who(name: str | None, say: Wording) -> str:
    return say("next.who", name=name) if name else ""
