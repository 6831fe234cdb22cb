"""Which doors want a visit today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.complex.household.visits import due
from jinlin.core.i18n import N_
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.store.transaction.tx import Reader


def _visits(reader: Reader) -> Iterator[TodayLine]:
    for row in due(reader, on=reader.clock.today.isoformat(), limit=0):
        yield TodayLine("", row.home, row.due_on)


SECTIONS: Final = (
    TodaySection(230, "visits", N_("Doors to visit"), N_("jinlin household visits --due"), _visits),
)
