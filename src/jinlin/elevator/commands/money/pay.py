"""`jinlin elevator pay`, `refund` and `reverse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.core.numerals import in_capitals
from jinlin.elevator.commands.money.shared import (
    DayOption,
    Meant,
    ProjectOption,
    Running,
    ask_about_secretary,
    book_of,
    day_said,
    door_meant,
    door_said,
    said,
)
from jinlin.elevator.money.account import needed_account, set_account
from jinlin.elevator.money.doubts import Look, too_much
from jinlin.elevator.money.dues import Standing, check_taking, dues, projects_of_door, standing_of
from jinlin.elevator.money.queries import Account, Entry, account_of, totals
from jinlin.elevator.money.receipts import NewPayment
from jinlin.elevator.money.receipts import pay as pay_in
from jinlin.elevator.money.receipts import refund as pay_back
from jinlin.elevator.project.projects import Project, project, project_label
from jinlin.elevator.rules.entries import Book, Method
from jinlin.elevator.settlement.pages import owed_to_builder
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

DoorWord = Annotated[str, typer.Argument(metavar=_("DOOR"), help=_("The door, like 3-1-502."))]
Name = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("In place of the project's."))]


def pay(
    ctx: typer.Context,
    door: DoorWord,
    amount: Annotated[
        str, typer.Argument(metavar=_("MONEY"), help=_("What it pays, like 20000 or 2万."))
    ],
    method: Annotated[
        str,
        typer.Option(
            metavar=_("WORD"),
            help=_("transfer, cash, mobile, card, fund (its own sub-account), housing_fund."),
        ),
    ] = "transfer",
    on: DayOption = None,
    payer: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Who pays; otherwise the door's owners.")),
    ] = None,
    purpose: Annotated[
        str | None,
        typer.Option("--for", metavar=_("TEXT"), help=_("What for; otherwise its share.")),
    ] = None,
    payee: Name = None,
    account: Name = None,
    handler: Name = None,
    checker: Name = None,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    call = called(ctx)
    book, fen, way = book_of(running), parse_money(amount), Method.read(method)
    with reading(call) as reader:
        meant = door_meant(reader, door, project_, book)
        check_taking(reader, meant.project, book)
        day = day_said(on, reader.clock)
        known = account_of(reader, meant.project)
        new = NewPayment(meant.standing.door, fen, day, way, said(payer), said(purpose))
        doubts = Look(reader, meant.project, book, [meant.standing]).doubts(new)
    words = account_said(
        call, known, {"payee": payee, "account": account, "handler": handler, "checker": checker}
    )
    if words:
        ask_about_secretary(call, (known._replace(**words) if known else Account(**words)).payee)
    if doubts.same and doubts.same.reversed_by is None and not call.operation:
        confirm(call, _same_words(doubts.same))
    if over := too_much(new, doubts):
        confirm(call, _("{reason}. Take it?").format(reason=over))
    with writing(call) as tx:
        taker = account_with(tx, meant.project, words) if words else None
        if taker is not None and account_of(tx, meant.project) is None:
            taker = set_account(tx, meant.project, taker)
        entry = pay_in(tx, meant.project, book, new, taker)
        standing = standing_of(tx, meant.project, book, meant.door.id) or meant.standing
    balance = standing.balance
    done(
        call,
        _(
            "{number} {door} paid {amount} yuan ({capitals}) on {day}. It owes {due} yuan, {net}"
            " yuan is in, {left} yuan is left."
        ).format(
            number=entry.label,
            day=entry.day,
            door=meant.door.label,
            amount=yuan(fen),
            capitals=in_capitals(fen),
            due=yuan(balance.due),
            net=yuan(balance.net),
            left=yuan(balance.outstanding),
        ),
        number=entry.label,
        data={**entry_data(entry), **balance_data(standing)},
    )
    call.tell(
        _("To print it: jinlin elevator receipt {number} -o {number}.docx").format(
            number=entry.label
        ),
    )


def _same_words(again: Entry) -> str:
    return _(
        "The same is in the books as {number}: {door} {amount} yuan, {day}, {method}; enter it"
        " again?"
    ).format(
        number=again.label,
        door=again.door,
        amount=yuan(again.amount),
        day=again.day,
        method=again.method.label if again.method else "",
    )


def account_said(
    call: Call, known: Account | None, given: Mapping[str, str | None]
) -> dict[str, str]:
    """Return what was said of the account; asked for where the project has none yet."""
    texts = {name: said(text) for name, text in given.items()}
    if known is not None:
        return {name: text for name, text in texts.items() if text}
    labels = {
        "payee": _("Who takes the money"),
        "account": _("Into which account"),
        "handler": _("Who handles it"),
        "checker": _("Who checks it"),
    }
    asked = answers(
        call,
        [
            Question(option=f"--{name}", text=labels[name], given=text)
            for name, text in texts.items()
        ],
    )
    return dict(zip(texts, asked, strict=True))


def account_with(reader: Reader, project: Project, words: Mapping[str, str]) -> Account:
    """Return the account of a project as it is at this moment, with what was said in its place.

    Raises:
        RuleError: something was not said, and no account is named.
    """
    if len(words) == len(Account._fields):
        return Account(**words)
    return needed_account(reader, project)._replace(**words)


def refund(
    ctx: typer.Context,
    door: DoorWord,
    amount: Annotated[
        str | None,
        typer.Argument(metavar=_("MONEY"), help=_("How much; otherwise all it has to have back.")),
    ] = None,
    on: DayOption = None,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    call = called(ctx)
    book = book_of(running)
    with reading(call) as reader:
        meant = door_meant(reader, door, project_ or _where_to_have_back(reader, door, book), book)
        day = day_said(on, reader.clock)
    fen = parse_money(amount) if amount else _all_of_it(meant)
    with writing(call) as tx:
        entry = pay_back(tx, meant.project, book, meant.standing.door, fen, day)
        standing = standing_of(tx, meant.project, book, meant.door.id) or meant.standing
        books = totals(tx, meant.project, book)
        owing = owed_to_builder(dues(tx, meant.project), books) if book is Book.WORKS else ""
    done(
        call,
        _(
            "{number} {door} was paid back {amount} yuan on {day}; {credit} yuan is still to be"
            " paid back."
        ).format(
            number=entry.label,
            day=entry.day,
            door=meant.door.label,
            amount=yuan(fen),
            credit=yuan(standing.balance.credit),
        ),
        number=entry.label,
        data={**entry_data(entry), **balance_data(standing)},
    )
    if owing:
        call.tell(owing)


def _where_to_have_back(reader: Reader, word: str, book: Book) -> str | None:
    """Return the one project in which a door has money to have back; None for none or several."""
    door = door_said(reader, word, None)
    found = []
    for number in projects_of_door(reader, door.id):
        standing = standing_of(reader, project(reader, project_label(number)), book, door.id)
        if standing is not None and standing.balance.credit:
            found.append(project_label(number))
    return found[0] if len(found) == 1 else None


def _all_of_it(meant: Meant) -> int:
    """Return what a door has to have back, in fen.

    Raises:
        RuleError: it has nothing.
    """
    credit = meant.standing.balance.credit
    if not credit:
        raise RuleError(
            _("{door} has nothing to have back.").format(door=meant.door.label),
            hint=_("See: jinlin elevator ledger {door}").format(door=meant.door.label),
        )
    return credit


def entry_data(entry: Entry) -> dict[str, object]:
    """Return what JSON says of an entry; what it took out is negative."""
    return {
        "number": entry.label,
        "book": entry.book.value,
        "kind": entry.kind.value,
        "amount_fen": entry.amount,
        "effect_fen": entry.effect,
        "day": entry.day,
        "door": entry.door,
        "method": entry.method.value if entry.method else None,
        "counterparty_kind": entry.party.value if entry.counterparty else None,
        "payee": entry.payee,
        "account": entry.account,
        "handled_by": entry.handled_by,
        "approved_by": entry.approved_by,
        "reverses": entry.reverses,
        "reason": entry.reason,
    }


def balance_data(standing: Standing) -> dict[str, object]:
    """Return what JSON says of where a door stands."""
    balance = standing.balance
    return {
        "due_fen": balance.due,
        "due_now_fen": balance.due_now,
        "paid_fen": balance.paid,
        "refunded_fen": balance.refunded,
        "arrears_fen": balance.arrears,
        "prepaid_fen": balance.prepaid,
        "outstanding_fen": balance.outstanding,
        "credit_fen": balance.credit,
    }
