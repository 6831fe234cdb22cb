"""`jinlin meeting done`: an action item or a resolution is carried out."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.during.action import said_of
from jinlin.meeting.commands.during.resolve import finish
from jinlin.meeting.commands.kinds import PERCENT
from jinlin.meeting.minutes import action_items
from jinlin.meeting.resolution import resolutions
from jinlin.meeting.rules.resolutions import (
    WHOLE,
    ResolutionNumber,
    ResolutionStatus,
    is_action,
    parse_action,
    parse_resolution,
)
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import DAY, TEXT
from jinlin.store.command.command import writing


def _task(text: str) -> int | ResolutionNumber:
    return parse_action(text) if is_action(text) else parse_resolution(text)


_TASK: Final = WordKind("task", "A5|M12-1", _task)


def done(
    call: Call,
    number: Annotated[
        int | ResolutionNumber, _TASK.argument(help=N_("An action item or a resolution."))
    ],
    on: Annotated[
        SaidDay | None, DAY.option("--date", help=N_("When; today if not given."))
    ] = None,
    note: Annotated[str | None, TEXT.option(help=N_("What came of it."), free=True)] = None,
    percent: Annotated[
        int | None, PERCENT.option(help=N_("Only so much of an action item is done."))
    ] = None,
) -> None:
    if isinstance(number, int):
        with writing(call) as tx:
            edit = action_items.ActionEdit(
                percent=WHOLE if percent is None else percent,
                on=on.on(tx.clock) if on else None,
                remark=note,
            )
            row = action_items.edit_action(tx, number, edit)
        said_of(call, row)
        return
    if percent is not None:
        raise UsageError(
            _("{option} goes with an action item that is there.").format(
                option=as_typed("--percent")
            ),
            hint=_("A resolution is carried out or not; note what came of it with --note."),
        )
    with writing(call) as tx:
        outcome = resolutions.ResolutionOutcome(
            status=ResolutionStatus.DONE, on=on.on(tx.clock) if on else None, remark=note
        )
        finished = resolutions.record_outcome(tx, *number, outcome)
    finish(call, finished)
