"""`jinlin issue stats`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day, parse_month
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.issue import arrivals, filters, hotspots, stats
from jinlin.issue.commands.filtering import asked_with_saved
from jinlin.issue.commands.listing import labels
from jinlin.issue.levels import LEVEL_LABELS
from jinlin.issue.rules import CHANNEL_LABELS
from jinlin.issue.sides import SIDE_LABELS, Side, read_sides
from jinlin.issue.stats import SMALL, Figures, Span, Spread
from jinlin.issue.statuses import STATUS_LABELS
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.show import show
from jinlin.store.command import reading
from jinlin.store.tx import Reader

_WORDS: Mapping[Side, Mapping[Any, str]] = {
    Side.STATUS: {**STATUS_LABELS, "merged": N_("merged into another")},
    Side.CHANNEL: CHANNEL_LABELS,
    Side.LEVEL: LEVEL_LABELS,
}


def stats_(
    ctx: typer.Context,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar=_("SIDES"),
            help=_(
                "category, group, building, steward, status, month, channel, level; department."
            ),
        ),
    ] = None,
    month: Annotated[
        str | None, typer.Option(metavar=_("MONTH"), help=_("2026-10, 10, last or 上月."))
    ] = None,
    hot_spots: Annotated[
        bool, typer.Option("--hot-spots", help=_("Where the same comes up most."))
    ] = False,
    repeats: Annotated[
        bool, typer.Option("--repeats", help=_("What came back within 90 days of its closing."))
    ] = False,
) -> None:
    call = called(ctx)
    if sum((hot_spots, repeats, bool(by))) > 1:
        raise UsageError(
            _("Choose one of --by, --hot-spots and --repeats."), hint=_("Give only one of them.")
        )
    sides = read_sides(by or ("group",))
    with reading(call) as reader:
        asked = asked_with_saved(ctx, reader)
        first, last = _period(reader.clock, asked, month)
        span = stats.span_of(reader.clock, first, last)
        wanted = filters.meant(reader, asked._replace(since=(), until=()))
        if hot_spots:
            listing = _hot_spots(reader, span)
        elif repeats:
            listing = _repeats(reader, span)
        elif Side.DEPARTMENT in sides:
            listing = _departments(reader, span)
        else:
            listing = _figures(reader, span, sides, wanted, whole=_is_whole(call))
        period = _("{title}, {first} to {last}").format(title=listing.title, first=first, last=last)
        limit = rows_wanted(call)
        rows = list(listing.rows)
        show(
            call,
            listing._replace(
                title=period,
                rows=rows[:limit] if limit else rows,
                total=len(rows),
                empty=_("Nothing happened in this period."),
            ),
        )


def _is_whole(call: Call) -> bool:
    return call.json or call.csv or bool(call.output and not call.output.endswith(".md"))


def _period(clock: Clock, asked: filters.Filter, month: str | None) -> tuple[date, date]:
    """Return the first and the last day; this year up to today where nothing is said."""
    if month is not None:
        if asked.since or asked.until:
            raise UsageError(
                _("--month cannot stand beside --from and --to."),
                hint=_("Give only one of them."),
            )
        meant = parse_month(month, clock)
        return meant.first, meant.last
    first = max(
        (parse_day(text, clock) for text in asked.since), default=date(clock.today.year, 1, 1)
    )
    last = min((parse_day(text, clock) for text in asked.until), default=clock.today)
    if first > last:
        raise UsageError(
            _("{since} is after {until}.").format(since=first, until=last),
            hint=_("Change --from and --to round."),
        )
    return first, last


def _figures(
    reader: Reader, span: Span, sides: Sequence[Side], wanted: Any, *, whole: bool
) -> Listing:
    found, total = stats.figures(reader, span, sides, wanted=wanted)
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
            _(
                "An issue counts once: carried over + received + reopened ="
                " solved + unsolved + declined + merged + open."
            ),
        )
        if some and not whole
        else (),
    )  # fmt: skip


def _side_columns(sides: Sequence[Side], *, whole: bool) -> Iterator[Column]:
    for side in sides:
        said = labels(_WORDS[side]) if side in _WORDS else None
        kind = Kind.DATE if side is Side.MONTH and not whole else Kind.TEXT  # kept on one line
        yield Column(key=side.value, heading=_(SIDE_LABELS[side]), labels=said, kind=kind)


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
    if not spread.cases:
        return ""
    return f"{spread.median_hours}\n{spread.ninetieth_hours}"


def _share(part: int, base: int) -> str:
    """Return a share with its base; of few only the counts."""
    if not base:
        return ""
    if base < SMALL:
        return f"{part}/{base}"
    from fractions import Fraction

    from jinlin.output.values import percent

    return f"{percent(Fraction(part, base))}\n{part}/{base}"


def _whole_columns() -> Iterator[Column]:
    yield from _flow_columns()
    for key, heading in (
        ("accept", _("Accepted")), ("solve", _("Solved")), ("close", _("Closed")),
    ):  # fmt: skip
        count = _("{what}: count").format(what=heading)
        median = _("{what}: median hours").format(what=heading)
        ninetieth = _("{what}: 90th percentile hours").format(what=heading)
        yield Column(key=f"{key}_count", heading=count, kind=Kind.INTEGER)
        yield Column(key=f"{key}_median_hours", heading=median)
        yield Column(key=f"{key}_p90_hours", heading=ninetieth)
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
        for value in (spread.cases, spread.median_hours, spread.ninetieth_hours)
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


def _departments(reader: Reader, span: Span) -> Listing:
    found = arrivals.calls(reader, span)
    return Listing(
        key="stats",
        title=_("Calls and arrivals by department"),
        columns=(
            Column(key="department", heading=_("Department")),
            Column(key="called", heading=_("Called"), kind=Kind.INTEGER),
            Column(key="arrived", heading=_("Arrived"), kind=Kind.INTEGER),
            Column(key="arrive_median_hours", heading=_("Median hours")),
            Column(key="arrive_p90_hours", heading=_("90th percentile")),
            Column(key="scored", heading=_("Scored"), kind=Kind.INTEGER),
            Column(key="mean_score", heading=_("Mean score")),
        ),
        rows=[
            (
                row.department,
                row.called,
                row.arrived,
                row.arrive.median_hours,
                row.arrive.ninetieth_hours,
                row.scored,
                _mean(row.score, row.scored),
            )
            for row in found
        ],
        notes=(_("For the street's reference, not for a ranking."),) if found else (),
    )


def _mean(total: int, count: int) -> str | None:
    """Return a mean to one decimal, halves upwards; None of nothing."""
    if not count:
        return None
    tenths = (total * 20 + count) // (count * 2)
    return f"{tenths // 10}.{tenths % 10}"


def _hot_spots(reader: Reader, span: Span) -> Listing:
    return Listing(
        key="hot_spots",
        title=_("Hot spots"),
        columns=(
            Column(key="building", heading=_("Building")),
            Column(key="place", heading=_("Place")),
            Column(key="category", heading=_("Category")),
            Column(key="count", heading=_("Reported"), kind=Kind.INTEGER),
            Column(key="open", heading=_("Open"), kind=Kind.INTEGER),
        ),
        rows=hotspots.hot_spots(reader, span),
    )


def _repeats(reader: Reader, span: Span) -> Listing:
    local = reader.clock.local
    return Listing(
        key="repeats",
        title=_("Came back after it was closed"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="title", heading=_("Issue title")),
            Column(key="category", heading=_("Category")),
            Column(key="where", heading=_("Place")),
            Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME),
            Column(key="before", heading=_("Before")),
            Column(key="closed_at", heading=_("Closed at"), kind=Kind.TIME),
            Column(key="days", heading=_("Days"), kind=Kind.INTEGER),
        ),
        rows=[
            (
                r.number, r.title, r.category,
                "-".join(part for part in (r.building, r.entrance, r.room) if part)
                if r.room else " ".join(part for part in (r.building, r.place) if part),
                local(r.reported_at), r.before, local(r.closed_at), r.days,
            )
            for r in hotspots.repeats(reader, span)
        ],
    )  # fmt: skip
