"""The table of `issue stats`: what came, what went, how long it took, how content people are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.issue.lists import statistics
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.counts import SMALL, Figures, Span
from jinlin.issue.rules.durations import Spread
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.sides import Side
from jinlin.issue.rules.statuses import told_labels
from jinlin.output.listing.listing import Listing
from jinlin.store.transaction.tx import Reader

_WORDS: Final[Mapping[Side, Callable[[], Mapping[str, str]]]] = {
    Side.STATUS: told_labels,
    Side.CHANNEL: Channel.labels,
    Side.LEVEL: Level.labels,
}


def figures_listing(
    reader: Reader, span: Span, sides: Sequence[Side], wanted: WantedIssues, *, whole: bool
) -> Listing:
    """Return the figures of a period by sides.

    Args:
        reader: the database.
        span: the period.
        sides: by what they are told apart.
        wanted: which issues count.
        whole: with all columns, for other programs; else those that fit on a screen.
    """
    found, total = statistics.figures(reader, span, sides, wanted=wanted)
    some = bool(found)
    rows = [*found, total._replace(sides=(_("Total"), *[""] * (len(sides) - 1)))]
    return Listing(
        key="stats",
        title=_("Issues in figures"),
        columns=(
            *_side_columns(sides, whole=whole),
            *(_whole_columns() if whole else _few_columns()),
        ),
        rows=[
            (*(said if said is not None else _("none") for said in row.sides),
             *(_whole(row) if whole else _few(row)))
            for row in rows
        ] if some else [],
        notes=(
            _("Hours of the clock: the median, below it within which nine of ten were done."),
            *_days_note(total),
            _(
                "An issue counts once: carried over + received + reopened ="
                " solved + unsolved + declined + merged + open."
            ),
        )
        if some and not whole
        else (),
    )  # fmt: skip


def _days_note(total: Figures) -> Iterator[str]:
    """Return how many were written down without a time of day; nothing where all have one."""
    if count := max(total.accept.days_only, total.close.days_only):
        yield _(
            "Without a time of day were written down: {count}. They are in no hours; where there"
            " are no others, days are given (d)."
        ).format(count=count)


def _side_columns(sides: Sequence[Side], *, whole: bool) -> Iterator[Column]:
    for side in sides:
        said = _WORDS[side]() if side in _WORDS else None
        kind = Kind.DATE if side is Side.MONTH and not whole else Kind.TEXT  # kept on one line
        yield Column(key=side.value, heading=side.label, labels=said, kind=kind)


def _flow_columns() -> Iterator[Column]:
    for key, heading in (
        ("carried_over", _("Carried over")),
        ("received", _("Received")),
        ("reopened", _("Reopened")),
        ("solved", _("Solved")),
        ("unsolved", _("Unsolved")),
        ("declined", _("Declined")),
        ("merged", _("Merged")),
        ("open", _("Open")),
    ):
        yield Column(key=key, heading=heading, kind=Kind.INTEGER)


def _flow(row: Figures) -> tuple[int, ...]:
    return (
        row.carried_over, row.received, row.reopened, row.solved, row.unsolved, row.declined,
        row.merged, row.open,
    )  # fmt: skip


def _few_columns() -> Iterator[Column]:
    yield from _flow_columns()
    yield Column(key="accept", heading=_("Accepted, h"), kind=Kind.DECIMAL)
    yield Column(key="close", heading=_("Closed, h"), kind=Kind.DECIMAL)
    yield Column(key="satisfaction", heading=_("Satisfied"), kind=Kind.DECIMAL)


def _few(row: Figures) -> tuple[Any, ...]:
    return (
        *(count or None for count in _flow(row)),
        _spread(row.accept), _spread(row.close), _share(row.content, row.rated),
    )  # fmt: skip


def _spread(spread: Spread) -> str:
    """Return the hours; where no time of day was written down at all, the days."""
    if spread.cases:
        hours = (spread.median_hours, spread.ninetieth_hours)
        return "\n".join(_("{count} h").format(count=count) for count in hours)
    if spread.all_cases:
        days = (spread.median_days, spread.ninetieth_days)
        return "\n".join(_("{count} d").format(count=count) for count in days)
    return ""


def _share(part: int, base: int) -> str:
    """Return a share with its base; of few only the counts."""
    if not base:
        return ""
    if base < SMALL:
        return f"{part}/{base}"
    from fractions import Fraction

    from jinlin.output.listing.values import percent

    return f"{percent(Fraction(part, base))}\n{part}/{base}"


def _whole_columns() -> Iterator[Column]:
    yield from _flow_columns()
    for key, heading in (
        ("accept", _("Accepted")), ("solve", _("Solved")), ("close", _("Closed")),
    ):  # fmt: skip
        count = _("{what}: count").format(what=heading)
        median = _("{what}: median hours").format(what=heading)
        ninetieth = _("{what}: 90th percentile hours").format(what=heading)
        counted = _("{what}: count in days").format(what=heading)
        days = _("{what}: median days").format(what=heading)
        most_days = _("{what}: 90th percentile days").format(what=heading)
        yield Column(key=f"{key}_count", heading=count, kind=Kind.INTEGER)
        yield Column(key=f"{key}_median_hours", heading=median)
        yield Column(key=f"{key}_p90_hours", heading=ninetieth)
        yield Column(key=f"{key}_all_count", heading=counted, kind=Kind.INTEGER)
        yield Column(key=f"{key}_median_days", heading=days)
        yield Column(key=f"{key}_p90_days", heading=most_days, kind=Kind.INTEGER)
    for key, heading in (
        ("ended", _("Closed in the period")),
        ("again", _("Of these opened again")),
        ("satisfied", _("satisfied")),
        ("basically_satisfied", _("basically satisfied")),
        ("not_satisfied", _("not satisfied")),
        ("unrated", _("unrated")),
        ("rated", _("Rated")),
    ):
        yield Column(key=key, heading=heading, kind=Kind.INTEGER)
    yield Column(key="reopen_rate", heading=_("Reopened, share"), kind=Kind.RATE)
    yield Column(key="satisfaction_rate", heading=_("Satisfaction rate"), kind=Kind.RATE)


def _whole(row: Figures) -> tuple[Any, ...]:
    spreads = (
        value
        for spread in (row.accept, row.solve, row.close)
        for value in (
            spread.cases,
            spread.median_hours,
            spread.ninetieth_hours,
            spread.all_cases,
            spread.median_days,
            spread.ninetieth_days if spread.all_cases else None,
        )
    )
    return (
        *_flow(row), *spreads, row.ended, row.again, row.satisfied, row.basically_satisfied,
        row.not_satisfied, row.unrated, row.rated, _rate(row.again, row.ended),
        _rate(row.content, row.rated),
    )  # fmt: skip


def _rate(part: int, base: int) -> Any:
    """Return a share; None where the base is too small for one."""
    from fractions import Fraction

    return Fraction(part, base) if base >= SMALL else None
