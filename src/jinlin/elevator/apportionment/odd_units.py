"""Doors of one share whose amounts differ, since units are not split: which, and by which rule."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, Message, _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.result import Charge, Split

SHOWN: Final = 20
"""So many doors a sentence names."""


class Claim(NamedTuple):
    """What one door pays; fen.

    Attributes:
        label: the door: `3-1-502`.
        share: what is the same for doors that pay the same by the rule.
    """

    label: str
    share: Hashable
    amount: int


class Odd(NamedTuple):
    """Doors of one share that do not pay the same.

    Attributes:
        doors: how many doors have this share.
        low: the least one of them pays, in fen.
        more: who pays more, and how much more in fen.
    """

    doors: int
    low: int
    more: tuple[tuple[str, int], ...]


def odd_units(claims: Iterable[Claim]) -> list[Odd]:
    """Return the shares whose doors do not all pay the same, in the order of the doors."""
    alike: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(claim.share, []).append(claim)
    found = []
    for group in alike.values():
        low = min(claim.amount for claim in group)
        more = tuple((one.label, one.amount - low) for one in group if one.amount > low)
        if more:
            found.append(Odd(len(group), low, more))
    return found


def share_of(charge: Charge) -> Hashable:
    """Return what is the same for charges that are the same by the rule."""
    return charge.weight.numerator, charge.weight.denominator, charge.cap


def claims_of(split: Split) -> list[Claim]:
    """Return what the payers of a split pay."""
    return [Claim(c.household.label, share_of(c), c.amount) for c in split.charges if c.weight]


def odd_note(odd: Iterable[Odd]) -> str:
    """Say under a table which doors pay more than others of the same share; empty for none."""
    more = [told for one in odd for told in one.more]
    if not more:
        return ""
    return _(
        "The same share, but more by what cannot be divided: {doors}. It goes to the higher floor"
        " first, then to the smaller door number; the sum is exact."
    ).format(doors=_doors(more))


def odd_sentence(split: Split, charge: Charge) -> Message | None:
    """Say of one door why others of its share pay more or less; None where none does."""
    return odd_of(claims_of(split), charge.household.label)


def odd_of(claims: Sequence[Claim], door: str) -> Message | None:
    """Say of one door why others of its share pay more or less; itself is named before others."""
    shares = [claim.share for claim in claims if claim.label == door]
    for odd in odd_units(claim for claim in claims if claim.share in shares):
        return Message(
            N_(
                "{count} doors have this share. {amount} yuan each and what cannot be divided:"
                " {doors}; it goes to the higher floor first, then to the smaller door number."
            ),
            {
                "count": odd.doors,
                "amount": yuan(odd.low),
                "doors": _doors(own_first(odd.more, door)),
            },
        )
    return None


def own_first(more: Sequence[tuple[str, int]], door: str) -> Sequence[tuple[str, int]]:
    """Return the doors with one of them first, where more are there than a sentence names."""
    if len(more) <= SHOWN:
        return more
    return sorted(more, key=lambda told: told[0] != door)


def _doors(more: Iterable[tuple[str, int]]) -> str:
    said = [_("{door} +{amount} yuan").format(door=door, amount=yuan(fen)) for door, fen in more]
    return _(", ").join([*said[:SHOWN], "…"] if len(said) > SHOWN else said)
