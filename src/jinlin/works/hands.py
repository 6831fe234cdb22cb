"""Who may handle money that is not the branch's: never the branch, and never one person alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_PARTY = re.compile(r"支部|党总支|党委|党工委|党组织|书记")


def is_branch(said: str, branch_names: Iterable[str]) -> bool:
    """Return whether a text names the branch, its secretary, or another Party organisation.

    Args:
        said: a name, or an account as it stands on the receipt.
        branch_names: what the branch is called.
    """
    told = compact(said)
    names = {compact(name) for name in branch_names if name}
    return (
        told in names
        or _PARTY.search(told) is not None
        or any(len(name) > 2 and name in told for name in names)  # noqa: PLR2004
    )


def check_payee(payee_and_account: Iterable[str], branch_names: Iterable[str]) -> None:
    """Refuse the branch as payee, and an account in its name (practice.md 5.7, 6.5).

    Args:
        payee_and_account: who would take the money, and the account as it stands on the receipt.
        branch_names: what the branch is called.

    Raises:
        RuleError: it is the branch, or another Party organisation.
    """
    names = tuple(branch_names)
    for said in payee_and_account:
        if is_branch(said, names):
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
