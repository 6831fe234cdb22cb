"""`jinlin elevator ballot template`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.sheets import write_paper
from jinlin.elevator.progress.door_sheets import SheetPaper


def template(call: Call, number: shared.Number = None, again: shared.Again = False) -> None:
    write_paper(call, number, SheetPaper.BALLOT, again=again)
