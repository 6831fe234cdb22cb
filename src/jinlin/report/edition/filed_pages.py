"""Filed reports as a listing, and in words what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.columns import Kind
from jinlin.core.days.stretch import stretch_with
from jinlin.core.i18n import _
from jinlin.issue.record.categories import group_label
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.report.edition.filed_reports import NOWHERE, FigureChange, Filed
from jinlin.report.edition.wording import Wording

SHOWN: Final = 8
"""More differences than this are told by their number."""


def filed_listing(found: Sequence[Filed], clock: Clock) -> Listing:
    """Return the reports that were handed in."""
    cells: tuple[Cell[Filed], ...] = (
        Cell("period", _("Period"), _period),
        Cell("revision", _("Correction no."), lambda one: one.revision or None, Kind.INTEGER),
        Cell("filed_at", _("Handed in"), lambda one: clock.local(one.filed_at), Kind.TIME),
        Cell("signed_by", _("Signed by")),
        Cell("reason", _("Reason")),
        Cell("digest", _("SHA-256"), on=On.FILES),
        Cell("whole", _("Unchanged"), kind=Kind.BOOLEAN),
    )
    none = _("No report was handed in yet: jinlin report monthly --final")
    return Listing.of("reports", _("Reports that were handed in"), cells, found, empty=none)


def _period(one: Filed) -> str:
    return str(stretch_with(date.fromisoformat(one.first_on), one.length))


def told(filed: Filed, found: Sequence[FigureChange], clock: Clock, say: Wording) -> Iterator[str]:
    """Return what to say of a filed report when its period is reported again."""
    day = clock.local(filed.filed_at).date().isoformat()
    if not filed.whole:
        yield _(
            "The figures filed on {day} are not what they were: they do not fit their SHA-256."
        ).format(day=day)
    if not found:
        yield _("Filed on {day} by {name}; nothing has changed since.").format(
            day=day, name=filed.signed_by
        )
        return
    named = [(_in_words(one.name, say), one) for one in found]
    shown = [(name, one) for name, one in named if name][:SHOWN]
    said = [f"{name} {_said(one.filed)} → {_said(one.now)}" for name, one in shown]
    if rest := len(found) - len(shown):
        further = _("further figures: {count}") if said else _("figures: {count}")
        said.append(further.format(count=rest))
    yield _("Filed on {day} by {name}; changed since: {changes}.").format(
        day=day, name=filed.signed_by, changes=_("; ").join(said)
    )
    yield _("To hand in the correction: --final --reason TEXT")


def _in_words(path: str, say: Wording) -> str:
    """Return a figure's path as people call it: `categories.safety.open` is 安全 在办.

    What has no printed name, such as the number of an issue in a list, returns nothing.
    """
    table, *parts = path.split(".")
    name = say.label("columns", parts[-1], "") if parts else ""
    if not name:
        name = say.label("workbook", parts[-1].removesuffix("_fen"), "") if parts else ""
    if not name or len(parts) > 2:  # noqa: PLR2004  (what, which)
        return ""
    if len(parts) == 1:
        return name
    which = {
        "categories": lambda: group_label(parts[0]),
        "buildings": lambda: _building(parts[0], say),
        "purses": lambda: say.label("purses", parts[0], parts[0]),
    }.get(table)
    return f"{which()} {name}" if which else ""


def _building(code: str, say: Wording) -> str:
    return say("buildings.nowhere") if code == NOWHERE else say.building(code)


def _said(value: object) -> str:
    return "-" if value is None else str(value)
