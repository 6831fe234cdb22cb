"""Caps (上限): what nobody has to exceed, in whole units; `apportion` fills up to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from typing import Final

from jinlin.core.decimals import plain
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.household import SplitHousehold


class CapKind(StrEnum):
    """What a uniform cap is measured by."""

    NONE = "none"
    AMOUNT = "amount"
    MEAN = "mean"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A cap for every household alike.

    Attributes:
        kind: none, an amount, a multiple of the mean charge, or a share of the gross cost.
        value: fen for an amount, the multiple for a mean, the rate for a share.
    """

    kind: CapKind
    value: Fraction = Fraction(0)

    def __str__(self) -> str:
        """Return the cap as it is typed: `none`, `50000`, `1.5x`, `20%`."""
        if self.kind is CapKind.AMOUNT:
            return plain(self.value / 100)
        if self.kind is CapKind.MEAN:
            return f"{plain(self.value)}x"
        return f"{plain(self.value * 100)}%" if self.kind is CapKind.SHARE else "none"

    def units(self, *, gross: int, payers: int, unit: int) -> int | None:
        """Turn the cap into whole units, rounded down.

        The mean is gross cost / payers: gross, so that a subsidy can never raise a charge.

        Args:
            gross: the gross cost in fen.
            payers: how many households pay, at least one.
            unit: the rounding unit in fen.

        Returns:
            The cap in units; None when there is none.
        """
        if self.kind is CapKind.NONE:
            return None
        fen = self.value
        if self.kind is CapKind.MEAN:
            fen = self.value * gross / payers
        elif self.kind is CapKind.SHARE:
            fen = self.value * gross
        return fen // unit


NO_CAP: Final = Cap(kind=CapKind.NONE)


def own_caps(
    households: Sequence[SplitHousehold], *, floor_caps: Mapping[int, int], unit: int
) -> list[int | None]:
    """Return the cap in units that floor and door put on each household, None where neither does.

    A floor's cap binds every floor below it too: a cap on the top floor alone would make the top
    pay less than the floor under it.

    Args:
        households: in any order; the answer has the same.
        floor_caps: fen for each floor that was given a cap.
        unit: the rounding unit in fen.
    """
    floors = sorted(floor_caps, reverse=True)
    strictest = dict(zip(floors, accumulate((floor_caps[f] for f in floors), min), strict=True))
    by_floor: dict[int, int | None] = {}
    for floor in {household.floor for household in households}:
        above = [capped for capped in floors if capped >= floor]
        by_floor[floor] = strictest[above[-1]] if above else None
    caps: list[int | None] = []
    for household in households:
        least = least_cap(by_floor[household.floor], household.cap)
        caps.append(None if least is None else least // unit)
    return caps


def least_cap(first: int | None, second: int | None) -> int | None:
    """Return the stricter of two caps, either of which may be missing."""
    if first is None or second is None:
        return second if first is None else first
    return min(first, second)


def check_feasible(caps: Sequence[int], *, own: Sequence[int | None], net: int, unit: int) -> None:
    """Refuse caps that cannot hold the cost.

    Args:
        caps: every payer's cap in units; where there is none, enough for the whole cost.
        own: the part of it that comes from floor and door, None where neither gives one.
        net: what is to be shared, in fen.
        unit: the rounding unit in fen.

    Raises:
        RuleError: by how many yuan they fall short, and the smallest uniform cap that would do.
    """
    short = net - sum(caps) * unit
    if short <= 0:
        return
    enough = smallest_uniform_cap(own, net=net, unit=unit)
    if enough is None:
        hint = _("No uniform cap helps: raise the caps given to floors and rooms.")
    else:
        hint = _("A uniform cap of {cap} yuan or more would do: --cap {word}.").format(
            cap=yuan(enough), word=plain(Fraction(enough, 100))
        )
    raise RuleError(
        _("The caps fall {short} yuan short of the {net} yuan to be shared.").format(
            short=yuan(short), net=yuan(net)
        ),
        hint=hint,
    )


def smallest_uniform_cap(own: Sequence[int | None], *, net: int, unit: int) -> int | None:
    """Return the smallest cap for everybody that can hold the cost beside the caps of their own.

    Without caps of their own this is `⌈net / (payers·unit)⌉` units.

    Returns:
        The cap in fen; None when the caps of floors and doors alone are too low.
    """
    units = -(-net // unit)
    limits = sorted(units if cap is None else min(cap, units) for cap in own)
    for position, limit in enumerate(limits):
        left = len(limits) - position
        if limit * left >= units:
            return -(-units // left) * unit
        units -= limit
    return None
