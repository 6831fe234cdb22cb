"""What a report says of the days to come: at most six things, the earliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from jinlin.documents.page import Block, Items, Paragraph
from jinlin.meeting.rules.kinds import type_name
from jinlin.report.edition.paragraphs import issue_in_words, one_line
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OpenIssue, PeriodFigures

MOST: Final = 6
"""How many things a report announces (monthly report: three to six)."""
NAMED_ISSUES: Final = 2
"""More issues that fall due than this are announced together."""


def what_comes(figures: PeriodFigures, say: Wording) -> Iterable[Block]:
    """Return what falls due, what is to be carried out and which meetings are set."""
    texts = [text for _day, text in sorted(_dated(figures, say))]
    if figures.total.overdue:
        key = "next.overdue" if figures.open_issues else "next.overdue_only"
        texts.insert(0, say(key, count=figures.total.overdue))
    if not texts:
        return (Paragraph(text=say("next.none")),)
    if len(texts) > MOST:
        rest = len(texts) - MOST + 1
        texts = [*texts[: MOST - 1], say("next.others", count=rest)]
    *most, last = texts
    ends = (*(text + say("marks.clause").rstrip() for text in most), last + say("marks.stop"))
    return (Items(texts=tuple(end.rstrip() for end in ends)),)


def _dated(figures: PeriodFigures, say: Wording) -> Iterator[tuple[date, str]]:
    yield from _due_issues(figures, say)
    for resolution in figures.due_resolutions:
        assert resolution.due_on is not None
        day = say.day(resolution.due_on)
        who = _who(resolution.owner, say)
        yield (
            resolution.due_on,
            say("next.resolution", day=day, text=one_line(resolution.text), who=who),
        )
    for action in figures.due_actions:
        assert action.due_on is not None
        day, who = say.day(action.due_on), _who(action.owner, say)
        yield action.due_on, say("next.action", day=day, text=one_line(action.text), who=who)
    for meeting in figures.planned_meetings:
        day = say.day(meeting.day)
        kind = type_name(meeting.type)
        yield meeting.day, say("next.meeting", day=day, type=kind, number=meeting.number)


def _due_issues(figures: PeriodFigures, say: Wording) -> Iterator[tuple[date, str]]:
    """Return the issues that fall due, each by itself or, where there are many, together."""
    due: list[tuple[date, OpenIssue]] = [
        (issue.due_on, issue)
        for issue in figures.open_issues
        if issue.due_on is not None and figures.period.is_ahead(issue.due_on)
    ]
    if len(due) > NAMED_ISSUES:
        (first, issue), (last, _issue) = due[0], due[-1]
        yield (
            first,
            say(
                "next.issues",
                first=say.day(first),
                last=say.day(last),
                count=len(due),
                what=issue_in_words(issue, say),
            ),
        )
        return
    for day, issue in due:
        what, who = issue_in_words(issue, say), _who(issue.responsible, say)
        yield day, say("next.issue", day=say.day(day), what=what, who=who)


def _who(name: str | None, say: Wording) -> str:
    return say("next.who", name=name) if name else ""
