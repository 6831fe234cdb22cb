"""`jinlin elevator reopen`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.elevator.commands.money.shared import Approver, ProjectWord, Reason, approver_said
from jinlin.elevator.money.dues import dues
from jinlin.elevator.project.projects import project
from jinlin.elevator.settlement import actions
from jinlin.output.delivery.show import done
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing


def reopen(
    call: Call,
    number: ProjectWord = None,
    *,
    reason: Reason,
    approved_by: Approver = None,
) -> None:
    with reading(call) as reader:
        which = project(reader, number)
        if not dues(reader, which).locked:
            raise RuleError(
                _("The books of project {project} are open.").format(project=which.label),
                hint=_("Nothing has to be done."),
            )
    approver = approver_said(call, which, approved_by)
    safeguard(call)
    with writing(call) as tx:
        actions.reopen(tx, which, dues(tx, which), reason=reason, approved_by=approver)
    done(
        call,
        _(
            "The books of project {project} are open again, approved by {approver}; settle anew"
            " when they are right."
        ).format(project=which.label, approver=approver),
        number=which.label,
        data={"project": which.label, "reason": reason, "approved_by": approver},
    )
