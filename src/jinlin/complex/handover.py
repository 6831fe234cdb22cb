"""What of the homes is handed over: the registers, counted, and which doors want a visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from jinlin.complex.household.visits import DueVisit, due
from jinlin.complex.rules.address import home_words
from jinlin.core.days.written import written_short
from jinlin.core.i18n import N_, _
from jinlin.documents.page import Block, Heading, Table
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader

AHEAD: Final = timedelta(days=30)
"""So far ahead visits are told; who is looked after, and why, stays in the register."""


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    today = reader.clock.today
    rows = due(reader, on=today.isoformat(), until=(today + AHEAD).isoformat(), limit=0)
    yield HandoverPart(
        60,
        data={"visits": [row.home for row in rows]},
        blocks=_visits(rows) if rows else (),
    )


def _visits(rows: Sequence[DueVisit]) -> tuple[Block, ...]:
    return (
        Heading(_("Doors to visit within a month")),
        Table(
            (_("Home"), _("Why a visit"), _("Visit by"), _("Met last on")),
            tuple(
                (
                    home_words(row.building, row.entrance, row.room),
                    row.reason.label,
                    written_short(row.due_on),
                    written_short(row.last_met_on) or "—",
                )
                for row in rows
            ),
            widths=(30, 30, 20, 20),
        ),
    )


SHARE: Final = HandoverShare(
    registers={"building": N_("buildings"), "household": N_("households")}, parts=_parts
)
