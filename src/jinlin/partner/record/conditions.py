"""What holds of `partner` and `partner_support AS s` on a day, as SQL."""

from __future__ import annotations

from typing import Final

EVER: Final = "'9999'"
NUMBER: Final = "'D' || p.number || '-' || s.number"
"""The number of a support of `partner AS p`: `D1-3`."""


def received(until: str = EVER) -> str:
    """Return whether a support has come by a day: not while the purse's entry is taken back.

    Args:
        until: the day, SQL as well.
    """
    return (
        f"(ifnull(s.received_on <= {until}, 0) AND NOT EXISTS (SELECT 1 FROM fund_entry AS b"  # noqa: S608  (our own words)
        f" WHERE b.reverses = s.fund_entry_id AND b.day <= {until}))"
    )


def outstanding(day: str = EVER) -> str:
    """Return whether a support was promised by a day, has not come and was not dropped."""
    return (
        f"(s.promised_on <= {day} AND NOT {received(day)} AND ifnull(s.dropped_on > {day}, 1))"
    )  # fmt: skip


def in_force(day: str) -> str:
    """Return whether the agreement of a partner holds on a day."""
    return (
        f"(removed_at IS NULL AND ifnull(agreement_on <= {day}, 1)"
        f" AND ifnull(agreement_until >= {day}, 1) AND ifnull(ended_on > {day}, 1))"
    )


def about_issue(row: str) -> str:
    """Return whether a row is about `issue AS i`."""
    return (
        f"{row}.about_kind = 'issue' AND i.year = CAST(substr({row}.about_number, 1, 4) AS INTEGER)"
        f" AND i.number = CAST(substr({row}.about_number, 6) AS INTEGER)"
    )


def about_project(row: str) -> str:
    """Return whether a row is about `project AS g`."""
    return (
        f"{row}.about_kind = 'project'"
        f" AND g.number = CAST(substr({row}.about_number, 2) AS INTEGER)"
    )
