"""What this branch posts in every stretch of time, and has to post again these days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.report.board.notice_duties import regular
from jinlin.store.transaction.tx import Reader

AHEAD: Final = timedelta(days=2)


def _to_renew(reader: Reader) -> Iterator[TodayLine]:
    """Return what was posted before, for then it is this branch's custom, and is due again."""
    by = reader.clock.today + AHEAD
    for duty in regular(reader):
        if duty.last_on is not None and duty.due_on is not None and duty.due_on <= by:
            yield TodayLine("", duty.what, duty.due_on.isoformat())


SECTIONS: Final = (
    TodaySection(200, "to_renew", N_("To be posted again"), N_("jinlin notice due"), _to_renew),
)
