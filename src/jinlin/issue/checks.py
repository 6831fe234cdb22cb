"""What must hold of orders: what was ordered is on record; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "orders",
        N_("what residents ordered"),
        N_("what was ordered is not on record any more: {names}"),
        "SELECT printf('%04d-%04d', i.year, i.number) FROM issue AS i"
        " JOIN offer AS o ON o.id = i.offer_id"
        " WHERE i.removed_at IS NULL AND o.removed_at IS NOT NULL ORDER BY i.year, i.number",
        grave=False,
    ),
)
