"""Resolutions as a listing."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.output.listing.listing import Cell, Listing, On


def resolution_listing(rows: Sequence[Resolution], total: int | None = None) -> Listing:
    """Return resolutions as a listing."""
    states = {**ResolutionStatus.labels(), **Ground.labels()}
    cells: tuple[Cell[Resolution], ...] = (
        Cell("number", _("Number"), "label"),
        Cell("text", _("Resolution"), personal=Personal.TEXT),
        Cell("item", _("Item"), kind=Kind.INTEGER, on=On.FILES),
        Cell("vote", _("Vote"), lambda row: row.vote and row.vote.label, on=On.FILES),
        Cell("result", _("How it was settled"), "outcome", personal=Personal.TEXT),
        Cell("basis", _("Basis"), on=On.FILES),
        Cell("owner", _("In charge")),
        Cell("due_on", _("Deadline"), kind=Kind.DATE),
        Cell("effective_on", _("Holds from"), kind=Kind.DATE, on=On.FILES),
        Cell("review_on", _("Review"), kind=Kind.DATE),
        Cell("status", _("Status"), "standing", labels=states),
        Cell("ended_on", _("Ended on"), kind=Kind.DATE, on=On.FILES),
        Cell("remark", _("Remark"), personal=Personal.TEXT, on=On.FILES),
        Cell("issues", _("Issues"), lambda row: _(", ").join(row.issues) or None, on=On.FILES),
    )
    none = _("Nothing was resolved.")
    return Listing.of("resolutions", _("Resolutions"), cells, rows, total=total, empty=none)
