"""What councils resolved in a period, and what was posted, objected to and asked."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.stretch import Length
from jinlin.core.sentences import begun, one_line
from jinlin.documents.page import Block, Items, Paragraph
from jinlin.meeting.rules.kinds import service_types
from jinlin.meeting.rules.meetings import FRIDAY_COUNCIL, PARTY_MEETINGS
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.member.rules.posts import Body
from jinlin.output.listing.values import percent
from jinlin.report.edition.parts.meetings import held
from jinlin.report.edition.room import ListRoom
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import (
    DisclosureFigures,
    PeriodFigures,
    ResolutionFigure,
)
from jinlin.survey.record.on_day import RatedBody
from jinlin.survey.rules.kinds import AnswersPer


def deliberation(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    """Return the councils of the month and what was resolved, as far as there is room."""
    elsewhere = {*PARTY_MEETINGS, *service_types(), FRIDAY_COUNCIL}
    meetings = [m for m in figures.meetings if m.type not in elsewhere]
    met = held(meetings, say, "deliberation.held")
    told = _asked(figures, say) + _rated(figures, say) + _disclosed(figures.disclosure, say)
    if figures.resolutions:
        told += say("deliberation.resolutions", count=len(figures.resolutions))
    if not met and not told:
        met = say("deliberation.none")
    yield Paragraph(text=met + _guided(figures, say) + told)
    shown = resolutions(figures, say)[: room.resolutions]
    if shown:
        yield Items(texts=tuple(shown))
    if rest := len(figures.resolutions) - len(shown):
        yield Paragraph(text=say("deliberation.others", count=rest))


def resolutions(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return what was resolved, each with who carries it out and by when."""
    return [_resolution(resolution, say) for resolution in figures.resolutions]


def _guided(figures: PeriodFigures, say: Wording) -> str:
    """Return what the branch deliberated first, where it sat in, and who sits in which body.

    A week is too short for who sits where to be news.
    """
    guidance = figures.guidance
    counts = (("deliberated", guidance.deliberated), ("sat_in", guidance.sat_in))
    told = [say(f"deliberation.{name}", count=count) for name, count in counts if count]
    for one in guidance.bodies if figures.period.stretch.length is not Length.WEEK else ():
        vacant = one.seats is not None and one.seats > one.people
        told.append(
            say(
                "deliberation.vacant" if vacant else "deliberation.body",
                body=Body(one.body).label,
                people=one.people,
                seats=one.seats,
                in_party=one.in_party,
            )
        )
    return begun(say.joined(told, mark="clause")) + say("marks.stop") if told else ""


def _asked(figures: PeriodFigures, say: Wording) -> str:
    """Return how many answered in each survey, of how many; the share where the base allows it."""
    text = ""
    for one in figures.surveys:
        if one.slips is not None:
            text += say("deliberation.survey_slips", title=one.title, count=one.slips)
            continue
        share = one.rate.exact
        of_people = one.per is AnswersPer.PERSON
        unit = say("deliberation.people") if of_people else say("deliberation.homes")
        text += say(
            "deliberation.survey" if share is not None else "deliberation.survey_few",
            title=one.title,
            answered=one.answered,
            asked=one.asked,
            unit=unit,
            percent=percent(share) if share is not None else "",
        )
    return text


def _rated(figures: PeriodFigures, say: Wording) -> str:
    """Return how bodies were rated in evaluations, and what was put right."""
    text = ""
    for one in figures.evaluations:
        if one.bodies:
            bodies = say.joined([_body(body, say) for body in one.bodies], mark="clause")
            text += say("deliberation.evaluation", title=one.title, bodies=bodies)
        else:
            name = "evaluation_on" if one.sheets is None else "evaluation_sheets"
            text += say(f"deliberation.{name}", title=one.title, count=one.sheets)
    righted = figures.put_right
    if righted.count:
        text += say("deliberation.put_right", count=righted.count, done=righted.done)
    return text


def _body(body: RatedBody, say: Wording) -> str:
    share = body.rate.exact
    return say(
        "deliberation.body_rate" if share is not None else "deliberation.body_few",
        body=body.body,
        good=body.rate.numerator,
        rated=body.rate.denominator,
        percent=percent(share) if share is not None else "",
    )


def _disclosed(told: DisclosureFigures, say: Wording) -> str:
    """Return what was posted, objected to and asked."""
    parts = []
    if told.posted:
        parts.append(say("deliberation.posted", count=told.posted))
    parts += [
        say(f"deliberation.{name}", count=count)
        for name, count in (
            ("decisions", told.decisions),
            ("results", told.results),
            ("unposted", told.unposted),
        )
        if count
    ]
    if told.objections:
        answer = _answer(told.objections, told.answered, "objections_some", say)
        parts.append(say("deliberation.objections", count=told.objections, answer=answer))
    if told.questions:
        answer = _answer(told.questions, told.replied, "questions_some", say)
        if late := told.replied - told.in_time:
            answer += say("deliberation.answered_late", count=late)
        parts.append(say("deliberation.questions", count=told.questions, answer=answer))
    return begun(say.joined(parts, mark="clause")) + say("marks.stop") if parts else ""


def _answer(asked: int, answered: int, some: str, say: Wording) -> str:
    """Return how many of those asked for an answer have one."""
    if answered == asked:
        return say("deliberation.answered")
    return (
        say(f"deliberation.{some}", count=answered) if answered else say("deliberation.unanswered")
    )


def _resolution(resolution: ResolutionFigure, say: Wording) -> str:
    details = []
    if resolution.owner:
        details.append(say("deliberation.owner", owner=resolution.owner))
    if resolution.status is not ResolutionStatus.OPEN:
        details.append(resolution.status.label)
    if resolution.due_on and resolution.status is ResolutionStatus.OPEN:
        details.append(say("deliberation.due", day=say.day(resolution.due_on)))
    text = one_line(resolution.text)
    if not details:
        return text
    return say("deliberation.resolution", text=text, details=say.joined(details, mark="comma"))
