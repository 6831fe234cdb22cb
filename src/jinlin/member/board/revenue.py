"""The owners' common revenue in a quarter; the owners' committee or the company signs it."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.member.board.fund import drawn_purses
from jinlin.output.contribution.notice_sources import Drawn
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the common revenue of a quarter (Civil Code arts 282, 943).

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing was recorded by its end.
    """
    return drawn_purses(
        reader,
        which,
        matter="common_revenue",
        title=_("income and spending of the common revenue"),
        basis=_("Civil Code of the People's Republic of China, arts 282 and 943"),
    )
