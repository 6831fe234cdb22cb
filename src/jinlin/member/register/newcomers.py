"""People a command names who may not be known here yet."""

from __future__ import annotations

from jinlin.complex.household.people import find_person, people_called
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import _
from jinlin.person.people.actions import add_person
from jinlin.person.people.queries import PersonRow
from jinlin.person.rules import parse_typed_name
from jinlin.store.transaction.tx import Tx


def person_meant(tx: Tx, text: str, *, new: bool = False, phone: str | None = None) -> PersonRow:
    """Return the person a text means, or record her where she is said to be new.

    Args:
        tx: the transaction.
        text: a name, `name@building`, `P12`, the end of a phone.
        new: nobody here knows her yet; the text is her name.
        phone: her phone, as `parse_phone` returns it.

    Raises:
        NotFoundError: nobody is meant, or several are.
        RuleError: she is said to be new, and somebody of that name and phone is known.
        UsageError: the name of somebody new is none.
    """
    if not new:
        try:
            return find_person(tx, text)
        except NotFoundError as error:
            if people_called(tx, text):
                raise
            raise NotFoundError(
                error.message, hint=_("Somebody new here: the full name and --new.")
            ) from error
    name = parse_typed_name(text)
    for known in people_called(tx, name):
        if known.name == name and known.phone == phone:
            raise RuleError(
                _("{person} is among the people already.").format(person=known.masked),
                hint=_("Leave --new out, or give a phone that tells the two apart."),
            )
    person = add_person(tx, name, phone=phone)
    assert person.id is not None
    return PersonRow(person.id, person.number, person.name, person.phone)
