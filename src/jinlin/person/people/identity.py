"""Identity numbers by hand: recorded for a purpose, looked up, and taken out again."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.idnumber import IdNumber
from jinlin.person.people.ids import id_fields
from jinlin.person.people.queries import PersonRow
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader, Tx


class Identity(NamedTuple):
    """What is kept of somebody's identity.

    Attributes:
        number: the identity number; None where none is kept.
        purpose: what it is needed for.
        override: why it is kept although its check digit is wrong.
        birth_on: ISO text; a month alone where no more is known.
        sex: `female` or `male`.
    """

    number: str | None
    purpose: str | None
    override: str | None
    birth_on: str | None
    sex: str | None


def identity_of(reader: Reader, person: PersonRow) -> Identity:
    """Return what is kept of somebody's identity."""
    [row] = reader.rows(
        "SELECT id_number, id_purpose, id_override, birth_on, sex FROM person WHERE id = ?",
        (person.id,),
    )
    return Identity(*row)


def keep_id(
    tx: Tx, person: PersonRow, number: IdNumber, *, purpose: str, override: str | None
) -> None:
    """Record somebody's identity number, with birthday and sex by it.

    Args:
        tx: the transaction.
        person: whose it is.
        number: as `checked_id` returns it.
        purpose: what it is needed for.
        override: why a number with a wrong check digit is kept.

    Raises:
        RuleError: somebody else has it, or just this is recorded already.
    """
    other = tx.value(
        "SELECT number FROM person WHERE id_number = ? AND id <> ? AND removed_at IS NULL",
        (number.text, person.id),
    )
    if other is not None:
        raise RuleError(
            _("{person} has this id number already.").format(person=person_label(other)),
            hint=_("If the two are one person: jinlin member merge {gone} {kept}").format(
                gone=person.label, kept=person_label(other)
            ),
        )
    fields = id_fields(number, purpose=purpose, override=override)
    kept = identity_of(tx, person)
    if tuple(fields.values()) == tuple(kept):
        raise RuleError(
            _("{person} is recorded like that already.").format(person=person.masked),
            hint=_("See: jinlin member id {number}").format(number=person.label),
        )
    tx.update("person", person.id, **fields)
    who = {"person": person.label}
    tx.describe(
        Message(N_("Recorded the id number of {person}"), who),
        reverse=Message(N_("take back the id number of {person}"), who),
        subject=person.label,
    )


def drop_id(tx: Tx, person: PersonRow) -> None:
    """Take somebody's identity number out; birthday and sex stay.

    Raises:
        RuleError: none is kept.
    """
    if identity_of(tx, person).number is None:
        raise RuleError(
            _("No id number of {person} is kept.").format(person=person.masked),
            hint=_("See: jinlin member id {number}").format(number=person.label),
        )
    tx.update("person", person.id, id_number=None, id_purpose=None, id_override=None)
    who = {"person": person.label}
    tx.describe(
        Message(N_("Removed the id number of {person}"), who),
        reverse=Message(N_("bring back the id number of {person}"), who),
        subject=person.label,
    )
