"""What settling and joining late share: shown first, backed up, then done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.elevator.commands.money.shared import first_rows
from jinlin.elevator.project.projects import Project
from jinlin.elevator.settlement import actions
from jinlin.elevator.settlement.pages import settled_title
from jinlin.output.asking import confirm
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Reader


class Agreed(NamedTuple):
    """What was agreed to.

    Attributes:
        seen: it was shown and agreed to on a terminal, and is wanted nowhere else.
        reason: why.
        approver: who approves it.
        day: the day on which it was settled, ISO text.
    """

    proposal: actions.Proposal
    listing: Listing
    seen: bool
    reason: str
    approver: str
    day: str


def agree(call: Call, plan: Listing, text: str, approver: str) -> bool:
    """Show what will happen where somebody is asked, and ask.

    Returns:
        Whether it was shown, and need not be shown again.
    """
    asked = call.environment.interactive and not (call.yes or call.dry_run)
    if asked:
        show(call._replace(output=None), first_rows(call, plan))
    confirm(call, _("{what} Approved by {approver}.").format(what=text, approver=approver))
    return asked and not call.output


def carry_out(
    call: Call,
    which: Project,
    propose: Callable[[Reader], actions.Proposal],
    plan: Agreed,
) -> None:
    """Back the database up, write what was agreed to, and say so; show what was not shown yet.

    Raises:
        RuleError: another window changed meanwhile what would come of it.
    """
    safeguard(call)
    with once_saved(call) as held, writing(call) as tx:
        proposal = propose(tx)
        if proposal != plan.proposal:
            raise RuleError(
                _("Another window changed the database meanwhile; nothing was settled."),
                hint=_("Type the command again."),
            )
        version = actions.settle(
            tx, which, proposal, on=plan.day, reason=plan.reason, approved_by=plan.approver
        )
        title = settled_title(which, version)
        if plan.seen:
            held.tell(_("Written: {title}, {day}.").format(title=title, day=plan.day))
        else:
            notes = (*plan.listing.notes, _("Settled on {day}.").format(day=plan.day))
            listing = plan.listing._replace(title=title, notes=notes)
            show(held, first_rows(call, listing))
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
