"""Identity numbers: taken only for a purpose, checked, kept wrong only with a reason, taken out."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.idnumber import IdNumber, parse_id_number
from jinlin.core.text import clean
from jinlin.person.people.queries import PersonRow
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader, Tx

EARLIEST: Final = "1900-01-01"


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


def checked_id(
    text: str, *, purpose: str | None, override: str | None = None, today: str | None = None
) -> IdNumber:
    """Read an id number that is to be recorded.

    Args:
        text: as somebody typed it or a file holds it.
        purpose: what it is needed for (PIPL 6, 28); written down beside it.
        override: why a number with a wrong check digit is right nevertheless; written down too.
        today: a birthday after this day is refused, as ISO text.

    Raises:
        UsageError: it is no id number, or the purpose is missing.
        RuleError: its check digit is wrong and no reason is given, or nobody is that old or young.
    """
    if not clean(purpose or ""):
        raise UsageError(
            _("An id number is recorded only for a stated purpose."),
            hint=_("Say what it is needed for: --purpose TEXT"),
        )
    number = parse_id_number(text)
    if number.birth_on < EARLIEST or (today is not None and number.birth_on > today):
        raise RuleError(
            _("By this id number the birthday would be {day}.").format(day=number.birth_on),
            hint=_("Compare it with the document."),
        )
    if not number.valid and not clean(override or ""):
        raise RuleError(
            _("The check digit of this id number is wrong; one of its digits is."),
            hint=_("Compare it with the document. If it stands there so: --override REASON"),
        )
    return number


def id_fields(
    number: IdNumber, *, purpose: str, override: str | None = None
) -> dict[str, str | None]:
    """Return what the table of people keeps of an id number: itself, why, birthday and sex.

    Args:
        number: as `checked_id` returned it.
        purpose: what it is needed for.
        override: why a wrong check digit was kept; dropped where the digit is right.
    """
    return {
        "id_number": number.text,
        "id_purpose": clean(purpose),
        "id_override": None if number.valid else clean(override or ""),
        "birth_on": number.birth_on,
        "sex": number.sex,
    }


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
