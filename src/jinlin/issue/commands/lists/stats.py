"""`jinlin issue stats`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.days.written import span_words
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMonth
from jinlin.issue.commands.lists.stats_figures import figures_listing
from jinlin.issue.commands.lists.stats_places import (
    departments_listing,
    hot_spots_listing,
    repeats_listing,
)
from jinlin.issue.lists.filters import meant
from jinlin.issue.lists.saved_filters import with_saved
from jinlin.issue.rules.counts import span_of
from jinlin.issue.rules.sides import Side, one_table
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import MONTH, choice
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import SINCE, UNTIL, FilterWords, span_asked
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading


def stats_(
    call: Call,
    asked: FilterWords,
    by: Annotated[
        list[Any] | None,
        choice(Side)
        .several(called=N_("SIDES"))
        .option(
            help=N_(
                "category, group, building, steward, status, month, channel, level; department."
            )
        ),
    ] = None,
    month: Annotated[SaidMonth | None, MONTH.option(help=N_("2026-10, 10, last or 上月."))] = None,
    hot_spots: Annotated[
        bool, flag("--hot-spots", help=N_("Where the same comes up most."))
    ] = False,
    repeats: Annotated[
        bool, flag("--repeats", help=N_("What came back within 90 days of its closing."))
    ] = False,
) -> None:
    if sum((hot_spots, repeats, bool(by))) > 1:
        raise UsageError(
            _("Choose one of --by, --hot-spots and --repeats."), hint=_("Give only one of them.")
        )
    sides = one_table(side for said in by or [[Side.GROUP]] for side in said)
    with reading(call) as reader:
        said = with_saved(reader, asked)
        first, last = _period(reader.clock, said, month)
        span = span_of(reader.clock, first, last)
        others = {term: words for term, words in said.items() if term not in (SINCE, UNTIL)}
        wanted = meant(reader, others)
        if hot_spots:
            listing = hot_spots_listing(reader, span, wanted)
        elif repeats:
            listing = repeats_listing(reader, span, wanted)
        elif Side.DEPARTMENT in sides:
            listing = departments_listing(reader, span, wanted)
        else:
            listing = figures_listing(call, reader, span, sides, wanted)
        period = _("{title}, {period}").format(title=listing.title, period=span_words(first, last))
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


def _period(clock: Clock, asked: FilterWords, month: SaidMonth | None) -> tuple[date, date]:
    """Return the first and the last day; this year up to today where nothing is said."""
    if month is not None:
        if SINCE in asked or UNTIL in asked:
            raise UsageError(
                _("--month cannot stand beside --from and --to."),
                hint=_("Give only one of them."),
            )
        stretch = month.on(clock)
        return stretch.first, stretch.last
    return span_asked(asked, clock, first=date(clock.today.year, 1, 1), last=clock.today)
