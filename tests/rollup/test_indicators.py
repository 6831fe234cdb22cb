"""Every indicator is two sums of what is counted, says what it means, and is put as one question."""

from __future__ import annotations

from jinlin.rollup.rules.indicators import IndicatorUnit, by_unit, indicators


def test_a_rate_is_two_sums_and_says_what_it_counts() -> None:
    known = indicators()
    assert len(known) >= 20
    for one in known.values():
        assert bool(one.base) == (one.unit is IndicatorUnit.PERCENT)
        assert one.definitions["zh"].endswith("。")
        assert one.definitions["en"].endswith(".")
        assert one.better in {"", "more", "fewer"}


def test_nothing_of_the_partys_own_life_may_be_published() -> None:
    inside = {("meetings", ""), ("branch", "full"), ("branch", "probationary"), ("purses", "")}
    for one in indicators().values():
        if one.public:
            told = {(term.table, term.measure) for term in (*one.counted, *one.base)}
            assert not inside & (told | {(table, "") for table, _measure in told})


def test_the_question_sums_each_table_once_and_takes_off_what_is_to_be_taken_off() -> None:
    asked = by_unit([indicators()["meeting_duty_rate"], indicators()["filled_afterwards_rate"]])
    assert asked.count("FROM meetings") == 1
    assert "coalesce(meetings_needed, 0) - coalesce(meetings_missed, 0) AS meeting_duty" in asked
    assert "coalesce(categories_received, 0) AS filled_afterwards_rate_base" in asked
