"""What the commands of the funds ask and read alike."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.core.people.parties import Party
from jinlin.core.text import clean
from jinlin.member.fund import entries
from jinlin.member.fund.queries import EntryRow, entered_lately
from jinlin.member.rules.party_days import parse_past_day
from jinlin.member.rules.purses import Direction, Movement, Purse
from jinlin.output.asking import Question, confirm
from jinlin.person.people.counterparties import party_said, reading_told
from jinlin.store.command.command import reading
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Reader


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


def ask_about_repetition(
    call: Call, said: list[str], direction: Direction, day: str | None
) -> None:
    """Ask when the same was entered within a day; an operation's id makes that impossible."""
    if call.operation:
        return
    purse, amount, other, _purpose = said
    with reading(call) as reader:
        new = Movement(direction, parse_money(amount), day_of(day, reader.clock))
        name = entries.named(reader, other)
        number = entered_lately(reader, new, Purse.read(purse), name)
    if number is not None:
        confirm(
            call,
            _("The same was entered as {number} within the last day; enter it again?").format(
                number=number
            ),
        )


def what_it_is(call: Call, other: str, given: str | None) -> Party | None:
    """Return what was said of the other side; asked on a terminal where it is not clear.

    Raises:
        UsageError: what was typed is neither an organisation nor a person.
    """
    with reading(call) as reader:
        name = entries.named(reader, other)
        return party_said(call, judged(reader, [name])[name].party, name, given)


def told_of(reader: Reader, entry: EntryRow) -> str:
    """Return how the other side of a new entry was read, and how that is put right."""
    command = f"jinlin branch fund counterparty {entry.label}"
    return reading_told(reader, entry.counterparty, command)


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
    return (parse_past_day(text, clock) if text else clock.today).isoformat()
