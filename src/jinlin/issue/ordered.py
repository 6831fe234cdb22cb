"""How often something that is offered was ordered: an order is an issue."""

from __future__ import annotations

from jinlin.store.transaction.tx import Reader


def count_orders(reader: Reader, offer_id: int) -> int:
    """Return how many issues order something, by the row of `offer`."""
    sql = "SELECT count(*) FROM issue WHERE offer_id = ? AND removed_at IS NULL"
    return int(reader.value(sql, (offer_id,)))
