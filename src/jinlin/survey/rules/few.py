"""What few papers could tell: what very few said is joined, and no door stands beside its paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

FEW: Final = 3
"""A choice that fewer named is joined with others."""


def joined(counts: Mapping[str, int]) -> dict[str | None, int]:
    """Return counts with those below three joined under None; a choice nobody named stays.

    Where what is joined is itself fewer than three, the next smallest is joined as well; where no
    other is left nothing is told at all, since the choices that nobody named would tell the rest.
    """
    few = {value for value, count in counts.items() if 0 < count < FEW}
    together = sum(counts[value] for value in few)
    others = sorted((value for value in counts if counts[value] >= FEW), key=counts.__getitem__)
    while 0 < together < FEW and others:
        few.add(others[0])
        together += counts[others.pop(0)]
    kept: dict[str | None, int] = {v: count for v, count in counts.items() if v not in few}
    if not together:
        return kept
    return {**kept, None: together} if together >= FEW else {}


class RecordedBeside(NamedTuple):
    """What the history holds of doors since the last anonymous paper, or of papers since a door.

    Attributes:
        ever: how many were recorded, those taken back too: the history keeps them.
        kept: how many of them stand.
    """

    ever: int
    kept: int

    @property
    def told(self) -> int:
        """How many are told of: those that stand, and where none does those taken back."""
        return self.kept or self.ever


def leads_to_a_door(new: int, beside: RecordedBeside) -> bool:
    """Return whether so few papers stand beside so few doors in the history that they are a pair.

    Args:
        new: how many are recorded now, of the one or the other.
        beside: what was recorded of the other since the last of these.
    """
    return new < FEW and beside.ever > 0 and beside.kept < FEW
