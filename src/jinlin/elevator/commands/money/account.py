"""`jinlin elevator account` and `instalments`: what is arranged before the first payment."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.elevator.commands.money.pay import account_said, account_with
from jinlin.elevator.commands.money.shared import ProjectWord, ask_about_secretary, is_project
from jinlin.elevator.money.account import set_account, set_terms
from jinlin.elevator.money.dues import Standing, dues, terms, works_standings
from jinlin.elevator.money.queries import Account, account_of, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.entries import Book, allocate
from jinlin.elevator.rules.instalments import Term, parse_term
from jinlin.output.command.grammar import called
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading, writing


def account(
    ctx: typer.Context,
    number: ProjectWord = None,
    payee: Annotated[
        str | None,
        typer.Option(
            metavar=_("NAME"),
            help=_("Who takes the money: the owners' representative; never the branch."),
        ),
    ] = None,
    account_: Annotated[
        str | None,
        typer.Option("--account", metavar=_("TEXT"), help=_("Bank and account number.")),
    ] = None,
    handler: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("Who handles the money."))
    ] = None,
    checker: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("Who checks it: another person."))
    ] = None,
) -> None:
    call = called(ctx)
    given = {"payee": payee, "account": account_, "handler": handler, "checker": checker}
    with reading(call) as reader:
        which = project(reader, number)
        known = account_of(reader, which)
        books = {book: totals(reader, which, book) for book in Book}
    words = account_said(call, known, given) if any(given.values()) else {}
    if not words:
        show(call, _record(which, known, {book: books[book].balance for book in Book}))
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


def _record(which: Project, known: Account | None, held: dict[Book, int]) -> Record:
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
            held[Book.WORKS],
            held[Book.RUNNING],
        ),
        notes=()
        if known
        else (
            _("Nobody is named yet: --payee NAME --account NUMBER --handler NAME --checker NAME"),
        ),
    )


def instalments(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=_("[X1] [INSTALMENT]..."),
            help=_("Such as 30%@签约@2026-12-01 40%@进场 30%@验收; without any they are shown."),
        ),
    ] = None,
) -> None:
    call = called(ctx)
    asked = list(words or ())
    number = asked.pop(0) if asked and is_project(asked[0]) else None
    read = [parse_term(word) for word in asked]
    with reading(call) as reader:
        which = project(reader, number)
        agreed = [
            Term(name, rate, _day(day, reader.clock) if day else None) for rate, name, day in read
        ]
    if agreed:
        _set(call, which, agreed)
        return
    with reading(call) as reader:
        agreed = terms(reader, which)
        found = works_standings(reader, which, dues(reader, which))
    show(call, _listing(which, agreed, found))


def _set(call: Call, which: Project, agreed: list[Term]) -> None:
    short = call.json or call.quiet or call.dry_run
    with once_saved(call) as held, writing(call) as tx:
        set_terms(tx, which, agreed)
        agreed = terms(tx, which)
        if not short:
            found = works_standings(tx, which, dues(tx, which))
            show(held, _listing(which, agreed, found))
    if short:
        done(
            call,
            _("{project}: {count} instalments.").format(project=which.label, count=len(agreed)),
            number=which.label,
            data={"project": which.label, "instalments": len(agreed)},
        )


def _day(text: str, clock: Clock) -> str:
    return parse_day(text, clock, planned=True).isoformat()


def _listing(which: Project, agreed: list[Term], found: list[Standing]) -> Listing:
    asked = [0] * len(agreed)
    filled = [0] * len(agreed)
    whole = settled = 0
    for standing in found:
        parts = [part.amount for part in standing.parts]
        if len(parts) != len(agreed):  # it owes all at once
            whole += standing.door.amount
            settled += min(standing.door.amount, max(0, standing.balance.net))
            continue
        for place, part in enumerate(allocate(parts, standing.balance.net)):
            asked[place] += parts[place]
            filled[place] += part
    rows: list[tuple[object, ...]] = [
        (place, term.name or None, term.rate, term.due_on, asked[place - 1], filled[place - 1])
        for place, term in enumerate(agreed, 1)
    ]
    if whole and agreed:
        rows.append((len(agreed) + 1, _("all at once"), None, None, whole, settled))
    return Listing(
        key="instalments",
        title=_("Instalments of project {project}").format(project=which.label),
        columns=(
            Column(key="position", heading=_("No."), kind=Kind.INTEGER),
            Column(key="name", heading=_("Tied to")),
            Column(key="rate", heading=_("Part"), kind=Kind.RATE),
            Column(key="due_on", heading=_("Payable by"), kind=Kind.DATE),
            Column(key="amount_fen", heading=_("All doors (yuan)"), kind=Kind.MONEY),
            Column(key="paid_fen", heading=_("Paid (yuan)"), kind=Kind.MONEY),
        ),
        rows=rows,
        empty=_(
            "No instalments are agreed: every door owes all at once."
            " Set them: jinlin elevator instalments {project} 30%@签约 70%@验收"
        ).format(project=which.label),
    )
