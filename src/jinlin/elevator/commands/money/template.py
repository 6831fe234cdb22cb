"""`jinlin elevator template`: the list of what doors are to pay, to be filled in."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.elevator.commands.money.shared import ProjectWord, Running, book_of
from jinlin.elevator.money.door_accounts import standings
from jinlin.elevator.project.projects import project
from jinlin.output.command.kind import flag
from jinlin.store.command.command import reading


def template(
    call: Call,
    number: ProjectWord = None,
    everybody: Annotated[bool, flag("--all", help=N_("Also doors that owe nothing."))] = False,
    running: Running = False,
) -> None:
    from jinlin.elevator.money.payment_form import payment_form, payment_form_number, payment_rows
    from jinlin.output.importing.form import write_form

    with reading(call) as reader:
        which, book = project(reader, number), book_of(running)
        found = standings(reader, which, book)
        form_number = payment_form_number(reader, which, book)
    rows = payment_rows([one for one in found if everybody or one.balance.outstanding > 0])
    if not rows:
        raise RuleError(
            _("No door owes anything."),
            hint=_("With every door: jinlin elevator template --all"),
        )
    back = (
        f"jinlin elevator import {as_typed('--running')}" if running else "jinlin elevator import"
    )
    write_form(call, payment_form(), form_number, rows, back=back)
