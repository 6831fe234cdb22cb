"""What is true of buildings and households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _

FLOORS: Final = range(1, 151)
FLOORS_BELOW: Final = range(10)
ENTRANCES: Final = range(1, 51)


class State(StrEnum):
    """How a household is used."""

    OWNER_OCCUPIED = "owner_occupied"
    LET = "let"
    VACANT = "vacant"
    SHOP = "shop"
    DEVELOPER = "developer"


STATE_LABELS: Final[Mapping[State, str]] = {
    State.OWNER_OCCUPIED: N_("owner-occupied"),
    State.LET: N_("let"),
    State.VACANT: N_("vacant"),
    State.SHOP: N_("shop"),
    State.DEVELOPER: N_("developer's"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBuilding:
    """A building as it is to be recorded.

    Attributes:
        code: what people say: `3`, `A`.
        floors: storeys above ground.
        floors_below: storeys below ground.
        entrances: how many stairwells it has.
        stilt_floor: whether the ground level is open, without homes (架空层).
        elevator: whether it has an elevator.

    Raises:
        UsageError: a number is out of range.
    """

    code: str
    name: str | None = None
    floors: int | None = None
    floors_below: int = 0
    entrances: int | None = None
    stilt_floor: bool = False
    elevator: bool = False

    def __post_init__(self) -> None:
        for value, allowed, what in (
            (self.floors, FLOORS, _("The number of floors")),
            (self.floors_below, FLOORS_BELOW, _("The number of floors below ground")),
            (self.entrances, ENTRANCES, _("The number of entrances")),
        ):
            if value is not None and value not in allowed:
                raise UsageError(
                    _("{what} must be from {least} to {most}.").format(
                        what=what, least=allowed.start, most=allowed.stop - 1
                    )
                )
