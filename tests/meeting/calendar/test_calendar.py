"""`jinlin meeting calendar`: what the rules ask for, what was held, missed, put off, what is next."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from jinlin.core.clock import Month
from jinlin.meeting.rules.frequency import LAST, Frequency, PeriodLength
from jinlin.meeting.rules.frequency_reader import parse_frequency
from jinlin.meeting.rules.meeting_duties import (
    DaySpan,
    DutyState,
    Gathering,
    duty,
    fixed_days,
    month_span,
    needed_in,
    quarter_span,
    spans,
)

CHINA = ZoneInfo("Asia/Shanghai")
LONG_AGO = date(2020, 1, 1)
TODAY = date(2026, 11, 5)
NOVEMBER = month_span(Month(2026, 11))
MONTHLY = Frequency(1, PeriodLength.MONTH)


def lines(jinlin: Jinlin, *words: str) -> dict[str, Any]:
    return {row["type"]: row for row in jinlin("meeting", "calendar", *words, "--json").data}


def read(jinlin: Jinlin, name: str) -> Any:
    """Read a calendar file again."""
    return Calendar.from_ical((jinlin.folder / name).read_bytes())


def test_what_the_regulations_ask_for_is_there_and_what_nobody_can_hold_says_why(
    branch: Jinlin,
) -> None:
    found = lines(branch)
    assert found["party_day"]["standing"] == "due"
    assert found["party_day"]["next_on"] == "2026-11-30"
    assert (found["general_meeting"]["period"], found["general_meeting"]["to"]) == (
        "2026-Q4", "2026-12-31",
    )  # fmt: skip
    for code in ("committee_meeting", "group_meeting", "owners_assembly"):
        assert found[code]["standing"] == "exempt"
    err = branch("meeting", "calendar", lang="en").err
    assert "fewer than 7 full members" in err
    assert "friday_council" not in found, "practice alone asks for nothing"
    assert "friday_council" in lines(branch, "--all")


def test_a_meeting_that_was_held_settles_its_period(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "主题党日", "--time", "2026-11-04 9:00")
    assert lines(branch)["party_day"]["standing"] == "due", "planned and past, nobody came"
    branch("meeting", "attend", "M1", "林秀英")
    found = lines(branch)["party_day"]
    assert (found["standing"], found["held"], found["meetings"]) == ("held", 1, "M1 11-04")
    assert lines(branch, "--month", "2026-12")["party_day"]["standing"] == "due"


def test_a_planned_meeting_is_the_next_one(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "主题党日", "--time", "2026-11-25 9:00")
    found = lines(branch)["party_day"]
    assert (found["standing"], found["next_on"]) == ("planned", "2026-11-25")


def test_a_meeting_put_off_into_another_month_says_so(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "主题党日", "--time", "2026-11-25 9:00")
    branch("meeting", "edit", "M1", "--time", "2026-12-02 9:00")
    found = lines(branch)["party_day"]
    assert (found["standing"], found["next_on"]) == ("put_off", "2026-12-02")
    assert "M1 12-02" in found["meetings"]
    assert "11-25" in found["meetings"]
    assert branch("meeting", "show", "M1", "--json").data["planned_for"].startswith("2026-11-25")
    branch("meeting", "edit", "M1", "--time", "2026-12-05 9:00")
    assert branch("meeting", "show", "M1", "--json").data["planned_for"].startswith("2026-11-25")


def test_a_past_month_without_is_missed_and_one_before_the_register_is_not(branch: Jinlin) -> None:
    assert lines(branch, "--month", "2026-10")["party_day"]["standing"] == "not_recorded"
    branch.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    assert lines(branch, "--month", "2026-12")["party_day"]["standing"] == "missed"
    assert lines(branch, "--quarter", "2026-Q4")["general_meeting"]["standing"] == "missed"


def test_a_weekly_custom_counts_its_days_since_the_register_began(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "周五议事日", "--time", "2026-11-06")
    found = lines(branch)["friday_council"]
    assert (found["needed"], found["standing"], found["next_on"]) == (4, "planned", "2026-11-06")
    branch.now = datetime(2026, 11, 16, 4, tzinfo=UTC)
    branch("meeting", "open", "M1", "--time", "9:00")
    found = lines(branch)["friday_council"]
    assert (found["held"], found["standing"]) == (1, "missed"), "the 13th was missed"
    assert found["next_on"] == "2026-11-20"


def test_an_overlay_branch_holds_elsewhere_what_belongs_to_membership(branch: Jinlin) -> None:
    branch("branch", "edit", "--type", "兼合式", "--yes")
    found = lines(branch)
    assert found["general_meeting"]["standing"] == "exempt"
    assert found["organisational_life"]["standing"] == "exempt"
    assert found["party_day"]["standing"] == "due"
    assert "home branch" in branch("meeting", "calendar", lang="en").err


def test_another_frequency_holds_from_its_day(branch: Jinlin) -> None:
    branch("meeting", "rule", "主题党日", "--due", "2/month", "--source", "街道要求")
    assert lines(branch)["party_day"]["needed"] == 2


def test_it_is_written_for_a_phones_calendar_with_ids_that_stay(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "主题党日", "--time", "2026-11-25 9:00", "--place", "大厅")
    branch("meeting", "calendar", "-o", "x.ics")
    branch("meeting", "calendar", "--ics", "y.ics")
    first, second = read(branch, "x.ics"), read(branch, "y.ics")
    events = {str(event["summary"]): event for event in first.walk("VEVENT")}
    [party_day] = [event for title, event in events.items() if "主题党日" in title]
    start = party_day["dtstart"].dt
    assert (start.hour, str(start.tzinfo)) == (9, "Asia/Shanghai")
    assert str(party_day["location"]) == "大厅"
    assert first.walk("VTIMEZONE")
    ids = [str(event["uid"]) for event in first.walk("VEVENT")]
    assert ids == [str(event["uid"]) for event in second.walk("VEVENT")]
    assert len(set(ids)) == len(ids)
    branch("meeting", "edit", "M1", "--time", "2026-11-26 9:00")
    branch("meeting", "calendar", "-o", "z.ics")
    moved = read(branch, "z.ics")
    assert str(party_day["uid"]) in [str(event["uid"]) for event in moved.walk("VEVENT")]
    branch("meeting", "calendar", "-o", "x.ics", code=5)


def todos(jinlin: Jinlin) -> dict[str, Any]:
    jinlin("meeting", "calendar", "-o", "期限.ics", "--deadlines", "--force")
    found = list(read(jinlin, "期限.ics").walk("VTODO"))
    assert len({str(one["uid"]) for one in found}) == len(found)
    return {str(one["uid"]).rpartition("-")[0]: one for one in found}


def test_what_is_to_be_done_by_a_day_is_in_it_and_is_ticked_where_it_was_done(
    branch: Jinlin,
) -> None:
    branch("issue", "add", "路灯不亮", "--category", "公共照明", "--urgency", "urgent")
    branch("issue", "add", "余志远与202打架", "--category", "其他邻里矛盾")
    branch("issue", "add", "邻居打骂孩子", "--category", "人身侵害线索")
    branch("meeting", "add", "--type", "支委会", "--date", "2026-11-04")
    branch("meeting", "action", "M1", "问三家报价", "--due", "2026-11-12")
    first = todos(branch)
    assert set(first) == {"issue-2026-0001", "issue-2026-0002", "action-A1"}
    lamp, quarrel = first["issue-2026-0001"], first["issue-2026-0002"]
    [(due,)] = branch.sql("SELECT due_on FROM issue WHERE number = 1")
    assert (str(lamp["summary"]), lamp["due"].dt.isoformat()) == ("2026-0001 路灯不亮", due)
    assert (str(lamp["status"]), int(lamp["priority"])) == ("NEEDS-ACTION", 1)
    assert "余志远" not in str(quarrel["summary"])
    assert "打架" not in str(quarrel)
    assert str(first["action-A1"]["summary"]) == "A1 问三家报价"
    branch("issue", "close", "1", "换了灯泡")
    branch("meeting", "done", "A1")
    second = todos(branch)
    assert {key: str(one["uid"]) for key, one in first.items()} == {
        key: str(one["uid"]) for key, one in second.items()
    }
    for key in ("issue-2026-0001", "action-A1"):
        assert str(second[key]["status"]) == "COMPLETED"
        assert second[key]["completed"].dt.astimezone(CHINA).date() == TODAY
    branch.now = datetime(2027, 1, 20, 4, tzinfo=UTC)
    assert set(todos(branch)) == {"issue-2026-0002"}


def test_terms_that_end_are_in_it_with_a_warning_a_quarter_ahead(branch: Jinlin) -> None:
    branch("member", "post", "add", "陈建国", "副主任", "--body", "业委会", "--from", "2024-03-01",
           "--to", "2027-03-01")  # fmt: skip
    branch("meeting", "calendar", "-o", "期限.ics", "--deadlines")
    found = read(branch, "期限.ics").walk("VEVENT")
    [term] = [one for one in found if "任期届满" in str(one["summary"])]
    assert term["dtstart"].dt == date(2027, 3, 1)
    [alarm] = term.walk("VALARM")
    assert alarm["trigger"].dt.days == -90
    refused = branch("meeting", "calendar", "--deadlines", code=2).err
    assert "-o 日历.ics" in refused


def test_a_period_that_cannot_be_read_is_refused(branch: Jinlin) -> None:
    for words in (
        ("--month", "2026-10", "--quarter", "4"),
        ("--quarter", "5"),
        ("--quarter", "冬"),
        ("--month", "十三"),
    ):
        branch("meeting", "calendar", *words, code=2)


def test_a_quarter_is_read_however_it_is_said(branch: Jinlin) -> None:
    for said in (
        "4",
        "2026-Q4",
        "q4",
        "第四季度",
        "四",
        "本季度",
        "this",
        "2026年4季度",
    ):
        assert lines(branch, "--quarter", said)["general_meeting"]["period"] == "2026-Q4", said


def test_today_names_what_is_due_this_month_once_meetings_are_kept_here(branch: Jinlin) -> None:
    assert branch("today", "--json").data["gatherings"]["total"] == 0
    branch("meeting", "add", "--type", "党课", "--time", "2026-11-20")
    part = branch("today", "--json").data["gatherings"]
    assert [entry["text"] for entry in part["first"]] == ["主题党日"]
    assert part["next"] == "jinlin 日程"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_calendar_fits_eighty_columns(branch: Jinlin, lang: str) -> None:
    from jinlin.core.text import width

    out = branch("meeting", "calendar", "--quarter", "4", "--all", lang=lang).out
    assert max(width(line) for line in out.splitlines()) <= 80


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(days, st.sampled_from(PeriodLength), st.integers(1, 3))
def test_periods_cover_the_window_without_overlap(
    day: date, period: PeriodLength, times: int
) -> None:
    window = quarter_span(Month(day.year, day.month))
    found = list(spans(Frequency(times, period), window))
    assert found[0].first <= window.first
    assert found[-1].last >= window.last
    for before, after in pairwise(found):
        assert (after.first - before.last).days == 1
    assert all(needed_in(Frequency(times, period), span) >= times for span in found)


@given(st.lists(st.tuples(days, st.booleans()), max_size=8), st.integers(1, 3), days)
def test_a_duty_is_held_just_when_enough_meetings_were(
    kept: list[tuple[date, bool]], times: int, today: date
) -> None:
    gatherings = [Gathering(f"M{n}", day, held) for n, (day, held) in enumerate(kept)]
    got = duty(
        Frequency(times, PeriodLength.MONTH), NOVEMBER, gatherings, today=today, since=LONG_AGO
    )
    held = sum(1 for day, was in kept if was and day in NOVEMBER)
    assert got.held == held
    assert (got.standing is DutyState.HELD) == (held >= times)
    if got.standing is DutyState.MISSED:
        assert today > NOVEMBER.last
    assert got.next_on is None or got.next_on >= today


def test_the_day_of_the_month_is_the_next_one() -> None:
    charity = Frequency(1, PeriodLength.MONTH, day=25)
    got = duty(charity, NOVEMBER, [], today=TODAY, since=LONG_AGO)
    assert got.next_on == date(2026, 11, 25)
    assert duty(MONTHLY, NOVEMBER, [], today=TODAY, since=LONG_AGO).next_on == date(2026, 11, 30)
    assert DaySpan(TODAY, TODAY) != NOVEMBER


def said(jinlin: Jinlin, kind: str, *words: str) -> tuple[str, str]:
    """Set how often a kind of meeting is due; return how that is shown, and its next day."""
    jinlin("meeting", "rule", kind, "--due", *words, "--source", "街道要求")
    later = ("--date", words[-1]) if "--since" in words else ()
    shown = jinlin("meeting", "types", kind, *later, "--json").data
    row = lines(jinlin, "--all", *(("--month", words[-1][:7]) if later else ()))[shown["code"]]
    assert row["frequency"] == shown["frequency"], "the calendar shows what was set"
    return shown["frequency"], row["next_on"]


def test_a_day_that_was_said_is_kept_and_shown(branch: Jinlin) -> None:
    for words, shown, next_on in (
        ("每月25日", "每月25日", "2026-11-25"),
        ("每月最后一个周六", "每月最后一个星期六", "2026-11-28"),
        ("每月第二个周三", "每月第二个星期三", "2026-11-11"),
        ("每月最后一天", "每月最后一天", "2026-11-30"),
        ("每周四", "每星期四", "2026-11-05"),
    ):
        assert said(branch, "主题党日", words) == (shown, next_on), words
    branch("undo")
    assert lines(branch)["party_day"]["next_on"] == "2026-11-30"


def test_changing_how_many_times_moves_no_day(branch: Jinlin) -> None:
    assert said(branch, "爱心日", "2/month") == ("每月2次：每月25日", "2026-11-25")
    assert lines(branch, "--all")["charity_day"]["needed"] == 2
    assert said(branch, "周五议事日", "每周2次") == ("每周2次：每星期五", "2026-11-06")
    assert said(branch, "周五议事日", "每周四") == ("每星期四", "2026-11-05")
    assert said(branch, "周五议事日", "每周3次") == ("每周3次：每星期四", "2026-11-05")
    branch("meeting", "rule", "周五议事日", "--due", "每周3次", "--source", "x", code=2)
    assert said(branch, "周五议事日", "每周任意一天")[0] == "每周1次"
    assert said(branch, "周五议事日", "2/month")[0] == "每月2次"


def test_each_month_is_asked_for_by_the_rule_of_its_time(branch: Jinlin) -> None:
    said(branch, "主题党日", "2/month", "--since", "2026-12-01")
    assert lines(branch)["party_day"]["needed"] == 1
    assert lines(branch, "--month", "2026-12")["party_day"]["needed"] == 2
    branch.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    assert lines(branch, "--month", "2026-11")["party_day"]["needed"] == 1


def test_the_council_is_planned_on_the_day_that_was_set(branch: Jinlin) -> None:
    said(branch, "周五议事日", "每周四")
    assert branch("meeting", "agenda", "--build", "--json").data["held_at"] == "2026-11-05"


@given(
    st.sampled_from(
        [
            Frequency(1, PeriodLength.MONTH, day=31),
            Frequency(1, PeriodLength.MONTH, day=30),
            Frequency(1, PeriodLength.MONTH, day=LAST),
            *(
                Frequency(1, PeriodLength.MONTH, weekday=d, week=w)
                for d in (1, 6, 7)
                for w in (1, 4, LAST)
            ),
        ]
    ),
    days,
)
def test_a_day_of_the_month_falls_on_every_month_once(frequency: Frequency, day: date) -> None:
    window = month_span(Month(day.year, day.month))
    [found] = fixed_days(frequency, window)
    assert found in window
    assert parse_frequency(frequency.code) == frequency
