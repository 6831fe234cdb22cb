"""`jinlin notice due`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.notice.duties import DutyKind
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.report.board.notice_duties import duties
from jinlin.store.command.command import reading


def due(call: Call) -> None:
    with reading(call) as reader:
        found = duties(reader)
        today = reader.clock.today
    limit = rows_wanted(call)
    show(
        call,
        Listing(
            key="duties",
            title=_("What must be public, and what must come down"),
            columns=(
                Column(key="due_on", heading=_("By when"), kind=Kind.DATE),
                Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN),
                Column(key="kind", heading=_("To do"), labels=DutyKind.labels()),
                Column(key="number", heading=_("Number")),
                Column(key="what", heading=_("Of what")),
                Column(key="last_on", heading=_("Last posted"), kind=Kind.DATE),
                Column(key="basis", heading=_("Basis")),
                Column(key="next", heading=_("To type")),
            ),
            rows=[
                (
                    duty.due_on, duty.due_on is not None and duty.due_on < today, duty.kind.value,
                    duty.number or None, duty.what, duty.last_on, duty.basis or None, duty.next,
                )
                for duty in (found[:limit] if limit else found)
            ],
            total=len(found),
            aside=frozenset({"basis", "overdue"}),
            empty=_("Nothing is to be posted, taken down or answered."),
        ),
    )  # fmt: skip
