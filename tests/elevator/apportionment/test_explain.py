"""The amount of one door in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from elevator.projects import adopted, project
from harness import Jinlin, seeded

from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.explain import explain
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import Overrides, overridden
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.weights import Mode

DOORS = (
    SplitHousehold(room="101", floor=1, area=9_000),
    SplitHousehold(room="201", floor=2, area=9_000),
    SplitHousehold(room="202", floor=2, area=9_000, relief=Fraction(0)),
    SplitHousehold(room="301", floor=3, area=9_000, relief=Fraction(1, 2)),
    SplitHousehold(room="302", floor=3, area=9_000, status=Participation.EXEMPT),
    SplitHousehold(room="303", floor=3, area=9_000, status=Participation.EXCLUDED),
    SplitHousehold(room="401", floor=4, area=9_000),
)


def words(room: str, *, by: Mode = Mode.HOUSEHOLD, rounding: Rounding = Rounding.FEN) -> str:
    scheme = overridden(load_scheme("jinlin"), Overrides(by=by))
    request = SplitRequest(households=DOORS, total=10_000_001, scheme=scheme, rounding=rounding)
    result = split(request)
    charge = next(c for c in result.charges if c.household.room == room)
    return "\n".join(message.text() for message in explain(result, charge))


@pytest.mark.parametrize(
    ("room", "reason"),
    [
        ("101", "101 is on floor 1, which is free, and pays nothing."),
        ("202", "202 is relieved of its whole share and pays nothing."),
        ("302", "302 takes part but is exempt, and pays nothing."),
        ("303", "303 takes no part in the plan and pays nothing."),
    ],
)
def test_why_a_door_pays_nothing(room: str, reason: str) -> None:
    assert words(room) == reason


def test_a_door_that_the_cap_holds_back() -> None:
    assert words("401").splitlines() == [
        "401 is on floor 4 with coefficient 3, 60.00% of all shares; 100,000.01 yuan are shared.",
        "Without a cap it would pay 60,000.01 yuan; the cap of 50,000 yuan takes 10,000.01 yuan off, which others bear.",
        "It pays 50,000 yuan exactly.",
    ]


def test_a_door_that_carries_what_the_cap_holds_back() -> None:
    assert words("301").splitlines() == [
        "301 is on floor 3 with coefficient 2, 20.00% of all shares; 100,000.01 yuan are shared.",
        "It is asked for 50% of its share; the others bear the rest.",
        "Without caps it would pay 20,000.00 yuan; it bears 5,000.00 yuan of what capped households do not pay.",
        "By the coefficients it is 25,000.0050 yuan; rounded to one fen it pays 25,000.01 yuan.",
        "2 doors have this share. 25,000.00 yuan each and what cannot be divided: 301 +0.01 yuan; it goes to the higher floor first, then to the smaller door number.",
    ]


def test_a_door_that_takes_the_remainder() -> None:
    assert "with the remaining 0.01 yuan that fill no unit" in words("301", rounding=Rounding.YUAN)


@pytest.mark.parametrize(
    ("by", "reason"),
    [
        (Mode.AREA, "coefficient 1 and has 90.00 m²; the two multiplied are 20.00% of all shares"),
        (Mode.FLOOR, "coefficient 1, which its paying households share alike; 201 has 20.00%"),
        (Mode.FLOOR_AREA, "share by area; 201 with 90.00 m² has 20.00% of all shares"),
    ],
)
def test_every_mode_says_what_the_coefficient_weighs(by: Mode, reason: str) -> None:
    assert reason in words("201", by=by)


def test_who_pays_the_odd_fen_is_told_to_each_who_has_the_same_share() -> None:
    doors = [SplitHousehold(room=f"20{n}", floor=2) for n in (1, 2, 3)]
    result = split(SplitRequest(households=doors, total=10_000, scheme=load_scheme("linear")))
    assert [charge.amount for charge in result.charges] == [3_334, 3_333, 3_333]
    for charge in result.charges:
        [_share, _amount, odd] = [message.text() for message in explain(result, charge)]
        assert "3 doors have this share. 33.33 yuan each" in odd
        assert "201 +0.01 yuan; it goes to the higher floor first" in odd


def test_an_amount_that_is_not_the_nearest_says_that_all_must_add_up() -> None:
    doors = [SplitHousehold(room=f"{n}01", floor=n, area=9_000) for n in (2, 3, 4)]
    scheme = load_scheme("area")
    result = split(
        SplitRequest(households=doors, total=100_000, scheme=scheme, rounding=Rounding.HUNDRED)
    )
    said = [[message.text() for message in explain(result, charge)][1] for charge in result.charges]
    assert [charge.amount for charge in result.charges] == [30_000, 30_000, 40_000]
    assert ["all homes together" in line for line in said] == [False, False, True]


@seeded
def two(jinlin: Jinlin) -> Jinlin:
    """Two projects in force; the second has the later plan."""
    adopted(jinlin)
    rows = "楼栋,单元,房号,楼层,专有面积,产权人\n" + "".join(
        f"5,1,{floor}02,{floor},90,乙{floor}\n" for floor in range(1, 7)
    )
    (jinlin.folder / "五号楼.csv").write_text(rows, "utf-8")
    jinlin("household", "import", "五号楼.csv", "--yes")
    jinlin("elevator", "add", "5-1", "--kind", "加装", "--responsible", "王建国")
    jinlin("elevator", "split", "--project", "X2", "--total", "30万", "--save", "五号楼", "--json")
    jinlin("elevator", "adopt", "E2", "--yes")
    return jinlin


def test_a_door_is_explained_by_the_plan_of_its_own_project(two: Jinlin) -> None:
    for door, plan, fen in (("3-1-502", "E1", 4_800_000), ("5-1-502", "E2", 8_400_000)):
        got = two("elevator", "explain", door, "--json").data
        assert (got["plan"], got["amount_fen"]) == (plan, fen)
        assert plan in two("elevator", "explain", door).out
    assert "3-1-502" in two("elevator", "explain", "502", code=3).err
    assert two("elevator", "explain", "302", "--plan", "E2", "--json").data["plan"] == "E2"


def test_a_draft_does_not_take_the_place_of_the_plan_in_force(two: Jinlin) -> None:
    two("elevator", "split", "--project", "X1", "--total", "60万", "--save", "设想", "--json")
    assert two("elevator", "explain", "3-1-502", "--json").data["plan"] == "E1"
    two("elevator", "end", "X2", "--reason", "不装了", "--yes")
    assert two("elevator", "explain", "502", "--json").data["plan"] == "E1"  # the one that goes on


def test_before_any_plan_is_in_force_the_latest_with_the_door_is_meant(jinlin: Jinlin) -> None:
    project(jinlin)
    jinlin("elevator", "split", "--total", "48万", "--save", "一", "--json")
    jinlin("elevator", "split", "--floors", "9", "--per-floor", "1", "--total", "10万",
           "--save", "估算", "--json")  # fmt: skip
    assert jinlin("elevator", "explain", "3-1-502", "--json").data["plan"] == "E1"
    assert jinlin("elevator", "explain", "901", "--json").data["plan"] == "E2"
    jinlin("elevator", "explain", "1801", code=3)


def test_a_door_with_an_odd_unit_is_named_to_itself_however_many_have_one() -> None:
    doors = [SplitHousehold(room=f"2{n:02}", floor=2) for n in range(1, 31)]
    result = split(SplitRequest(households=doors, total=100_045, scheme=load_scheme("linear")))
    odd = [charge for charge in result.charges if charge.amount == 3_335]
    assert len(odd) == 25
    for charge in odd:
        said = explain(result, charge)[-1].text()
        assert f"{charge.household.room} +0.01" in said
        assert said.count("+0.01") == 20
        assert "…" in said


def test_a_settlement_tells_a_door_of_its_odd_unit_too(jinlin: Jinlin) -> None:
    adopted(jinlin, "48万", "--round", "100")
    jinlin("elevator", "account", "X1", "--payee", "王建国", "--account", "工行 1", "--handler",
           "赵敏", "--checker", "钱芳")  # fmt: skip
    jinlin("elevator", "stage", "施工", "--override", "材料另存", "--yes")
    jinlin("elevator", "settle", "X1", "--final", "470050", "--reason", "决算", "--yes")
    rows = jinlin("elevator", "settle", "--json").data
    [odd, *_others] = [row for row in rows if row["amount_fen"] % 10_000]
    alike = [row for row in rows if row["floor"] == odd["floor"]]
    assert len({row["amount_fen"] for row in alike}) == 2
    for row in alike:
        told = jinlin("elevator", "explain", row["door"]).out
        since = told[told.index("结算") :]
        assert f"{odd['door']}多50.00元" in since
