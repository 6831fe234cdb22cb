"""What the services that the owners ordered for all cost a month, by the registered area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.member.management.kinds import Audience
from jinlin.member.management.offers import OfferedService
from jinlin.store.transaction.tx import Reader

_MONTH: Final = ("月", "month")
_AREA: Final = (
    "SELECT coalesce(sum(area), 0) FROM household WHERE removed_at IS NULL AND area IS NOT NULL"
)


class CommonFee(NamedTuple):
    """What is paid for all in a month.

    Attributes:
        monthly: the prices together, in fen.
        area: the registered area, in hundredths of a square metre.
        left_out: services whose price is not known, or is not for a month.
    """

    monthly: int
    area: int
    left_out: int

    @property
    def per_m2(self) -> int | None:
        """What a square metre pays a month, in fen, the half rounded up; None without an area."""
        return (self.monthly * 200 + self.area) // (2 * self.area) if self.area else None

    @property
    def told(self) -> str:
        """The sums in a sentence."""
        said = _("Together {amount} yuan a month").format(amount=yuan(self.monthly))
        if self.per_m2 is not None:
            said += _(", {amount} yuan a month for a square metre of {area} m² registered").format(
                amount=yuan(self.per_m2), area=yuan(self.area)
            )
        if self.left_out:
            said += _("; without {count} whose monthly price is not known").format(
                count=self.left_out
            )
        return said + _(".")


def common_fee(reader: Reader, offers: Sequence[OfferedService]) -> CommonFee:
    """Return what those of some services cost that the owners ordered for all."""
    common = [one for one in offers if one.audience is Audience.COMPLEX]
    known = [one.price for one in common if one.price is not None and one.unit in {None, *_MONTH}]
    return CommonFee(sum(known), int(reader.value(_AREA)), len(common) - len(known))
