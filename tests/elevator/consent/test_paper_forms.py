"""The forms of the three papers: written with every door, filled in, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from elevator.projects import DOORS, adopted, next_version
from forms import choices_of, fill, rows_of
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    jinlin("elevator", "ballot", "open", "--closes", "11-20")
    return jinlin


FILLED = {
    "consult": {"表态": "同意", "走访人": "李华、王芳"},
    "ballot": {"表态": "同意", "维修资金表态": "反对"},
    "agreement": {"签字日期": "2026-11-05"},
}


@pytest.mark.parametrize("paper", FILLED)
def test_a_form_comes_back_half_filled_in_and_again_on_another_day(
    house: Jinlin, paper: str
) -> None:
    house("elevator", paper, "template", "-o", "表.xlsx")
    named = [row["完整地址"] for row in rows_of(house, "表.xlsx")]
    assert named == (DOORS if paper != "agreement" else DOORS[2:])
    fill(house, "表.xlsx", {"3-1-502": FILLED[paper], "3-1-601": FILLED[paper]})
    got = house("elevator", paper, "import", "表.xlsx", "--yes", "--json").data
    assert (got["added"], got["changed"], got["rejected"]) == (2, 0, [])
    [note] = got["notes"]
    assert "空着没填的不算" in note
    assert "3-1-501" in note
    assert "3-1-502" not in note
    before = house.dump()
    house.now += timedelta(days=1)
    again = house("elevator", paper, "import", "表.xlsx", "--yes", "--json").data
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 2)
    assert house.dump() == before


@pytest.mark.parametrize(
    ("paper", "wrong", "column"),
    [
        ("consult", {"表态": "也许"}, "表态"),
        ("consult", {"理由": "太贵"}, "表态"),
        ("consult", {"表态": "同意", "下次走访": "2026-11-20"}, "走访人"),
        ("ballot", {"表态": "附条件"}, "表态"),
        ("ballot", {"签字人": "业主戊二"}, "表态"),
        ("agreement", {"签字日期": "改天"}, "签字日期"),
        ("agreement", {"签字人": "业主戊二"}, "签字日期"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_row_and_column(
    house: Jinlin, paper: str, wrong: dict[str, str], column: str
) -> None:
    house("elevator", paper, "template", "-o", "表.xlsx")
    fill(house, "表.xlsx", {"3-1-601": FILLED[paper], "3-1-602": wrong})
    got = house("elevator", paper, "import", "表.xlsx", "--yes", "--json", code=5).data
    assert got["added"] == 1
    row = next(
        n for n, one in enumerate(rows_of(house, "表.xlsx"), 3) if one["完整地址"] == "3-1-602"
    )
    assert [(one["row"], one["column"]) for one in got["rejected"]] == [(row, column)]


@pytest.mark.parametrize("paper", FILLED)
def test_a_door_filled_in_twice_is_refused_the_second_time(house: Jinlin, paper: str) -> None:
    house("elevator", paper, "template", "-o", "表.xlsx")
    once = FILLED[paper]
    fill(house, "表.xlsx", {"3-1-601": once}, added=[{"完整地址": "3-1-601", **once}])
    got = house("elevator", paper, "import", "表.xlsx", "--yes", "--json", code=5).data
    assert (got["added"], len(got["rejected"])) == (1, 1)


@pytest.mark.parametrize("paper", FILLED)
def test_a_renamed_header_is_named_with_map(house: Jinlin, paper: str) -> None:
    [asked, *_more] = FILLED[paper]
    house("elevator", paper, "template", "-o", "表.xlsx")
    fill(house, "表.xlsx", {"3-1-601": FILLED[paper]}, renamed={asked: "大家怎么说"})
    house("elevator", paper, "import", "表.xlsx", "--yes", code=5)
    words = ("--map", f"大家怎么说={asked}", "--yes", "--json")
    assert house("elevator", paper, "import", "表.xlsx", *words).data["added"] == 1


def test_the_form_of_another_complex_or_round_is_refused_whole(house: Jinlin) -> None:
    house("elevator", "consult", "template", "-o", "表.xlsx")
    house("elevator", "ballot", "template", "-o", "票.xlsx")
    filled = {"3-1-601": {"表态": "同意"}}
    for name, verb in (("票.xlsx", "consult"), ("表.xlsx", "ballot")):
        fill(house, name, filled)
        before = house.db.read_bytes()
        said = house("elevator", verb, "import", name, "--yes", code=5).err
        assert "梅苑小区-X1-C1" in said
        assert "梅苑小区-X1-B1" in said
        assert house.db.read_bytes() == before
    fill(house, "表.xlsx", {door: {"表号": "桂苑小区-X1-C1"} for door in DOORS})
    house("elevator", "consult", "import", "表.xlsx", "--yes", code=5)
    words = ("--map", "表号=-", "--yes", "--json")
    assert house("elevator", "consult", "import", "表.xlsx", *words).data["added"] == 1


def test_a_form_offers_the_answers_and_names_nobody(house: Jinlin) -> None:
    house("elevator", "consult", "template", "-o", "表.xlsx")
    house("elevator", "ballot", "template", "-o", "票.xlsx")
    assert choices_of(house, "表.xlsx")["表态"][:3] == ["同意", "不同意", "附条件"]
    assert choices_of(house, "票.xlsx") == {
        "表态": ["同意", "反对", "弃权"], "维修资金表态": ["同意", "反对", "弃权"],
    }  # fmt: skip
    assert "业主" not in str(rows_of(house, "表.xlsx"))


def test_nobody_asks_where_a_form_of_ours_comes_from_and_it_is_shown_before(house: Jinlin) -> None:
    house("elevator", "consult", "template", "-o", "表.xlsx")
    fill(house, "表.xlsx", {door: {"表态": "同意"} for door in DOORS[:3]})
    before = house.dump()
    asked = house("elevator", "consult", "import", "表.xlsx", typed="y\n")
    assert "3-1-102" in asked.err
    assert "哪里" not in asked.err
    house("undo", "--yes")
    assert house.dump() == before


def test_an_agreement_is_not_taken_for_another_amount_than_it_was_signed_over(
    jinlin: Jinlin,
) -> None:
    adopted(house := jinlin)
    house("elevator", "agreement", "template", "-o", "表.xlsx")
    next_version(house, "52万")
    fill(house, "表.xlsx", {"3-1-502": FILLED["agreement"]})
    before = house.dump()
    assert "-A1" in house("elevator", "agreement", "import", "表.xlsx", "--yes", code=5).err
    assert house.dump() == before
