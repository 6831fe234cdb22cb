"""What a door is reminded of: what it owes, by when, and where it pays."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.page import BLANK
from jinlin.elevator.money.door_accounts import DoorAccount
from jinlin.elevator.money.queries import ProjectAccount
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import allocate
from jinlin.elevator.rules.instalments import InstalmentPart


def reminder(
    standing: DoorAccount,
    project: Project,
    complex_name: str,
    account: ProjectAccount | None,
    today: str,
) -> str:
    """Return a reminder for one door, to be sent to it alone: under 500 characters, no table.

    Args:
        standing: where the door stands.
        project: what it pays for.
        complex_name: the complex.
        account: where it pays; None while none is named.
        today: ISO text.
    """
    balance = standing.balance
    lines = [
        _("[{complex} elevator of {place}: about your share]").format(
            complex=complex_name, place=project.place
        ),
        _("Dear neighbour of {door}:").format(door=standing.door.label),
        _("Your home owes {due} yuan in all; {net} yuan has come in, thank you.").format(
            due=yuan(balance.due), net=yuan(balance.net)
        ),
        *_due_lines(standing, today),
    ]
    if account is not None:
        lines.append(
            _("Please pay to: {payee}, {account}. You will get a numbered receipt.").format(
                payee=account.payee, account=account.account
            )
        )
    lines.append(
        _(
            "If it is paid already, or difficult just now, tell {name} and we look for a way."
        ).format(name=account.handler if account else BLANK)
    )
    lines.append(_("The branch neither collects nor keeps this money. This goes to you alone."))
    return "\n".join(lines)


def _due_lines(standing: DoorAccount, today: str) -> list[str]:
    balance = standing.balance
    if balance.arrears:
        lines = [
            _("Due by now and not yet in: {amount} yuan.").format(amount=yuan(balance.arrears))
        ]
    else:
        lines = [_("Nothing is overdue.")]
    following = _next_part(standing, today)
    if following is not None:
        part, left = following
        lines.append(
            _("Next: {amount} yuan by {day} ({name}).").format(
                amount=yuan(left), day=part.due_on, name=part.name
            )
            if part.name
            else _("Next: {amount} yuan by {day}.").format(amount=yuan(left), day=part.due_on)
        )
    return lines


def _next_part(standing: DoorAccount, today: str) -> tuple[InstalmentPart, int] | None:
    """Return the first instalment that is still to come and not paid, and what it lacks."""
    filled = allocate([part.amount for part in standing.parts], standing.balance.net)
    for part, paid in zip(standing.parts, filled, strict=True):
        if part.due_on is not None and part.due_on > today and paid < part.amount:
            return part, part.amount - paid
    return None
