"""What people type for the number of an issue."""

from __future__ import annotations

import pytest

from jinlin.core.errors import UsageError
from jinlin.issue.rules.numbers import issue_label, parse_number


@pytest.mark.parametrize("text", ["2026-0007", "2026-7", "２０２６－７", "#2026-7", "2026—0007"])
def test_a_number_with_its_year(text: str) -> None:
    assert parse_number(text) == (2026, 7)


@pytest.mark.parametrize("text", ["7", "#7", "＃７", " 007 "])
def test_a_bare_number(text: str) -> None:
    assert parse_number(text) == (None, 7)


@pytest.mark.parametrize("text", ["", "0", "2026-0", "-7", "7.5", "七", "2026-", "12345678", "M12"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(UsageError):
        parse_number(text)


def test_a_year_with_many_issues_keeps_counting() -> None:
    assert issue_label(2026, 7) == "2026-0007"
    assert parse_number(issue_label(2026, 12345)) == (2026, 12345)
