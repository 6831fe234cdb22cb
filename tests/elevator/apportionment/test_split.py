"""What `split` refuses, warns of and reports, and the JSON others rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from elevator.stairwells import amounts, ladder_scheme

from jinlin.core.errors import RuleError
from jinlin.elevator.apportionment.coefficients import Rounding
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.option_words import parse_cap
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.scheme_files import load_scheme
from jinlin.elevator.apportionment.schemes import Overrides, overridden
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.split_json import split_as_json
from jinlin.elevator.apportionment.weights import Mode
from jinlin.elevator.draft.households import stairwell

SIX = SplitRequest(
    households=stairwell(floors=6, per_floor=2), total=30_000_000, scheme=load_scheme("jinlin")
)


def with_cap(text: str, request: SplitRequest = SIX) -> SplitRequest:
    return replace(request, scheme=replace(request.scheme, cap=parse_cap(text)))


def refusal(request: SplitRequest) -> RuleError:
    with pytest.raises(RuleError) as caught:
        split(request)
    return caught.value


def said(result: Split) -> str:
    return "\n".join(warning.text() for warning in result.warnings)


def test_caps_that_are_too_low_say_by_how_much_and_what_would_do() -> None:
    error = refusal(with_cap("29999.99"))
    assert error.message == "The caps fall 0.10 yuan short of the 300,000.00 yuan to be shared."
    assert "--cap 30000." in error.hint
    assert split(with_cap("30000")).charges[-1].amount == 3_000_000


def test_the_smallest_uniform_cap_is_in_whole_units() -> None:
    request = replace(with_cap("100"), total=30_000_001, rounding=Rounding.HUNDRED)
    error = refusal(request)
    assert "299,000.01" in error.message
    assert "--cap 30100." in error.hint
    assert sum(amounts(split(with_cap("30100", request))).values()) == 30_000_001


def test_the_smallest_uniform_cap_reckons_with_caps_of_floors_and_rooms() -> None:
    low = replace(with_cap("30000"), floor_caps={2: 1_000_000})
    error = refusal(low)
    assert "40,000.00" in error.message
    assert "--cap 35000." in error.hint
    assert split(with_cap("35000", low)).net == 30_000_000


def test_where_floor_caps_alone_are_too_low_no_uniform_cap_is_promised() -> None:
    error = refusal(replace(with_cap("none"), floor_caps={6: 1_000_000}))
    assert "200,000.00" in error.message
    assert "--cap" not in error.hint


def test_a_cap_on_a_floor_binds_the_floors_below() -> None:
    result = split(replace(with_cap("none"), floor_caps={6: 4_000_000, 3: 1_500_000}))
    by_floor = {line.floor: line.highest for line in result.floors}
    assert by_floor[6] == 4_000_000
    assert max(by_floor[2], by_floor[3]) <= 1_500_000
    assert list(by_floor.values()) == sorted(by_floor.values())


def test_the_mean_is_gross_so_that_a_subsidy_moves_no_cap() -> None:
    result = split(replace(SIX, subsidy=SubsidyRule(lump=10_000_000)))
    assert (result.cap, result.net) == (4_500_000, 20_000_000)


def test_relative_caps_are_rounded_down_to_the_unit() -> None:
    result = split(replace(SIX, total=30_012_345, rounding=Rounding.TEN))
    assert result.cap == 4_501_000
    assert split(replace(with_cap("33%"), rounding=Rounding.HUNDRED)).cap == 9_900_000


@pytest.mark.parametrize(
    ("subsidy", "granted"),
    [
        (SubsidyRule(lump=100, rate=Fraction(2, 5)), 12_000_100),
        (SubsidyRule(rate=Fraction(2, 5), ceiling=5_000_000), 5_000_000),
        (SubsidyRule(lump=28_000_000, rate=Fraction(2, 5)), 30_000_000),
    ],
)
def test_subsidies_add_up_and_never_exceed_the_total(subsidy: SubsidyRule, granted: int) -> None:
    result = split(replace(SIX, subsidy=subsidy))
    assert (result.subsidy, result.net) == (granted, 30_000_000 - granted)
    assert ("nothing is left to share" in said(result)) == (result.net == 0)


def test_the_rate_is_rounded_down_to_the_fen() -> None:
    assert SubsidyRule(rate=Fraction(1, 3)).of(100) == 33


def test_the_remainder_goes_to_whoever_is_next_in_line() -> None:
    doors = [SplitHousehold(room=f"{floor}01", floor=floor) for floor in (2, 3)]
    request = SplitRequest(
        households=doors, total=1_050, scheme=ladder_scheme(step="0"), rounding=Rounding.YUAN
    )
    result = split(request)
    assert amounts(result) == {"201": 500, "301": 550}
    assert (result.remainder, result.remainder_to) == (50, doors[1])


@pytest.mark.parametrize("total", [0, -1])
def test_a_total_must_be_positive(total: int) -> None:
    assert "greater than zero" in refusal(replace(SIX, total=total)).message


@pytest.mark.parametrize(
    "subsidy",
    [
        SubsidyRule(lump=-1),
        SubsidyRule(rate=Fraction(-1)),
        SubsidyRule(ceiling=-1),
        SubsidyRule(rate=Fraction(2)),
    ],
)
def test_an_impossible_subsidy_is_refused(subsidy: SubsidyRule) -> None:
    assert "subsidy" in refusal(replace(SIX, subsidy=subsidy)).message


@pytest.mark.parametrize(
    ("household", "word"),
    [
        (SplitHousehold(room="x", floor=0), "floor 0 does not exist"),
        (SplitHousehold(room="x", floor=200), "floor 200 does not exist"),
        (SplitHousehold(room="x", floor=-10), "floor -10 does not exist"),
        (SplitHousehold(room="x", floor=2, area=0), "area"),
        (SplitHousehold(room="x", floor=2, relief=Fraction(3, 2)), "relief"),
        (SplitHousehold(room="x", floor=2, relief=Fraction(-1, 2)), "relief"),
        (SplitHousehold(room="x", floor=2, cap=-1), "cap"),
    ],
)
def test_an_impossible_household_is_refused_by_name(household: SplitHousehold, word: str) -> None:
    error = refusal(replace(SIX, households=[*SIX.households, household]))
    assert error.message.startswith("x: ")
    assert word in error.message


def test_a_door_listed_twice_is_refused_even_on_another_floor() -> None:
    twice = SplitHousehold(room="５０１", floor=4)
    assert "501" in refusal(replace(SIX, households=[*SIX.households, twice])).message
    elsewhere = SplitHousehold(room="501", floor=5, building="2", entrance="1")
    assert split(replace(SIX, households=[*SIX.households, elsewhere])).payers == 11


def test_nobody_pays() -> None:
    free = [SplitHousehold(room="101", floor=1), SplitHousehold(room="102", floor=1)]
    assert "Nobody pays" in refusal(replace(SIX, households=free)).message
    assert "Nobody pays" in refusal(replace(SIX, households=[])).message
    away = [door._replace(status=Participation.EXCLUDED) for door in SIX.households]
    assert "Nobody pays" in refusal(replace(SIX, households=away)).message


def test_areas_are_needed_only_of_those_who_pay() -> None:
    doors = [SplitHousehold(room="101", floor=1), SplitHousehold(room="201", floor=2, area=9_000)]
    for by in (Mode.AREA, Mode.FLOOR_AREA):
        scheme = overridden(load_scheme("linear"), Overrides(by=by))
        assert split(SplitRequest(households=doors, total=7, scheme=scheme)).payers == 1
        unknown = [*doors, SplitHousehold(room="301", floor=3)]
        error = refusal(SplitRequest(households=unknown, total=7, scheme=scheme))
        assert "301" in error.message


def test_a_steep_result_names_the_gentle_scheme() -> None:
    tall = replace(SIX, households=stairwell(floors=18, per_floor=1))
    assert "Floor 18 pays 12.3 times what floor 2 pays" in said(split(tall))
    assert "--scheme gentle" in said(split(tall))
    assert split(replace(tall, scheme=load_scheme("gentle"))).warnings == ()
    assert split(SIX).warnings == ()


def test_reliefs_and_large_flats_are_not_steepness() -> None:
    doors = (
        SplitHousehold(room="201", floor=2, area=4_000, relief=Fraction(1, 10)),
        SplitHousehold(room="301", floor=3, area=40_000),
    )
    request = SplitRequest(households=doors, total=10_000, scheme=load_scheme("area"))
    assert split(request).warnings == ()


def test_fewer_storeys_than_the_table_is_made_for_is_said() -> None:
    result = split(replace(SIX, scheme=load_scheme("shanghai-2021")))
    assert "made for 7 storeys and this house has 6" in said(result)
    assert [line.amount for line in result.floors][1] == 2_112_676
    eight = replace(SIX, households=stairwell(floors=8, per_floor=1))
    assert "Floor 8" in refusal(replace(eight, scheme=load_scheme("shanghai-2021"))).message


def test_a_falling_table_and_a_coefficient_on_a_free_floor_are_said() -> None:
    table = {1: Fraction(1, 2), 2: Fraction(2), 3: Fraction(1), 4: Fraction(3)}
    scheme = overridden(load_scheme("linear"), Overrides(table=table))
    result = split(replace(SIX, households=stairwell(floors=4, per_floor=1), scheme=scheme))
    assert "falls from floor 2 to floor 3" in said(result)
    assert "Floor 1 has coefficient 0.5 in the table, but it is free" in said(result)
    assert len(result.warnings) == 2


def test_a_crowded_floor_that_pays_less_a_door_is_said() -> None:
    doors = [
        SplitHousehold(room="201", floor=2),
        *(SplitHousehold(room=f"30{i}", floor=3) for i in range(3)),
    ]
    scheme = overridden(load_scheme("linear"), Overrides(by=Mode.FLOOR))
    result = split(SplitRequest(households=doors, total=9_000, scheme=scheme))
    assert "Households on floor 3 are charged less than on floor 2" in said(result)


def test_the_floor_lines_sum_up_the_doors() -> None:
    doors = [
        SIX.households[2]._replace(status=Participation.EXEMPT),
        SIX.households[3]._replace(status=Participation.EXCLUDED),
        *SIX.households[4:],
    ]
    result = split(replace(SIX, households=doors))
    line = result.floors[0]
    assert (line.floor, line.households, line.payers, line.amount) == (2, 1, 0, 0)
    assert (line.lowest, line.highest) == (0, 0)
    assert line.coefficient == 1
    assert sum(line.amount for line in result.floors) == result.net


def test_json_has_exactly_the_agreed_fields() -> None:
    doors = [
        SplitHousehold(room="101", floor=1, area=8_950),
        SplitHousehold(room="201", floor=2, area=9_000, relief=Fraction(1, 2)),
        SplitHousehold(room="301", floor=3),
        SplitHousehold(room="302", floor=3, status=Participation.EXCLUDED),
    ]
    data = split_as_json(
        split(SplitRequest(households=doors, total=10_000, scheme=load_scheme("jinlin")))
    )
    assert json.loads(json.dumps(data)) == data
    households = data.pop("households")
    assert data == {
        "total_fen": 10_000,
        "subsidy_fen": 0,
        "net_fen": 10_000,
        "scheme": "jinlin",
        "by": "household",
        "round_fen": 1,
        "cap_fen": 7_500,
        "payers": 2,
    }
    keys = ("room", "floor", "area_m2", "coefficient", "weight", "exact_fen", "amount_fen")
    assert [
        tuple(h[key] for key in (*keys, "cap_fen", "capped", "status")) for h in households
    ] == [
        ("101", 1, "89.50", "0/1", "0/1", "0/1", 0, None, False, "pays"),
        ("201", 2, "90.00", "1/1", "1/2", "2500/1", 2_500, 7_500, False, "pays"),
        ("301", 3, None, "2/1", "2/1", "7500/1", 7_500, 7_500, True, "pays"),
        ("302", 3, None, "2/1", "0/1", "0/1", 0, None, False, "excluded"),
    ]
    fields = {*keys, "cap_fen", "capped", "status", "building", "entrance"}
    assert all(set(h) == fields for h in households)
