"""The units of an invented province: 99 is no province of GB/T 2260, so that nobody is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

_DIGITS: Final = "99"
PROVINCE: Final = f"{_DIGITS}0000000000"
_CITIES: Final = ("东江市", "西岭市", "南湖市", "北川市")
_DISTRICTS: Final = ("城东区", "城西区", "城南区", "城北区")
_STREETS: Final = (
    "春江", "榕荫", "梅峰", "湖滨", "文昌", "兰溪", "桃源", "松涛", "柳河", "桂林", "竹屿", "莲花",
)  # fmt: skip
_COMPLEXES: Final = (
    "金桂花园", "翠湖名苑", "阳光新村", "幸福里", "世纪家园", "橡树湾", "锦绣江南", "和平小区",
)  # fmt: skip
_SINCE: Final = "2026-01-01"


class ProvinceShape(NamedTuple):
    """How many units stand under each one above.

    Attributes:
        complexes: how many in each community.
    """

    cities: int
    districts: int
    streets: int
    communities: int
    complexes: int

    @property
    def all_complexes(self) -> int:
        """How many complexes the province has."""
        return self.cities * self.districts * self.streets * self.communities * self.complexes


SMALL: Final = ProvinceShape(cities=2, districts=2, streets=3, communities=1, complexes=5)
"""Sixty complexes in twelve streets."""


class ExampleUnit(NamedTuple):
    """A unit of the tree, as a line of the file in which a street hands it down."""

    code: str
    parent: str
    level: str
    name: str
    since: str = _SINCE
    until: str = ""
    contact: str = ""
    phone: str = ""


def units(shape: ProvinceShape) -> Iterator[ExampleUnit]:
    """Yield the units of a province, each one after the one above it."""
    province = ExampleUnit(PROVINCE, "", "province", "示例省")
    yield province
    for city in range(1, shape.cities + 1):
        yield from _under_city(shape, province.code, city)


def _under_city(shape: ProvinceShape, parent: str, number: int) -> Iterator[ExampleUnit]:
    city = f"{_DIGITS}{number:02}00000000"
    turn = number - 1
    yield ExampleUnit(city, parent, "city", _name(_CITIES, number))
    for index in range(1, shape.districts + 1):
        district = f"{city[:4]}{index:02}000000"
        yield ExampleUnit(
            district, city, "district", _name(_DISTRICTS, turn * shape.districts + index)
        )
        for street in range(1, shape.streets + 1):
            yield from _street(shape, district, (turn * shape.districts + index - 1, street))


def _street(shape: ProvinceShape, district: str, place: tuple[int, int]) -> Iterator[ExampleUnit]:
    turn, number = place
    code = f"{district[:6]}{number:03}000"
    name = _name(_STREETS, (turn * 3 + number - 1) % len(_STREETS) + 1) + "街道"
    contact = f"{'林郑陈王黄吴'[(turn + number) % 6]}干事"
    yield ExampleUnit(code, district, "street", name, contact=contact)
    for index in range(1, shape.communities + 1):
        community = f"{code[:9]}{index:03}"
        yield ExampleUnit(community, code, "community", _name((f"{name[:-2]}社区",), index))
        for complex_ in range(1, shape.complexes + 1):
            named = _name(_COMPLEXES, (turn + number + complex_) % len(_COMPLEXES) + 1)
            yield ExampleUnit(
                f"{community}{complex_:03}", community, "complex", named,
                contact=f"{'张李刘杨周'[complex_ % 5]}书记", phone=f"0500-{2_000_000 + complex_}",
            )  # fmt: skip


def _name(names: tuple[str, ...], number: int) -> str:
    """Return one of the names; beyond the last they go round with a number."""
    turn, index = divmod(number - 1, len(names))
    return names[index] + (str(turn + 1) if turn else "")
