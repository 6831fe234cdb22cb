"""The first paragraph of a report: what came, was closed and rated, and who was called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinlin.core.days.lasting import duration
from jinlin.meeting.rules.kinds import service_types, type_name
from jinlin.output.listing.values import percent
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import CallFigures, PeriodFigures
from jinlin.report.rules.flow import Flow, Ratings

COORDINATION: Final = 5
"""The number of the part that the summary refers to."""


def summary(figures: PeriodFigures, say: Wording) -> str:
    """Return the first paragraph: the month in one look."""
    clauses = (
        _received_and_closed(figures, say),
        _on_time(figures.total, say),
        *_ratings(figures.ratings, say),
    )
    text = say.joined(filter(None, clauses), mark="clause") + say("marks.stop")
    text += _services(figures, say) + _calls(figures.calls, say)
    if waiting := len(figures.requests):
        text += say("summary.to_coordinate", count=waiting, number=say.section_number(COORDINATION))
    return text


def _received_and_closed(figures: PeriodFigures, say: Wording) -> str:
    flow = figures.total
    came = _counted(flow, ("carried_over", "reopened"), say)
    ways = _counted(flow, ("closed_solved", "closed_unsolved", "declined", "merged"), say)
    if flow.closed and flow.closed_solved == flow.closed:
        ways = [say("summary.all_solved")]
    return say(
        "summary.issues",
        received=flow.received,
        came=_aside(came, say),
        closed=flow.closed,
        how=_aside(ways, say),
        when=say("summary.at_end" if figures.period.complete else "summary.so_far"),
        open=flow.open,
        late=say("summary.late", overdue=flow.overdue) if flow.overdue else "",
    )


def _aside(parts: Sequence[str], say: Wording) -> str:
    """Return parts in brackets; empty where there is none."""
    return say("summary.how", ways=say.joined(parts)) if parts else ""


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


def _services(figures: PeriodFigures, say: Wording) -> str:
    """Return what service days add up to, each figure in its own unit; empty where none was.

    Where all are of one kind it is named; else the kinds stand in the first part.
    """
    sums = figures.services
    if not sums.days:
        return ""
    kinds = [one.type for one in figures.meetings if one.type in service_types()]
    kind = type_name(kinds[0]) if len(kinds) == 1 else say("summary.any_service")
    said = ""
    if sums.times:
        said += say("summary.volunteers", count=sums.times)
    if sums.minutes:
        said += say("summary.served_for", time=duration(sums.minutes))
    if sums.served:
        said += say("summary.residents", count=sums.served)
    return say("summary.services", kind=kind, count=sums.days, how=said)


def _calls(calls: CallFigures, say: Wording) -> str:
    said = [
        say(f"summary.{name}", count=count)
        for name, count in (
            ("asked", calls.asked),
            ("called", calls.called),
            ("arrivals", calls.arrivals),
        )
        if count
    ]
    return say.joined(said, mark="comma") + say("marks.stop") if said else ""


def _counted(figures: Flow | Ratings, names: Iterable[str], say: Wording) -> list[str]:
    """Return those counts that are not nought, each with its name."""
    counts = ((name, getattr(figures, name)) for name in names)
    return [say(f"summary.{name}", count=count) for name, count in counts if count]
