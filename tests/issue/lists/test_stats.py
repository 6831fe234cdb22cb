"""`jinlin issue stats`: every figure is counted again here, from the lives that were written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from harness import Jinlin, seeded
from issue.adding import Add
from issue.lives import Life, lives, write, written

CHINA = timedelta(hours=8)
TAKEN = {"accepted", "visited"}
ENDS = {"closed", "declined", "merged"}
MADE = lives()


@seeded
def notebook(jinlin: Jinlin) -> Jinlin:
    """A hundred and twenty issues with whole lives."""
    write(jinlin, MADE)
    return jinlin


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


def last_turn(life: Life, moment: datetime) -> tuple[datetime, str, str | None]:
    turns = [e for e in life.events if e[0] < moment and e[1] in {"reported", "reopened", *ENDS}]
    return turns[-1] if turns else (moment, "", None)


def way_out(life: Life, start: datetime, stop: datetime) -> str | None:
    """Return how an issue was closed last in a period; None for what is open or was closed."""
    at, kind, to = last_turn(life, stop)
    if kind not in ENDS or not start <= at:
        return None
    return "merged" if kind == "merged" else to


def taken_up(life: Life, start: datetime, stop: datetime) -> bool:
    return last_turn(life, start)[1] in ENDS and any(
        kind == "reopened" and start <= at < stop for at, kind, _to in life.events
    )


def came_back(life: Life, start: datetime, stop: datetime) -> bool:
    """Whether what was closed in a period was opened again, then or later."""
    first = next(n for n, e in enumerate(life.events) if e[1] == "closed" and start <= e[0] < stop)
    return any(kind == "reopened" for _at, kind, _to in life.events[first:])


def counted(found: Sequence[Life], start: datetime, stop: datetime) -> dict[str, Any]:
    """Count what the command is to print for these lives."""

    def within(at: datetime | None) -> bool:
        return at is not None and start <= at < stop

    ways = [(x, way_out(x, start, stop)) for x in found]
    settled = [x for x, way in ways if way in {"closed_solved", "closed_unsolved"}]
    ended = [x for x in found if any(k == "closed" and within(at) for at, k, _to in x.events)]
    again = sum(came_back(x, start, stop) for x in ended)
    taken = [(x, first_taken(x)) for x in found if within(first_taken(x))]
    said = [[to for at, kind, to in x.events if kind == "rated" and within(at)] for x in found]
    rated = [words[-1] for words in said if words]
    unrated = sum(not w for x, w in zip(found, said, strict=True) if x in settled)
    accept = hours([at - x.reported for x, at in taken if at])
    solve = hours([x.solved - x.reported for x in found if x.solved and within(x.solved)])
    close = hours([last_turn(x, stop)[0] - x.reported for x in settled])
    content = rated.count("satisfied") + rated.count("basically_satisfied")
    base = len(rated)
    outs = [way for _x, way in ways]
    return {
        "carried_over": sum(open_at(x, start) for x in found),
        "received": sum(within(x.reported) for x in found),
        "reopened": sum(taken_up(x, start, stop) for x in found),
        "open": sum(open_at(x, stop) for x in found),
        "solved": outs.count("closed_solved"),
        "unsolved": outs.count("closed_unsolved"),
        "declined": outs.count("declined"),
        "merged": outs.count("merged"),
        "accept_count": len(taken),
        "accept_median_hours": accept[0],
        "accept_p90_hours": accept[1],
        "solve_count": sum(within(x.solved) for x in found),
        "solve_median_hours": solve[0],
        "solve_p90_hours": solve[1],
        "close_count": len(settled),
        "close_median_hours": close[0],
        "close_p90_hours": close[1],
        "ended": len(ended),
        "again": again,
        "satisfied": rated.count("satisfied"),
        "basically_satisfied": rated.count("basically_satisfied"),
        "not_satisfied": rated.count("not_satisfied"),
        "unrated": unrated,
        "rated": base,
        "reopen_rate": share(again, len(ended)),
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
    notebook: Jinlin, words: tuple[str, ...], period: tuple[datetime, datetime]
) -> None:
    total = notebook("issue", "stats", *words, "--json").data[-1]
    wanted = counted(MADE, *period)
    assert {name: total[name] for name in wanted} == wanted
    assert wanted["received"] > 10


def status_of(life: Life) -> str:
    """Return the status when September ended."""
    at = [e for e in life.events if e[0] < SEPTEMBER[1] and e[1] != "rated"]
    return ("merged" if at[-1][1] == "merged" else str(at[-1][2])) if at else "none"


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
        "status": status_of,
        "channel": lambda x: x.channel,
        "level": lambda x: x.level,
    }[side]


@pytest.mark.parametrize(
    "side", ["category", "group", "building", "steward", "status", "channel", "level"]
)
def test_every_side_adds_up_by_itself(notebook: Jinlin, side: str) -> None:
    told = value_of(notebook, side)
    rows = notebook("issue", "stats", "--by", side, "--month", "9", "--json", lang="en").data[:-1]
    for row in rows:
        mine = [x for x in MADE if told(x) == row[side]]
        wanted = counted(mine, *SEPTEMBER)
        assert {name: row[name] for name in wanted} == wanted, row[side]
    assert sum(row["received"] for row in rows) == counted(MADE, *SEPTEMBER)["received"]


def test_two_sides_together(notebook: Jinlin) -> None:
    rows = notebook("issue", "stats", "--by", "渠道，楼栋", "--json", lang="en").data[:-1]
    assert len(rows) == len({(x.channel, x.building) for x in MADE})
    for row in rows:
        building = None if row["building"] == "none" else int(row["building"])
        mine = [x for x in MADE if (x.channel, x.building) == (row["channel"], building)]
        wanted = counted(mine, *ALL)
        assert {name: row[name] for name in wanted} == wanted


def test_by_month_each_month_adds_up_by_itself(notebook: Jinlin) -> None:
    *rows, total = notebook("issue", "stats", "--by", "month", "--json").data
    assert [row["month"] for row in rows] == ["2026-08", "2026-09", "2026-10", "2026-11"]
    for row in rows:
        year, month = map(int, row["month"].split("-"))
        start = datetime(year, month, 1, tzinfo=UTC) - CHINA
        stop = min(datetime(year, month + 1, 1, tzinfo=UTC) - CHINA, ALL[1])
        wanted = counted(MADE, start, stop)
        assert {name: row[name] for name in wanted} == wanted, row["month"]
        assert_adds_up(row)
    wanted = counted(MADE, *ALL)
    assert {name: total[name] for name in wanted} == wanted
    assert_adds_up(total)


def assert_adds_up(row: dict[str, int]) -> None:
    came = row["carried_over"] + row["received"] + row["reopened"]
    went = row["solved"] + row["unsolved"] + row["declined"] + row["merged"] + row["open"]
    assert came == went


def test_what_was_closed_twice_counts_once_and_its_first_rating_stays(one: Jinlin) -> None:
    one("issue", "close", "1", "--result", "换灯泡")
    one("issue", "rate", "1", "不满意", "--reason", "又不亮了")
    one("issue", "reopen", "1", "--reason", "又不亮了")
    [row, _total] = one("issue", "stats", "--by", "status", "--json").data
    assert (row["status"], row["open"], row["solved"]) == ("in_progress", 1, 0)
    assert (row["rated"], row["not_satisfied"]) == (1, 1)
    one("issue", "close", "1", "--result", "换线路")
    total = one("issue", "stats", "--json").data[-1]
    assert (total["received"], total["solved"], total["open"], total["again"]) == (1, 1, 0, 1)
    assert (total["not_satisfied"], total["unrated"]) == (1, 0)


def test_figures_are_never_broken_inside_a_number(notebook: Jinlin) -> None:
    whole = notebook("issue", "stats", "--by", "category,month", "--json").data[-1]
    for lang in ("zh", "en"):
        shown = notebook("issue", "stats", "--by", "category,month", lang=lang).out
        assert whole["close_p90_hours"] in shown
        assert "2026-09" in shown
        assert "…" not in shown


def test_a_filter_narrows_the_figures(notebook: Jinlin) -> None:
    total = notebook("issue", "stats", "--building", "1", "--json").data[-1]
    wanted = counted([x for x in MADE if x.building == 1], *ALL)
    assert {name: total[name] for name in wanted} == wanted


def test_it_agrees_with_the_monthly_report(jinlin: Jinlin, add: Add) -> None:
    add("一", "--date", "2026-10-03")
    add("二", "--date", "2026-10-05")
    add("三", "--date", "2026-10-07")
    jinlin("issue", "close", "1", "--result", "修好", "--date", "2026-10-09")
    jinlin("issue", "close", "2", "--unsolved", "--reason", "没配件", "--date", "2026-10-12")
    total = jinlin("issue", "stats", "--month", "10", "--json").data[-1]
    report = jinlin("report", "monthly", "2026-10", "--json").data["issues"]
    assert (total["received"], total["solved"], total["unsolved"], total["open"]) == (3, 1, 1, 1)
    assert (report["received"], report["closed_solved"], report["open"]) == (3, 1, 1)


def test_small_numbers_have_no_percentages(jinlin: Jinlin) -> None:
    rated = jinlin.folder / "事项.csv"
    for number in (1, 9, 10, 11):
        rows = (f"2026-11-01,第{n}件,公共照明,已办结,2026-11-02,修好,满意" for n in range(number))
        header = "反映时间,事项,类别,状态,办结时间,办理结果,满意度"
        rated.write_text("\n".join((header, *rows)), "utf-8")
        jinlin("issue", "import", rated, "--yes")
        shown = jinlin("issue", "stats", lang="en").out
        assert str(number) in shown
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
         "arrive_p90_hours": "2.0", "arrive_median_days": "0", "scored": 2, "mean_score": "4.5"},
        {"department": "公安", "called": 1, "arrived": 1, "arrive_median_hours": "0.3",
         "arrive_p90_hours": "0.3", "arrive_median_days": "0", "scored": 0, "mean_score": None},
    ]  # fmt: skip


def test_hot_spots_and_what_came_back(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502", code=None)
    add("漏水", "--category", "公共管道下水", "--place", "北门", "--date", "2026-07-01")
    jinlin("issue", "close", "1", "--result", "修好", "--date", "2026-07-10")
    add("又漏了", "--category", "公共管道下水", "--place", "北门", "--date", "2026-10-08")
    jinlin("issue", "close", "2", "--result", "再修", "--date", "2026-10-09")
    add("还漏", "--category", "公共管道下水", "--place", "北门", "--date", "2026-10-20")
    add("别处漏", "--category", "公共管道下水", "--place", "南门", "--date", "2026-10-21")
    spots = jinlin("issue", "stats", "--hot-spots", "--json").data
    assert [(s["place"], s["category"], s["count"], s["open"]) for s in spots] == [
        ("北门", "公共管道下水", 3, 1)
    ]
    back = jinlin("issue", "stats", "--repeats", "--json").data
    assert [(r["number"], r["before"], r["days"]) for r in back] == [
        ("2026-0002", "2026-0001", 90), ("2026-0003", "2026-0002", 11),
    ]  # fmt: skip


@pytest.mark.usefixtures("unchanged")
def test_bad_words_are_told(jinlin: Jinlin) -> None:
    for words, code in (
        (("--by", "天气"), 2),
        (("--by", "department,month"), 2),
        (("--by", ""), 2),
        (("--month", "13"), 2),
        (("--month", "9", "--from", "2026-09-01"), 2),
        (("--from", "2026-11-05", "--to", "2026-11-01"), 2),
        (("--by", "month", "--repeats"), 2),
    ):
        assert jinlin("issue", "stats", *words, "--json", code=code).error["code"] == code, words


def test_an_empty_period_says_so(jinlin: Jinlin) -> None:
    assert "Nothing happened" in jinlin("issue", "stats", lang="en").out
    assert jinlin("issue", "stats", "--json").data == []


def test_two_stewards_of_one_name_are_counted_apart(jinlin: Jinlin, add: Add) -> None:
    jinlin("member", "add", "李华", "--phone", "13800000001")
    jinlin("member", "add", "李华", "--phone", "13800000002")
    for title, who in (("a", "P2"), ("b", "P3"), ("c", "P3")):
        jinlin("issue", "assign", add(title), who)
    rows = jinlin("issue", "stats", "--by", "steward", "--json").data
    assert [(row["steward"], row["received"]) for row in rows] == [
        ("李华 P2", 1), ("李华 P3", 2), ("合计", 3),
    ]  # fmt: skip


def test_what_is_under_other_never_comes_back(jinlin: Jinlin, add: Add) -> None:
    add("甲", "--category", "其他", "--place", "北门", "--date", "2026-10-01")
    jinlin("issue", "close", "1", "--result", "好", "--date", "2026-10-02")
    add("乙", "--category", "其他", "--place", "北门", "--date", "2026-10-08")
    assert jinlin("issue", "stats", "--repeats", "--json").data == []


def test_filters_hold_for_hot_spots_what_came_back_and_departments(
    jinlin: Jinlin, add: Add
) -> None:
    jinlin("building", "add", "3")
    jinlin("building", "add", "5")
    for building in ("3", "5"):
        for turn in range(2):
            number = add("灯坏", "--building", building, "--place", f"{building}号楼大厅")
            if not turn:
                jinlin("issue", "close", number, "--result", "好")
    add("噪声", "--category", "商业施工噪声油烟", "--building", "5")
    jinlin("issue", "escalate", "5", "--to", "街道", "--request", "x")
    jinlin("issue", "call", "5", "--lead", "城管")
    only = ("--building", "3", "--json")
    assert [s["building"] for s in jinlin("issue", "stats", "--hot-spots", *only).data] == ["3"]
    assert [b["number"] for b in jinlin("issue", "stats", "--repeats", *only).data] == ["2026-0002"]
    assert jinlin("issue", "stats", "--by", "department", *only).data == []
    assert (
        len(jinlin("issue", "stats", "--by", "department", "--building", "5", "--json").data) == 1
    )


def test_days_without_a_time_are_never_printed_as_hours(jinlin: Jinlin, add: Add) -> None:
    """Put down by the day alone, closed on the day of the report: not 0.0 hours, but 0 days."""
    for reported, closed in (
        ("2026-10-03", "2026-10-03"), ("2026-10-04 09:00", "2026-10-04"),
        ("2026-10-05", "2026-10-08 18:00"),
    ):  # fmt: skip
        jinlin("issue", "close", add("灯坏", "--date", reported), "--date", closed)
    total = jinlin("issue", "stats", "--month", "10", "--json").data[-1]
    assert (total["close_count"], total["close_median_hours"]) == (0, None)
    assert (total["close_all_count"], total["close_median_days"]) == (3, "0")
    assert total["close_p90_days"] == 3
    printed = jinlin("issue", "stats", "--month", "10").out
    assert "0.0" not in printed
    assert "0天" in printed
    assert "有3件只记了日期" in printed
    full = jinlin("report", "monthly", "10", "--full").out
    assert "0.0" not in full
    assert "3天" in full


def test_hours_are_of_those_with_a_time_of_day_and_the_others_are_counted_beside(
    jinlin: Jinlin, add: Add
) -> None:
    jinlin("issue", "close", add("灯坏", "--date", "2026-10-03"), "--date", "2026-10-03")
    number = add("灯坏", "--date", "2026-10-04 09:00")
    jinlin("issue", "close", number, "--date", "2026-10-04 11:30")
    total = jinlin("issue", "stats", "--month", "10", "--json").data[-1]
    assert (total["close_count"], total["close_median_hours"]) == (1, "2.5")
    assert total["close_all_count"] == 2
    assert "有1件只记了日期" in jinlin("issue", "stats", "--month", "10").out


def test_hours_are_told_with_their_unit(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-11-03 09:00")
    jinlin("issue", "close", "1", "--result", "换灯")
    assert "小时" in jinlin("issue", "stats").out.partition("时长是")[0]


def test_named_columns_may_be_of_either_form_and_sides_stand_between_commas(one: Jinlin) -> None:
    found = one("issue", "stats", "--by", "category；channel", "--fields", "category,channel,merged",
                "--csv").out  # fmt: skip
    assert "0" in found.splitlines()[-1]
    for wrong in ("天气", "", "department,category"):
        one("issue", "stats", "--by", wrong, code=2)
