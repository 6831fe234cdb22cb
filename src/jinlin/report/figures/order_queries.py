"""What residents ordered in a period: issues that name what is offered, counted as issues are."""

from __future__ import annotations

from jinlin.report.figures.figures import OrderFigures
from jinlin.report.figures.flow_queries import flow_of, flows
from jinlin.report.figures.rating_queries import ratings_by
from jinlin.report.rules.flow import Ratings
from jinlin.store.transaction.tx import Reader


def order_figures(reader: Reader) -> OrderFigures:
    """Return what was ordered in the period whose issues were gathered last."""
    if reader.value("SELECT 1 FROM issue WHERE offer_id IS NOT NULL LIMIT 1") is None:
        return OrderFigures()
    cells = [cell for cell in flows(reader, ("ordered", "free")) if cell["n"] and cell["ordered"]]
    flow = flow_of(cells)
    return OrderFigures(
        received=flow.received,
        free=flow_of(cell for cell in cells if cell["free"]).received,
        closed=flow.closed,
        ratings=ratings_by(reader, "i.offer_id IS NOT NULL").get(1, Ratings()),
    )
