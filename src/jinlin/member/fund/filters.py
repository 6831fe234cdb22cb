"""What the entries of the purses can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from jinlin.core.i18n import N_
from jinlin.member.fund.queries import OF_PURSE, UNDISCLOSED, overdue_on
from jinlin.member.rules.purses import Purse
from jinlin.output.listing.filter import Condition, Filter, FilterTerm, days, having, plain
from jinlin.store.transaction.tx import Reader


def _today(reader: Reader, _word: str) -> date:
    return reader.clock.today


def _overdue(found: Sequence[date]) -> Condition:
    return overdue_on(found[0])


ENTRIES: Final = Filter(
    (
        FilterTerm(
            "purse", N_("Only this purse."), N_("PURSE"), choice=Purse, where=OF_PURSE
        ),
        *days("e.day", since=N_("From this day on.")),
        FilterTerm(
            "undisclosed", N_("Only what was not disclosed yet."), where=plain(UNDISCLOSED.sql)
        ),
        FilterTerm(
            "overdue", N_("Only what was not disclosed when its quarter ended."),
            find=_today, where=_overdue,
        ),
        FilterTerm(
            "text", N_("Words in purpose, names or reason."), N_("TEXT"),
            where=having("e.purpose", "e.counterparty", "e.handled_by", "e.reason"),
        ),
    )
)  # fmt: skip
