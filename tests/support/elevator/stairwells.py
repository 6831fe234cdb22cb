"""Stairwells as Hypothesis draws them: floors, areas, reliefs, exemptions, caps, all modes and units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from jinlin.core.errors import RuleError
from jinlin.elevator.apportionment.caps import NO_CAP, Cap, CapKind
from jinlin.elevator.apportionment.coefficients import (
    Coefficients,
    FloorTable,
    FreeFloors,
    Ladder,
    Rounding,
)
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode

MODES = tuple(Mode)
FULL = (Fraction(1), Participation.PAYS)
STANDINGS = (
    *(FULL,) * 6,
    (Fraction(4, 5), Participation.PAYS),
    (Fraction(1, 2), Participation.PAYS),
    (Fraction(0), Participation.PAYS),
    (Fraction(1), Participation.EXEMPT),
    (Fraction(1), Participation.EXCLUDED),
)
OWN_CAPS = (None, None, None, 0, 1_234_567, 5_000_050, 20_000_000)
AREAS = range(4_000, 15_001)
DOOR = st.integers(0, len(AREAS) * len(STANDINGS) * len(OWN_CAPS) - 1)
"""A door's area, standing and cap as one number: to draw three takes three times as long."""
LOWEST, HIGHEST, CAPPED = st.sampled_from((-1, 1)), st.integers(2, 7), st.booleans()


def ladder_scheme(
    *,
    base: str = "1",
    step: str = "1",
    by: Mode = Mode.HOUSEHOLD,
    cap: Cap = NO_CAP,
    free: FreeFloors | None = None,
) -> Scheme:
    """Make a scheme with a ladder, floor 1 and below free unless told otherwise."""
    return Scheme(
        name="test",
        titles={"en": "test"},
        by=by,
        coefficients=Ladder(base=Fraction(base), step=Fraction(step)),
        free=free or FreeFloors(),
        cap=cap,
    )


@st.composite
def households(
    draw: st.DrawFn, *, per_floor: int = 2, alike: bool = False, own_caps: bool | None = None
) -> tuple[SplitHousehold, ...]:
    """Draw the doors of floors 1 (or -1) to 2…7; `alike` leaves areas, reliefs, statuses out.

    Where nothing is said of `own_caps`, half of the stairwells have them.
    """
    floors = range(draw(LOWEST), draw(HIGHEST) + 1)
    count = st.integers(1, per_floor)
    doors = [
        SplitHousehold(room=f"{floor if floor > 0 else 90}{door:02d}", floor=floor, area=9_000)
        for floor in floors
        if floor
        for door in range(1, draw(count) + 1)
    ]
    if alike:
        return tuple(doors)
    capped = draw(CAPPED) if own_caps is None else own_caps
    return tuple(_furnished(door, draw(DOOR), capped=capped) for door in doors)


def _furnished(door: SplitHousehold, number: int, *, capped: bool) -> SplitHousehold:
    rest, standing = divmod(number, len(STANDINGS))
    area, cap = divmod(rest, len(OWN_CAPS))
    relief, status = STANDINGS[standing]
    own_cap = OWN_CAPS[cap] if capped else None
    return door._replace(area=AREAS[area], relief=relief, status=status, cap=own_cap)


NUMBERS = st.sampled_from(sorted({Fraction(n, d) for d in range(1, 21) for n in range(3 * d + 1)}))
"""From 0 to 3, of denominators up to 20; `st.fractions` takes five times as long to draw one."""


EIGHT_NUMBERS = st.lists(NUMBERS, min_size=8, max_size=8)


@st.composite
def coefficients(draw: st.DrawFn) -> Coefficients:
    """Draw a ladder, or a table for floors -1 to 7 that does not fall."""
    if draw(st.booleans()):
        return Ladder(base=draw(NUMBERS), step=draw(NUMBERS))
    values = sorted(draw(EIGHT_NUMBERS))
    return FloorTable(by_floor=dict(zip((-1, *range(1, 8)), values, strict=True)))


CAPS = st.one_of(
    st.just(NO_CAP),
    st.builds(lambda n: Cap(kind=CapKind.MEAN, value=Fraction(n, 10)), st.integers(10, 40)),
    st.builds(lambda n: Cap(kind=CapKind.SHARE, value=Fraction(n, 100)), st.integers(5, 60)),
    st.builds(
        lambda n: Cap(kind=CapKind.AMOUNT, value=Fraction(n)), st.integers(500_000, 30_000_000)
    ),
)
AMOUNT_CAPS = CAPS.filter(lambda cap: cap.kind in {CapKind.NONE, CapKind.AMOUNT})
COEFFICIENTS = coefficients()
FREE = st.sampled_from((None, 0, 1, 1, 2))
FREE_TOO = st.sets(st.integers(2, 7), max_size=2)
TOTALS, LUMPS = st.integers(1, 60_000_000), st.integers(0, 5_000_000)
RATES, CEILINGS = st.integers(0, 50), st.none() | st.integers(0, 5_000_000)
LIMITS = st.dictionaries(st.integers(1, 7), st.integers(1_000_000, 30_000_000), max_size=2)
UNITS = st.sampled_from(tuple(Rounding))


@st.composite
def requests(
    draw: st.DrawFn,
    *,
    modes: Sequence[Mode] = MODES,
    doors: st.SearchStrategy[tuple[SplitHousehold, ...]] | None = None,
    caps: st.SearchStrategy[Cap] = CAPS,
    floor_caps: bool = True,
) -> SplitRequest:
    """Draw a whole apportionment of up to 600 000 yuan."""
    scheme = Scheme(
        name="drawn",
        titles={"en": "drawn"},
        by=draw(st.sampled_from(modes)),
        coefficients=draw(COEFFICIENTS),
        free=FreeFloors(
            up_to=draw(FREE),
            others=frozenset(draw(FREE_TOO)),
        ),
        cap=draw(caps),
    )
    return SplitRequest(
        households=draw(households() if doors is None else doors),
        total=draw(TOTALS),
        scheme=scheme,
        subsidy=SubsidyRule(
            lump=draw(LUMPS),
            rate=Fraction(draw(RATES), 100),
            ceiling=draw(CEILINGS),
        ),
        floor_caps=draw(LIMITS) if floor_caps else {},
        rounding=draw(UNITS),
    )


@st.composite
def small_requests(draw: st.DrawFn) -> SplitRequest:
    """Draw an apportionment of at most 60 units, which can be handed out one by one."""
    request = draw(requests())
    unit = request.rounding.fen
    total = draw(st.integers(1, 60)) * unit + draw(st.integers(0, unit - 1))
    cap = draw(
        st.sampled_from((NO_CAP, request.scheme.cap))
        | st.builds(
            lambda n: Cap(kind=CapKind.AMOUNT, value=Fraction(n * unit)), st.integers(1, 20)
        )
    )
    tiny = st.integers(0, 20 * unit)
    doors = tuple(
        door._replace(cap=draw(tiny) if door.cap is not None else None)
        for door in request.households
    )
    return replace(
        request,
        households=doors,
        total=total,
        scheme=replace(request.scheme, cap=cap),
        subsidy=SubsidyRule(lump=draw(st.integers(0, 5 * unit)), rate=request.subsidy.rate),
        floor_caps={floor: draw(tiny) for floor in request.floor_caps},
    )


def answer(request: SplitRequest) -> Split:
    """Split, leaving out the draws in which nobody pays or the caps are too low."""
    try:
        return split(request)
    except RuleError:
        assume(False)
        raise


def amounts(result: Split) -> dict[str, int]:
    """Return the fen each room pays."""
    return {charge.household.room: charge.amount for charge in result.charges}
