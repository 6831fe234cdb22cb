"""Quotes by schemes as a record, plain words first; and as one table for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from jinlin.core.columns import Column, Kind
from jinlin.core.decimals import decimal, p_over_q
from jinlin.core.i18n import _, speaking
from jinlin.core.money import yuan
from jinlin.elevator.draft.quote_comparison import Comparison, FloorFigures
from jinlin.output.listing.listing import Cell, Listing, Record

GENTLE_FROM = 3
"""From so many times the lowest paying floor on, the top is called steep in the words."""


def compare_record(found: Sequence[Comparison], *, title: str, fixed: Fraction) -> Record:
    """Return the comparison: in words, side by side, floor by floor."""
    return Record(
        title=title,
        columns=tuple(
            Column(key=f"words_{place}", heading=_name(one)) for place, one in enumerate(found)
        ),
        values=[_in_words(one) for one in found],
        listings=(side_by_side(found), floors_listing(found)),
        notes=tuple(_notes(found, fixed)),
    )


def side_by_side(found: Sequence[Comparison]) -> Listing:
    """Return one line for each quote and scheme."""
    return Listing.of(
        "side_by_side",
        _("Side by side"),
        (
            Cell("total_fen", _("Gross cost (yuan)"), "total", Kind.MONEY),
            Cell("scheme", _("Scheme"), "scheme.name", labels=_called(found)),
            Cell("low_fen", _("Lowest"), _reckoned("low"), Kind.MONEY),
            Cell("typical_fen", _("Typical"), _reckoned("typical"), Kind.MONEY),
            Cell("high_fen", _("Highest"), _reckoned("high"), Kind.MONEY),
            Cell("gains", _("Pay less"), kind=Kind.INTEGER),
            Cell("loses", _("Pay more"), kind=Kind.INTEGER),
            Cell("distance", _("From yardstick"), _reckoned("distance"), Kind.RATE),
        ),
        found,
    )


def _reckoned(name: str) -> Callable[[Comparison], Any]:
    """Return what takes a figure of a scheme that could be reckoned."""
    return lambda one: None if one.problem else getattr(one, name)


def floors_listing(found: Sequence[Comparison]) -> Listing:
    """Return every floor of every quote and scheme, the top floor first."""
    return Listing(
        key="floors",
        title=_("Floor by floor"),
        columns=(
            Column(key="total_fen", heading=_("Gross cost (yuan)"), kind=Kind.MONEY),
            Column(key="scheme", heading=_("Scheme"), labels=_called(found)),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="low_fen", heading=_("Lowest"), kind=Kind.MONEY),
            Column(key="typical_fen", heading=_("Typical"), kind=Kind.MONEY),
            Column(key="high_fen", heading=_("Highest"), kind=Kind.MONEY),
            Column(key="share", heading=_("Share"), kind=Kind.RATE),
            Column(key="gains", heading=_("Pay less"), kind=Kind.INTEGER),
            Column(key="loses", heading=_("Pay more"), kind=Kind.INTEGER),
        ),
        rows=[
            (
                one.total, one.scheme.name, line.floor, line.low, line.typical, line.high,
                line.share, None if one.gains is None else line.gains,
                None if one.loses is None else line.loses,
            )
            for one in found
            for line in reversed(one.floors)
        ],
    )  # fmt: skip


def compare_json(found: Sequence[Comparison], *, fixed: Fraction) -> Record:
    """Return the comparison for other programs, fractions exact."""
    return Record(
        title="",
        columns=(),
        values=(),
        extra={
            "fixed_part": p_over_q(fixed),
            "comparisons": [
                {
                    "total_fen": one.total,
                    "scheme": one.scheme.name,
                    "problem": one.problem,
                    "net_fen": one.net,
                    "payers": one.payers,
                    "low_fen": one.low,
                    "typical_fen": one.typical,
                    "high_fen": one.high,
                    "gains": one.gains,
                    "loses": one.loses,
                    "distance": p_over_q(one.distance),
                    "steepness": None if one.steepness is None else p_over_q(one.steepness),
                    "words": _in_words(one),
                    "floors": [
                        {
                            "floor": line.floor,
                            "low_fen": line.low,
                            "typical_fen": line.typical,
                            "high_fen": line.high,
                            "amount_fen": line.amount,
                            "share": p_over_q(line.share),
                            "gains": None if one.gains is None else line.gains,
                            "loses": None if one.loses is None else line.loses,
                        }
                        for line in one.floors
                    ],
                }
                for one in found
            ],
        },
    )


def _called(found: Sequence[Comparison]) -> dict[str, str]:
    return {one.scheme.name: one.scheme.called for one in found}


def _name(one: Comparison) -> str:
    title = one.scheme.titles.get(speaking(), "")
    called = one.scheme.called
    said = f"{called}（{title}）" if title and len(title) <= 12 else called  # noqa: PLR2004
    return _("{total} yuan, {scheme}").format(total=yuan(one.total), scheme=said)


def _in_words(one: Comparison) -> str:
    """Return what a scheme means in plain words."""
    if one.problem is not None:
        return _("not possible: {reason}").format(reason=one.problem)
    paying = [line for line in one.floors if line.amount]
    if not paying:
        return _("nothing is left to share")
    low, top = paying[0], paying[-1]
    said = [_a_door_of(low)]
    times = decimal(one.steepness or Fraction(1), places=1)
    if top is not low and times == decimal(Fraction(1), places=1):
        said.append(_a_door_of(top))
    elif top is not low:
        said.append(
            _("floor {floor} about {amount} yuan, {times} times that").format(
                floor=top.floor, amount=_round(top.typical), times=times
            )
        )
    free = [str(line.floor) for line in one.floors if not line.amount]
    if free:
        said.append(_("free: floor {floors}").format(floors=_(", ").join(free)))
    if one.gains or one.loses:
        said.append(
            _("against sharing by area {gains} doors pay less, {loses} more").format(
                gains=one.gains, loses=one.loses
            )
        )
    return _("; ").join(said)


def _a_door_of(line: FloorFigures) -> str:
    return _("floor {floor} about {amount} yuan a door").format(
        floor=line.floor, amount=_round(line.typical)
    )


def _round(fen: int) -> str:
    """Return an amount in whole yuan, for words only."""
    return f"{(fen + 50) // 100:,}"


def _notes(found: Sequence[Comparison], fixed: Fraction) -> Iterator[str]:
    possible = [one for one in found if one.problem is None]
    steep = sorted(
        {
            one.scheme.called
            for one in possible
            if one.steepness is not None and one.steepness > GENTLE_FROM * 2
        }
    )
    if steep:
        yield _("Steep: {schemes}; a flatter ladder is gentle.").format(schemes=_(", ").join(steep))
    if possible and possible[0].gains is None:
        yield _("Areas are not known for all doors: who gains against the law's rule is not shown.")
    yield _(
        "“Pay less” and “Pay more” are against the law's own rule where nothing is agreed: by"
        " exclusive area (Civil Code art. 283)."
    )
    yield _(
        "From yardstick: which part of the money other doors bear than where each part of the"
        " shaft is shared by those who use it ({fixed}% of the cost taken as used by all)."
        " For comparison only, never the bill."
    ).format(fixed=decimal(fixed * 100, places=0))
