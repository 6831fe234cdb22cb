"""What a project, its quotes, costs and plans refuse, in words; nothing is written then."""

from __future__ import annotations

import pytest
from elevator.projects import adopted, project, stairwell
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    jinlin("elevator", "quote", "add", "安达电梯", "45万")
    jinlin("elevator", "quote", "add", "安达电梯二", "46万")
    jinlin("elevator", "quote", "accept", "1")
    return jinlin


@seeded
def running(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    return jinlin


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("edit",), 2, "Nothing to change"),
        (("edit", "--works-days", "90", "--started", "2026-12-01"), 1, "2026-12-01"),
        (("edit", "--responsible", "业主代表王建国"), 1, "recorded like that already"),
        (("quote", "accept", "安达"), 3, "may be several"),
        (("quote", "accept", "9"), 3, "has no quote"),
        (("quote", "accept", "1"), 1, "chosen already"),
        (("quote", "remove", "1"), 1, "the chosen one"),
        (("quote", "add", "丙", "4万", "--date", "2026-10-02", "--until", "2026-10-01"), 1, "end before"),
        (("cost", "add", "补偿", "1000", "--kind", "补偿", "--source", "协商"), 1, "goes to a home"),
        (("milestone", "合同", "--remove"), 3, "no such milestone"),
        (("milestone", "合同", "--remove", "--detail", "1号"), 2, "nothing to record"),
        (("show", "E9"), 3, "no plan"),
        (("show", "X9"), 3, "no elevator project"),
        (("split", "--total", "48万", "--save", " "), 2, "--save is empty"),
        (("split", "--building", "9", "--total", "48万"), 3, "9"),
        (("split", "--total", "48万", "--by", "人头"), 2, "no way of sharing"),
        (("split", "--total", "48万", "--round", "5"), 2, "not a rounding unit"),
    ],
)  # fmt: skip
def test_it_is_refused_in_words_and_nothing_is_written(
    house: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = house.dump()
    assert said in house("elevator", *words, code=code, lang="en").err
    assert house.dump() == before


def test_a_project_begins_on_another_day_and_its_first_stage_with_it(house: Jinlin) -> None:
    got = house("elevator", "edit", "--started", "2026-08-15", "--json").data
    assert (got["started_on"], got["stage_since"]) == ("2026-08-15", "2026-08-15")
    [stage] = house("elevator", "show", "X1", "--json").data["stages"]
    assert stage["entered_on"] == "2026-08-15"
    house("elevator", "stage", "方案", "--date", "2026-09-20", "--override", "补录")
    assert "2026-09-20" in house("elevator", "edit", "--started", "2026-10-01", code=1).err
    moved = house("elevator", "edit", "--started", "2026-09-20", "--json").data
    assert (moved["started_on"], moved["stage_since"]) == ("2026-09-20", "2026-09-20")


def test_what_was_given_up_goes_no_further(running: Jinlin) -> None:
    running("elevator", "end", "--reason", "资金未落实")
    before = running.dump()
    for words in (
        ("end", "X1", "--reason", "又一次"),
        ("stage", "X1", "公示", "--override", "急"),
        ("milestone", "X1", "合同", "--detail", "1号"),
        ("consult", "3-1-502", "同意", "--project", "X1"),
    ):
        err = running("elevator", *words, code=None, lang="en")
        assert err.code == 1, words
        assert "was given up on 2026-11-05" in err.err, words
    assert running.dump() == before


def test_a_plan_of_a_list_cannot_come_into_force(house: Jinlin) -> None:
    (house.folder / "一梯.csv").write_text("房号,楼层\n101,1\n201,2\n301,3\n", "utf-8")
    house(
        "elevator",
        "split",
        "--households",
        "一梯.csv",
        "--total",
        "9万",
        "--save",
        "名单",
        "--json",
    )
    before = house.dump()
    err = house("elevator", "adopt", "E1", "--yes", code=1, lang="en").err
    assert "belongs to no project" in err
    assert house.dump() == before


def test_no_entrance_is_found_where_nobody_is_recorded(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    jinlin("building", "add", "5")
    assert (
        "No household of building 5"
        in jinlin("elevator", "add", "5-1", "--kind", "加装", code=3, lang="en").err
    )


def test_a_saved_plan_keeps_a_table_of_coefficients(house: Jinlin) -> None:
    table = "2=0.5,3=1,4=1.5"
    words = ("--coefficients", table, "--free-up-to", "1", "--scheme", "jinlin")
    (house.folder / "一梯.csv").write_text("房号,楼层\n101,1\n201,2\n301,3\n401,4\n", "utf-8")
    made = house("elevator", "split", "--households", "一梯.csv", "--total", "9万", *words,
                 "--save", "表", "--json").data  # fmt: skip
    assert house("elevator", "show", "E1", "--json").data["households"] == made["households"]
    assert [one["amount_fen"] for one in made["households"]] == [0, 1_500_000, 3_000_000, 4_500_000]


def test_what_was_given_up_takes_no_quote_any_more(house: Jinlin) -> None:
    house("elevator", "end", "--reason", "资金未落实")
    before = house.dump()
    told = house(
        "elevator", "quote", "add", "快达电梯", "40万", "--project", "X1", code=1, lang="en"
    ).err
    assert "X1 was given up on 2026-11-05" in told
    assert house.dump() == before
