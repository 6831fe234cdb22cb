"""Whom a name at a door means: somebody known, or somebody new."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.complex.household.people import people_called
from jinlin.core.columns import Personal
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import folded
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow, namesakes, only_one
from jinlin.person.rules import parse_typed_name, person_number, phone_ending
from jinlin.store.transaction.tx import Tx


class Meant(NamedTuple):
    """Whom a name at a door means.

    Attributes:
        person: who it is.
        recognised: she was recorded before, elsewhere; worth saying, since names repeat.
    """

    person: PersonRow
    recognised: bool


def person_for(tx: Tx, text: str, *, phone: str | None = None, namesake: bool = False) -> Meant:
    """Return whom a name at a door means, recording somebody nobody recorded before.

    Args:
        tx: the transaction.
        text: a whole name, or somebody known: `name@building`, `P12`, a phone's end.
        phone: as `parse_phone` returns it; kept where none is kept.
        namesake: she is not the person of that name who is known already.

    Raises:
        NotFoundError: several are meant; they are listed, masked.
        UsageError: it is no name.
        RuleError: the only person of that name is kept with another phone.
    """
    if person_number(text) is not None or phone_ending(text) or "@" in folded(text):
        person = only_one(tx, people_called(tx, text), text)
    else:
        name = parse_typed_name(text)
        known = [] if namesake else namesakes(tx, name)
        if not known and len(name) == 1:
            raise UsageError(
                _("“{text}” is not a whole name.").format(text=name),
                hint=_("Write the whole name."),
            )
        if not known:
            return Meant(_new(tx, name, phone), recognised=False)
        person = only_one(tx, [p for p in known if phone and p.phone == phone] or known, text)
    if phone and person.phone is None:
        tx.update("person", person.id, phone=phone)
    elif phone and person.phone != phone:
        raise RuleError(
            _("{person} is kept with another phone, {phone}.").format(
                person=person.masked, phone=masked(person.phone or "", Personal.PHONE)
            ),
            hint=_("Somebody else of that name: --namesake. The same: leave --phone away."),
        )
    return Meant(person, recognised=True)


def _new(tx: Tx, name: str, phone: str | None) -> PersonRow:
    from jinlin.person.people.actions import add_person

    person = add_person(tx, name, phone=phone)
    assert person.id is not None
    return PersonRow(person.id, person.number, person.name, person.phone)
