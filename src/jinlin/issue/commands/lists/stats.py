"""`jinlin issue stats`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_bound, parse_month
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.lists.stats_figures import figures_listing
from jinlin.issue.commands.lists.stats_places import (
    departments_listing,
    hot_spots_listing,
    repeats_listing,
)
from jinlin.issue.commands.shared.filter_options import asked_with_saved
from jinlin.issue.lists import filters
from jinlin.issue.rules.counts import span_of
from jinlin.issue.rules.sides import Side, read_sides
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted, with_aside
from jinlin.store.command.command import reading


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
        span = span_of(reader.clock, first, last)
        wanted = filters.meant(reader, asked._replace(since=(), until=()))
        if hot_spots:
            listing = hot_spots_listing(reader, span, wanted)
        elif repeats:
            listing = repeats_listing(reader, span, wanted)
        elif Side.DEPARTMENT in sides:
            listing = departments_listing(reader, span, wanted)
        else:
            whole = _is_whole(call)
            listing = figures_listing(reader, span, sides, wanted, whole=whole)
            if call.names_columns:
                other = figures_listing(reader, span, sides, wanted, whole=not whole)
                listing = with_aside(listing, other)
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


def _period(clock: Clock, asked: filters.IssueFilter, month: str | None) -> tuple[date, date]:
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
        (parse_bound(text, clock) for text in asked.since), default=date(clock.today.year, 1, 1)
    )
    last = min((parse_bound(text, clock) for text in asked.until), default=clock.today)
    if first > last:
        raise UsageError(
            _("{since} is after {until}.").format(since=first, until=last),
            hint=_("Change --from and --to round."),
        )
    return first, last
