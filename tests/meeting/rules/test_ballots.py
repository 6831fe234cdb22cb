"""How votes are counted and how often meetings are due, as data and as people say it."""

from __future__ import annotations

import pytest

from jinlin.core import i18n
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.numerals import chinese_numeral
from jinlin.meeting.rules.frequency import ANY, LAST, Frequency, PeriodLength
from jinlin.meeting.rules.frequency_reader import parse_frequency
from jinlin.meeting.rules.kinds import Expected, Voters, meeting_types
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.vote_rules import BallotKind, Base


def test_the_general_meeting_counts_as_the_regulation_says() -> None:
    general = meeting_types()["general_meeting"]
    decision, election = general.rules[BallotKind.DECISION], general.rules[BallotKind.ELECTION]
    assert decision.quorum is not None
    assert (decision.quorum.code, decision.passing.code, decision.base) == (
        ">=1/2",
        ">1/2",
        Base.ENTITLED,
    )
    assert (decision.source, decision.confidence) == (
        "《中国共产党支部工作条例（试行）》第十一条",
        Confidence.LAW,
    )
    assert election.quorum is not None
    assert (election.quorum.code, election.passing.code, election.base) == (
        ">=4/5",
        ">1/2",
        Base.PRESENT,
    )
    assert general.rules[BallotKind.ADMISSION].written
    assert not decision.written


def test_every_kind_says_who_is_expected_and_party_votes_are_marked() -> None:
    types = meeting_types()
    assert types["committee_meeting"].expected is Expected.COMMITTEE
    assert types["owners_assembly"].notice_days == 15
    assert types["owners_assembly"].voters is Voters.OWNERS
    party = {code for code, known in types.items() if known.party}
    assert party == {
        "general_meeting", "committee_meeting", "group_meeting", "party_lecture", "party_day",
        "organisational_life", "appraisal", "heart_to_heart", "election",
    }  # fmt: skip
    for known in types.values():
        for rule in known.rules.values():
            assert rule.source
            assert rule.base in Base


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("general_meeting", Frequency(1, PeriodLength.QUARTER)),
        ("friday_council", Frequency(1, PeriodLength.WEEK, weekday=5)),
        ("charity_day", Frequency(1, PeriodLength.MONTH, day=25)),
        ("building_council", None),
    ],
)
def test_how_often_is_told_to_the_calendar(code: str, due: Frequency | None) -> None:
    assert meeting_types()[code].due == due


@pytest.mark.parametrize(
    ("text", "frequency", "english", "chinese"),
    [
        ("1/month", Frequency(1, PeriodLength.MONTH), "once a month", "每月1次"),
        ("每季度1次", Frequency(1, PeriodLength.QUARTER), "once a quarter", "每季度1次"),
        ("每年2次", Frequency(2, PeriodLength.YEAR), "2 times a year", "每年2次"),
        ("２/half-year", Frequency(2, PeriodLength.HALF_YEAR), "2 times a half-year", "每半年2次"),
        ("week", Frequency(1, PeriodLength.WEEK), "once a week", "每周1次"),
        ("每周四", Frequency(1, PeriodLength.WEEK, weekday=4), "every Thursday", "每星期四"),
        ("每周日", Frequency(1, PeriodLength.WEEK, weekday=7), "every Sunday", "每星期日"),
        ("每月25日", Frequency(1, PeriodLength.MONTH, day=25), "on day 25 of each month", "每月25日"),
        ("每月二十五号", Frequency(1, PeriodLength.MONTH, day=25), "on day 25 of each month",
         "每月25日"),
        ("每月最后一个周六", Frequency(1, PeriodLength.MONTH, weekday=6, week=LAST),
         "the last Saturday of each month", "每月最后一个星期六"),
        ("每月第二个星期三", Frequency(1, PeriodLength.MONTH, weekday=3, week=2),
         "the second Wednesday of each month", "每月第二个星期三"),
        ("每月月底", Frequency(1, PeriodLength.MONTH, day=LAST), "on the last day of each month",
         "每月最后一天"),
        ("每周2次（周四）", Frequency(2, PeriodLength.WEEK, weekday=4), "2 times a week: every Thursday",
         "每周2次：每星期四"),
        ("逢周四", Frequency(1, PeriodLength.WEEK, weekday=4), "every Thursday", "每星期四"),
        ("每月一次", Frequency(1, PeriodLength.MONTH), "once a month", "每月1次"),
        ("一个月两次", Frequency(2, PeriodLength.MONTH), "2 times a month", "每月2次"),
        ("每周一次", Frequency(1, PeriodLength.WEEK), "once a week", "每周1次"),
        ("每个星期两次", Frequency(2, PeriodLength.WEEK), "2 times a week", "每周2次"),
        ("每周一一次", Frequency(1, PeriodLength.WEEK, weekday=1), "every Monday", "每星期一"),
        ("每季度两次", Frequency(2, PeriodLength.QUARTER), "2 times a quarter", "每季度2次"),
        ("半年一次", Frequency(1, PeriodLength.HALF_YEAR), "once a half-year", "每半年1次"),
        ("一年两次", Frequency(2, PeriodLength.YEAR), "2 times a year", "每年2次"),
        ("每年十二次", Frequency(12, PeriodLength.YEAR), "12 times a year", "每年12次"),
        ("每月二十五日", Frequency(1, PeriodLength.MONTH, day=25), "on day 25 of each month",
         "每月25日"),
        ("每月廿五", Frequency(1, PeriodLength.MONTH, day=25), "on day 25 of each month", "每月25日"),
        ("每月卅日", Frequency(1, PeriodLength.MONTH, day=30), "on day 30 of each month", "每月30日"),
        ("每月任意一天", Frequency(1, PeriodLength.MONTH, week=ANY), "once a month", "每月1次"),
    ],
)  # fmt: skip
def test_how_often_is_read_as_people_say_it(
    text: str, frequency: Frequency, english: str, chinese: str
) -> None:
    assert parse_frequency(text) == frequency
    assert parse_frequency(frequency.code) == frequency
    assert frequency.words == english
    i18n.install("zh")
    assert frequency.words == chinese


def test_so_many_times_is_read_in_figures_and_in_characters() -> None:
    for number in range(1, 100):
        for said in (str(number), chinese_numeral(number)):
            for text in (f"每年{said}次", f"一年{said}次"):
                assert parse_frequency(text) == Frequency(number, PeriodLength.YEAR), text


def test_days_are_told_in_words() -> None:
    assert Frequency(1, PeriodLength.WEEK, weekday=5).words == "every Friday"
    assert Frequency(1, PeriodLength.MONTH, day=25).words == "on day 25 of each month"
    assert parse_frequency("按需") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "often",
        "0/month",
        "1/decade",
        "12",
        "每月32日",
        "每月0日",
        "每周八",
        "每月第五个周六",
        "每两年一次",
        "两个月一次",
        "每月零次",
        "每月卅二日",
        "每天一次",
    ],
)
def test_what_does_not_say_how_often_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_frequency(text)


def test_bases_and_kinds_are_read_in_both_languages() -> None:
    assert Base.read("应到会") is Base.ENTITLED
    assert Base.read("present") is Base.PRESENT
    assert BallotKind.read("发展党员") is BallotKind.ADMISSION
    assert BallotKind.read("Election") is BallotKind.ELECTION
    with pytest.raises(NotFoundError, match="半数"):
        Base.read("半数")
    with pytest.raises(NotFoundError, match="抽签"):
        BallotKind.read("抽签")
