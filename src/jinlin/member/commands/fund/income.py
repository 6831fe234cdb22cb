"""`jinlin branch fund income`, `spend`, `reverse` and `voucher`."""

from __future__ import annotations

from typing import Annotated, NoReturn, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.core.text import clean
from jinlin.member.commands.fund.shared import ask_about_repetition, day_of, day_question, purse_question, said_for, told_of, what_it_is
from jinlin.member.fund import entries
from jinlin.member.fund.queries import EntryRow, find_entry, purses
from jinlin.member.rules.purses import (
    OWNERS_MONEY,
    PURSE_RULE_LABELS,
    Direction,
    Purse,
    never_mixed,
)
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.person.people.counterparties import (
    PartyOption,
    PartyWord,
    party_answered,
    party_told,
    tell_reading,
)
from jinlin.store.backup.backup import safeguard
from jinlin.store.check.proofs import Proof as Proved
from jinlin.store.check.proofs import proof_if_named, proof_of
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Tx

PurseName: TypeAlias = Annotated[
    str | None, typer.Option("--purse", metavar=_("PURSE"), help=_("启动经费, 党费 and so on."))
]
Amount: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("MONEY"), help=_("Such as 320 or 5万 (yuan)."))
]
For: TypeAlias = Annotated[
    str | None, typer.Option("--for", metavar=_("TEXT"), help=_("What it is for."))
]
By: TypeAlias = Annotated[
    str | None, typer.Option("--by", metavar=_("NAME"), help=_("Who handles it."))
]
Day: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("DATE"), help=_("When; otherwise today."))
]
Proof: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("FILE"), help=_("The invoice or receipt, as a file."))
]


def income(
    ctx: typer.Context,
    purse: PurseName = None,
    amount: Amount = None,
    giver: Annotated[
        str | None, typer.Option("--from", metavar=_("NAME"), help=_("Who gives it."))
    ] = None,
    purpose: For = None,
    by: By = None,
    day: Day = None,
    voucher: Proof = None,
    counterparty: PartyOption = None,
) -> None:
    call = called(ctx)
    *said, day = answers(
        call,
        [
            purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--from", text=_("From whom"), given=giver),
            Question(option="--for", text=_("What for"), given=purpose),
            day_question(call, day),
        ],
    )
    ask_about_repetition(call, said, Direction.INCOME, day)
    party = what_it_is(call, said[2], counterparty)
    proof = proof_if_named(call, voucher)
    with writing(call) as tx:
        new = _new(tx, said, direction=Direction.INCOME, day=day, voucher=proof)
        entry = entries.enter(tx, new._replace(handled_by=clean(by or "") or None, party=party))
        left = _balance(tx, entry.purse)
        told = told_of(tx, entry)
    _entered(
        call,
        entry,
        left,
        _("{number} {amount} yuan came into the purse “{purse}” on {day}; it holds {left} yuan."),
    )
    tell_reading(call, told)


def spend(
    ctx: typer.Context,
    purse: PurseName = None,
    amount: Amount = None,
    payee: Annotated[
        str | None, typer.Option("--to", metavar=_("NAME"), help=_("Who is paid."))
    ] = None,
    purpose: For = None,
    by: By = None,
    approved_by: Annotated[
        str | None,
        typer.Option(
            metavar=_("NAME"), help=_("Who approves it: neither payee nor who handles it.")
        ),
    ] = None,
    day: Day = None,
    voucher: Proof = None,
    counterparty: PartyOption = None,
) -> None:
    call = called(ctx)
    *said, handler, approver, day = answers(
        call,
        [
            purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--to", text=_("To whom"), given=payee),
            Question(option="--for", text=_("What for"), given=purpose),
            Question(option="--by", text=_("Who handles it"), given=by),
            Question(option="--approved-by", text=_("Who approves it"), given=approved_by),
            day_question(call, day),
        ],
    )
    ask_about_repetition(call, said, Direction.SPENDING, day)
    party = what_it_is(call, said[2], counterparty)
    proof = proof_if_named(call, voucher)
    with writing(call) as tx:
        new = _new(tx, said, direction=Direction.SPENDING, day=day, voucher=proof)
        entry = entries.enter(
            tx,
            new._replace(
                handled_by=said_for(handler, "--by"),
                approved_by=said_for(approver, "--approved-by"),
                party=party,
            ),
        )
        left = _balance(tx, entry.purse)
        told = told_of(tx, entry)
    _entered(
        call,
        entry,
        left,
        _(
            "{number} {amount} yuan was spent from the purse “{purse}” on {day}; it holds {left}"
            " yuan."
        ),
    )
    tell_reading(call, told)
    if entry.voucher is None:
        call.tell(
            _("Its invoice, when there is one: jinlin branch fund voucher {number} FILE").format(
                number=entry.label
            ),
        )


def reverse(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why it is taken back."))
    ] = None,
    by: By = None,
    day: Day = None,
) -> None:
    call = called(ctx)
    [asked] = answers(call, [Question(option="--reason", text=_("Why"), given=reason)])
    why = said_for(asked, "--reason")
    with reading(call) as reader:
        find_entry(reader, number)  # a slip of the hand needs no backup
    safeguard(call)
    with writing(call) as tx:
        entry = entries.reverse(
            tx,
            number,
            reason=why,
            handled_by=clean(by or "") or None,
            day=day_of(day, tx.clock),
        )
        left = _balance(tx, entry.purse)
    _entered(
        call,
        entry,
        left,
        _("{number} of {day} takes F{other} of {amount} yuan back; “{purse}” holds {left} yuan."),
    )


def voucher(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The invoice or receipt."))],
) -> None:
    call = called(ctx)
    proof = proof_of(call, file)
    with writing(call) as tx:
        entry = entries.add_voucher(tx, number, proof)
    done(
        call,
        _("{number} has its voucher: {path}").format(number=entry.label, path=entry.voucher),
        number=entry.label,
        data={"number": entry.label, "voucher": entry.voucher, "sha256": entry.voucher_sha256},
    )


def counterparty(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    what: PartyWord = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        name = find_entry(reader, number).counterparty
    party = party_answered(call, name, what)
    with writing(call) as tx:
        entry, count = entries.tell_counterparty(tx, number, party)
    party_told(call, entry.label, entry.counterparty, party, count)


def transfer(
    words: Annotated[  # noqa: ARG001  (whatever is said, it is refused)
        list[str] | None, typer.Argument(metavar=_("PURSE"), help=_("From and to: refused."))
    ] = None,
) -> NoReturn:
    raise never_mixed()


def _new(
    tx: Tx,
    said: list[str],
    *,
    direction: Direction,
    day: str | None,
    voucher: Proved | None,
) -> entries.NewEntry:
    purse, amount, other, purpose = said
    return entries.NewEntry(
        purse=Purse.read(purse),
        direction=direction,
        amount=parse_money(amount),
        day=day_of(day, tx.clock),
        purpose=said_for(purpose, "--for"),
        counterparty=said_for(other, "--from" if direction is Direction.INCOME else "--to"),
        voucher=voucher,
    )


def _balance(tx: Tx, purse: Purse) -> int:
    return next(row.balance for row in purses(tx) if row.purse is purse)


def _entered(call: Call, entry: EntryRow, left: int, text: str) -> None:
    done(
        call,
        text.format(
            number=entry.label,
            day=entry.day,
            other=entry.reverses,
            amount=yuan(entry.amount),
            purse=entry.purse.label,
            left=yuan(left),
        ),
        number=entry.label,
        data={
            "number": entry.label,
            "purse": entry.purse.value,
            "direction": entry.direction.value,
            "amount_fen": entry.signed,
            "day": entry.day,
            "counterparty_kind": entry.party.value,
            "handled_by": entry.handled_by,
            "approved_by": entry.approved_by,
            "balance_fen": left,
        },
    )
    if entry.purse in OWNERS_MONEY:
        call.tell(
            _("“{purse}”: {rule}. The branch writes about it and does not hold it.").format(
                purse=entry.purse.label, rule=_(PURSE_RULE_LABELS[entry.purse])
            ),
        )
