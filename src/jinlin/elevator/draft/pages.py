"""An apportionment as a record and as tables."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jinlin.core.columns import Column, Kind
from jinlin.core.decimals import plain
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.household import FULL, Participation
from jinlin.elevator.apportionment.odd_units import claims_of, odd_note, odd_units
from jinlin.elevator.apportionment.result import Charge, Split
from jinlin.elevator.apportionment.split_json import split_as_json
from jinlin.elevator.apportionment.weights import Mode
from jinlin.output.listing.listing import Cell, Listing, Record


def split_record(result: Split, *, title: str, language: str, limit: int) -> Record:
    """Return the whole result: what was shared and how, floor by floor, door by door.

    Args:
        result: the apportionment.
        title: what stands above it.
        language: of the scheme's title, `zh` or `en`.
        limit: how many doors are shown; 0 for all.
    """
    request = result.request
    scheme = request.scheme
    called, named = scheme.names.get(language, ""), scheme.titles.get(language, scheme.name)
    if not named.startswith(called):
        named = f"{called} {named}"
    fields: list[tuple[Column, Any]] = [
        (_money("total_fen", _("Gross cost (yuan)")), request.total),
        (_money("subsidy_fen", _("Subsidy (yuan)")), result.subsidy or None),
        (_money("net_fen", _("Shared by the households (yuan)")), result.net),
        (Column(key="scheme", heading=_("Scheme")), named),
        (Column(key="by", heading=_("Shared")), scheme.by.label),
        (_money("cap_fen", _("Cap per household (yuan)")), result.cap),
        (Column(key="rounding", heading=_("Rounded to")), request.rounding.label),
        (Column(key="payers", heading=_("Paying households"), kind=Kind.INTEGER), result.payers),
    ]
    return Record.of(
        title=title,
        fields=fields,
        listings=(floor_listing(result), door_listing(result, limit=limit)),
        notes=tuple(_notes(result)),
    )


def json_record(result: Split, *, plan: str | None = None) -> Record:
    """Return the JSON contract; `plan` is the number it was saved under."""
    extra = split_as_json(result)
    return Record(title="", columns=(), values=(), extra={**extra, "plan": plan} if plan else extra)


def floor_listing(result: Split) -> Listing:
    """Return the result floor by floor."""
    moved = carried_by_floor(result)
    capped = any(moved.values())
    differs = any(line.lowest != line.highest for line in result.floors)
    return Listing.of(
        "floors",
        _("By floor"),
        (
            Cell("floor", _("Floor"), kind=Kind.INTEGER),
            Cell("coefficient", _("Coefficient"), lambda line: plain(line.coefficient)),
            Cell("households", _("Doors"), kind=Kind.INTEGER),
            Cell.of(_money("lowest_fen", _("At least") if differs else _("Each (yuan)")), "lowest"),
            Cell.of(
                _money("highest_fen", _("At most")),
                lambda line: line.highest if line.highest != line.lowest else None,
            ),
            Cell.of(_money("amount_fen", _("Floor (yuan)")), "amount"),
            Cell(
                "share",
                _("Share"),
                lambda line: Fraction(line.amount, result.net) if result.net else None,
                Kind.RATE,
            ),
            Cell.of(
                _money("carried_fen", _("By the cap")),
                lambda line: _fen(moved[line.floor]) if capped else None,
            ),
        ),
        list(reversed(result.floors)),
    )


def carried_by_floor(result: Split) -> dict[int, Fraction]:
    """Return what each floor bears more, or less, because of the caps; in fen, exactly."""
    moved = {line.floor: Fraction(0) for line in result.floors}
    for (floor, *_alike), fen in _carried(result).items():
        moved[floor] += fen
    return moved


def _carried(result: Split) -> dict[tuple[int, int, int, int | None], Fraction]:
    """Return what the doors alike (floor, weight, cap) bear together because of the caps.

    A large house has many doors and few different ones, and fractions are slow to add.
    """
    alike: dict[tuple[int, int, int, int | None], list[Charge]] = {}
    for charge in result.charges:
        weight = charge.weight
        key = (charge.household.floor, weight.numerator, weight.denominator, charge.cap)
        alike.setdefault(key, []).append(charge)
    return {key: charges[0].carried * len(charges) for key, charges in alike.items()}


def door_listing(result: Split, *, limit: int = 0) -> Listing:
    """Return the result door by door, the top floor first."""
    return Listing(
        key="households",
        title=_("By household"),
        columns=(
            Column(key="room", heading=_("Household")),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
            Column(key="coefficient", heading=_("Coefficient")),
            _money("amount_fen", _("Pays (yuan)")),
            _money("carried_fen", _("By the cap")),
            Column(key="capped", heading=_("Capped"), kind=Kind.BOOLEAN),
            Column(key="status", heading=_("Remark")),
        ),
        rows=list(_door_rows(result, limit)),
        total=len(result.charges),
    )


def _door_rows(result: Split, limit: int) -> Iterator[tuple[Any, ...]]:
    charges = sorted(result.charges, key=lambda charge: -charge.household.floor)
    for charge in charges[: limit or None]:
        household = charge.household
        yield (
            household.label,
            household.floor,
            household.area,
            plain(charge.coefficient),
            charge.amount,
            _fen(charge.carried) or None,
            charge.capped,
            _remark(charge),
        )


def _remark(charge: Charge) -> str | None:
    """Say why a household pays nothing or less; nothing where it pays its share."""
    household = charge.household
    if household.status is not Participation.PAYS:
        return household.status.label
    if not charge.coefficient:
        return _("free floor")
    if household.relief != FULL:
        return _("relief")
    return None


def _notes(result: Split) -> Iterator[str]:
    excess = _fen(sum((moved for moved in _carried(result).values() if moved > 0), Fraction(0)))
    if excess:
        yield _(
            "The caps move {excess} yuan to other households, none above its own cap;"
            " “By the cap” shows who bears it."
        ).format(excess=yuan(excess))
    if result.remainder_to is not None:
        yield _("{remainder} yuan fill no whole unit and go to {room}.").format(
            remainder=yuan(result.remainder), room=result.remainder_to.label
        )
    if odd := odd_note(odd_units(claims_of(result))):
        yield odd
    weighed = {line.coefficient for line in result.floors}
    if result.request.scheme.by is Mode.AREA and len(weighed) == 1:
        return  # that is what the law says itself
    yield _(
        "A split by floor binds those who agreed to it; without an agreement the law shares by"
        " exclusive area (Civil Code art. 283)."
    )


def _fen(exact: Fraction) -> int:
    """Return an exact amount rounded half up to whole fen, for showing only."""
    return (exact + Fraction(1, 2)).__floor__()


def _money(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading, kind=Kind.MONEY)
