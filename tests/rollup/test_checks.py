"""A bundle whose figures do not add up is not taken, and it is told why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.rollup.rules.cells import Cells, Key
from jinlin.rollup.rules.checks import Examined, checks, examined
from jinlin.rollup.rules.sums import sum_in

SOUND: Cells = {
    Key("categories", "facilities/lighting", "carried_over"): 2,
    Key("categories", "facilities/lighting", "received"): 5,
    Key("categories", "facilities/lighting", "closed_solved"): 3,
    Key("categories", "facilities/lighting", "open"): 4,
    Key("categories", "facilities/lighting", "overdue"): 1,
    Key("groups", "facilities", "due"): 3,
    Key("groups", "facilities", "on_time"): 2,
    Key("departments", "城管", "called"): 2,
    Key("departments", "城管", "arrived"): 2,
    Key("purses", "fund", "opening_fen"): -100,
    Key("branch", "", "age7"): 3,
    Key("branch", "", "late30"): 1,
}


def test_what_adds_up_is_taken_and_so_is_an_empty_month() -> None:
    assert examined(SOUND.items()) == examined(()) == Examined((), misshapen=False, uncounted=[])


@pytest.mark.parametrize(
    ("cell", "value", "names"),
    [
        ("categories facilities/lighting received", 6, ["adds_up"]),
        ("categories facilities/pipes closed_solved", 1, ["adds_up"]),
        (
            "categories facilities/lighting overdue", 5,
            ["overdue_within_open", "late_ages_of_overdue"],
        ),
        ("groups facilities on_time", 4, ["on_time_within_due"]),
        ("departments 城管 arrived", 3, ["arrived_within_called"]),
        ("branch _ age7", 4, ["ages_of_open"]),
        ("branch _ full", -1, ["negative"]),
        ("purses fund income_fen", -1, []),
    ],
)  # fmt: skip
def test_one_wrong_figure_is_found_by_the_check_it_breaks(
    cell: str, value: int, names: list[str]
) -> None:
    table, item, measure = cell.split()
    key = Key(table, item.replace("_", ""), measure)
    assert list(examined({**SOUND, key: value}.items()).wrong) == names
    assert all(checks()[name].label for name in names)


def test_what_a_branch_does_not_cover_is_not_asked_of_it() -> None:
    without = {key: value for key, value in SOUND.items() if key.table != "branch"}
    assert examined(without.items()).wrong == ("ages_of_open", "late_ages_of_overdue")
    assert examined(without.items(), ["categories", "groups", "departments"]).wrong == ()


@given(st.text("abc.+- _", max_size=30))
def test_nothing_but_sums_of_what_is_counted_is_read(text: str) -> None:
    with pytest.raises(ValueError, match="no sum"):
        sum_in(text or "groups")
