"""What must hold of the purses; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "purse_reversals",
        N_("reversals in the purses"),
        N_("not the exact opposite of what they take back: {names}"),
        "SELECT 'F' || r.number FROM fund_entry AS r JOIN fund_entry AS o ON o.id = r.reverses"
        " WHERE r.amount <> o.amount OR r.purse <> o.purse OR r.direction <> o.direction"
        " OR o.reverses IS NOT NULL ORDER BY r.number",
    ),
    Rule(
        "purse_balances",
        N_("balances of the purses"),
        N_("more was spent than there was, from entry {names} on"),
        "SELECT 'F' || min(number) FROM (SELECT number, purse, sum("
        " CASE WHEN (direction = 'income') = (reverses IS NULL) THEN amount ELSE -amount END)"
        " OVER (PARTITION BY purse ORDER BY day, number) AS balance FROM fund_entry)"
        " WHERE balance < 0 GROUP BY purse",
        grave=False,
    ),
)
