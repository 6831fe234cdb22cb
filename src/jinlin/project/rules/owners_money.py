"""Money of all owners pays for works alone about which they decide something (民法典 278)."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.member.rules.purses import Purse

_BY_VOTE: Final = frozenset({Purse.COMMON_REVENUE, Purse.MAINTENANCE_FUND})
"""Purses of all owners: spent by a vote of theirs alone, whatever the works are."""


def check_purse(purse: Purse | None, matter: str | None, *, works: str, hint: str) -> None:
    """Refuse the owners' money for works about which they decide nothing.

    Args:
        purse: out of which purse; None where nobody said.
        matter: what the owners decide, by its code; None where they decide nothing.
        works: what the works are called.
        hint: how it is put right.

    Raises:
        RuleError: it is that.
    """
    if purse in _BY_VOTE and matter is None:
        raise RuleError(
            _(
                "“{purse}” is the owners' money, and nothing about {number} is for them to decide."
            ).format(purse=purse.label, number=works),
            hint=hint,
        )
