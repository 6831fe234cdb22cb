"""What is true of buildings and households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jinlin.core.errors import RuleError, UsageError
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


class AreaBasis(StrEnum):
    """Where an exclusive area comes from; the first that exists counts."""

    REGISTRY = "registry"
    SURVEY = "survey"
    CONTRACT = "contract"


AREA_BASIS_LABELS: Final[Mapping[AreaBasis, str]] = {
    AreaBasis.REGISTRY: N_("property register"),
    AreaBasis.SURVEY: N_("surveyed area"),
    AreaBasis.CONTRACT: N_("sales contract"),
}


class NoteKind(StrEnum):
    """What a line on the card of a building is about."""

    NOTE = "note"
    PLANT = "plant"
    CONTACT = "contact"
    HISTORY = "history"


NOTE_KIND_LABELS: Final[Mapping[NoteKind, str]] = {
    NoteKind.NOTE: N_("remark"),
    NoteKind.PLANT: N_("plant and equipment"),
    NoteKind.CONTACT: N_("contact person"),
    NoteKind.HISTORY: N_("history"),
}


class Role(StrEnum):
    """Why somebody lives in a home that need not be hers."""

    OCCUPANT = "occupant"
    TENANT = "tenant"


ROLE_LABELS: Final[Mapping[Role, str]] = {
    Role.OCCUPANT: N_("occupant"),
    Role.TENANT: N_("tenant"),
}

HOUSEHOLD_FIELDS: Final[Mapping[str, str]] = {
    "room": N_("Room"),
    "entrance": N_("Entrance"),
    "floor": N_("Floor"),
    "area": N_("Exclusive area"),
    "area_basis": N_("Basis of the area"),
    "state": N_("State of use"),
    "occupants": N_("Persons living there"),
    "note": N_("Remark"),
}
"""What can be changed of a household, and what people call it."""

BUILDING_FIELDS: Final[Mapping[str, str]] = {
    "code": N_("Building"),
    "name": N_("Title"),
    "floors": N_("Floors"),
    "floors_below": N_("Below ground"),
    "entrances": N_("Entrances"),
    "stilt_floor": N_("Stilt floor"),
    "elevator": N_("Elevator"),
}
"""What can be changed of a building, and what people call it."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the households of a building say about it.

    Attributes:
        highest: the highest floor with a household; None where there is none above ground.
        lowest: the lowest floor, below ground; None where there is none.
        entrances: the entrances that households have.
    """

    highest: int | None = None
    lowest: int | None = None
    entrances: tuple[str, ...] = ()


def check_against(building: NewBuilding, standing: Standing) -> None:
    """Refuse what the households that are recorded contradict.

    Raises:
        RuleError: there are households above, below, or in more entrances.
    """
    if building.floors and standing.highest and standing.highest > building.floors:
        raise RuleError(
            _("Building {code} with {floors} floors cannot have a home on floor {floor}.").format(
                code=building.code, floor=standing.highest, floors=building.floors
            ),
            hint=_("Correct the home, or: jinlin building edit {code} --floors {floor}").format(
                code=building.code, floor=standing.highest
            ),
        )
    if standing.lowest is not None and -standing.lowest > building.floors_below:
        raise RuleError(
            _(
                "Building {code} with {floors} floors below ground cannot have a home on"
                " floor {floor}."
            ).format(code=building.code, floor=standing.lowest, floors=building.floors_below),
            hint=_(
                "Correct the home, or: jinlin building edit {code} --floors-below {floors}"
            ).format(code=building.code, floors=-standing.lowest),
        )
    if building.entrances and len(standing.entrances) > building.entrances:
        raise RuleError(
            _("Building {code} with {count} entrances cannot have homes in: {entrances}.").format(
                code=building.code,
                count=building.entrances,
                entrances=_(", ").join(standing.entrances),
            ),
            hint=_("Correct the home, or: jinlin building edit {code} --entrances {count}").format(
                code=building.code, count=len(standing.entrances)
            ),
        )
