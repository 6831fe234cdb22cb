"""Asking and saying whether the other side of a payment is an organisation or a person."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.people.parties import SAYABLE, Party, parse_party
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.parties import judged, payments_of
from jinlin.store.transaction.tx import Reader

PartyOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--counterparty",
        metavar=_("WORD"),
        help=_("The other side: 单位 (organisation) or 个人 (person); else read from its name."),
    ),
]
PartyWord: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("WORD"), help=_("单位 (organisation) or 个人 (person).")),
]


def party_answered(call: Call, name: str, given: str | None) -> Party:
    """Return what the other side is, asked where it was not typed.

    Raises:
        UsageError: what was typed is neither, or nobody can be asked.
    """
    question = Question(
        option="--counterparty",
        text=_("Is “{name}” an organisation or a person").format(name=name),
        given=given,
        choices=[party.label for party in SAYABLE],
        check=parse_party,
    )
    return parse_party(answers(call, [question])[0])


def party_said(call: Call, party: Party, name: str, given: str | None) -> Party | None:
    """Return what was said of the other side; asked on a terminal where the name leaves it open.

    Args:
        call: the command.
        party: what name and records say.
        name: who it is.
        given: what was typed.

    Returns:
        None where nobody said it.

    Raises:
        UsageError: what was typed is neither.
    """
    if given is not None:
        return parse_party(given)
    if party is not Party.DOUBT or not call.environment.interactive or call.yes:
        return None
    return party_answered(call, name, None)


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


def party_told(call: Call, number: str, name: str, party: Party, count: int) -> None:
    """Say what somebody counts as from now on, and in how many entries."""
    done(
        call,
        _("{number}: {name} counts as {party}; entries: {count}.").format(
            number=number, name=name, party=party.label, count=count
        ),
        number=number,
        data={"number": number, "counterparty_kind": party.value, "entries": count},
    )


def tell_reading(call: Call, told: str) -> None:
    """Say how a name was read, if there is anything to say."""
    if told:
        call.tell(told)
