"""Running costs of a month: the ladder of the plan over what the lift cost in that month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.elevator.apportionment.caps import NO_CAP, CapKind
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import FULL, Participation, SplitHousehold
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.split import split


class Running(Word):
    """What a running lift costs."""

    POWER = "power", N_("power")
    INSPECTION = "inspection", N_("inspection")
    MAINTENANCE = "maintenance", N_("maintenance")
    REPAIR = "repair", N_("repair")
    OTHER = "other", N_("other")


def running_shares(
    request: SplitRequest, households: Sequence[SplitHousehold], total: int
) -> Split:
    """Share what the lift cost in a month among those who take part, to the fen.

    The ladder, the mode and relative caps are those of the plan; caps that were amounts meant the
    works and do not count here.

    Args:
        request: what the adopted plan asked for.
        households: the doors with the status they have now, late joiners included.
        total: fen.

    Raises:
        RuleError: nobody pays, or a cap cannot hold the cost.
    """
    cap = request.scheme.cap
    relative = cap.kind in {CapKind.MEAN, CapKind.SHARE}
    scheme = request.scheme if relative else replace(request.scheme, cap=NO_CAP)
    return split(
        replace(
            request,
            households=tuple(household._replace(cap=None) for household in households),
            total=total,
            subsidy=SubsidyRule(),
            floor_caps={},
            rounding=Rounding.FEN,
            scheme=scheme,
        )
    )


def by_area(households: Sequence[SplitHousehold], area_scheme: Scheme, total: int) -> Split:
    """Share what a city takes from the maintenance fund by area: everybody, no door free.

    Args:
        households: the doors; what was agreed of relief and exemption does not count here.
        area_scheme: the scheme `area` (Civil Code 283).
        total: what is taken in all, in fen.

    Raises:
        RuleError: an area is unknown.
    """
    doors = tuple(
        household._replace(cap=None, relief=FULL, status=Participation.PAYS)
        for household in households
    )
    return split(SplitRequest(households=doors, total=total, scheme=area_scheme))
