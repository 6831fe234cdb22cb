"""`jinlin meeting unresolve`: take out a resolution recorded wrongly."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import RESOLUTION
from jinlin.meeting.resolution import amendments
from jinlin.meeting.rules.resolutions import ResolutionNumber
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def unresolve(
    call: Call,
    number: Annotated[
        ResolutionNumber, RESOLUTION.argument(help=N_("The number of the resolution."))
    ],
    reason: Annotated[str, TEXT.option(help=N_("Why it should not stand there."))],
) -> None:
    with writing(call) as tx:
        row, tasks = amendments.remove_resolution(tx, *number, reason)
    done(
        call,
        _("{number} was taken out: {text}").format(number=row.label, text=row.text),
        number=row.label,
        data={
            "number": row.label, "text": row.text, "reason": reason, "issues": row.issues,
            "actions": tasks,
        },
    )  # fmt: skip
    if row.issues:
        call.tell(
            _(
                "What was written back stays, with a note that it was taken out; status unchanged:"
                " {issues}"
            ).format(issues=_(", ").join(row.issues)),
        )
    if tasks:
        call.tell(
            _("These action items belong to no resolution any more: {numbers}").format(
                numbers=_(", ").join(tasks)
            ),
        )
