"""`jinlin elevator pay`."""

from __future__ import annotations

import re
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.numerals import in_capitals
from jinlin.core.people.parties import parse_other_side
from jinlin.core.said import day_on
from jinlin.elevator.commands.money.account_options import AccountWords, account_said, account_with
from jinlin.elevator.commands.money.shared import (
    DayOption,
    DoorWord,
    ProjectOption,
    Running,
    ask_about_secretary,
    balance_data,
    book_of,
    door_meant,
    entry_data,
)
from jinlin.elevator.money.account import set_account
from jinlin.elevator.money.door_accounts import DoorAccount, standing_of
from jinlin.elevator.money.dues import check_taking
from jinlin.elevator.money.plausibility import PlausibilityCheck, reads_like_a_door, too_much
from jinlin.elevator.money.queries import BookEntry, ProjectAccount, account_of
from jinlin.elevator.money.receipts import NewPayment
from jinlin.elevator.money.receipts import pay as pay_in
from jinlin.elevator.rules.books import PaymentMethod
from jinlin.output.asking import confirm
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import MONEY, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing

METHOD: Final = choice(PaymentMethod)
_FOR_ANOTHER: Final = r"(.{1,12}?)代(?:[交缴付]款?)"


def _pays_for_another(text: str) -> bool:
    return re.fullmatch(_FOR_ANOTHER, text) is not None


def _payer(text: str) -> str:
    """Return who pays, without what says that it is for another: `老陈代交`."""
    name = parse_other_side(text)
    match = re.fullmatch(_FOR_ANOTHER, name)
    return match[1] if match else name


PAYER: Final = WordKind("payer", N_("NAME"), _payer, knows=_pays_for_another)
"""Who pays, where it is not an owner."""


def pay(
    call: Call,
    door: DoorWord,
    amount: Annotated[int, MONEY.argument(help=N_("What it pays, like 20000 or 2万."))],
    method: Annotated[
        PaymentMethod,
        METHOD.option(
            help=N_("transfer, cash, mobile, card, fund (its own sub-account), housing_fund.")
        ),
    ] = PaymentMethod.TRANSFER,
    on: DayOption = None,
    payer: Annotated[
        str | None, PAYER.option(help=N_("Who pays; otherwise the door's owners."))
    ] = None,
    purpose: Annotated[
        str | None, TEXT.option("--for", help=N_("What for; otherwise its share."))
    ] = None,
    *,
    account: AccountWords,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    book = book_of(running)
    with reading(call) as reader:
        meant = door_meant(reader, door, project_, book)
        check_taking(reader, meant.project, book)
        day = day_on(on, reader.clock).isoformat()
        known = account_of(reader, meant.project)
        new = NewPayment(meant.standing.door, amount, day, method, payer, purpose)
        doubts = PlausibilityCheck(reader, meant.project, book, [meant.standing]).doubts(new)
        door_too = reads_like_a_door(reader, amount)
    if door_too:
        confirm(
            call,
            _("{amount} is also the number of a home. Does {door} pay {amount} yuan?").format(
                amount=amount // 100, door=meant.door.label
            ),
        )
    words = account_said(call, known, account)
    if words:
        ask_about_secretary(
            call, (known._replace(**words) if known else ProjectAccount(**words)).payee
        )
    if doubts.same and doubts.same.reversed_by is None and not call.operation:
        confirm(call, _same_words(doubts.same))
    if over := too_much(new, doubts):
        confirm(call, _("{reason}. Take it?").format(reason=over))
    with writing(call, money=True) as tx:
        taker = account_with(tx, meant.project, words) if words else None
        if taker is not None and account_of(tx, meant.project) is None:
            taker = set_account(tx, meant.project, taker)
        entry = pay_in(tx, meant.project, book, new, taker)
        standing = standing_of(tx, meant.project, book, meant.door.id) or meant.standing
    _told(call, entry, meant.door.label, standing)


def _told(call: Call, entry: BookEntry, door: str, standing: DoorAccount) -> None:
    balance = standing.balance
    done(
        call,
        _(
            "{number} {door} paid {amount} yuan ({capitals}) on {day}. It owes {due} yuan, {net}"
            " yuan is in, {left} yuan is left."
        ).format(
            number=entry.label,
            day=entry.day,
            door=door,
            amount=yuan(entry.amount),
            capitals=in_capitals(entry.amount),
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


def _same_words(again: BookEntry) -> str:
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
