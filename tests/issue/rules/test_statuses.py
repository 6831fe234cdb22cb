"""Which status may follow which, and the words for them."""

from __future__ import annotations

import pytest

from jinlin.core.errors import RuleError, UsageError
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import (
    CLOSED,
    OPEN,
    STEPS,
    Status,
    read_statuses,
    step_of,
)

FOLLOWERS = {
    status: {step.after for step in STEPS if step.after and status in step.before}
    for status in Status
}


def test_every_status_leads_somewhere_and_has_words() -> None:
    assert all(FOLLOWERS.values())
    assert set(Status.labels()) == set(Status) == OPEN | CLOSED


def test_what_is_closed_can_only_be_opened_again() -> None:
    for status in CLOSED:
        assert FOLLOWERS[status] == {Status.IN_PROGRESS}


def test_whatever_is_open_can_be_closed_either_way() -> None:
    for status in OPEN:
        assert {Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED} <= FOLLOWERS[status]


def test_departments_arrive_only_after_the_call() -> None:
    before = {status for status in Status if Status.DEPARTMENTS_ARRIVED in FOLLOWERS[status]}
    assert before == {Status.DEPARTMENTS_CALLED}


def test_handing_back_is_a_step_and_no_status() -> None:
    assert "handed_back" not in set(Status)
    assert step_of("", EventKind.HANDED_BACK, Status.IN_PROGRESS).after is Status.REPORTED
    assert step_of("", EventKind.HANDED_BACK, Status.ESCALATED).after is None


def test_every_step_but_the_report_is_in_the_table_and_has_words() -> None:
    assert {step.kind for step in STEPS} == set(EventKind) - {EventKind.REPORTED}
    assert set(EventKind.labels()) == set(EventKind)


def test_a_step_and_a_status_lead_to_one_next_status_unless_it_is_named() -> None:
    several = {EventKind.CLOSED, EventKind.DECIDED}
    for kind in set(EventKind) - several:
        for status in Status:
            found = [step for step in STEPS if step.kind is kind and status in step.before]
            assert len(found) <= 1, (kind, status)


def test_what_is_unsolved_or_declined_is_never_solved() -> None:
    assert read_statuses("solved") == {Status.CLOSED_SOLVED}
    assert read_statuses("unsolved") == CLOSED - {Status.CLOSED_SOLVED}


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (EventKind.CLOSED, Status.CLOSED_UNSOLVED),
        (EventKind.DECLINED, None),
        (EventKind.REOPENED, None),
        (EventKind.DEFERRED, None),
        (EventKind.HANDED_BACK, None),
        (EventKind.ESCALATED, None),
    ],
)
def test_what_needs_a_reason_needs_it_in_every_status(
    kind: EventKind, after: Status | None
) -> None:
    steps = [step for step in STEPS if step.kind is kind and after in {None, step.after}]
    assert steps
    assert all(step.why for step in steps)


def test_no_status_follows_itself() -> None:
    assert all(step.after not in step.before for step in STEPS)


def test_a_status_that_cannot_come_next_is_refused_with_those_that_can() -> None:
    with pytest.raises(RuleError) as error:
        step_of("2026-0001", EventKind.DECIDED, Status.IN_PROGRESS, Status.REPORTED)
    assert "cannot become “reported”" in error.value.message
    assert "escalated, closed, solved" in error.value.hint


def test_what_is_closed_says_how_to_open_it_again() -> None:
    with pytest.raises(RuleError) as error:
        step_of("2026-0001", EventKind.DECIDED, Status.DECLINED, Status.ESCALATED)
    assert "jinlin issue reopen 2026-0001" in error.value.hint


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


def test_what_a_notebook_calls_solved_is_solved() -> None:
    assert read_statuses("已解决") == read_statuses("已办结") == {Status.CLOSED_SOLVED}
