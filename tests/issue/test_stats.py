"""`jinlin issue stats`: every figure is counted again here, from the lives that were written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from conftest import Jinlin

from .conftest import Add
from .lives import Life, lives, written

CHINA = timedelta(hours=8)
TAKEN = {"accepted", "visited"}
ENDS = {"closed", "declined", "merged"}


def hours(values: Sequence[timedelta]) -> tuple[str | None, str | None]:
    """Return the median and the 90th percentile in hours, to one decimal, halves upwards."""
    if not values:
        return None, None
    seconds = sorted(int(value.total_seconds()) for value in values)
    half = len(seconds) // 2
    middle = (
        Fraction(seconds[half])
        if len(seconds) % 2
        else Fraction(seconds[half - 1] + seconds[half], 2)
    )
    ninetieth = Fraction(seconds[math.ceil(Fraction(9, 10) * len(seconds)) - 1])
    return rounded(middle / 3600), rounded(ninetieth / 3600)


def rounded(value: Fraction) -> str:
    tenths = math.floor(value * 10 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"


def first_taken(life: Life) -> datetime | None:
    for at, kind, _to in life.events:
        if kind in TAKEN:
            return at
        if kind in ENDS:
            return None
    return None


def open_at(life: Life, moment: datetime) -> bool:
    state = False
    for at, kind, _to in life.events:
        if at < moment:
            state = (state or kind in {"reported", "reopened"}) and kind not in ENDS
    return state


def counted(found: Sequence[Life], start: datetime, stop: datetime) -> dict[str, Any]:
    """Count what the command is to print for these lives."""

    def within(at: datetime | None) -> bool:
        return at is not None and start <= at < stop

    ends = [
        (life, place, kind, to)
        for life in found
        for place, (at, kind, to) in enumerate(life.events)
        if kind in ENDS and within(at)
    ]
    settled = [(x, p) for x, p, kind, _to in ends if kind == "closed"]
    last = [x for x in found if within(x.closed) and x.status != "declined"]
    taken = [(x, first_taken(x)) for x in found if within(first_taken(x))]
    rated = [x.satisfaction for x in last]
    accept = hours([at - x.reported for x, at in taken if at])
    solve = hours([x.solved - x.reported for x in found if x.solved and within(x.solved)])
    close = hours([x.closed - x.reported for x in last if x.closed])
    again = sum(any(e[1] == "reopened" for e in x.events[p:]) for x, p in settled)
    content = rated.count("satisfied") + rated.count("basically_satisfied")
    base = len(rated) - rated.count(None)
    return {
        "received": sum(within(x.reported) for x in found),
        "open": sum(open_at(x, stop) for x in found),
        "solved": sum(to == "closed_solved" for _x, _p, kind, to in ends if kind == "closed"),
        "unsolved": sum(to == "closed_unsolved" for _x, _p, _kind, to in ends),
        "declined": sum(kind == "declined" for _x, _p, kind, _to in ends),
        "merged": sum(kind == "merged" for _x, _p, kind, _to in ends),
        "accept_count": len(taken),
        "accept_median_hours": accept[0],
        "accept_p90_hours": accept[1],
        "solve_count": sum(within(x.solved) for x in found),
        "solve_median_hours": solve[0],
        "solve_p90_hours": solve[1],
        "close_count": len(last),
        "close_median_hours": close[0],
        "close_p90_hours": close[1],
        "reopened": again,
        "satisfied": rated.count("satisfied"),
        "basically_satisfied": rated.count("basically_satisfied"),
        "not_satisfied": rated.count("not_satisfied"),
        "unrated": rated.count(None),
        "rated": base,
        "reopen_rate": share(again, len(settled)),
        "satisfaction_rate": share(content, base),
    }


def share(part: int, base: int) -> str | None:
    """Return a share as JSON has it; of fewer than ten none."""
    if base < 10:
        return None
    rate = Fraction(part, base)
    return f"{rate.numerator}/{rate.denominator}"


SEPTEMBER = (datetime(2026, 8, 31, 16, tzinfo=UTC), datetime(2026, 9, 30, 16, tzinfo=UTC))
ALL = (datetime(2025, 12, 31, 16, tzinfo=UTC), datetime(2026, 11, 5, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "period"),
    [((), ALL), (("--month", "2026-09"), SEPTEMBER),
     (("--from", "2026-09-01", "--to", "2026-09-30"), SEPTEMBER)],
)  # fmt: skip
def test_the_totals_are_those_of_the_lives(
    jinlin: Jinlin, words: tuple[str, ...], period: tuple[datetime, datetime]
) -> None:
    made = lives(jinlin)
    total = jinlin("issue", "stats", *words, "--json").data[-1]
    wanted = counted(made, *period)
    assert {name: total[name] for name in wanted} == wanted
    assert wanted["received"] > 10


def value_of(jinlin: Jinlin, side: str) -> Callable[[Life], str]:
    """Return what a life is told apart by, in the words of the command."""
    names = dict(jinlin.sql("SELECT id, name FROM category"))
    groups = dict(
        jinlin.sql(
            "SELECT c.id, g.name FROM category AS c JOIN category AS g ON g.code = c.group_code"
        )
    )
    people = {2: "李华", 1: "王红"}
    return {
        "category": lambda x: str(names[x.category]),
        "group": lambda x: str(groups[x.category]),
        "building": lambda x: str(x.building) if x.building else "none",
        "steward": lambda x: people[x.steward] if x.steward else "none",
        "status": lambda x: x.status,
        "channel": lambda x: x.channel,
        "level": lambda x: x.level,
    }[side]


@pytest.mark.parametrize(
    "side", ["category", "group", "building", "steward", "status", "channel", "level"]
)
def test_every_side_adds_up_by_itself(jinlin: Jinlin, side: str) -> None:
    made = lives(jinlin)
    told = value_of(jinlin, side)
    rows = jinlin("issue", "stats", "--by", side, "--month", "9", "--json", lang="en").data[:-1]
    for row in rows:
        mine = [x for x in made if told(x) == row[side]]
        wanted = counted(mine, *SEPTEMBER)
        assert {name: row[name] for name in wanted} == wanted, row[side]
    assert sum(row["received"] for row in rows) == counted(made, *SEPTEMBER)["received"]


def test_two_sides_together(jinlin: Jinlin) -> None:
    made = lives(jinlin)
    rows = jinlin("issue", "stats", "--by", "渠道，楼栋", "--json", lang="en").data[:-1]
    assert len(rows) == len({(x.channel, x.building) for x in made})
    for row in rows:
        building = None if row["building"] == "none" else int(row["building"])
        mine = [x for x in made if (x.channel, x.building) == (row["channel"], building)]
        wanted = counted(mine, *ALL)
        assert {name: row[name] for name in wanted} == wanted


def test_by_month_each_thing_stands_in_its_own_month(jinlin: Jinlin) -> None:
    made = lives(jinlin)
    rows = jinlin("issue", "stats", "--by", "month", "--json").data[:-1]
    for row in rows:
        received = sum(f"{x.reported + CHINA:%Y-%m}" == row["month"] for x in made)
        solved = sum(
            f"{at + CHINA:%Y-%m}" == row["month"]
            for x in made
            for at, kind, to in x.events
            if kind == "closed" and to == "closed_solved" and at < ALL[1]
        )
        assert (row["received"], row["solved"]) == (received, solved), row["month"]


def test_a_filter_narrows_the_figures(jinlin: Jinlin) -> None:
    made = lives(jinlin)
    total = jinlin("issue", "stats", "--building", "1", "--json").data[-1]
    wanted = counted([x for x in made if x.building == 1], *ALL)
    assert {name: total[name] for name in wanted} == wanted


def test_it_agrees_with_the_monthly_report(jinlin: Jinlin, add: Add) -> None:
    add("一", "--reported", "2026-10-03")
    add("二", "--reported", "2026-10-05")
    add("三", "--reported", "2026-10-07")
    jinlin("issue", "close", "1", "--result", "修好", "--date", "2026-10-09")
    jinlin("issue", "close", "2", "--unsolved", "--reason", "没配件", "--date", "2026-10-12")
    total = jinlin("issue", "stats", "--month", "10", "--json").data[-1]
    report = jinlin("report", "monthly", "2026-10", "--json").data["issues"]
    assert (total["received"], total["solved"], total["unsolved"], total["open"]) == (3, 1, 1, 1)
    assert (report["received"], report["closed_solved"], report["open"]) == (3, 1, 1)


def test_small_numbers_have_no_percentages(jinlin: Jinlin, add: Add) -> None:
    for number in range(1, 12):
        add(f"第{number}件", "--reported", "2026-11-01")
        jinlin("issue", "close", str(number), "--result", "修好", "--date", "2026-11-02")
        jinlin("issue", "rate", str(number), "满意")
        shown = jinlin("issue", "stats", lang="en").out
        assert ("%" in shown) == (number >= 10), number


def test_departments_are_counted_by_their_calls(jinlin: Jinlin, add: Add) -> None:
    add("油烟扰民", "--category", "商业施工噪声油烟")
    made = [
        ("2026-10-01T01:00:00Z", "城管", "2026-10-01T03:00:00Z", 5),
        ("2026-10-02T01:00:00Z", "城管", "2026-10-02T02:30:00Z", 4),
        ("2026-10-03T01:00:00Z", "城管", None, None),
        ("2026-10-03T01:00:00Z", "公安", "2026-10-03T01:20:00Z", None),
        ("2026-08-03T01:00:00Z", "消防", "2026-08-03T01:20:00Z", None),
    ]
    with written(jinlin) as tx:
        for at, department, arrived, score in made:
            call_id = tx.insert("street_call", issue_id=1, called_at=at, lead="城管")
            tx.insert(
                "called_department",
                call_id=call_id,
                department=department,
                arrived_at=arrived,
                score=score,
                scored_by="street" if score else None,
            )
    rows = jinlin("issue", "stats", "--by", "部门", "--month", "10", "--json").data
    assert rows == [
        {"department": "城管", "called": 3, "arrived": 2, "arrive_median_hours": "1.8",
         "arrive_p90_hours": "2.0", "scored": 2, "mean_score": "4.5"},
        {"department": "公安", "called": 1, "arrived": 1, "arrive_median_hours": "0.3",
         "arrive_p90_hours": "0.3", "scored": 0, "mean_score": None},
    ]  # fmt: skip


def test_hot_spots_and_what_came_back(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502", code=None)
    add("漏水", "--category", "公共管道下水", "--place", "北门", "--reported", "2026-07-01")
    jinlin("issue", "close", "1", "--result", "修好", "--date", "2026-07-10")
    add("又漏了", "--category", "公共管道下水", "--place", "北门", "--reported", "2026-10-08")
    jinlin("issue", "close", "2", "--result", "再修", "--date", "2026-10-09")
    add("还漏", "--category", "公共管道下水", "--place", "北门", "--reported", "2026-10-20")
    add("别处漏", "--category", "公共管道下水", "--place", "南门", "--reported", "2026-10-21")
    spots = jinlin("issue", "stats", "--hot-spots", "--json").data
    assert [(s["place"], s["category"], s["count"], s["open"]) for s in spots] == [
        ("北门", "公共管道下水", 3, 1)
    ]
    back = jinlin("issue", "stats", "--repeats", "--json").data
    assert [(r["number"], r["before"], r["days"]) for r in back] == [
        ("2026-0002", "2026-0001", 90), ("2026-0003", "2026-0002", 11),
    ]  # fmt: skip


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--by", "天气"), 2),
        (("--by", "department,month"), 2),
        (("--by", ""), 2),
        (("--month", "13"), 2),
        (("--month", "9", "--from", "2026-09-01"), 2),
        (("--from", "2026-11-05", "--to", "2026-11-01"), 2),
        (("--by", "month", "--repeats"), 2),
    ],
)
def test_bad_words_are_told(jinlin: Jinlin, words: tuple[str, ...], code: int) -> None:
    assert jinlin("issue", "stats", *words, "--json", code=code).error["code"] == code


def test_an_empty_period_says_so(jinlin: Jinlin) -> None:
    assert "Nothing happened" in jinlin("issue", "stats", lang="en").out
    assert jinlin("issue", "stats", "--json").data == []


def test_two_stewards_of_one_name_are_counted_apart(jinlin: Jinlin, add: Add) -> None:
    jinlin("member", "add", "李华", "--phone", "13800000001")
    jinlin("member", "add", "李华", "--phone", "13800000002")
    for title, who in (("a", "P1"), ("b", "P2"), ("c", "P2")):
        jinlin("issue", "assign", add(title), who)
    rows = jinlin("issue", "stats", "--by", "steward", "--json").data
    assert [(row["steward"], row["received"]) for row in rows["rows"]] == [
        ("李华 P1", 1), ("李华 P2", 2), ("合计", 3),
    ]  # fmt: skip
