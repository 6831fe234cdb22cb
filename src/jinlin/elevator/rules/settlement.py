"""The second exact split: what every door bears of the final cost, late joiners included.

One function for a settlement and for a late join: both are the adopted plan with another cost and
with those who joined, one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.apportion import apportion
from jinlin.elevator.apportionment.caps import NO_CAP, Cap, least_cap
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import FULL, Participation, SplitHousehold
from jinlin.elevator.apportionment.odd_units import Claim
from jinlin.elevator.apportionment.result import Charge, SplitRequest
from jinlin.elevator.apportionment.split import split


class Frozen(NamedTuple):
    """The adopted plan as it was signed.

    Attributes:
        request: what was asked of the apportionment.
        caps: each door's cap in fen, None where none bound it, by label.
        cap: the cap for everybody in fen; None when there was none.
    """

    request: SplitRequest
    caps: Mapping[str, int | None]
    cap: int | None


class Final(NamedTuple):
    """The cost as it turned out; fen.

    Attributes:
        total: the gross cost.
        relief: what came from elsewhere: subsidies, interest, aid.
        cap: a cap agreed anew in place of the frozen ones; None keeps those.
    """

    total: int
    relief: int
    cap: Cap | None = None


class JoinRule(NamedTuple):
    """What a late joiner pays, measured by the share it would have had.

    Attributes:
        factor: so many times that share; 2 in some agreements.
        free_years: whole years after the lift began to run in which nothing is taken off.
        life_years: in how many years after the beginning the share has melted to nothing, evenly
            after the free years; None when it never melts.
    """

    factor: Fraction = FULL
    free_years: int = 5
    life_years: int | None = None

    def times(self, years: int) -> Fraction:
        """Return by what the share is multiplied so many whole years after the beginning."""
        if self.life_years is None or years <= self.free_years:
            return self.factor
        left = Fraction(self.life_years - years, self.life_years - self.free_years)
        return self.factor * max(left, Fraction(0))


class LateJoiner(NamedTuple):
    """One late joiner.

    Attributes:
        household: the door, as the register or the plan has it.
        times: by what the share it would have had is multiplied.
    """

    household: SplitHousehold
    times: Fraction = FULL


class SettledShare(NamedTuple):
    """What one door bears; money in fen, an excluded door 0.

    Attributes:
        household: the door, with the status it has now.
        weight: what it weighs.
        amount: what it bears.
        credits: what late joiners took off it, in the order they joined.
        whole: of a late joiner the share it would have had, before its rule; else None.
    """

    household: SplitHousehold
    weight: Fraction
    amount: int
    credits: tuple[int, ...] = ()
    whole: int | None = None


def shares_of(
    frozen: Frozen, final: Final | None = None, joinings: Sequence[LateJoiner] = ()
) -> list[SettledShare]:
    """Return what every door bears, lowest floor first; together exactly the net cost.

    A late joiner pays the share it would have had among all, times what its rule says; that is
    taken off those who bear the cost, by weight, to the fen, nobody below nothing.

    Args:
        frozen: the adopted plan.
        final: the cost as it turned out; None while the adopted one counts.
        joinings: who joined, the earliest first.

    Raises:
        RuleError: the frozen caps cannot hold the cost, or a joiner would pay more than all others
            bear.
    """
    request = (
        frozen_caps(frozen.request, frozen) if final is None else settled_request(frozen, final)
    )
    shares = [_share(charge) for charge in split(request).charges]
    cap = frozen.cap if final is None or final.cap is None else None
    for joining in joinings:
        request = with_joiner(request, joining.household, cap=cap)
        shares = _joined(shares, request, joining)
    return shares


def claims_of_shares(shares: Sequence[SettledShare]) -> list[Claim]:
    """Return what the doors bear, with what is the same for those that bear the same by the rule.

    Who joined late pays by another rule than the others.
    """
    return [
        Claim(s.household.label, (s.weight, s.household.cap, len(s.credits)), s.amount)
        for s in shares
        if s.weight
    ]


def settled_request(frozen: Frozen, final: Final) -> SplitRequest:
    """Return the request of the adopted plan for the final cost, its caps held as amounts.

    Raises:
        RuleError: more came from elsewhere than the works cost.
    """
    if final.relief > final.total:
        raise RuleError(
            _(
                "{relief} yuan came from elsewhere, more than the final cost of {total} yuan."
            ).format(relief=yuan(final.relief), total=yuan(final.total)),
            hint=_("Check the final cost: --final MONEY; or say what counts: --subsidy MONEY"),
        )
    request = replace(frozen.request, total=final.total, subsidy=SubsidyRule(lump=final.relief))
    if final.cap is None:
        return frozen_caps(request, frozen)
    return replace(request, scheme=replace(request.scheme, cap=final.cap))


def frozen_caps(request: SplitRequest, frozen: Frozen) -> SplitRequest:
    """Return the request with every cap held as the amount it was when the plan was adopted."""
    return replace(
        request,
        households=tuple(
            h._replace(cap=least_cap(h.cap, frozen.caps.get(h.label))) for h in request.households
        ),
        floor_caps={},
        scheme=replace(request.scheme, cap=NO_CAP),
    )


def with_joiner(request: SplitRequest, joiner: SplitHousehold, *, cap: int | None) -> SplitRequest:
    """Return the request with one more who pays.

    Args:
        request: as it stood before.
        joiner: the door; one that takes no part yet, or is new.
        cap: the cap for everybody in fen; None when there is none.

    Raises:
        RuleError: it pays already.
    """
    rest = [h for h in request.households if h.label != joiner.label]
    before = next((h for h in request.households if h.label == joiner.label), None)
    if before is not None and before.status is Participation.PAYS:
        raise RuleError(
            _("{room} takes part already.").format(room=joiner.label),
            hint=_("Only a door that takes no part, or is exempt, can join later."),
        )
    door = (before or joiner)._replace(status=Participation.PAYS)
    return replace(request, households=(*rest, door._replace(cap=least_cap(door.cap, cap))))


def _share(charge: Charge) -> SettledShare:
    return SettledShare(charge.household, charge.weight, charge.amount)


def _joined(
    shares: Sequence[SettledShare], request: SplitRequest, joining: LateJoiner
) -> list[SettledShare]:
    """Return the shares after a door joined: its own, and what is taken off the others."""
    label = joining.household.label
    mine = next(c for c in split(request).charges if c.household.label == label)
    asked = int(mine.amount * joining.times)
    taken = _credits(shares, asked, label)
    found = [
        share._replace(
            amount=share.amount - taken.get(share.household.label, 0),
            credits=(*share.credits, taken.get(share.household.label, 0)),
        )
        for share in shares
        if share.household.label != label
    ]
    found.append(SettledShare(mine.household, mine.weight, asked, whole=mine.amount))
    return sorted(found, key=lambda share: (share.household.floor, share.household.order))


def _credits(shares: Sequence[SettledShare], asked: int, joiner: str) -> dict[str, int]:
    """Return what is taken off each door that bears the cost, by weight, to the fen."""
    bearing = [s for s in shares if s.amount and s.weight and s.household.label != joiner]
    bearing.sort(key=lambda share: -share.household.floor)
    borne = sum(share.amount for share in bearing)
    if asked > borne:
        raise RuleError(
            _("A joiner cannot pay {asked} yuan: the others bear only {borne} yuan.").format(
                asked=yuan(asked), borne=yuan(borne)
            ),
            hint=_("Choose a smaller factor: --factor 100%"),
        )
    if not asked:
        return {}
    found = apportion(
        asked,
        weights=[share.weight for share in bearing],
        caps=[share.amount for share in bearing],
    )
    return {
        share.household.label: amount for share, amount in zip(bearing, found.amounts, strict=True)
    }


def years_between(since: str, until: str) -> int:
    """Return the whole years from one day to another, both ISO text; 0 when it is earlier."""
    years = int(until[:4]) - int(since[:4]) - (until[5:] < since[5:])
    return max(0, years)
