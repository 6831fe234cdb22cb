"""What something costs, as it stands on a paper: 免费, 成本价, 80元/次."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.core.money import in_yuan
from jinlin.member.management.kinds import PriceKind
from jinlin.member.management.offers import OfferedService


def price_words(offer: OfferedService) -> str:
    """Return what a unit costs; where nobody recorded it, that it is agreed on the spot."""
    if offer.charge is PriceKind.FREE:
        return _("free of charge")
    if not offer.price:
        return PriceKind.AT_COST.label if offer.charge else _("agreed before the work")
    price = in_yuan(offer.price)
    if offer.unit:
        price = _("{price} each {unit}").format(price=price, unit=offer.unit)
    return _("{price}, at cost").format(price=price) if offer.at_cost else price
