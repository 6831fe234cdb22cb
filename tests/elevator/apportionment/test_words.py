"""Option words as people type them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from jinlin.core.decimals import decimal, p_over_q, plain
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.elevator.apportionment import option_words
from jinlin.elevator.apportionment.caps import CapKind
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.draft.households import stairwell, with_door_options


@pytest.mark.parametrize(
    ("text", "kind", "value", "back"),
    [
        ("none", CapKind.NONE, 0, "none"),
        ("无", CapKind.NONE, 0, "none"),
        ("50000", CapKind.AMOUNT, 5_000_000, "50000"),
        ("５万", CapKind.AMOUNT, 5_000_000, "50000"),
        ("12,345.6", CapKind.AMOUNT, 1_234_560, "12345.6"),
        ("1.5x", CapKind.MEAN, Fraction(3, 2), "1.5x"),
        ("１．５Ｘ", CapKind.MEAN, Fraction(3, 2), "1.5x"),
        ("1.5×", CapKind.MEAN, Fraction(3, 2), "1.5x"),
        ("2倍", CapKind.MEAN, 2, "2x"),
        ("4/3x", CapKind.MEAN, Fraction(4, 3), "4/3x"),
        ("20%", CapKind.SHARE, Fraction(1, 5), "20%"),
        ("２０％", CapKind.SHARE, Fraction(1, 5), "20%"),
    ],
)
def test_caps(text: str, kind: CapKind, value: Fraction, back: str) -> None:
    cap = option_words.parse_cap(text)
    assert (cap.kind, cap.value, str(cap)) == (kind, value, back)
    assert option_words.parse_cap(str(cap)) == cap


def test_coefficients() -> None:
    expected = {2: Fraction(1, 2), 3: Fraction(1), -1: Fraction(1, 3)}
    assert option_words.parse_coefficients("2=0.5,3=1,-1=1/3") == expected
    assert option_words.parse_coefficients("２＝０．５，３＝１、-1＝1/3") == expected
    assert option_words.parse_coefficients("2层=10%; 3楼=15%") == {
        2: Fraction(1, 10),
        3: Fraction(3, 20),
    }
    half, whole = Fraction(1, 2), Fraction(1)
    assert option_words.parse_coefficients("2-3=0.5，4至5层=1") == {
        2: half,
        3: half,
        4: whole,
        5: whole,
    }
    assert option_words.parse_coefficients("-2--1=0.5,1=1") == {-2: half, -1: half, 1: whole}
    assert option_words.parse_coefficients("-1～2=0.5") == {
        -1: half,
        1: half,
        2: half,
    }  # no floor 0


@pytest.mark.parametrize("text", ["3-2=0.5", "2-3=0.5,3=1", "2-=1", "2-3-4=1", "0-2=1", "2-3"])
def test_floors_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        option_words.parse_coefficients(text)


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (option_words.parse_floor, "７", 7),
        (option_words.parse_floor, "-1", -1),
        (option_words.parse_floor, "3层", 3),
        (option_words.parse_free_up_to, "0", 0),
        (option_words.parse_free_up_to, "2", 2),
        (option_words.parse_floor_money, "7＝６万", (7, 6_000_000)),
        (option_words.parse_room_money, "3-1-502 = 3万", ("3-1-502", 3_000_000)),
        (option_words.parse_room_factor, "502=0.5", ("502", Fraction(1, 2))),
        (option_words.parse_room_factor, "５０２＝50%", ("502", Fraction(1, 2))),
        (option_words.parse_room_factor, "502=1/2", ("502", Fraction(1, 2))),
        (Rounding.read, "元", Rounding.YUAN),
        (Rounding.read, "１００", Rounding.HUNDRED),
        (Rounding.read, "FEN", Rounding.FEN),
    ],
)
def test_other_words(parse: Callable[[str], Any], text: str, expected: object) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        *(
            (option_words.parse_cap, text)
            for text in ("", "x", "-1", "1.5y", "120%", "1e9", "x1.5", "-2x")
        ),
        *(
            (option_words.parse_cap, text)
            for text in ("9" * 5000 + "x", "%", "1/0x", "0.005", "nan")
        ),
        *(
            (option_words.parse_coefficients, text)
            for text in ("", "2", "2=", "=1", "2=-1", "2=1,2=2")
        ),
        *(
            (option_words.parse_coefficients, text)
            for text in ("0=1", "2=a", "200=1", "2=1,,3=1", "2=1/0")
        ),
        *((option_words.parse_floor, text) for text in ("0", "151", "-10", "two", "1.5", "")),
        (option_words.parse_free_up_to, "151"),
        *((option_words.parse_floor_money, text) for text in ("7", "7=abc", "0=1万", "7=-1")),
        *((option_words.parse_room_money, text) for text in ("502", "=1万", "502=")),
        *(
            (option_words.parse_room_factor, text)
            for text in ("502=1.1", "502=110%", "502=-1", "502=x")
        ),
        *((Rounding.read, text) for text in ("", "5", "jiao")),
        (option_words.parse_number, "1" * 5000),
    ],
)
def test_unreadable_words_are_refused_with_a_hint(
    parse: Callable[[str], object], text: str
) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text)
    assert caught.value.exit_code == 2
    assert caught.value.hint


def test_a_stairwell_of_two_numbers() -> None:
    rooms = [household.room for household in stairwell(floors=12, per_floor=2)]
    assert rooms[:4] == ["101", "102", "201", "202"]
    assert rooms[-1] == "1202"
    assert len(set(rooms)) == 24
    assert len({h.room for h in stairwell(floors=150, per_floor=99)}) == 14_850


@pytest.mark.parametrize(("floors", "per_floor"), [(0, 1), (151, 1), (200, 1), (7, 0), (7, 100)])
def test_a_stairwell_nobody_builds_is_refused(floors: int, per_floor: int) -> None:
    with pytest.raises(UsageError):
        stairwell(floors=floors, per_floor=per_floor)


DOORS = (
    SplitHousehold(room="502", floor=5, building="3", entrance="1"),
    SplitHousehold(room="502", floor=5, building="3", entrance="2"),
    SplitHousehold(room="601", floor=6, building="3", entrance="1"),
)


def test_doors_are_found_by_room_or_by_the_whole_name() -> None:
    changed = with_door_options(
        DOORS,
        relief=[("６０１", Fraction(1, 2))],
        exempt=["3-1-502"],
        excluded=["3-2-502"],
        caps=[("601", 7)],
    )
    assert [door.status for door in changed] == [
        Participation.EXEMPT,
        Participation.EXCLUDED,
        Participation.PAYS,
    ]
    assert (changed[2].relief, changed[2].cap) == (Fraction(1, 2), 7)


def test_an_ambiguous_room_lists_the_candidates_and_an_unknown_one_the_rooms() -> None:
    with pytest.raises(NotFoundError) as caught:
        with_door_options(DOORS, exempt=["502"])
    assert "3-1-502, 3-2-502" in caught.value.hint
    with pytest.raises(NotFoundError) as caught:
        with_door_options(DOORS, exempt=["999"])
    assert "3-1-601" in caught.value.hint


def test_two_words_about_the_same_room_contradict_each_other() -> None:
    with pytest.raises(UsageError):
        with_door_options(DOORS, exempt=["601"], excluded=["3-1-601"])
    with pytest.raises(UsageError):
        with_door_options(DOORS, caps=[("601", 1), ("3-1-601", 2)])


def test_doors_sort_numbers_by_value() -> None:
    rooms = ["1002", "99", "9A", "10", "B2", "B10"]
    doors = sorted((SplitHousehold(room=room, floor=1) for room in rooms), key=lambda h: h.order)
    assert [door.room for door in doors] == ["9A", "10", "99", "1002", "B2", "B10"]


def test_fractions_are_shown_without_loss_or_rounded_half_up() -> None:
    assert [plain(Fraction(n)) for n in ("1/2", "12", "1/3", "1234.5")] == [
        "0.5",
        "12",
        "1/3",
        "1234.5",
    ]
    assert decimal(Fraction("1234.565"), places=2) == "1,234.57"
    assert decimal(Fraction("2.5"), places=0) == "3"
    assert p_over_q(Fraction(3)) == "3/1"
