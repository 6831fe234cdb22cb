"""What residents ordered, as a report tells it, and whether the service account is disclosed."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.sentences import begun
from jinlin.member.rules.purses import Purse
from jinlin.output.listing.values import percent
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OrderFigures, PeriodFigures


def told(figures: PeriodFigures, say: Wording) -> str:
    """Return what was ordered in the period; empty where there is nothing to tell."""
    clauses = [*_clauses(figures, say)]
    return begun(say.joined(clauses, mark="clause")) + say("marks.stop") if clauses else ""


def _clauses(figures: PeriodFigures, say: Wording) -> Iterator[str]:
    orders = figures.orders
    if orders.received or orders.closed:
        free = say("orders.free", count=orders.free) if orders.free else ""
        yield say(
            "orders.there",
            received=orders.received,
            free=free,
            closed=orders.closed,
            rate=_rate(orders, say),
        )
    for account in figures.purses:
        if account.purse is Purse.SERVICE_ACCOUNT and account.entries:
            key = "undisclosed" if account.undisclosed else "disclosed"
            yield say(f"orders.{key}", count=account.undisclosed)


def _rate(orders: OrderFigures, say: Wording) -> str:
    """Return the satisfaction rate with its base; of few ratings none is told."""
    rate = orders.ratings.rate
    if rate.exact is None:
        return ""
    return say(
        "orders.rate",
        percent=percent(rate.exact),
        numerator=rate.numerator,
        denominator=rate.denominator,
    )
