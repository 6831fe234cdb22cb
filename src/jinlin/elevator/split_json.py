"""The result as the JSON that other programs rely on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.core.money import square_metres
from jinlin.elevator.figures import p_over_q
from jinlin.elevator.result import Charge, Split


def split_as_json(split: Split) -> dict[str, Any]:
    """Return the data of `elevator split --json`: fen, fractions as `p/q`, areas as text."""
    return {
        "total_fen": split.request.total,
        "subsidy_fen": split.subsidy,
        "net_fen": split.net,
        "scheme": split.request.scheme.name,
        "by": split.request.scheme.by.value,
        "round_fen": split.request.rounding.fen,
        "cap_fen": split.cap,
        "payers": split.payers,
        "households": list(_charges(split)),
    }


def _charges(split: Split) -> Iterator[dict[str, Any]]:
    """Return the doors; an exact share is worked out once for all doors alike."""
    exact: dict[tuple[int, int, int | None], str] = {}
    for charge in split.charges:
        key = (charge.weight.numerator, charge.weight.denominator, charge.cap)
        if key not in exact:
            exact[key] = p_over_q(charge.exact)
        yield _charge(charge, exact=exact[key])


def _charge(charge: Charge, *, exact: str) -> dict[str, Any]:
    household = charge.household
    return {
        "building": household.building,
        "entrance": household.entrance,
        "room": household.room,
        "floor": household.floor,
        "area_m2": None if household.area is None else square_metres(household.area),
        "coefficient": p_over_q(charge.coefficient),
        "weight": p_over_q(charge.weight),
        "exact_fen": exact,
        "amount_fen": charge.amount,
        "cap_fen": charge.cap,
        "capped": charge.capped,
        "status": household.status.value,
    }
