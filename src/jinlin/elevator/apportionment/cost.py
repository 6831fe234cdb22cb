"""From the gross cost to what the households share."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyRule:
    """Public money that lowers the bill; the maintenance fund is never part of it.

    Attributes:
        lump: the sum of the fixed subsidies, in fen.
        rate: a share of the gross cost, as a fraction of one.
        ceiling: the most the rate may bring, in fen; None when unlimited.
    """

    lump: int = 0
    rate: Fraction = Fraction(0)
    ceiling: int | None = None

    def of(self, gross: int) -> int:
        """Return the subsidy in fen: `min(T, lump + min(⌊rate·T⌋, ceiling))`."""
        return min(gross, self.granted(gross))

    def granted(self, gross: int) -> int:
        """Return what was promised in fen, even above the cost: `lump + min(⌊rate·T⌋, ceiling)`."""
        by_rate = self.rate * gross // 1
        if self.ceiling is not None:
            by_rate = min(by_rate, self.ceiling)
        return self.lump + by_rate


def check_cost(gross: int, *, subsidy: SubsidyRule) -> None:
    """Refuse a cost that cannot be shared.

    Raises:
        RuleError: the total is not positive, or a subsidy is negative or above the whole.
    """
    if gross <= 0:
        raise RuleError(
            _("The total must be greater than zero."),
            hint=_("Give the gross cost of the works, like --total 48万."),
        )
    if subsidy.lump < 0 or (subsidy.ceiling or 0) < 0 or not 0 <= subsidy.rate <= 1:
        raise RuleError(
            _("A subsidy cannot be negative or more than 100%."),
            hint=_("Give it like --subsidy 10万 or --subsidy-rate 40%."),
        )
