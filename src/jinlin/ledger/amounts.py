"""How amounts of a cash book are added up, as SQL."""

from __future__ import annotations

from typing import Final

SIGNED: Final = "CASE WHEN reverses IS NULL THEN amount ELSE -amount END"
"""An amount among those of its kind: below zero when it takes another entry back."""
