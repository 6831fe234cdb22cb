"""The table of `issue stats`: what came, what went, how long it took, how content people are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import _
from jinlin.issue.lists import statistics
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.record.categories import category_labels
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.counts import SMALL, Figures, Span
from jinlin.issue.rules.durations import Spread
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.sides import Side
from jinlin.issue.rules.statuses import told_labels
from jinlin.output.listing.listing import Cell, Listing, On, for_programs, in_form
from jinlin.store.transaction.tx import Reader

_WORDS: Final[Mapping[Side, Callable[[], Mapping[str, str]]]] = {
    Side.CATEGORY: category_labels,
    Side.GROUP: category_labels,
    Side.STATUS: told_labels,
    Side.CHANNEL: Channel.labels,
    Side.LEVEL: Level.labels,
}


def figures_listing(
    call: Call, reader: Reader, span: Span, sides: Sequence[Side], wanted: WantedIssues
) -> Listing:
    """Return the figures of a period by sides.

    Args:
        call: other programs get all columns, the screen those that fit.
        reader: the database.
        span: the period.
        sides: by what they are told apart.
        wanted: which issues count.
    """
    whole = for_programs(call)
    found, total = statistics.figures(reader, span, sides, wanted=wanted)
    rows = [*found, total._replace(sides=(_("Total"), *[""] * (len(sides) - 1)))] if found else []
    cells = (*_side_cells(sides, whole=whole), *_screen_cells(), *_file_cells())
    return Listing.of(
        "stats",
        _("Issues in figures"),
        in_form(call, cells),
        rows,
        notes=(
            _("Hours of the clock: the median, below it within which nine of ten were done."),
            *_days_note(total),
            _(
                "An issue counts once: carried over + received + reopened ="
                " solved + unsolved + declined + merged + open."
            ),
        )
        if rows and not whole
        else (),
    )


def _days_note(total: Figures) -> Iterator[str]:
    """Return how many were written down without a time of day; nothing where all have one."""
    if count := max(total.accept.days_only, total.close.days_only):
        yield _(
            "Without a time of day were written down: {count}. They are in no hours; where there"
            " are no others, days are given (d)."
        ).format(count=count)


def _side_cells(sides: Sequence[Side], *, whole: bool) -> Iterator[Cell[Figures]]:
    for place, side in enumerate(sides):
        said = _WORDS[side]() if side in _WORDS else None
        kind = Kind.DATE if side is Side.MONTH and not whole else Kind.TEXT  # kept on one line
        yield Cell(side.value, side.label, partial(_side, place), kind, labels=said)


def _side(place: int, row: Figures) -> str:
    said = row.sides[place]
    return said if said is not None else _("none")


def _flow_headings() -> dict[str, str]:
    return {
        "carried_over": _("Carried over"),
        "received": _("Received"),
        "reopened": _("Reopened"),
        "solved": _("Solved"),
        "unsolved": _("Unsolved"),
        "declined": _("Declined"),
        "merged": _("Merged"),
        "open": _("Open"),
    }


def _screen_cells() -> Iterator[Cell[Figures]]:
    for key, heading in _flow_headings().items():
        yield Cell(key, heading, partial(_or_none, key), Kind.INTEGER, on=On.SCREEN)
    for key, heading, value in (
        ("accept", _("Accepted: median / 9 in 10"), lambda row: _spread(row.accept)),
        ("close", _("Closed: median / 9 in 10"), lambda row: _spread(row.close)),
        ("satisfaction", _("Satisfied"), lambda row: _share(row.content, row.rated)),
    ):
        yield Cell(key, heading, value, Kind.DECIMAL, on=On.SCREEN)


def _or_none(key: str, row: Figures) -> int | None:
    return getattr(row, key) or None


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


def _file_cells() -> Iterator[Cell[Figures]]:
    def cell(
        key: str,
        heading: str,
        value: str | Callable[[Figures], Any] = "",
        kind: Kind = Kind.INTEGER,
    ) -> Cell[Figures]:
        return Cell(key, heading, value, kind, on=On.FILES)

    for key, heading in _flow_headings().items():
        yield cell(key, heading)
    for key, what in (
        ("accept", _("Accepted")), ("solve", _("Solved")), ("close", _("Closed")),
    ):  # fmt: skip
        yield cell(f"{key}_count", _("{what}: count").format(what=what), f"{key}.cases")
        yield cell(
            f"{key}_median_hours",
            _("{what}: median hours").format(what=what),
            f"{key}.median_hours",
            Kind.TEXT,
        )
        yield cell(
            f"{key}_p90_hours",
            _("{what}: 90th percentile hours").format(what=what),
            f"{key}.ninetieth_hours",
            Kind.TEXT,
        )
        yield cell(
            f"{key}_all_count", _("{what}: count in days").format(what=what), f"{key}.all_cases"
        )
        yield cell(
            f"{key}_median_days",
            _("{what}: median days").format(what=what),
            f"{key}.median_days",
            Kind.TEXT,
        )
        yield cell(
            f"{key}_p90_days",
            _("{what}: 90th percentile days").format(what=what),
            partial(_most_days, key),
        )
    yield cell("ended", _("Closed in the period"))
    yield cell("again", _("Of these opened again"))
    yield cell("satisfied", _("satisfied"))
    yield cell("basically_satisfied", _("basically satisfied"))
    yield cell("not_satisfied", _("not satisfied"))
    yield cell("unrated", _("unrated"))
    yield cell("rated", _("Rated"))
    yield cell(
        "reopen_rate", _("Reopened, share"), lambda row: _rate(row.again, row.ended), Kind.RATE
    )
    yield cell(
        "satisfaction_rate", _("Satisfaction rate"), lambda row: _rate(row.content, row.rated),
        Kind.RATE,
    )  # fmt: skip


def _most_days(key: str, row: Figures) -> int | None:
    spread: Spread = getattr(row, key)
    return spread.ninetieth_days if spread.all_cases else None


def _rate(part: int, base: int) -> Any:
    """Return a share; None where the base is too small for one."""
    from fractions import Fraction

    return Fraction(part, base) if base >= SMALL else None
