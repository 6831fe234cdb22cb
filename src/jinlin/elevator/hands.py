"""Who may take and watch over the money of an elevator: never the branch, always two people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_PARTY = re.compile(r"支部|党总支|党委|党工委|党组织")
NEVER: Final = ("支部", "党支部", "小区党支部")
"""What a branch is called for short."""


def check_payee(payee: str, account: str, branch_names: Iterable[str]) -> None:
    """Refuse the branch as payee, and an account in its name (practice.md 5.7, 6.5).

    Args:
        payee: who would take the money.
        account: the account, as it stands on the receipt.
        branch_names: what the branch is called.

    Raises:
        RuleError: it is the branch, or another Party organisation.
    """
    names = {compact(name) for name in (*branch_names, *NEVER) if name}
    for said in (payee, account):
        told = compact(said)
        if told in names or _PARTY.search(told) or any(len(n) > 2 and n in told for n in names):  # noqa: PLR2004
            raise RuleError(
                _("“{name}” cannot take the money: the branch collects and keeps none.").format(
                    name=said
                ),
                hint=_(
                    "Name the owners' representative or the implementing body, and its account."
                ),
            )


def check_two_people(handler: str, checker: str) -> None:
    """Refuse one person as handler and checker of the same money.

    Raises:
        RuleError: they are one.
    """
    if compact(handler) == compact(checker):
        raise RuleError(
            _("Two people watch over the money: {name} is handler and checker.").format(
                name=handler
            ),
            hint=_("Name another checker: --checker NAME"),
        )
