"""What very few said is joined before it hangs (small cells): it could point at a family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
