"""Named schemes, files with schemes of one's own, and overriding them option by option."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from elevator.stairwells import ladder_scheme

from jinlin.core.errors import FileError, NotFoundError, RuleError, UsageError
from jinlin.elevator.apportionment.caps import NO_CAP
from jinlin.elevator.apportionment.coefficients import FloorTable, FreeFloors, Ladder, coefficient
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.result import SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme, scheme_names
from jinlin.elevator.apportionment.schemes import Overrides, Provenance, overridden
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode

NAMES = (
    *("jinlin", "gentle", "linear", "shanghai-2021", "guangzhou", "wuxi", "percent-10-30"),
    "area",
)
OWN = """
title_zh = "三号楼约定"
title_en = "agreed in building 3"
by = "floor"
free_up_to = 2
free_floors = [4]
table = { 3 = 0.7, 5 = 1.25 }
step_above = 0.1
cap = "5万"
"""


def test_every_scheme_loads_with_both_titles_and_a_source() -> None:
    assert scheme_names() == NAMES
    for name in NAMES:
        scheme = load_scheme(name)
        assert scheme.name == name
        assert set(scheme.titles) == set(scheme.rules) == {"zh", "en"}
        assert scheme.source


def test_the_default_is_free_below_and_rises_from_the_second_floor() -> None:
    scheme = load_scheme("jinlin")
    rule = scheme.coefficients
    assert rule is not None
    values = [coefficient(rule, floor=f, free=scheme.free) for f in (-1, 1, 2, 3, 7)]
    assert values == [0, 0, 1, 2, 6]
    assert (scheme.by, str(scheme.cap)) == (Mode.HOUSEHOLD, "1.5x")


def test_the_statutory_scheme_frees_nobody() -> None:
    scheme = load_scheme("area")
    rule = scheme.coefficients
    assert rule is not None
    assert {coefficient(rule, floor=f, free=scheme.free) for f in (-2, -1, 1, 9)} == {1}
    assert (scheme.by, scheme.cap, scheme.confidence) == (Mode.AREA, NO_CAP, Provenance.LAW)


def test_an_unknown_scheme_is_not_found_and_the_names_are_listed() -> None:
    with pytest.raises(NotFoundError) as caught:
        load_scheme("beijing")
    assert all(name in caught.value.hint for name in NAMES)


def test_a_file_of_ones_own_has_the_same_keys(tmp_path: Path) -> None:
    path = tmp_path / "约定.toml"
    path.write_text(OWN, "utf-8-sig")
    scheme = load_scheme(str(path))
    assert scheme.coefficients == FloorTable(
        by_floor={3: Fraction(7, 10), 5: Fraction(5, 4)}, step_above=Fraction(1, 10)
    )
    assert scheme.free == FreeFloors(up_to=2, others=frozenset({4}))
    assert (scheme.name, scheme.by, str(scheme.cap)) == ("约定", Mode.FLOOR, "50000")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('by = "floor"', 'by = "room"', "by"),
        ('by = "floor"', "", "by"),
        ("free_up_to = 2", "free_up_to = 200", "free_up_to"),
        ("free_up_to = 2", "free_up_to = true", "free_up_to"),
        ("[4]", '["4"]', "free_floors"),
        ("[4]", "4", "free_floors"),
        ("0.7", "-0.7", "3"),
        ("0.7", '"x"', "3"),
        ("3 = 0.7", "0 = 0.7", "0"),
        ("{ 3 = 0.7, 5 = 1.25 }", "{}", "table"),
        ("{ 3 = 0.7, 5 = 1.25 }", "3", "table"),
        ('"5万"', '"high"', "high"),
        ('"5万"', "5", "cap"),
        ("step_above", "step_over", "step_over"),
        ("table =", "ladder = { base = 1, step = 1 }\ntable =", "ladder"),
        ("table =", "storeys = 0\ntable =", "storeys"),
        ("0.7", "nan", "UTF-8"),
        ("table =", "table = =", "UTF-8"),
    ],
)
def test_a_file_that_is_no_scheme_is_refused_in_one_sentence(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(old, new), "utf-8")
    with pytest.raises(FileError) as caught:
        load_scheme(str(path))
    assert said in caught.value.message
    assert "own.toml" in caught.value.message


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        load_scheme(str(tmp_path / "none.toml"))
    (tmp_path / "gbk.toml").write_bytes(OWN.encode("gbk"))
    with pytest.raises(FileError):
        load_scheme(str(tmp_path / "gbk.toml"))


def test_options_override_field_by_field() -> None:
    scheme = load_scheme("jinlin")
    assert overridden(scheme, Overrides()) == scheme
    steeper = overridden(scheme, Overrides(step=Fraction(2)))
    assert steeper.coefficients == Ladder(base=Fraction(1), step=Fraction(2))
    assert (steeper.cap, steeper.free) == (scheme.cap, scheme.free)
    freed = overridden(scheme, Overrides(free_floors=frozenset({3})))
    assert freed.free == FreeFloors(up_to=1, others=frozenset({3}))
    assert overridden(scheme, Overrides(free_up_to=0)).free.up_to == 0
    assert overridden(scheme, Overrides(by=Mode.AREA, cap=NO_CAP)).cap == NO_CAP


def test_a_table_given_by_hand_replaces_the_whole_rule() -> None:
    scheme = overridden(load_scheme("guangzhou"), Overrides(table={2: Fraction(1, 2)}))
    assert scheme.coefficients == FloorTable(by_floor={2: Fraction(1, 2)})
    with pytest.raises(RuleError, match="Floor 3 has no coefficient"):
        split(
            SplitRequest(
                households=[SplitHousehold(room="301", floor=3, area=1)], total=1, scheme=scheme
            )
        )


@pytest.mark.parametrize("table", [None, {2: Fraction(1)}])
def test_a_step_beside_a_table_is_contradictory(table: dict[int, Fraction] | None) -> None:
    name = "guangzhou" if table is None else "jinlin"
    with pytest.raises(UsageError):
        overridden(load_scheme(name), Overrides(table=table, step=Fraction(1)))


def test_a_formula_without_coefficients_asks_for_them() -> None:
    with pytest.raises(RuleError) as caught:
        split(
            SplitRequest(
                households=[SplitHousehold(room="201", floor=2, area=1)],
                total=1,
                scheme=load_scheme("wuxi"),
            )
        )
    assert "--coefficients" in caught.value.hint


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        (FreeFloors(), {-1: 0, 1: 0, 2: 1, 3: 2, 4: 3}),
        (FreeFloors(others=frozenset({3})), {2: 1, 3: 0, 4: 2, 5: 3}),
        (FreeFloors(up_to=0), {-1: 0, 1: 1, 2: 2}),
        (FreeFloors(up_to=-2), {-2: 0, -1: 1, 1: 2, 2: 3}),
        (FreeFloors(up_to=None), {-2: 1, -1: 1, 1: 1, 2: 2}),
        (FreeFloors(up_to=None, others=frozenset({1})), {1: 0, 2: 1, 3: 2}),
    ],
)
def test_the_ladder_skips_free_floors_and_the_floor_that_does_not_exist(
    free: FreeFloors, expected: dict[int, int]
) -> None:
    rule = ladder_scheme().coefficients
    assert rule is not None
    assert {f: coefficient(rule, floor=f, free=free) for f in expected} == expected


def test_a_continued_table_rises_above_its_highest_floor() -> None:
    scheme = load_scheme("guangzhou")
    rule = scheme.coefficients
    assert rule is not None
    free = FreeFloors(up_to=1, others=frozenset({5}))
    values = {f: coefficient(rule, floor=f, free=free) for f in (2, 3, 4, 5, 6)}
    assert values == {2: Fraction("0.5"), 3: 1, 4: Fraction("1.1"), 5: 0, 6: Fraction("1.2")}
