"""Resolutions as a listing."""

from __future__ import annotations

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.output.listing.listing import Listing


def resolution_listing(
    rows: list[Resolution] | tuple[Resolution, ...], total: int | None = None
) -> Listing:
    """Return resolutions as a listing."""
    return Listing(
        key="resolutions",
        title=_("Resolutions"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="text", heading=_("Resolution"), personal=Personal.TEXT),
            Column(key="item", heading=_("Item"), kind=Kind.INTEGER),
            Column(key="vote", heading=_("Vote")),
            Column(key="result", heading=_("How it was settled"), personal=Personal.TEXT),
            Column(key="basis", heading=_("Basis")),
            Column(key="owner", heading=_("In charge")),
            Column(key="due_on", heading=_("Deadline"), kind=Kind.DATE),
            Column(key="effective_on", heading=_("Holds from"), kind=Kind.DATE),
            Column(key="review_on", heading=_("Review"), kind=Kind.DATE),
            Column(
                key="status",
                heading=_("Status"),
                labels={
                    **ResolutionStatus.labels(),
                    **Ground.labels(),
                },
            ),
            Column(key="ended_on", heading=_("Ended on"), kind=Kind.DATE),
            Column(key="remark", heading=_("Remark"), personal=Personal.TEXT),
            Column(key="issues", heading=_("Issues")),
        ),
        rows=[
            (
                r.label, r.text, r.item, r.vote.label if r.vote else None, r.outcome,
                r.basis, r.owner, r.due_on, r.effective_on,
                r.review_on, r.standing, r.ended_on, r.remark, _(", ").join(r.issues) or None,
            )
            for r in rows
        ],
        total=total,
        empty=_("Nothing was resolved."),
        aside=frozenset({"item", "vote", "basis", "effective_on", "ended_on", "remark", "issues"}),
    )  # fmt: skip
