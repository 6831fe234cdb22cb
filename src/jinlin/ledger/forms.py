"""What every cash book asks and says alike: the same again, the other side, vouchers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.people.parties import SAYABLE, Party, parse_party
from jinlin.ledger.book import CashBook, E
from jinlin.ledger.entries import add_voucher, tell_counterparty
from jinlin.ledger.rules import CashEntry
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.kind import WordKind
from jinlin.output.delivery.show import done
from jinlin.output.listing.filter import FilterWords
from jinlin.store.check.proofs import FileState, proof_of, proof_state
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged, near_bodies, payments_of
from jinlin.store.transaction.tx import Reader

PARTY: Final = WordKind("choice", N_("WORD"), parse_party)
PartyOption: TypeAlias = Annotated[
    Party | None,
    PARTY.option(
        "--counterparty",
        help=N_("The other side: 单位 (organisation) or 个人 (person); else read from its name."),
    ),
]
PartyWord: TypeAlias = Annotated[
    Party | None, PARTY.argument(help=N_("单位 (organisation) or 个人 (person)."))
]


def check_whole(asked: FilterWords, *, but: Collection[str] = ()) -> None:
    """Refuse filters where a journal is written: a part of an account adds up to nothing.

    Args:
        asked: the filters.
        but: the terms that choose whole accounts.

    Raises:
        UsageError: there is another.
    """
    if asked.keys() - set(but):
        raise UsageError(
            _("A journal for hledger is of whole accounts, or its balances say nothing."),
            hint=_("Leave the filters away."),
        )


Find: TypeAlias = Callable[[Reader, str], E]
"""What finds the entry that a word means."""


def ask_about(
    call: Call, name: str, given: Party | None, *, party: Party, again: CashEntry | None
) -> Party | None:
    """Ask whether the same is entered again, and what the other side is where that is not clear.

    An operation's id makes that nothing is entered twice; on a terminal alone is asked what the
    name leaves open.

    Args:
        call: the command.
        name: the other side.
        given: what was said of it.
        party: what name and records say.
        again: the same entry, if it was made a short time ago.

    Returns:
        What was said of the other side; None where nobody said it.
    """
    if again is not None and not call.operation:
        confirm(
            call,
            _("The same was entered as {number} within the last day; enter it again?").format(
                number=again.label
            ),
        )
    if given is not None:
        return given
    if party is not Party.DOUBT or not call.environment.interactive or call.yes:
        return None
    return _party_answered(call, name)


def check_spelling(call: Call, reader: Reader, name: str | None) -> None:
    """Refuse a name beside money that looks like a slip in that of a body on record.

    Raises:
        NotFoundError: it names what is near, unless everything was agreed to beforehand.
    """
    near = [] if name is None or call.yes else near_bodies(reader, name)
    if name is None or not near:
        return
    error = NotFoundError(
        _("“{text}” is not on record, “{near}” is. If it is another, add {yes}.").format(
            text=name, near=_(", ").join(near), yes=as_typed("--yes")
        )
    )
    error.instead = name, tuple(near)
    raise error


def _party_answered(call: Call, name: str) -> Party:
    question = Question(
        option="--counterparty",
        text=_("Is “{name}” an organisation or a person").format(name=name),
        given=None,
        choices=[party.label for party in SAYABLE],
        check=PARTY.read,
    )
    return PARTY.read(answers(call, [question])[0])


def reading_told(reader: Reader, name: str, command: str) -> str:
    """Return how a name was read, and how that is put right.

    Nothing is said where somebody has said or recorded it, nor a second time of the same name.

    Args:
        reader: the database.
        name: the other side of a payment that was entered.
        command: what to type, without the word that says what it is.
    """
    one = judged(reader, [name])[name]
    told_before = one.party is not Party.DOUBT and payments_of(reader, name) > 1
    if one.recorded or told_before:
        return ""
    firm, person = (party.label for party in SAYABLE)
    if one.party is Party.DOUBT:
        return _(
            "Whether “{name}” is an organisation or a person is not clear: no posted page names"
            " it. Say it: {command} {firm}, or {person}"
        ).format(name=name, command=command, firm=firm, person=person)
    if one.party is Party.PERSON:
        return _(
            "Taken for a person, whom no posted page names: {name}. If not: {command} {firm}"
        ).format(name=name, command=command, firm=firm)
    return _(
        "Taken for an organisation, which posted pages name: {name}. If not: {command} {person}"
    ).format(name=name, command=command, person=person)


def tell_reading(call: Call, told: str) -> None:
    """Say how a name was read, if there is anything to say."""
    if told:
        call.tell(told)


def say_counterparty(
    call: Call, book: CashBook[E], find: Find[E], number: str, given: Party | None
) -> None:
    """Say what the other side of an entry is, asked where it was not typed; it holds for its name.

    Raises:
        UsageError: nobody can be asked.
        NotFoundError: there is no such entry.
    """
    with reading(call) as reader:
        name = find(reader, number).counterparty or ""
    party = given or _party_answered(call, name)
    with writing(call) as tx:
        entry = find(tx, number)
        count = tell_counterparty(tx, book, entry, party)
    done(
        call,
        _("{number}: {name} counts as {party}; entries: {count}.").format(
            number=entry.label, name=name, party=party.label, count=count
        ),
        number=entry.label,
        data={"number": entry.label, "counterparty_kind": party.value, "entries": count},
    )


def put_voucher(call: Call, book: CashBook[E], find: Find[E], number: str, file: str) -> None:
    """Put an invoice or receipt to an entry.

    Raises:
        FileError: it cannot be read.
        NotFoundError: there is no such entry.
        RuleError: it has a voucher.
    """
    proof = proof_of(call, file)
    with writing(call) as tx:
        entry = add_voucher(tx, book, find(tx, number), proof)
    done(
        call,
        _("{number} has its voucher: {path}").format(number=entry.label, path=entry.voucher),
        number=entry.label,
        data={"number": entry.label, "voucher": entry.voucher, "sha256": entry.voucher_sha256},
    )


def party_column() -> Column:
    """Return the column of what the other side is."""
    return Column(key="counterparty_kind", heading=_("Other side"), labels=Party.labels())


def proof_fields(entry: CashEntry, database: Path) -> list[tuple[Column, object]]:
    """Return what a record says of the voucher of an entry, and what became of the file."""
    state = Column(key="voucher_state", heading=_("The voucher is"), labels=FileState.labels())
    return [
        (Column(key="voucher", heading=_("Voucher")), entry.voucher),
        (state, proof_state(entry.voucher, entry.voucher_sha256, database)),
        (Column(key="voucher_sha256", heading="SHA-256"), entry.voucher_sha256),
    ]


def reversal_fields(entry: CashEntry) -> list[tuple[Column, object]]:
    """Return what a record says of the entry that one takes back, or that took it back."""
    return [
        (Column(key="reverses", heading=_("Takes back")), entry.reverses),
        (Column(key="reason", heading=_("Reason")), entry.reason),
        (Column(key="reversed_by", heading=_("Taken back by")), entry.reversed_by),
    ]
