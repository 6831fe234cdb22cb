"""`jinlin meeting done`: an action item or a resolution is carried out."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.commands.during.action import said_of
from jinlin.meeting.commands.during.resolve import finish
from jinlin.meeting.minutes import action_items
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.resolution import resolutions
from jinlin.meeting.rules.resolutions import (
    WHOLE,
    ResolutionStatus,
    is_action,
    parse_action,
    parse_percent,
    parse_resolution,
)
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx


def done(
    call: Call,
    number: Annotated[
        str, typer.Argument(metavar="A5|M12-1", help=_("An action item or a resolution."))
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar=_("DATE"), help=_("When; today if not given."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What came of it."))] = None,
    percent: Annotated[
        str | None,
        typer.Option(metavar="40", help=_("Only so much of an action item is done.")),
    ] = None,
) -> None:
    remark = clean(note or "") or None
    if is_action(number):
        with writing(call) as tx:
            edit = action_items.ActionEdit(
                percent=parse_percent(percent) if percent else WHOLE,
                on=parse_day(on, tx.clock) if on else None,
                remark=remark,
            )
            row = action_items.edit_action(tx, parse_action(number), edit)
        said_of(call, row)
        return
    if percent:
        raise UsageError(
            _("{option} goes with an action item that is there.").format(option="--percent"),
            hint=_("A resolution is carried out or not; note what came of it with --note."),
        )
    with writing(call) as tx:
        finished = _carry_out(tx, number, on, remark)
    finish(call, finished)


def _carry_out(tx: Tx, number: str, on: str | None, remark: str | None) -> Resolution:
    meeting, own = parse_resolution(number)
    outcome = resolutions.ResolutionOutcome(
        status=ResolutionStatus.DONE,
        on=parse_day(on, tx.clock) if on else None,
        remark=remark,
    )
    return resolutions.record_outcome(tx, meeting, own, outcome)
