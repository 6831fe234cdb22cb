"""Boundaries of small rules: a register that began later, words that are empty, numbers misread."""

from __future__ import annotations

from datetime import date

import pytest

from jinlin.core.errors import RuleError, UsageError
from jinlin.meeting.rules.frequency import Frequency, PeriodLength
from jinlin.meeting.rules.frequency_reader import parse_frequency
from jinlin.meeting.rules.heads_and_area import Amount, Gate
from jinlin.meeting.rules.meeting_duties import DaySpan, DutyState, Gathering, duty
from jinlin.meeting.rules.owners_matters import Confidence, is_called
from jinlin.meeting.rules.owners_vote_words import short_words
from jinlin.meeting.rules.resolutions import parse_action
from jinlin.meeting.rules.threshold import MORE_THAN_HALF, parse_threshold
from jinlin.meeting.rules.vote_count import VoteCounts, VotingRoom, outcome
from jinlin.meeting.rules.vote_rules import Base, VoteRule

FRIDAYS = Frequency(1, PeriodLength.WEEK, weekday=5)
RULE = VoteRule(None, MORE_THAN_HALF, Base.PRESENT, "惯例", Confidence.OWN)


def test_weeks_before_the_register_began_are_not_called_missed() -> None:
    november = DaySpan(date(2026, 11, 1), date(2026, 11, 30))
    held = [Gathering("M1", date(2026, 11, 27), held=True)]
    began_late = duty(FRIDAYS, november, held, today=date(2026, 12, 5), since=date(2026, 11, 25))
    assert (began_late.held < began_late.needed, began_late.standing) == (True, DutyState.HELD)
    began_early = duty(FRIDAYS, november, held, today=date(2026, 12, 5), since=date(2026, 1, 1))
    assert began_early.standing is DutyState.MISSED


def test_what_is_due_without_a_day_falls_on_none() -> None:
    assert not Frequency(1, PeriodLength.MONTH).falls_on(date(2026, 11, 6))


@pytest.mark.parametrize(
    ("text", "week"), [("the first friday of each month", 1), ("third Friday of the month", 3)]
)
def test_which_friday_of_a_month_is_read_in_english_too(text: str, week: int) -> None:
    assert parse_frequency(text) == Frequency(1, PeriodLength.MONTH, weekday=5, week=week)


def test_nothing_is_short_at_a_gate_that_is_met() -> None:
    whole, none = Amount(3, 300), Amount(0, 0)
    assert (
        short_words(Gate(parse_threshold(">=2/3"), whole, whole, Amount(2, 200), none, met=True))
        == ""
    )


@pytest.mark.parametrize("text", ["M1", "5", "A", "A-5", ""])
def test_what_is_no_number_of_an_action_item_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_action(text)


def test_who_gave_no_vote_stands_in_the_sum_that_does_not_add_up() -> None:
    with pytest.raises(RuleError, match="not voting 2"):
        outcome(RULE, VotingRoom(10, 10), VoteCounts(3, 1, not_voting=2))


def test_a_name_is_known_whatever_its_width_case_and_dashes() -> None:
    assert is_called("Friday-Council ", ["friday_council"])
    assert is_called("ＦＵＮＤ", ["fund"])
    assert not is_called("friday", ["friday_council"])
