"""Who votes for a home: one owner, or somebody with the owners' written authority."""

from __future__ import annotations

from jinlin.complex.household.door import Door
from jinlin.complex.household.newcomers import person_for
from jinlin.complex.household.owners import owners
from jinlin.complex.household.people import people_called
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.people.queries import PersonRow, only_one
from jinlin.store.transaction.tx import Reader, Tx


def representative_of(reader: Reader, door: Door) -> PersonRow | None:
    """Return who votes for a household; None when nobody was appointed."""
    row = reader.row(
        "SELECT id, number, name, phone FROM person WHERE id = ?", (door.representative_id,)
    )
    return PersonRow(*row) if row is not None else None


def appoint(
    tx: Tx, door: Door, text: str, *, authority: str | None, namesake: bool = False
) -> PersonRow:
    """Say who votes for a household.

    Raises:
        NotFoundError: nobody is meant, or several are.
        RuleError: she owns nothing here and carries no written authority.
    """
    owning = [row.person for row in owners(tx, door.id)]
    if authority is None:
        found = people_called(tx, text)
        here = [person for person in found if person.id in {o.id for o in owning}]
        if found and not here:
            raise RuleError(
                _("{person} does not own {home}.").format(person=found[0].masked, home=door.label),
                hint=_("With the owners' written authority: --authority '2026-03-01 委托书'"),
            )
        person = only_one(tx, here, text)
    else:
        person = person_for(tx, text, namesake=namesake).person
    tx.update("household", door.id, representative_id=person.id, representative_authority=authority)
    _describe(tx, door)
    return person


def dismiss(tx: Tx, door: Door) -> None:
    """Say that nobody in particular votes for a household.

    Raises:
        RuleError: nobody was appointed.
    """
    if door.representative_id is None:
        raise RuleError(
            _("{home} has no representative.").format(home=door.label),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    tx.update("household", door.id, representative_id=None, representative_authority=None)
    _describe(tx, door)


def _describe(tx: Tx, door: Door) -> None:
    said = {"home": door.label}
    tx.describe(
        Message(N_("Changed who votes for {home}"), said),
        reverse=Message(N_("change back who votes for {home}"), said),
        subject=door.label,
    )
