"""An order is an issue: what was ordered of what is offered, and what the resident paid for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.issue.record.queries import IssueRow
from jinlin.store.transaction.tx import Tx


class OrderSettled(NamedTuple):
    """What was said of an order.

    Attributes:
        offer_id: what was ordered; None where nothing is said of it.
        paid: what the resident paid to whoever did it, in fen; None where nothing is said of it.
        taken_back: it is no order.
    """

    offer_id: int | None = None
    paid: int | None = None
    taken_back: bool = False


def order_columns(issue: IssueRow, said: OrderSettled) -> Mapping[str, int | None]:
    """Return the columns of an issue that say what was ordered and paid.

    Raises:
        RuleError: something was paid and nothing ordered.
    """
    offer = said.offer_id or (None if said.taken_back else issue.offer_id)
    if offer is None and said.paid is not None:
        raise RuleError(
            _("Issue {number} orders nothing: what was paid for?").format(number=issue.label),
            hint=_("Say what was ordered: --offer 入户小修; all: jinlin branch offer list"),
        )
    paid = issue.paid if said.paid is None else said.paid
    return {"offer_id": offer, "paid": None if offer is None else paid}


def settle_order(tx: Tx, issue: IssueRow, said: OrderSettled | None) -> None:
    """Keep what was ordered and paid when an issue is closed; what is free cost nothing.

    Raises:
        RuleError: something was paid and nothing ordered.
    """
    columns = dict(order_columns(issue, said or OrderSettled()))
    offer = columns["offer_id"]
    if offer is None:
        return
    if columns["paid"] is None:
        free = tx.value("SELECT 1 FROM offer WHERE id = ? AND price = 0", (offer,))
        columns["paid"] = 0 if free else None
    tx.update("issue", issue.id, **columns)
