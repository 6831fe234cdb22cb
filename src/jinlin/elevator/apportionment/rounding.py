"""The unit that amounts are rounded to."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from jinlin.core.i18n import N_


class Rounding(StrEnum):
    """The unit handed out one at a time."""

    FEN = "fen"
    YUAN = "yuan"
    TEN = "10"
    HUNDRED = "100"

    @property
    def fen(self) -> int:
        """The unit in fen."""
        return _FEN[self]


_FEN: Final = {Rounding.FEN: 1, Rounding.YUAN: 100, Rounding.TEN: 1_000, Rounding.HUNDRED: 10_000}

ROUNDING_LABELS: Final = {
    Rounding.FEN: N_("one fen"),
    Rounding.YUAN: N_("one yuan"),
    Rounding.TEN: N_("10 yuan"),
    Rounding.HUNDRED: N_("100 yuan"),
}
