"""A request as a saved plan keeps it, so that the same apportionment can be made again."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from jinlin.core.decimals import p_over_q
from jinlin.elevator.apportionment.caps import Cap, CapKind
from jinlin.elevator.apportionment.coefficients import (
    Coefficients,
    FloorTable,
    FreeFloors,
    Ladder,
    Rounding,
)
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import SplitRequest
from jinlin.elevator.apportionment.schemes import Provenance, Scheme
from jinlin.elevator.apportionment.weights import Mode


def request_to_text(request: SplitRequest) -> str:
    """Return everything the apportionment depends on, as JSON."""
    scheme, subsidy = request.scheme, request.subsidy
    kept = {
        "total": request.total,
        "subsidy": {
            "lump": subsidy.lump, "rate": p_over_q(subsidy.rate), "ceiling": subsidy.ceiling,
        },
        "floor_caps": {str(floor): fen for floor, fen in request.floor_caps.items()},
        "rounding": request.rounding.value,
        "scheme": {
            "name": scheme.name,
            "titles": dict(scheme.titles),
            "by": scheme.by.value,
            "coefficients": _coefficients_out(scheme.coefficients),
            "free": {"up_to": scheme.free.up_to, "others": sorted(scheme.free.others)},
            "cap": {"kind": scheme.cap.kind.value, "value": p_over_q(scheme.cap.value)},
            "storeys": scheme.storeys,
            "source": scheme.source,
            "confidence": scheme.confidence.value,
        },
        "households": [
            [
                h.building, h.entrance, h.room, h.floor, h.area,
                p_over_q(h.relief), h.status.value, h.cap,
            ]
            for h in request.households
        ],
    }  # fmt: skip
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def request_from_text(text: str) -> SplitRequest:
    """Read what `request_to_text` wrote."""
    kept = json.loads(text)
    subsidy = kept["subsidy"]
    return SplitRequest(
        households=[_household(*values) for values in kept["households"]],
        total=kept["total"],
        scheme=_scheme(kept["scheme"]),
        subsidy=SubsidyRule(
            lump=subsidy["lump"], rate=Fraction(subsidy["rate"]), ceiling=subsidy["ceiling"]
        ),
        floor_caps={int(floor): fen for floor, fen in kept["floor_caps"].items()},
        rounding=Rounding(kept["rounding"]),
    )


def _household(  # noqa: PLR0913, PLR0917  (the columns of a row)
    building: str | None,
    entrance: str | None,
    room: str,
    floor: int,
    area: int | None,
    relief: str,
    status: str,
    cap: int | None,
) -> SplitHousehold:
    return SplitHousehold(
        building=building,
        entrance=entrance,
        room=room,
        floor=floor,
        area=area,
        relief=Fraction(relief),
        status=Participation(status),
        cap=cap,
    )


def _scheme(kept: dict[str, Any]) -> Scheme:
    return Scheme(
        name=kept["name"],
        titles=kept["titles"],
        by=Mode(kept["by"]),
        coefficients=_coefficients_in(kept["coefficients"]),
        free=FreeFloors(up_to=kept["free"]["up_to"], others=frozenset(kept["free"]["others"])),
        cap=Cap(kind=CapKind(kept["cap"]["kind"]), value=Fraction(kept["cap"]["value"])),
        storeys=kept["storeys"],
        source=kept["source"],
        confidence=Provenance(kept["confidence"]),
    )


def _coefficients_out(coefficients: Coefficients | None) -> dict[str, Any] | None:
    if isinstance(coefficients, Ladder):
        return {"base": p_over_q(coefficients.base), "step": p_over_q(coefficients.step)}
    if coefficients is None:
        return None
    step = coefficients.step_above
    return {
        "by_floor": {str(floor): p_over_q(k) for floor, k in coefficients.by_floor.items()},
        "step_above": None if step is None else p_over_q(step),
    }


def _coefficients_in(kept: dict[str, Any] | None) -> Coefficients | None:
    if kept is None:
        return None
    if "base" in kept:
        return Ladder(base=Fraction(kept["base"]), step=Fraction(kept["step"]))
    step = kept["step_above"]
    return FloorTable(
        by_floor={int(floor): Fraction(k) for floor, k in kept["by_floor"].items()},
        step_above=None if step is None else Fraction(step),
    )
