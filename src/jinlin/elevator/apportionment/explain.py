"""The amount of one door in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jinlin.core.decimals import decimal, plain
from jinlin.core.i18n import N_, Message, Value
from jinlin.core.money import area_text, yuan
from jinlin.elevator.apportionment.household import FULL, Participation
from jinlin.elevator.apportionment.odd_units import odd_sentence
from jinlin.elevator.apportionment.result import Charge, Split
from jinlin.elevator.apportionment.weights import Mode


def explain(split: Split, charge: Charge) -> tuple[Message, ...]:
    """Say in a few sentences how the amount of one door came about.

    Args:
        split: the result.
        charge: one of its charges.
    """
    odd = odd_sentence(split, charge) if charge.weight else None
    return (*reckoned(split, charge), *(() if odd is None else (odd,)))


def reckoned(split: Split, charge: Charge) -> tuple[Message, ...]:
    """Say how the amount of one door came about, without a word on others."""
    if not charge.weight:
        return (_why_nothing(charge),)
    sentences = [
        _share(split, charge),
        _relief(charge),
        _cap(charge),
        _amount(split, charge),
    ]
    return tuple(sentence for sentence in sentences if sentence is not None)


def _why_nothing(charge: Charge) -> Message:
    household = charge.household
    values: Mapping[str, Value] = {"room": household.label, "floor": household.floor}
    if household.status is Participation.EXCLUDED:
        return Message(N_("{room} takes no part in the plan and pays nothing."), values)
    if household.status is Participation.EXEMPT:
        return Message(N_("{room} takes part but is exempt, and pays nothing."), values)
    if not charge.coefficient:
        return Message(N_("{room} is on floor {floor}, which is free, and pays nothing."), values)
    return Message(N_("{room} is relieved of its whole share and pays nothing."), values)


def _share(split: Split, charge: Charge) -> Message:
    household, by = charge.household, split.request.scheme.by
    whole = sum((c.weight for c in split.charges), Fraction(0))
    values: Mapping[str, Value] = {
        "room": household.label,
        "floor": household.floor,
        "coefficient": plain(charge.coefficient),
        "area": "" if household.area is None else area_text(household.area),
        "percent": decimal(charge.weight / whole * 100, places=2),
        "net": _yuan(split.net),
    }
    if by is Mode.HOUSEHOLD:
        said = N_(
            "{room} is on floor {floor} with coefficient {coefficient}, "
            "{percent}% of all shares; {net} yuan are shared."
        )
    elif by is Mode.AREA:
        said = N_(
            "{room} is on floor {floor} with coefficient {coefficient} and has {area} m²; "
            "the two multiplied are {percent}% of all shares; {net} yuan are shared."
        )
    elif by is Mode.FLOOR:
        said = N_(
            "Floor {floor} has coefficient {coefficient}, which its paying households share alike; "
            "{room} has {percent}% of all shares; {net} yuan are shared."
        )
    else:
        said = N_(
            "Floor {floor} has coefficient {coefficient}, which its paying households share "
            "by area; {room} with {area} m² has {percent}% of all shares; {net} yuan are shared."
        )
    return Message(said, values)


def _relief(charge: Charge) -> Message | None:
    if charge.household.relief == FULL:
        return None
    return Message(
        N_("It is asked for {percent}% of its share; the others bear the rest."),
        {"percent": plain(charge.household.relief * 100)},
    )


def _cap(charge: Charge) -> Message | None:
    values: Mapping[str, Value] = {
        "uncapped": decimal(charge.uncapped / 100, places=2),
        "cap": "" if charge.cap is None else _yuan(charge.cap),
        "moved": decimal(abs(charge.carried) / 100, places=2),
    }
    if charge.carried < 0:
        return Message(
            N_(
                "Without a cap it would pay {uncapped} yuan; "
                "the cap of {cap} yuan takes {moved} yuan off, which others bear."
            ),
            values,
        )
    if charge.carried > 0:
        return Message(
            N_(
                "Without caps it would pay {uncapped} yuan; "
                "it bears {moved} yuan of what capped households do not pay."
            ),
            values,
        )
    return None


def _amount(split: Split, charge: Charge) -> Message:
    values: Mapping[str, Value] = {
        "amount": _yuan(charge.amount),
        "exact": decimal(charge.exact / 100, places=4 if split.request.rounding.fen == 1 else 2),
        "unit": Message(split.request.rounding.msgid),
        "remainder": _yuan(split.remainder),
    }
    if charge.household is split.remainder_to:
        said = N_(
            "By the coefficients it is {exact} yuan; rounded to {unit} and with the remaining"
            " {remainder} yuan that fill no unit it pays {amount} yuan."
        )
    elif charge.exact == charge.amount:
        said = N_("It pays {amount} yuan exactly.")
    elif 2 * abs(charge.exact - charge.amount) > split.request.rounding.fen:
        said = N_(
            "By the coefficients it is {exact} yuan; rounded to {unit} so that all homes together"
            " pay the whole it pays {amount} yuan."
        )
    else:
        said = N_(
            "By the coefficients it is {exact} yuan; rounded to {unit} it pays {amount} yuan."
        )
    return Message(said, values)


def _yuan(fen: int) -> str:
    """Return an amount as it stands in a sentence: decimals only where there are fen."""
    return yuan(fen).removesuffix(".00")
