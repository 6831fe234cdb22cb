"""The sentences of the monthly report, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from jinlin.core.money import yuan
from jinlin.documents.page import Block, Items, Paragraph
from jinlin.meeting.kinds import type_name
from jinlin.output.values import percent
from jinlin.report.figures import (
    FRIDAY_COUNCIL,
    PARTY_MEETINGS,
    SERVICES,
    MeetingCount,
    MonthFigures,
    OpenIssue,
    PlanFigure,
    PurseFigure,
    ResolutionFigure,
)
from jinlin.report.flow import Change, Flow, Ratings
from jinlin.report.tables import category_label, group_label
from jinlin.report.wording import Wording

LONGEST_LIST: Final = 5
"""More items of a kind than this do not belong on one page."""


def summary(month: MonthFigures, say: Wording, *, coordination: str) -> str:
    """Return the first paragraph: the month in one look."""
    clauses = (
        _received_and_closed(month, say),
        _on_time(month.total, say),
        *_ratings(month.ratings, say),
    )
    text = say.joined(filter(None, clauses), mark="clause") + say("marks.stop")
    if month.meetings_held:
        text += say("summary.meetings", count=month.meetings_held)
    if month.services_held:
        text += say("summary.services", count=month.services_held)
    return text + say("summary.to_coordinate", count=len(month.to_coordinate), number=coordination)


def _received_and_closed(month: MonthFigures, say: Wording) -> str:
    flow = month.total
    before = [say("summary.carried_over", count=flow.carried_over)]
    if flow.reopened:
        before.append(say("summary.reopened", count=flow.reopened))
    ways = _counted(flow, ("closed_solved", "closed_unsolved", "declined", "merged"), say)
    return say(
        "summary.issues",
        received=flow.received,
        before=say.joined(before),
        closed=flow.closed,
        how=say("summary.how", ways=say.joined(ways)) if ways else "",
        when=say("summary.at_end" if month.period.complete else "summary.so_far"),
        open=flow.open,
        overdue=flow.overdue,
    )


def _on_time(flow: Flow, say: Wording) -> str:
    rate = flow.on_time_rate
    if not rate.denominator:
        return ""
    values = {"numerator": rate.numerator, "denominator": rate.denominator}
    if rate.exact is None:
        return say("summary.on_time_few", **values)
    return say("summary.on_time", percent=percent(rate.exact), **values)


def _ratings(ratings: Ratings, say: Wording) -> Iterator[str]:
    rate = ratings.rate
    if rate.exact is not None:
        yield say(
            "summary.rated",
            rated=ratings.rated,
            percent=percent(rate.exact),
            numerator=rate.numerator,
            denominator=rate.denominator,
        )
    elif ratings.rated:
        said = _counted(ratings, ("satisfied", "basically_satisfied", "not_satisfied"), say)
        yield say("summary.rated_few", rated=ratings.rated, ratings=say.joined(said))
    if ratings.unrated:
        yield say("summary.unrated", count=ratings.unrated)


def _counted(figures: Flow | Ratings, names: Iterable[str], say: Wording) -> list[str]:
    """Return those counts that are not nought, each with its name."""
    counts = ((name, getattr(figures, name)) for name in names)
    return [say(f"summary.{name}", count=count) for name, count in counts if count]


def organisation(month: MonthFigures, say: Wording) -> Iterable[Block]:
    """Return what the branch itself did, and who has joined it."""
    held = [m for m in month.meetings if m.type in PARTY_MEETINGS]
    text = _held(held, say, "organisation.held") or say("organisation.none")
    services = [m for m in month.meetings if m.type in SERVICES]
    text += _held(services, say, "organisation.services")
    members = month.members
    counts = (("full", members.full), ("probationary", members.probationary))
    if named := [say(f"organisation.{name}", count=count) for name, count in counts if count]:
        text += say("organisation.members", members=say.joined(named))
    if members.new_report_ins:
        text += say(
            "organisation.new_report_ins", new=members.new_report_ins, total=members.report_ins
        )
    elif members.report_ins:
        text += say("organisation.report_ins", total=members.report_ins)
    return (Paragraph(text=text),)


def _held(meetings: Iterable[MeetingCount], say: Wording, key: str) -> str:
    """Return the sentence on meetings by type; empty where none was held."""
    counts = [say("organisation.meeting", type=type_name(m.type), held=m.held) for m in meetings]
    return say(key, meetings=say.joined(counts)) if counts else ""


def comparison(month: MonthFigures, say: Wording) -> str:
    """Return what changed on the month before; empty where there is nothing to compare with."""
    received, closed = month.received_change, month.closed_change
    if received is None or closed is None:
        return ""
    sentence = _changed(received, say("issues.received"), say)
    if month.main_rise is not None:
        group = group_label(month.main_rise.group, month.main_rise.name, say)
        sentence = say("issues.main_rise", sentence=sentence, group=group)
    parts = (sentence, _changed(closed, say("issues.closed"), say))
    return say.joined(parts, mark="clause") + say("marks.stop")


def _changed(change: Change, what: str, say: Wording) -> str:
    if not change.difference:
        return say("issues.same", what=what)
    key = "issues.more" if change.difference > 0 else "issues.fewer"
    share: Fraction | None = change.exact
    if share is None:
        return say(key, what=what, count=abs(change.difference))
    return say(
        f"{key}_percent", what=what, count=abs(change.difference), percent=percent(abs(share))
    )


def friday_councils(month: MonthFigures, say: Wording) -> str:
    """Return how often the branch brought what it could not settle."""
    held = sum(m.held for m in month.meetings if m.type == FRIDAY_COUNCIL)
    return say("issues.friday", held=held) if held else ""


def projects(month: MonthFigures, say: Wording) -> Iterable[Block]:
    """Return the elevator plans of the month."""
    shown = month.plans[-LONGEST_LIST:]
    if not shown:
        return (Paragraph(text=say("projects.none")),)
    text = "".join(_plan(plan, say) for plan in shown)
    if rest := len(month.plans) - len(shown):
        text += say("projects.others", count=rest)
    return (Paragraph(text=text + say("projects.caution")),)


def _plan(plan: PlanFigure, say: Wording) -> str:
    key = "projects.plan"
    if not plan.households:
        key = "projects.plan_nobody"
    elif plan.lowest == plan.highest:
        key = "projects.plan_even"
    return say(
        key,
        where=_where(plan, say),
        name=plan.name,
        number=plan.number,
        total=yuan(plan.total),
        net=say("projects.after_subsidy", net=yuan(plan.net)) if plan.net < plan.total else "",
        households=plan.households,
        lowest=yuan(plan.lowest or 0),
        highest=yuan(plan.highest or 0),
    )


def _where(plan: PlanFigure, say: Wording) -> str:
    if plan.building is None or plan.building in plan.name:
        return ""
    return say("projects.where", building=_building(plan.building, say))


def _building(code: str, say: Wording) -> str:
    """Return a building as people call it: a code that is a number or a letter gets the word."""
    return say("unfinished.building" if code.isascii() else "unfinished.named_building", code=code)


def money(month: MonthFigures, say: Wording) -> str:
    """Return what each purse held and what went through it."""
    if not month.purses:
        return say("money.none")
    text = "".join(_purse(purse, say) for purse in month.purses)
    return text + (say("money.apart") if len(month.purses) > 1 else "")


def _purse(purse: PurseFigure, say: Wording) -> str:
    disclosed = ""
    if purse.undisclosed:
        disclosed = say("money.undisclosed", count=purse.undisclosed)
    elif purse.entries:
        disclosed = say("money.disclosed")
    return say(
        "money.purse",
        purse=say(f"purses.{purse.purse}"),
        opening=yuan(purse.opening),
        income=yuan(purse.income),
        spending=yuan(purse.spending),
        closing=yuan(purse.closing),
        disclosed=disclosed,
    )


def deliberation(month: MonthFigures, say: Wording) -> Iterator[Block]:
    """Return the councils of the month and what was resolved."""
    elsewhere = {*PARTY_MEETINGS, *SERVICES, FRIDAY_COUNCIL}
    held = [m for m in month.meetings if m.type not in elsewhere]
    text = _held(held, say, "deliberation.held")
    if month.resolutions:
        text += say("deliberation.resolutions", count=len(month.resolutions))
    yield Paragraph(text=text or say("deliberation.none"))
    shown = month.resolutions[:LONGEST_LIST]
    if shown:
        yield Items(texts=tuple(_resolution(resolution, say) for resolution in shown))
    if rest := len(month.resolutions) - len(shown):
        yield Paragraph(text=say("deliberation.others", count=rest))


def _resolution(resolution: ResolutionFigure, say: Wording) -> str:
    details = [resolution.number]
    if resolution.owner:
        details.append(say("deliberation.owner", owner=resolution.owner))
    if resolution.due_on:
        details.append(say("deliberation.due", day=say.day(resolution.due_on)))
    return say(
        "deliberation.resolution",
        text=one_line(resolution.text),
        details=say.joined(details, mark="comma"),
    )


def one_line(text: str) -> str:
    """Return what somebody wrote on one line, without the full stop at its end."""
    return " ".join(text.split()).rstrip("。.；; ")


def coordination(month: MonthFigures, say: Wording) -> Iterable[Block]:
    """Return what the community or the street is asked to help with."""
    waiting = month.to_coordinate
    if not waiting:
        return (Paragraph(text=say("coordination.none")),)
    texts = [
        say(
            "coordination.item",
            what=issue_in_words(issue, say),
            state=say.label("coordination", issue.status, ""),
            days=issue.days,
            goes_to=issue.goes_to or say("coordination.somebody"),
            due=_hoped_for(issue, say),
        )
        for issue in waiting[:LONGEST_LIST]
    ]
    if rest := len(waiting) - len(texts):
        texts.append(say("coordination.others", count=rest))
    return (Items(texts=tuple(texts)),)


def _hoped_for(issue: OpenIssue, say: Wording) -> str:
    if issue.due_on is None:
        return ""
    return say(
        "coordination.overdue" if issue.overdue else "coordination.due", day=say.day(issue.due_on)
    )


def issue_in_words(issue: OpenIssue, say: Wording) -> str:
    """Return an issue as it stands in a sentence: number, category, building; never its title."""
    details = [category_label(issue, say)]
    if issue.building:
        details.append(_building(issue.building, say))
    return say("unfinished.what", number=issue.number, details=say.joined(details))
