"""Periods, words and who signs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.notice.rules.matters import check_signer, matters, parse_matter, usual_period
from jinlin.notice.rules.notices import (
    LONGEST_PERIOD,
    NoticePeriod,
    NoticeStatus,
    ObjectionOutcome,
    Signer,
    Type,
    Unit,
    ends_on,
    parse_answered,
    parse_number,
    parse_period,
    signer_of,
    status_on,
)

SPRING = Calendar(
    off=frozenset(date(2027, 2, day) for day in (5, 8, 9, 10, 11)),
    work=frozenset({date(2027, 2, 14)}),
    years=frozenset({2027}),
)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_the_first_day_is_not_counted_and_a_last_day_on_a_sunday_moves_on() -> None:
    # practice.md 5.1: posted on 1 November for seven days; 2026-11-08 is a Sunday.
    assert ends_on(date(2026, 11, 1), NoticePeriod(7, Unit.NATURAL), Calendar()) == date(
        2026, 11, 9
    )
    assert ends_on(date(2026, 11, 2), NoticePeriod(7, Unit.NATURAL), Calendar()) == date(
        2026, 11, 9
    )


def test_a_last_day_in_a_holiday_moves_past_all_of_it() -> None:
    assert ends_on(date(2027, 1, 29), NoticePeriod(7, Unit.NATURAL), SPRING) == date(2027, 2, 12)


def test_a_make_up_working_day_on_a_sunday_may_be_the_last() -> None:
    assert ends_on(date(2027, 2, 7), NoticePeriod(7, Unit.NATURAL), SPRING) == date(2027, 2, 14)


def test_working_days_are_counted_one_by_one() -> None:
    assert ends_on(date(2027, 2, 3), NoticePeriod(3, Unit.WORKING), SPRING) == date(2027, 2, 14)


@given(DAYS, st.integers(1, LONGEST_PERIOD), st.sampled_from(Unit))
def test_a_period_is_never_shorter_than_its_days_and_ends_on_a_working_day(
    posted: date, days: int, unit: Unit
) -> None:
    last = ends_on(posted, NoticePeriod(days, unit), SPRING)
    assert last - posted >= timedelta(days=days)
    assert SPRING.is_working(last)
    if unit is Unit.NATURAL:  # nobody works from a Friday's holiday to the end of the festival
        assert last - posted <= timedelta(days=days + 9)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15", (15, None)), ("１５天", (15, None)), ("7个工作日", (7, Unit.WORKING)),
        ("5 working days", (5, Unit.WORKING)), ("30自然日", (30, Unit.NATURAL)), ("3日", (3, None)),
    ],
)  # fmt: skip
def test_periods_as_people_say_them(said: str, meant: tuple[int, Unit | None]) -> None:
    assert parse_period(said) == meant


@pytest.mark.parametrize("said", ["", "0", "367", "-3", "半个月", "7x", "1.5天"])
def test_what_is_no_period_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        parse_period(said)


def test_numbers_with_and_without_their_letter() -> None:
    assert parse_number("N12") == parse_number("ｎ１２") == parse_number("12") == 12
    assert parse_answered("q7") == (None, 7)
    assert parse_answered("N12-1") == (12, 1)
    for wrong in ("M12", "N12-", "Q", "12"):
        with pytest.raises(UsageError):
            parse_answered(wrong)
    with pytest.raises(UsageError):
        parse_number("M12")


def test_types_and_outcomes_are_read_in_both_languages() -> None:
    assert Type.read("公示") is Type.read("public-notice") is Type.PUBLIC_NOTICE
    assert Type.read("公告") is Type.ANNOUNCEMENT
    assert (
        ObjectionOutcome.read("不成立")
        is ObjectionOutcome.read("rejected")
        is ObjectionOutcome.REJECTED
    )
    for read in (Type.read, ObjectionOutcome.read):
        with pytest.raises(NotFoundError):
            read("海报")


def test_every_matter_says_how_long_how_soon_or_how_often() -> None:
    for matter in matters().values():
        said = (matter.period is not None, matter.within is not None, bool(matter.every))
        assert sum(said) == 1, matter.code
        assert (matter.type is Type.PUBLIC_NOTICE) == (matter.period is not None), matter.code
        assert matter.basis
        assert parse_matter(matter.names["zh"]) == parse_matter(matter.code) == matter


def test_a_public_notice_on_no_list_hangs_seven_days_and_a_disclosure_as_long_as_it_is_true() -> (
    None
):
    assert usual_period(Type.PUBLIC_NOTICE, None) == (7, Unit.NATURAL, "惯例")
    assert usual_period(Type.DISCLOSURE, parse_matter("公共收益")) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("梅苑小区业主委员会", Signer.OWNERS_COMMITTEE), ("业委会", Signer.OWNERS_COMMITTEE),
        ("3号楼业主代表", Signer.OWNERS_REPRESENTATIVE), ("梅苑社区居民委员会", Signer.RESIDENTS_COMMITTEE),
        ("中共梅苑社区党支部", Signer.COMMUNITY), ("中共金山街道梅苑社区梅苑小区支部委员会", Signer.BRANCH),
        ("某某物业公司", Signer.PROPERTY_COMPANY), ("老年协会", Signer.OTHER),
    ],
)  # fmt: skip
def test_whose_paper_it_is_stands_in_the_name(said: str, meant: Signer) -> None:
    assert signer_of(said) is meant


def test_the_branch_signs_only_what_is_the_branchs() -> None:
    check_signer(parse_matter("经费"), "梅苑小区党支部")
    check_signer(None, "老年协会")
    with pytest.raises(RuleError) as refused:
        check_signer(parse_matter("电梯方案"), "梅苑小区党支部")
    assert "owners' representative" in refused.value.hint


@pytest.mark.parametrize(
    ("days", "status"),
    [
        ({}, NoticeStatus.DRAFT),
        ({"posted_on": "2026-11-01"}, NoticeStatus.RUNNING),
        ({"posted_on": "2026-11-01", "ends_on": "2026-11-05"}, NoticeStatus.RUNNING),
        ({"posted_on": "2026-11-01", "ends_on": "2026-11-04"}, NoticeStatus.ENDED),
        ({"posted_on": "2026-11-01", "taken_down_on": "2026-11-03"}, NoticeStatus.ENDED),
        ({"posted_on": "2026-11-01", "withdrawn_on": "2026-11-03"}, NoticeStatus.WITHDRAWN),
    ],
)  # fmt: skip
def test_where_a_notice_stands_on_a_day(days: dict[str, str], status: NoticeStatus) -> None:
    nothing = dict.fromkeys(("posted_on", "ends_on", "taken_down_on", "withdrawn_on"))
    assert status_on(date(2026, 11, 5), {**nothing, **days}) is status
