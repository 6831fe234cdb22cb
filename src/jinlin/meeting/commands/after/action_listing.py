"""Action items as a listing."""

from __future__ import annotations

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.record.register import ActionRow
from jinlin.output.listing.listing import Listing


def action_listing(
    rows: list[ActionRow] | tuple[ActionRow, ...], total: int | None = None
) -> Listing:
    """Return action items as a listing."""
    return Listing(
        key="actions",
        title=_("Action items"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="text", heading=_("To be done"), personal=Personal.TEXT),
            Column(key="owner", heading=_("In charge")),
            Column(key="due_on", heading=_("Deadline"), kind=Kind.DATE),
            Column(key="percent", heading=_("Done (%)"), kind=Kind.INTEGER),
            Column(key="done_on", heading=_("Done on"), kind=Kind.DATE),
            Column(key="meeting", heading=_("Meeting")),
            Column(key="item", heading=_("Item"), kind=Kind.INTEGER),
            Column(key="resolution", heading=_("Resolution")),
            Column(key="issues", heading=_("Issues")),
            Column(key="remark", heading=_("Remark"), personal=Personal.TEXT),
        ),
        rows=[
            (
                r.label, r.text, r.owner, r.due_on, r.percent, r.done_on, r.meeting, r.item,
                r.resolution, _(", ").join(r.issues) or None, r.remark,
            )
            for r in rows
        ],
        total=total,
        empty=_("There is no action item."),
        aside=frozenset({"meeting", "item", "resolution", "done_on", "remark"}),
    )  # fmt: skip
