"""`jinlin elevator import`: payments from a form or a bank list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.elevator.commands.money.pay import METHOD
from jinlin.elevator.commands.money.shared import ProjectOption, Running, book_of
from jinlin.elevator.project.projects import project
from jinlin.elevator.rules.books import PaymentMethod
from jinlin.exchange.table.fields import field_label
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import COME_DAY, FILE
from jinlin.store.command.command import reading

if TYPE_CHECKING:
    from jinlin.exchange.table.book import Tables


def import_(
    call: Call,
    file: Annotated[
        str,
        FILE.argument(help=N_("xlsx, xls or csv: door, amount paid, day.")),
    ],
    method: Annotated[
        PaymentMethod, METHOD.option(help=N_("How it was paid, where the list does not say."))
    ] = PaymentMethod.TRANSFER,
    on: Annotated[
        SaidDay | None,
        COME_DAY.option("--date", help=N_("The day of the rows that do not say it themselves.")),
    ] = None,
    force: Annotated[
        bool,
        flag(
            "--force",
            "--照收",
            help=N_(
                "Also duplicates and overpayments; a payment that was taken back is entered by"
                " itself only."
            ),
        ),
    ] = False,
    running: Running = False,
    project_: ProjectOption = None,
    *,
    words: ImportWords,
) -> None:
    from jinlin.elevator.money.bank_statement import NEEDED, WANTED, StatementTerms, take_payments
    from jinlin.output.importing.rejects import is_reject_file
    from jinlin.output.importing.take import Terms as ImportTerms
    from jinlin.output.importing.take import open_table, take

    with reading(call) as reader:
        which = project(reader, project_)
        day = on.on(reader.clock).isoformat() if on else None
    on_terms = ImportTerms("elevator", *words, money=True)
    tables = open_table(call, file, WANTED, on_terms, needed=NEEDED)
    if day is None:
        _need_days(tables)
    terms = StatementTerms(which, book_of(running), method, day, force, rest=is_reject_file(tables))
    take(call, tables, partial(take_payments, terms=terms), on_terms)


def _need_days(tables: Tables) -> None:
    """Refuse a list that does not say when the money came.

    Raises:
        FileError: a sheet of it has no column for the day.
    """
    lacking = [table for table in tables.tables if "paid_on" not in table.headers.columns]
    if lacking:
        raise FileError(
            _("{path} does not say on which day the money came.").format(path=tables.path),
            hint=_(
                "Say which column it is: --map HEADER={field}; or, if all came on one day, which:"
                " --date 2026-11-05. Its columns are: {headers}."
            ).format(
                field=field_label("paid_on"),
                headers=_(", ").join(name for name in lacking[0].headers.names if name),
            ),
        )
