"""Which promises of partners are due, and which agreements end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.partner.record.waiting import ending_agreements, open_promises
from jinlin.store.transaction.tx import Reader

AHEAD: Final = timedelta(days=7)
"""So long beforehand a promise is told of."""


def _due(reader: Reader) -> Iterator[TodayLine]:
    for one in open_promises(reader, reader.clock.today + AHEAD):
        text = _("{partner}: {what}").format(partner=one.partner, what=one.what)
        yield TodayLine(one.label, text, one.due_on)


def _ending(reader: Reader) -> Iterator[TodayLine]:
    for one in ending_agreements(reader):
        yield TodayLine(one.label, one.name, one.until)


SECTIONS: Final = (
    TodaySection(
        192,
        "promises_due",
        N_("What partners promised and is due"),
        N_("jinlin partner receive {number}"),
        _due,
    ),
    TodaySection(
        194,
        "agreements_ending",
        N_("Agreements with partners that end within 6 months"),
        N_("jinlin partner edit {number} --until …"),
        _ending,
    ),
)
