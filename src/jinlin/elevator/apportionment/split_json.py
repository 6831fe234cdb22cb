"""The result as the JSON that other programs rely on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.core.decimals import p_over_q
from jinlin.core.money import square_metres
from jinlin.elevator.apportionment.result import Charge, Split


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
    """Return the doors; the fractions are spelt out once for all doors alike."""
    spelt: dict[tuple[int, int, int, int | None], dict[str, str]] = {}
    for charge in split.charges:
        weight = charge.weight
        alike = (charge.household.floor, weight.numerator, weight.denominator, charge.cap)
        if alike not in spelt:
            spelt[alike] = {
                "coefficient": p_over_q(charge.coefficient),
                "weight": p_over_q(weight),
                "exact_fen": p_over_q(charge.exact),
            }
        yield _charge(charge, spelt[alike])


def _charge(charge: Charge, fractions: dict[str, str]) -> dict[str, Any]:
    household = charge.household
    return {
        "building": household.building,
        "entrance": household.entrance,
        "room": household.room,
        "floor": household.floor,
        "area_m2": None if household.area is None else square_metres(household.area),
        **fractions,
        "amount_fen": charge.amount,
        "cap_fen": charge.cap,
        "capped": charge.capped,
        "status": household.status.value,
    }
