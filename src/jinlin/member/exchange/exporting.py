"""The register of members as an import reads it again, and an empty table for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from jinlin.complex.exchange.exporting import SEPARATOR, column
from jinlin.complex.exchange.templates import blanks_of
from jinlin.complex.field.own_fields import fields_of, own_cells, values_of
from jinlin.complex.field.own_table import own_blanks
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.documents.template import Blank
from jinlin.member.register.queries import MemberRow, members
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState, Sex
from jinlin.member.rules.post_cells import posts_cell
from jinlin.output.delivery.export import ExportedRegister
from jinlin.output.listing.listing import Listing
from jinlin.store.transaction.tx import Reader

MEMBERS: Final = N_("Roster of members")
MEMBER_TEMPLATE: Final = N_("Template for members")

_NOTES: Final = {
    "name": N_("required: in full"),
    "phone": N_("optional: such as 13805911234; it tells two of one name apart"),
    "phone2": N_("optional: another phone"),
    "sex": N_("optional: choose from the list"),
    "birth": N_("optional: such as 1950-01-01 or 1950-01"),
    "party_state": N_("optional: choose from the list"),
    "joined_on": N_("optional: such as 1990-05-01 or 1990-05"),
    "full_on": N_("optional: such as 1991-05-01 or 1991-05"),
    "affiliation": N_("optional: choose from the list"),
    "group": N_("optional: such as 第一党小组"),
    "post": N_("optional: such as 书记; several with 、 between, such as 委员、业委会主任"),
    "employer": N_("optional: where she works"),
    "reported_on": N_("optional: the day of reporting in, such as 2026-03-01"),
    "claimed": N_("optional: such as 政策宣讲; several with 、 between"),
    "skills": N_("optional: such as 水电维修"),
    "availability": N_("optional: such as 周末上午"),
    "standing": N_("optional: choose from the list"),
    "remark": N_("optional"),
}


def member_blanks(own: Sequence[OwnField]) -> list[Blank]:
    """Return the columns of an empty table of members."""
    choices = {
        "sex": _all(Sex),
        "party_state": _all(PartyState),
        "affiliation": _all(Affiliation),
        "standing": _all(MemberStanding),
    }
    return [*blanks_of(_NOTES, choices), *own_blanks(own)]


def _all(words: type[Word]) -> tuple[str, ...]:
    return tuple(words.labels().values())


def member_register(reader: Reader) -> ExportedRegister:
    """Return all members of the register; identity numbers stay here."""
    found = members(reader)
    fields = fields_of(reader, "member")
    own = values_of(reader, "member", [member.id for member in found]) if fields else {}
    claimed = _claimed(reader)
    more = _more(reader, [member.person.id for member in found])
    listing = Listing(
        key="members",
        title=_("Members"),
        columns=(*_columns(), *(field.column for field in fields)),
        rows=[
            (
                *_cells(member, more[member.person.id], claimed.get(member.id, ())),
                *own_cells(fields, own.get(member.id)),
            )
            for member in found
        ],
    )
    return ExportedRegister(listing, persons=len(found))


def _columns() -> tuple[Column, ...]:
    return (
        column("name", personal=Personal.NAME),
        column("phone", personal=Personal.PHONE),
        column("phone2", personal=Personal.PHONE),
        column("sex", labels=Sex.labels()),
        column("birth", Kind.DATE),
        column("party_state", labels=PartyState.labels()),
        column("joined_on", Kind.DATE),
        column("full_on", Kind.DATE),
        column("affiliation", labels=Affiliation.labels()),
        column("group"),
        column("post"),
        column("employer"),
        column("reported_on", Kind.DATE),
        column("claimed"),
        column("skills"),
        column("availability"),
        column("standing", labels=MemberStanding.labels()),
        column("remark"),
    )


def _more(reader: Reader, persons: Sequence[int]) -> dict[int, Any]:
    """Return what is kept of these people beside name and phone."""
    return {
        row["id"]: row
        for row in reader.rows(
            "SELECT id, other_phone, sex, birth_on FROM person"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(persons)),),
        )
    }


def _claimed(reader: Reader) -> dict[int, list[str]]:
    """Return by member the services that are claimed and not yet done."""
    found: dict[int, list[str]] = {}
    for member, what in reader.rows(
        "SELECT member_id, what FROM service_claim WHERE removed_at IS NULL AND done_on IS NULL"
        " ORDER BY claimed_on, id"
    ):
        found.setdefault(member, []).append(what)
    return found


def _cells(member: MemberRow, person: Any, claimed: Sequence[str]) -> tuple[Any, ...]:
    details = member.details
    return (
        member.person.name,
        member.person.phone,
        person["other_phone"],
        person["sex"],
        person["birth_on"],
        details.party_state,
        details.joined_on,
        details.full_on,
        details.affiliation,
        details.group_name,
        posts_cell(member.held),
        details.employer,
        details.reported_on,
        SEPARATOR.join(claimed) or None,
        details.skills,
        details.availability,
        details.standing,
        details.note,
    )
