"""`jinlin elevator account`: who takes the money, into which account."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands.money.account_options import AccountWords, account_said, account_with
from jinlin.elevator.commands.money.shared import ProjectWord, ask_about_secretary
from jinlin.elevator.money.account import set_account
from jinlin.elevator.money.queries import ProjectAccount, account_of, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.books import Books
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Record
from jinlin.store.command.command import reading, writing


def account(
    call: Call,
    number: ProjectWord = None,
    payee: Annotated[
        str | None,
        NAME.option(help=N_("Who takes the money: the owners' representative; never the branch.")),
    ] = None,
    account_: Annotated[
        str | None, TEXT.option("--account", help=N_("Bank and account number."))
    ] = None,
    handler: Annotated[str | None, NAME.option(help=N_("Who handles the money."))] = None,
    checker: Annotated[str | None, NAME.option(help=N_("Who checks it: another person."))] = None,
) -> None:
    given = AccountWords(payee, account_, handler, checker)
    with reading(call) as reader:
        which = project(reader, number)
        known = account_of(reader, which)
        books = {book: totals(reader, which, book) for book in Books}
    words = account_said(call, known, given) if any(given) else {}
    if not words:
        show(call, _record(which, known, {book: books[book].balance for book in Books}))
        return
    if known is None or words.get("payee", known.payee) != known.payee:
        ask_about_secretary(call, words["payee"])
    with writing(call) as tx:
        kept = set_account(tx, which, account_with(tx, which, words))
    done(
        call,
        _(
            "{project}: the money goes to {payee}, {account};"
            " {handler} handles it, {checker} checks."
        ).format(project=which.label, **kept._asdict()),
        number=which.label,
        data={"project": which.label, **kept._asdict()},
    )


def _record(which: Project, known: ProjectAccount | None, held: dict[Books, int]) -> Record:
    return Record(
        title=_("The account of project {project}").format(project=which.label),
        columns=(
            Column(key="project", heading=_("Project")),
            Column(key="payee", heading=_("Payee")),
            Column(key="account", heading=_("Account")),
            Column(key="handler", heading=_("Handled by")),
            Column(key="checker", heading=_("Checked by")),
            Column(key="balance_fen", heading=_("Works: holds (yuan)"), kind=Kind.MONEY),
            Column(key="running_balance_fen", heading=_("Running: holds (yuan)"), kind=Kind.MONEY),
        ),
        values=(
            which.label,
            *(known or (None,) * 4),
            held[Books.WORKS],
            held[Books.RUNNING],
        ),
        notes=()
        if known
        else (
            _("Nobody is named yet: --payee NAME --account NUMBER --handler NAME --checker NAME"),
        ),
    )
