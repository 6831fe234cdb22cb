"""Which status may follow which, and the words for them."""

from __future__ import annotations

import pytest

from jinlin.core.errors import RuleError, UsageError
from jinlin.issue.statuses import (
    CLOSED,
    FOLLOWERS,
    OPEN,
    STATUS_LABELS,
    Status,
    check_follows,
    read_statuses,
)


def test_the_table_speaks_of_every_status() -> None:
    assert set(FOLLOWERS) == set(STATUS_LABELS) == set(Status)
    assert set(Status) == OPEN | CLOSED


def test_what_is_closed_can_only_be_opened_again() -> None:
    for status in CLOSED:
        assert FOLLOWERS[status] == {Status.IN_PROGRESS}


def test_whatever_is_open_can_be_closed_either_way() -> None:
    for status in OPEN:
        assert {Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED} <= FOLLOWERS[status]


def test_departments_arrive_only_after_the_call() -> None:
    before = {status for status in Status if Status.DEPARTMENTS_ARRIVED in FOLLOWERS[status]}
    assert before == {Status.DEPARTMENTS_CALLED}


def test_no_status_follows_itself() -> None:
    for status in Status:
        with pytest.raises(RuleError):
            check_follows("2026-0001", status, status)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("办理中", {Status.IN_PROGRESS}),
        ("in_progress", {Status.IN_PROGRESS}),
        ("In-Progress", {Status.IN_PROGRESS}),
        ("已答复（暂未解决）", {Status.CLOSED_UNSOLVED}),
        ("open", OPEN),
        ("未办结", OPEN),
        ("已结", CLOSED),
    ],
)
def test_the_words_for_statuses(text: str, found: set[Status]) -> None:
    assert read_statuses(text) == found


def test_another_word_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError) as error:
        read_statuses("差不多了")
    assert "in_progress" in error.value.hint
