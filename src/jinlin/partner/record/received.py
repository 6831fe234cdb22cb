"""When a support has come: not while the purse's entry of it is taken back."""

from __future__ import annotations

from typing import Final

EVER: Final = "'9999'"


def received(until: str = EVER) -> str:
    """Return SQL, true where support `s` has come by a day, which is SQL as well."""
    return (
        f"(ifnull(s.received_on <= {until}, 0) AND NOT EXISTS (SELECT 1 FROM fund_entry AS b"  # noqa: S608  (our own words)
        f" WHERE b.reverses = s.fund_entry_id AND b.day <= {until}))"
    )
