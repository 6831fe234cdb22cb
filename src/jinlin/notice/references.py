"""What of this room stands on a place, and which of its records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.store.known import Known
from jinlin.store.references import Holding

HOLDINGS: Final[tuple[Holding, ...]] = ()
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "notice": Known("SELECT 1 FROM notice WHERE number = ? AND removed_at IS NULL", "notice list"),
    "question": Known(
        "SELECT 1 FROM question WHERE number = ? AND removed_at IS NULL", "notice questions"
    ),
}
