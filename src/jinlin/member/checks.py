"""What must hold of the purses; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.ledger.checks import book_rules
from jinlin.member.fund.queries import FUND

RULES: Final = book_rules(
    FUND,
    "purse",
    reversals=N_("reversals in the purses"),
    balances=N_("balances of the purses"),
)
