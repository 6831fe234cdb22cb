"""An order is an issue: what was ordered of what is offered, and what the resident paid for it."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _


class IssueOrder(NamedTuple):
    """What an issue orders, named as its columns; of what is said None says nothing.

    Attributes:
        offer_id: what was ordered, by its row.
        paid: what the resident paid to whoever did it, in fen.
    """

    offer_id: int | None = None
    paid: int | None = None

    def with_said(self, said: IssueOrder, *, taken_back: bool = False) -> IssueOrder:
        """Return the order as it is with what was said of it.

        Args:
            said: what was said.
            taken_back: it is no order.

        Raises:
            RuleError: something was paid and nothing ordered.
        """
        offer = said.offer_id or (None if taken_back else self.offer_id)
        if offer is None and said.paid is not None:
            raise RuleError(
                _("Nothing was ordered: what was paid for?"),
                hint=_("Say what was ordered: --offer 入户小修; all: jinlin branch offer list"),
            )
        paid = self.paid if said.paid is None else said.paid
        return IssueOrder(offer, None if offer is None else paid)
