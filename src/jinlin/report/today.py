"""Which decisions are still to be posted today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.report.board.decisions import decisions_to_post
from jinlin.store.transaction.tx import Reader


def _to_post(reader: Reader) -> Iterator[TodayLine]:
    for duty in decisions_to_post(reader):
        yield TodayLine(duty.number, duty.what, str(duty.due_on))


SECTIONS: Final = (
    TodaySection(190, "to_post", N_("Decisions to be posted"), "jinlin notice due", _to_post),
)
