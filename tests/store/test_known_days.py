"""The public holidays that come with a release."""

from __future__ import annotations

from datetime import date

from chinese_calendar import constants

from jinlin.store.schema.known_days import WRITTEN, known_days, last_year

SATURDAY = 5


def test_they_are_those_that_others_took_from_the_same_circulars() -> None:
    years = range(2020, WRITTEN + 1)
    theirs = {
        *((day, "off") for day in constants.holidays if day.weekday() < SATURDAY),
        *((day, "work") for day in constants.workdays),
    }
    ours = {(date.fromisoformat(day), kind) for day, kind, *_words in known_days()}
    assert {found for found in theirs if found[0].year in years} == ours


def test_a_day_off_is_named_as_others_name_it() -> None:
    chinese = {holiday.value: holiday.chinese for holiday in constants.Holiday}
    named = {
        day: name
        for day, kind, name, _source in known_days()
        if kind == "off" and name != chinese[constants.holidays[date.fromisoformat(day)]]
    }
    assert not named


def test_no_year_is_left_out() -> None:
    years = {int(day[:4]) for day, *_words in known_days()}
    assert years == set(range(2020, WRITTEN + 1))
    assert last_year() >= WRITTEN
