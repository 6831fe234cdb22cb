"""Residents' issues of a period: what changed on the one before, the table, and an issue named."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jinlin.documents.page import Block, Paragraph
from jinlin.issue.record.categories import category_label
from jinlin.meeting.rules.meetings import FRIDAY_COUNCIL
from jinlin.output.listing.values import percent
from jinlin.report.edition.tables import category_table, subject_of
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OpenIssue, PeriodFigures
from jinlin.report.figures.public import folded_told
from jinlin.report.rules.flow import CountChange


def issues(figures: PeriodFigures, say: Wording) -> Iterator[Block]:
    """Yield what changed, and the issues by category."""
    if figures.total.idle and not figures.ratings.rated:
        yield Paragraph(text=say("issues.none"))
        return
    told = _comparison(figures, say) + _friday_councils(figures, say)
    yield Paragraph(text=told or say("issues.table"))
    yield category_table(figures, say)
    if text := folded_told(figures):
        yield Paragraph(text=text)


def _comparison(figures: PeriodFigures, say: Wording) -> str:
    """Return what changed on the month before; empty where there is nothing to compare with."""
    received, closed = figures.received_change, figures.closed_change
    if received is None or closed is None:
        return ""
    sentence = _changed(received, say("issues.received"), say)
    if figures.main_rise is not None:
        group = category_label(figures.main_rise.name)
        sentence = say("issues.main_rise", sentence=sentence, group=group)
    parts = (sentence, _changed(closed, say("issues.closed"), say))
    return say.joined(parts, mark="clause") + say("marks.stop")


def _changed(change: CountChange, what: str, say: Wording) -> str:
    if not change.difference:
        return say("issues.same", what=what)
    key = "issues.more" if change.difference > 0 else "issues.fewer"
    share: Fraction | None = change.exact
    if share is None:
        return say(key, what=what, count=abs(change.difference))
    return say(
        f"{key}_percent", what=what, count=abs(change.difference), percent=percent(abs(share))
    )


def _friday_councils(figures: PeriodFigures, say: Wording) -> str:
    """Return how often the branch brought what it could not settle."""
    held = sum(m.held for m in figures.meetings if m.type == FRIDAY_COUNCIL)
    return say("issues.friday", held=held) if held else ""


def issue_in_words(issue: OpenIssue, say: Wording) -> str:
    """Return an issue as it stands in a sentence: category and building; never its title."""
    category = subject_of(issue)
    if not issue.building:
        return say("unfinished.what", category=category)
    building = say.building(issue.building)
    return say("unfinished.what_at", category=category, building=building)
