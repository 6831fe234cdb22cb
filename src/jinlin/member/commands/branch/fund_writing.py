"""`jinlin branch fund income`, `spend`, `reverse` and `voucher`."""

from __future__ import annotations

from typing import Annotated, NoReturn, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.core.text import clean
from jinlin.member import fund
from jinlin.member.fund_queries import EntryRow, entered_lately, find_entry, purses
from jinlin.member.purses import (
    OWNERS_MONEY,
    PURSE_LABELS,
    PURSE_RULE_LABELS,
    Direction,
    Movement,
    Purse,
    never_mixed,
    parse_purse,
)
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.grammar import called
from jinlin.output.show import done, tell
from jinlin.store.backup import safeguard
from jinlin.store.command import reading, writing
from jinlin.store.tx import Tx

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
) -> None:
    call = called(ctx)
    *said, day = answers(
        call,
        [
            _purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--from", text=_("From whom"), given=giver),
            Question(option="--for", text=_("What for"), given=purpose),
            _day_question(call, day),
        ],
    )
    _ask_about_repetition(call, said, Direction.INCOME, day)
    with writing(call) as tx:
        new = _new(tx, call, said, direction=Direction.INCOME, day=day, voucher=voucher)
        entry = fund.enter(tx, new._replace(handled_by=clean(by or "") or None))
        left = _balance(tx, entry.purse)
    _entered(
        call,
        entry,
        left,
        _("{number} {amount} yuan came into the purse “{purse}”; it holds {left} yuan."),
    )


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
) -> None:
    call = called(ctx)
    *said, handler, approver, day = answers(
        call,
        [
            _purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--to", text=_("To whom"), given=payee),
            Question(option="--for", text=_("What for"), given=purpose),
            Question(option="--by", text=_("Who handles it"), given=by),
            Question(option="--approved-by", text=_("Who approves it"), given=approved_by),
            _day_question(call, day),
        ],
    )
    _ask_about_repetition(call, said, Direction.SPENDING, day)
    with writing(call) as tx:
        new = _new(tx, call, said, direction=Direction.SPENDING, day=day, voucher=voucher)
        entry = fund.enter(
            tx,
            new._replace(
                handled_by=_said(handler, "--by"), approved_by=_said(approver, "--approved-by")
            ),
        )
        left = _balance(tx, entry.purse)
    _entered(
        call,
        entry,
        left,
        _("{number} {amount} yuan was spent from the purse “{purse}”; it holds {left} yuan."),
    )
    if entry.voucher is None:
        tell(
            call,
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
    why = _said(asked, "--reason")
    with reading(call) as reader:
        find_entry(reader, number)  # a slip of the hand needs no backup
    safeguard(call)
    with writing(call) as tx:
        entry = fund.reverse(
            tx,
            number,
            reason=why,
            handled_by=clean(by or "") or None,
            day=_day(day, tx.clock),
        )
        left = _balance(tx, entry.purse)
    _entered(
        call,
        entry,
        left,
        _("{number} takes F{other} of {amount} yuan back; “{purse}” holds {left} yuan."),
    )


def voucher(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The invoice or receipt."))],
) -> None:
    call = called(ctx)
    with writing(call) as tx:
        entry = fund.add_voucher(tx, number, call.environment.path(file))
    done(
        call,
        _("{number} has its voucher: {path}").format(number=entry.label, path=entry.voucher),
        number=entry.label,
        data={"number": entry.label, "voucher": entry.voucher, "sha256": entry.voucher_sha256},
    )


def transfer(
    words: Annotated[  # noqa: ARG001  (whatever is said, it is refused)
        list[str] | None, typer.Argument(metavar=_("PURSE"), help=_("From and to: refused."))
    ] = None,
) -> NoReturn:
    raise never_mixed()


def _purse_question(given: str | None) -> Question:
    return Question(
        option="--purse",
        text=_("Which purse"),
        given=given,
        choices=[_(label) for label in PURSE_LABELS.values()],
        check=parse_purse,
    )


def _day_question(call: Call, given: str | None) -> Question:
    """Ask on which day it was where she is asked anyway; otherwise it is today."""
    return Question(
        option="--day",
        text=_("Which day"),
        given=given,
        optional=True,
        default=_("today"),
        check=lambda text: _day_here(call, text),
    )


def _day_here(call: Call, text: str) -> str:
    with reading(call) as reader:
        return _day(text, reader.clock)


def _new(
    tx: Tx,
    call: Call,
    said: list[str],
    *,
    direction: Direction,
    day: str | None,
    voucher: str | None,
) -> fund.NewEntry:
    purse, amount, other, purpose = said
    return fund.NewEntry(
        purse=parse_purse(purse),
        direction=direction,
        amount=parse_money(amount),
        day=_day(day, tx.clock),
        purpose=_said(purpose, "--for"),
        counterparty=_said(other, "--from" if direction is Direction.INCOME else "--to"),
        voucher=call.environment.path(voucher) if voucher else None,
    )


def _ask_about_repetition(
    call: Call, said: list[str], direction: Direction, day: str | None
) -> None:
    """Ask when the same was entered a moment ago; an operation's id makes that impossible."""
    if call.operation:
        return
    purse, amount, other, _purpose = said
    with reading(call) as reader:
        new = Movement(direction, parse_money(amount), _day(day, reader.clock))
        name = fund.named(reader, other)
        number = entered_lately(reader, new, parse_purse(purse), name)
    if number is not None:
        confirm(
            call,
            _(
                "The same was entered as {number} within the last ten minutes; enter it again?"
            ).format(number=number),
        )


def _said(text: str, option: str) -> str:
    """Return what was said.

    Raises:
        UsageError: it is nothing.
    """
    said = clean(text)
    if not said:
        raise UsageError(
            _("Missing: {names}.").format(names=option), hint=_("Give it on the command line.")
        )
    return said


def _day(text: str | None, clock: Clock) -> str:
    """Return the day of an entry, which has come.

    Raises:
        UsageError: it cannot be read, or has not come yet.
    """
    day = parse_day(text, clock) if text else clock.today
    if day > clock.today:
        raise UsageError(
            _("{day} has not come yet.").format(day=day), hint=_("Write a day up to today.")
        )
    return day.isoformat()


def _balance(tx: Tx, purse: Purse) -> int:
    return next(row.balance for row in purses(tx) if row.purse is purse)


def _entered(call: Call, entry: EntryRow, left: int, text: str) -> None:
    done(
        call,
        text.format(
            number=entry.label,
            other=entry.reverses,
            amount=yuan(entry.amount),
            purse=_(PURSE_LABELS[entry.purse]),
            left=yuan(left),
        ),
        number=entry.label,
        data={
            "number": entry.label,
            "purse": entry.purse.value,
            "direction": entry.direction.value,
            "amount_fen": entry.signed,
            "day": entry.day,
            "handled_by": entry.handled_by,
            "approved_by": entry.approved_by,
            "balance_fen": left,
        },
    )
    if entry.purse in OWNERS_MONEY:
        tell(
            call,
            _("“{purse}”: {rule}. The branch writes about it and does not hold it.").format(
                purse=_(PURSE_LABELS[entry.purse]), rule=_(PURSE_RULE_LABELS[entry.purse])
            ),
        )
