"""Who takes part in the works of a project now, late joiners included."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jinlin.complex.household.door import Door, door_of
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.stored_request import request_from_text
from jinlin.elevator.money.dues import Dues, Settlement
from jinlin.elevator.project.projects import adopted_shares
from jinlin.elevator.rules.settlement import Frozen, LateJoiner, with_joiner
from jinlin.store.transaction.tx import Reader


def frozen_plan(reader: Reader, owed: Dues) -> Frozen:
    """Return the adopted plan as it was signed, its caps as amounts."""
    shares = adopted_shares(reader, owed.plan)
    uniform = reader.value("SELECT cap FROM plan WHERE id = ?", (owed.plan.id,))
    return Frozen(request_from_text(owed.plan.request), {s.label: s.cap for s in shares}, uniform)


def joinings(reader: Reader, changed: Sequence[Settlement]) -> list[tuple[int, LateJoiner]]:
    """Return who joined, the earliest first, with the household's id."""
    return [
        (
            settlement.joiner_id,
            LateJoiner(
                as_household(door_of(reader, settlement.joiner_id)), Fraction(settlement.times)
            ),
        )
        for settlement in changed
        if settlement.joiner_id is not None and settlement.times is not None
    ]


def as_household(door: Door) -> SplitHousehold:
    """Return a door of the register as the apportionment sees it."""
    return SplitHousehold(
        room=door.room,
        floor=door.floor,
        building=door.building,
        entrance=door.entrance,
        area=door.area,
    )


def taking_part(reader: Reader, owed: Dues) -> list[SplitHousehold]:
    """Return the doors of the adopted plan with the status they have now, late joiners included."""
    request = frozen_plan(reader, owed).request
    for _place, joining in joinings(reader, owed.settlements):
        request = with_joiner(request, joining.household, cap=None)
    return list(request.households)


def places_of(reader: Reader, owed: Dues) -> dict[str, int]:
    """Return the household of every door of a project, by label."""
    places = {
        share.label: share.household_id
        for share in adopted_shares(reader, owed.plan)
        if share.household_id is not None
    }
    return places | {
        joining.household.label: place for place, joining in joinings(reader, owed.settlements)
    }
