"""What is asked of an apportionment, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.i18n import Message
from jinlin.elevator.apportionment.coefficients import NOTHING, Rounding
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.schemes import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRequest:
    """What is to be shared, by whom, and how.

    Attributes:
        households: the doors, in any order.
        total: the gross cost in fen.
        scheme: the rule, with the user's overrides already in it.
        subsidy: public money that lowers the bill.
        floor_caps: fen for a floor, binding the floors below it too.
        rounding: the unit of the amounts.
    """

    households: Sequence[SplitHousehold]
    total: int
    scheme: Scheme
    subsidy: SubsidyRule = field(default_factory=SubsidyRule)
    floor_caps: Mapping[int, int] = field(default_factory=dict)
    rounding: Rounding = Rounding.FEN

    @property
    def net(self) -> int:
        """What the households share, in fen."""
        return self.total - self.subsidy.of(self.total)


class Charge(NamedTuple):
    """What one household pays, and how it came about (a tuple: a large house has many).

    Attributes:
        household: the door.
        coefficient: what its floor weighs.
        weight: what it weighs itself; 0 when it does not pay.
        level: what one unit of weight pays in fen where no cap holds it back.
        amount: what it pays, in fen.
        cap: the strictest cap that binds it, in fen; None when none does or it does not pay.
        capped: whether its exact share has reached the cap.
        flat: what one unit of weight would pay in fen if there were no caps.
    """

    household: SplitHousehold
    coefficient: Fraction
    weight: Fraction = NOTHING
    level: Fraction = NOTHING
    amount: int = 0
    cap: int | None = None
    capped: bool = False
    flat: Fraction = NOTHING

    @property
    def exact(self) -> Fraction:
        """Its exact share in fen: `min(level·weight, cap)`."""
        share = self.level * self.weight
        return share if self.cap is None else min(share, Fraction(self.cap))

    @property
    def uncapped(self) -> Fraction:
        """What its exact share would be if there were no caps, in fen."""
        return self.flat * self.weight

    @property
    def carried(self) -> Fraction:
        """The fen it bears more (or, negative, less) because caps hold somebody back."""
        return self.exact - self.uncapped


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorLine:
    """One floor of the result.

    Attributes:
        floor: the floor.
        coefficient: what it weighs.
        households: how many doors take part, exempt ones included.
        payers: how many of them pay.
        lowest: the lowest amount of a payer in fen, 0 where nobody pays.
        highest: the highest amount in fen.
        amount: what the floor pays together in fen.
    """

    floor: int
    coefficient: Fraction
    households: int
    payers: int
    lowest: int
    highest: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The result, frozen: the only place from which any output takes its amounts.

    Attributes:
        request: what was asked.
        cap: the uniform cap in fen, rounded down to the unit; None when there is none.
        payers: how many households pay.
        remainder: fen that fill no whole unit.
        remainder_to: who pays them; None when there are none.
        charges: every household, excluded ones too, from the lowest floor up, by door.
        floors: the same by floor.
        warnings: what the reader should be told.
    """

    request: SplitRequest
    cap: int | None
    payers: int
    remainder: int
    remainder_to: SplitHousehold | None
    charges: tuple[Charge, ...]
    floors: tuple[FloorLine, ...]
    warnings: tuple[Message, ...]

    @property
    def net(self) -> int:
        """What the households share, in fen."""
        return self.request.net

    @property
    def subsidy(self) -> int:
        """The subsidy in fen, at most the total."""
        return self.request.total - self.request.net
