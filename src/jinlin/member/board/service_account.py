"""Income and spending of the property service in a quarter; whoever keeps the account signs it."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.member.board.fund import drawn_purses
from jinlin.member.fund.queries import OF_PURSE, count_entries
from jinlin.member.rules.purses import Purse
from jinlin.output.contribution.notice_sources import Drawn
from jinlin.store.transaction.tx import Reader


def anything(reader: Reader) -> bool:
    """Return whether the account has an entry."""
    return bool(count_entries(reader, OF_PURSE([Purse.SERVICE_ACCOUNT])))


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the account of a quarter, line by line (Civil Code art. 943).

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing was recorded by its end.
    """
    return drawn_purses(
        reader,
        which,
        matter="service_account",
        title=_("income and spending of the property service"),
        basis=_("Civil Code of the People's Republic of China, art. 943"),
    )
