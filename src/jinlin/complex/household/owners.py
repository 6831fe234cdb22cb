"""Who owns a home, who owned it before, and which of its owners a text means."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.complex.household.people import people_called
from jinlin.core.columns import Personal
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import _
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow, only_one
from jinlin.person.rules import person_number
from jinlin.store.transaction.tx import Reader


class OwnerRow(NamedTuple):
    """Somebody who owns a home, or owned it.

    Attributes:
        id: of the ownership.
        share: as the register keeps it: `1/2`.
        since: from when, as ISO text.
        until: up to when; None while she owns it.
    """

    id: int
    person: PersonRow
    share: str | None
    since: str | None
    until: str | None


class NamedOwner(NamedTuple):
    """An owner as she is to be recorded; a share or phone that is None leaves what is kept.

    Attributes:
        namesake: she is another person than the owner of that name there is.
    """

    who: str
    share: Fraction | None = None
    phone: str | None = None
    namesake: bool = False


def owners(reader: Reader, household_id: int) -> list[OwnerRow]:
    """Return who owns a household."""
    return _owners(reader, household_id, "o.removed_at IS NULL")


def former_owners(reader: Reader, household_id: int) -> list[OwnerRow]:
    """Return who owned a household and sold it, the latest first."""
    return _owners(reader, household_id, "o.until IS NOT NULL ORDER BY o.until DESC, o.id")


def _owners(reader: Reader, household_id: int, condition: str) -> list[OwnerRow]:
    return [
        OwnerRow(
            row["id"],
            PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
            row["share"],
            row["since"],
            row["until"],
        )
        for row in reader.rows(
            "SELECT o.id, o.person_id, p.number, p.name, p.phone, o.share, o.since, o.until"
            " FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
            f" WHERE o.household_id = ? AND {condition}",
            (household_id,),
        )
    ]


def owner_called(reader: Reader, door: Door, text: str) -> OwnerRow | None:
    """Return the one owner of a household whom a text names; among owners a name is enough."""
    ids = {person.id for person in people_called(reader, text)}
    here = [row for row in owners(reader, door.id) if row.person.id in ids]
    return here[0] if len(here) == 1 else None


def meant_owners(reader: Reader, door: Door, text: str | None) -> list[OwnerRow]:
    """Return all owners of a household, or the one who is named."""
    owning = owners(reader, door.id)
    if not owning:
        raise RuleError(
            _("No owner of {home} is recorded.").format(home=door.label),
            hint=_("Record one: jinlin household owner {home} NAME").format(home=door.label),
        )
    if text is None:
        return owning
    ids = {person.id for person in people_called(reader, text)}
    here = [row for row in owning if row.person.id in ids]
    if here:
        only_one(reader, [row.person for row in here], text)
        return here
    raise NotFoundError(
        _("No owner of {home} is called “{text}”.").format(home=door.label, text=text),
        hint=_("Owners: {people}.").format(
            people=_(", ").join(row.person.masked for row in owning)
        ),
    )


def has_another_phone(person: PersonRow, said: NamedOwner) -> bool:
    """Return whether an owner is kept with another phone than is said; `P12` names her for sure."""
    kept = person.phone if person_number(said.who) is None else None
    return bool(kept and said.phone and said.phone != kept)


def kept_otherwise(reader: Reader, door: Door, said: NamedOwner) -> OwnerRow | None:
    """Return the owner of that name who is kept with another phone than is said; else None."""
    here = owner_called(reader, door, said.who)
    return here if here and has_another_phone(here.person, said) else None


def other_phone(owner: OwnerRow, door: Door) -> str:
    """Return the sentence that an owner of a home is kept with another phone."""
    return _("{person} owns {home} and is kept with another phone, {phone}.").format(
        person=owner.person.masked,
        home=door.label,
        phone=masked(owner.person.phone or "", Personal.PHONE),
    )
