"""`jinlin notice due`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.notice.duties import DutyKind
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On, rows_wanted
from jinlin.report.board.notice_duties import duties
from jinlin.store.command.command import reading


def due(call: Call) -> None:
    with reading(call) as reader:
        found = duties(reader)
        today = reader.clock.today
    limit = rows_wanted(call)
    show(
        call,
        Listing.of(
            "duties",
            _("What must be public, and what must come down"),
            (
                Cell("due_on", _("By when"), kind=Kind.DATE),
                Cell(
                    "overdue",
                    _("Overdue"),
                    lambda duty: duty.due_on is not None and duty.due_on < today,
                    Kind.BOOLEAN,
                    on=On.FILES,
                ),
                Cell("kind", _("To do"), "kind.value", labels=DutyKind.labels()),
                Cell("number", _("Number"), lambda duty: duty.number or None),
                Cell("what", _("Of what"), personal=Personal.TEXT),
                Cell("last_on", _("Last posted"), kind=Kind.DATE),
                Cell(
                    "basis", _("Basis"), lambda duty: basis_words(duty.basis) or None, on=On.FILES
                ),
                Cell("next", _("To type")),
            ),
            found[:limit] if limit else found,
            total=len(found),
            empty=_("Nothing is to be posted, taken down or answered."),
        ),
    )
