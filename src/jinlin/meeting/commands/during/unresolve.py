"""`jinlin meeting unresolve`: take out a resolution recorded wrongly."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import text_of
from jinlin.meeting.resolution import amendments
from jinlin.meeting.rules.resolutions import parse_resolution
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def unresolve(
    call: Call,
    number: Annotated[
        str, typer.Argument(metavar="M12-1", help=_("The number of the resolution."))
    ],
    reason: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("Why it should not stand there."))
    ],
) -> None:
    meeting, own = parse_resolution(number)
    why = text_of(reason, what="--reason")
    with writing(call) as tx:
        row, tasks = amendments.remove_resolution(tx, meeting, own, why)
    done(
        call,
        _("{number} was taken out: {text}").format(number=row.label, text=row.text),
        number=row.label,
        data={
            "number": row.label, "text": row.text, "reason": why, "issues": row.issues,
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
