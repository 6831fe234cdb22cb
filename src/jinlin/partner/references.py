"""Which partners there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.store.known import Known
from jinlin.store.references import Holding

HOLDINGS: Final[tuple[Holding, ...]] = ()
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "partner": Known(
        "SELECT 1 FROM partner WHERE number = ? AND removed_at IS NULL",
        "partner list",
        name="SELECT name FROM partner WHERE number = ?",
    ),
    "partner_support": Known(
        "SELECT 1 FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id"
        " WHERE p.number = ? AND s.number = ? AND p.removed_at IS NULL",
        "partner list",
    ),
}
