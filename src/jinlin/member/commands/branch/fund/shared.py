"""What the commands of the funds ask and read alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_come
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.core.text import clean
from jinlin.ledger.book import Same, entered_lately
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import ask_about, reading_told, tell_reading
from jinlin.member.fund import entries
from jinlin.member.fund.queries import FUND, PurseEntry, purses
from jinlin.member.rules.purses import OWNERS_MONEY, PURSE_RULE_LABELS, Direction, Purse
from jinlin.output.asking import Question
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Tx


def purse_question(given: str | None) -> Question:
    """Return the question which purse is meant."""
    return Question(
        option="--purse",
        text=_("Which purse"),
        given=given,
        choices=list(Purse.labels().values()),
        check=Purse.read,
    )


def day_question(call: Call, given: str | None) -> Question:
    """Return the question on which day it was, where she is asked anyway; otherwise it is today.

    Raises:
        UsageError: what was given is no such day; that is said before anything is asked.
    """
    if given is not None:
        _day_here(call, given)
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
        return day_of(text, reader.clock)


def said_for(text: str, option: str) -> str:
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


def day_of(text: str | None, clock: Clock) -> str:
    """Return the day of an entry, which has come; today where none is said.

    Raises:
        UsageError: it cannot be read, or has not come yet.
    """
    return (parse_come(text, clock) if text else clock.today).isoformat()


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


Proof: TypeAlias = Annotated[str | None, FILE.option(help=_("The invoice or receipt, as a file."))]


def enter(
    call: Call,
    direction: Direction,
    said: list[str],
    *,
    hands: tuple[str | None, str | None],
    day: str | None,
    voucher: str | None,
    counterparty: str | None,
    text: str,
) -> PurseEntry:
    """Enter income or spending, and say so.

    Args:
        call: the command.
        direction: which of them it is.
        said: purse, amount, other side and purpose, as they were typed.
        hands: who handles it and who approves it.
        day: when, as it was typed; None for today.
        voucher: the file, if one was named.
        counterparty: what was typed of what the other side is.
        text: how it is said.
    """
    purse, amount, other, purpose = said
    with reading(call) as reader:
        name = entries.named(reader, other)
        same = Same(direction, parse_money(amount), day_of(day, reader.clock), name)
        again = entered_lately(reader, FUND, (Purse.read(purse),), same)
        party = judged(reader, [name])[name].party
    new = NewEntry(
        direction,
        same.amount,
        same.day,
        said_for(other, "--from" if direction is Direction.INCOME else "--to"),
        said_for(purpose, "--for"),
        *hands,
        party=ask_about(call, name, counterparty, party=party, again=again),
        voucher=proof_if_named(call, voucher),
    )
    with writing(call) as tx:
        entry = entries.enter(tx, Purse.read(purse), new)
        left = balance_of(tx, entry.purse)
        command = f"jinlin branch fund counterparty {entry.label}"
        told = reading_told(tx, entry.counterparty, command)
    tell_entered(call, entry, left, text)
    tell_reading(call, told)
    return entry


def balance_of(tx: Tx, purse: Purse) -> int:
    return next(row.balance for row in purses(tx) if row.purse is purse)


def tell_entered(call: Call, entry: PurseEntry, left: int, text: str) -> None:
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
