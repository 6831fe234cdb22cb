"""What the commands of the funds ask and read alike."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.money import yuan
from jinlin.core.people.parties import Party
from jinlin.core.reference import Reference
from jinlin.core.said import SaidDay
from jinlin.ledger.book import Same, entered_lately
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import ask_about, check_spelling, reading_told, tell_reading
from jinlin.member.fund import entries
from jinlin.member.fund.queries import FUND, PurseEntry, entry_number, purses
from jinlin.member.rules.purses import NOT_HELD, PURSE_RULE_LABELS, Purse
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import COME_DAY, FILE, MONEY, RECORD, TEXT, WHO, choice
from jinlin.output.contribution.rooms import contributed
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Tx

TWO_HANDS: Final = "两人经办"
"""By these words a line of the list of small powers asks for two who handle it."""
PURSE: Final = choice(Purse, called=N_("PURSE"))


def _entry(text: str) -> str:
    entry_number(text)
    return text


ENTRY: Final = WordKind("fund entry", "F12", _entry)
Number: TypeAlias = Annotated[str, ENTRY.argument(help=N_("The number of the entry."))]
WhichPurse: TypeAlias = Annotated[
    Purse,
    PURSE.option(
        "--purse", help=N_("启动经费, 党费 and so on."), asked=AskedFor(N_("Which purse"))
    ),
]
Amount: TypeAlias = Annotated[
    int, MONEY.option(help=N_("Such as 320 or 5万 (yuan)."), asked=AskedFor(N_("Amount")))
]
For: TypeAlias = Annotated[
    str, TEXT.option("--for", help=N_("What it is for."), asked=AskedFor(N_("What for")))
]
By: TypeAlias = Annotated[str | None, WHO.option("--by", help=N_("Who handles it."))]
Day: TypeAlias = Annotated[
    SaidDay,
    COME_DAY.option(
        "--date",
        help=N_("When; otherwise today."),
        asked=AskedFor(N_("Which day"), optional=True, default=N_("today")),
    ),
]
About: TypeAlias = Annotated[
    Reference | None, RECORD.option("--about", help=N_("What it pays for: G1, 2026-44."))
]
Proof: TypeAlias = Annotated[str | None, FILE.option(help=N_("The invoice or receipt, as a file."))]


def enter(
    call: Call,
    purse: Purse,
    new: NewEntry,
    said: Party | None,
    *,
    day: SaidDay,
    text: str,
    about: Reference | None = None,
    decided: Reference | None = None,
) -> PurseEntry:
    """Enter income or spending, and say so.

    Args:
        call: the command.
        purse: into which, or from which.
        new: the entry; its day is yet to be read.
        said: what was said of what the other side is.
        day: when.
        text: how it is said.
        about: the record that it pays for.
        decided: the resolution or vote on which it stands.
    """
    with reading(call) as reader:
        check_spelling(call, reader, new.counterparty)
        name = entries.named(reader, new.counterparty)
        new = new._replace(day=day.on(reader.clock).isoformat())
        same = Same(new.kind, new.amount, new.day, name)
        again = entered_lately(reader, FUND, (purse,), same)
        party = judged(reader, [name])[name].party
    new = new._replace(party=ask_about(call, name, said, party=party, again=again))
    with writing(call, money=True) as tx:
        entry = entries.enter(tx, purse, new, about, decided)
        left = balance_of(tx, entry.purse)
        command = as_spoken(f"jinlin branch fund counterparty {entry.label}")
        told = reading_told(tx, entry.counterparty, command)
    tell_entered(call, entry, left, text)
    tell_reading(call, told)
    return entry


def two_hands_power(call: Call, purse: Purse) -> str:
    """Return the line of the list of small powers by which two handle a purse; empty for none."""
    with reading(call) as reader:
        for room in contributed("small_powers"):
            for power in room.powers_over(reader, purse.spoken):
                if TWO_HANDS in power.steps:
                    return str(power.matter)
    return ""


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
            "decided": entry.decided,
            "balance_fen": left,
        },
    )
    if entry.purse in NOT_HELD:
        call.tell(
            _("“{purse}”: {rule}. The branch writes about it and does not hold it.").format(
                purse=entry.purse.label, rule=_(PURSE_RULE_LABELS[entry.purse])
            ),
        )
