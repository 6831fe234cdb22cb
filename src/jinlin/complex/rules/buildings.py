"""What is true of buildings and households."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word

FLOORS: Final = range(1, 151)
FLOORS_BELOW: Final = range(10)
ENTRANCES: Final = range(1, 51)

_REFUSAL: Final = N_("“{text}” is none of the known words.")


class Use(Word, refusal=_REFUSAL):
    """How a household is used."""

    OWNER_OCCUPIED = (
        "owner_occupied", N_("owner-occupied"),
        "自用", "常住", "本人住", "本人居住", "业主自住", "业主居住", "自有自住", "自己住",
    )  # fmt: skip
    LET = (
        "let", N_("let"),
        "租", "租住", "出租中", "已出租", "租出", "租赁", "整租", "合租", "出租房",
    )  # fmt: skip
    VACANT = (
        "vacant", N_("vacant"),
        "空关", "空", "未入住", "毛坯", "未装修", "未住", "闲置", "空房", "空置房", "无人住",
        "无人居住", "没人住", "装修中", "已装修未入住",
    )  # fmt: skip
    SHOP = (
        "shop", N_("shop"),
        "店面", "门面", "店铺", "门店", "铺面", "底商", "商用",
    )  # fmt: skip
    DEVELOPER = (
        "developer", N_("developer's"),
        "未售", "未交付", "待售", "未交房", "开发商自留", "开发商保留",
    )  # fmt: skip


class AreaBasis(Word, refusal=_REFUSAL):
    """Where an exclusive area comes from; the first that exists counts."""

    REGISTRY = (
        "registry", N_("property register"),
        "不动产登记簿", "登记簿", "登记", "不动产权证", "不动产证", "产权证", "房产证", "证载",
        "产权登记",
    )  # fmt: skip
    SURVEY = "survey", N_("surveyed area"), "实测", "测绘实测", "测绘报告", "实测面积"
    CONTRACT = "contract", N_("sales contract"), "合同", "购房合同", "合同面积", "预测"


class NoteKind(Word, refusal=_REFUSAL):
    """What a line on the card of a building is about."""

    NOTE = "note", N_("remark")
    PLANT = "plant", N_("plant and equipment")
    CONTACT = "contact", N_("contact person")
    HISTORY = "history", N_("its history"), "历史"


class Role(Word):
    """Why somebody lives in a home that need not be hers."""

    OCCUPANT = "occupant", N_("occupant")
    TENANT = "tenant", N_("tenant")


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


def is_floor(floor: int) -> bool:
    """Return whether there is such a floor anywhere; from -1 on they are below ground."""
    return floor in FLOORS or (floor < 0 and -floor in FLOORS_BELOW)


class BuildingSize(NamedTuple):
    """How large a building is.

    Attributes:
        code: what people say: `3`, `A`.
        floors: storeys above ground.
        floors_below: storeys below ground.
        entrances: how many stairwells it has.
    """

    code: str
    floors: int | None = None
    floors_below: int = 0
    entrances: int | None = None


def check_size(building: BuildingSize) -> None:
    """Refuse a size that no building has.

    Raises:
        UsageError: a number is out of range.
    """
    for value, allowed, what in (
        (building.floors, FLOORS, _("The number of floors")),
        (building.floors_below, FLOORS_BELOW, _("The number of floors below ground")),
        (building.entrances, ENTRANCES, _("The number of entrances")),
    ):
        if value is not None and value not in allowed:
            raise UsageError(
                _("{what} must be from {least} to {most}.").format(
                    what=what, least=allowed.start, most=allowed.stop - 1
                )
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What the households of a building say about it.

    Attributes:
        highest: the highest floor with a household; None where there is none above ground.
        lowest: the lowest floor, below ground; None where there is none.
        entrances: the entrances that households have.
    """

    highest: int | None = None
    lowest: int | None = None
    entrances: tuple[str, ...] = ()


def check_against(building: BuildingSize, extent: Extent) -> None:
    """Refuse what the households that are recorded contradict.

    Raises:
        RuleError: there are households above, below, or in more entrances.
    """
    if building.floors and extent.highest and extent.highest > building.floors:
        raise RuleError(
            _("Building {code} with {floors} floors cannot have a home on floor {floor}.").format(
                code=building.code, floor=extent.highest, floors=building.floors
            ),
            hint=_("Correct the home, or: jinlin building edit {code} --floors {floor}").format(
                code=building.code, floor=extent.highest
            ),
        )
    if extent.lowest is not None and -extent.lowest > building.floors_below:
        raise RuleError(
            _(
                "Building {code} with {floors} floors below ground cannot have a home on"
                " floor {floor}."
            ).format(code=building.code, floor=extent.lowest, floors=building.floors_below),
            hint=_(
                "Correct the home, or: jinlin building edit {code} --floors-below {floors}"
            ).format(code=building.code, floors=-extent.lowest),
        )
    if building.entrances and len(extent.entrances) > building.entrances:
        raise RuleError(
            _("Building {code} with {count} entrances cannot have homes in: {entrances}.").format(
                code=building.code,
                count=building.entrances,
                entrances=_(", ").join(extent.entrances),
            ),
            hint=_("Correct the home, or: jinlin building edit {code} --entrances {count}").format(
                code=building.code, count=len(extent.entrances)
            ),
        )
