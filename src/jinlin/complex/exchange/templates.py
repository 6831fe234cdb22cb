"""The empty table of households, with a word on how to fill in each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jinlin.complex.field.own_table import own_blanks
from jinlin.complex.rules.buildings import AreaBasis, Use
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.i18n import N_, _
from jinlin.documents.template import Blank
from jinlin.exchange.table.fields import field_label

HOUSEHOLD_TEMPLATE: Final = N_("Template for households")

_HOUSEHOLD_NOTES: Final = {
    "building": N_("required: such as 3, 3号楼 or A"),
    "entrance": N_("optional: such as 1; empty where the building has only one"),
    "room": N_("required: as the door says, such as 502"),
    "floor": N_("optional: empty where the room tells it, as 502 does"),
    "exclusive_area": N_("optional: square metres as in the certificate, such as 89.50"),
    "area_basis": N_("optional: choose from the list"),
    "state": N_("optional: choose from the list"),
    "owner": N_("optional: in full; several owners get a row each, with the same room"),
    "phone": N_("optional: the owner's, such as 13805911234"),
    "phone2": N_("optional: another phone of the owner"),
    "share": N_("optional: such as 1/2 or 50%"),
    "representative": N_("optional: which owner votes for the home"),
    "tenant": N_("optional: in full; several with 、 between"),
    "tenant_phone": N_("optional: the tenant's phone"),
    "occupants": N_("optional: how many people live there, such as 3"),
    "remark": N_("optional"),
}
_NUMBERS: Final = frozenset({"floor", "exclusive_area", "occupants"})


def household_blanks(own: Sequence[OwnField]) -> list[Blank]:
    """Return the columns of an empty table of households."""
    choices = {
        "area_basis": tuple(AreaBasis.labels().values()),
        "state": tuple(Use.labels().values()),
    }
    return [*blanks_of(_HOUSEHOLD_NOTES, choices), *own_blanks(own)]


def blanks_of(notes: Mapping[str, str], choices: Mapping[str, tuple[str, ...]]) -> list[Blank]:
    """Return the columns of a register's fields.

    Args:
        notes: how to fill in each field, marked with `N_`.
        choices: what may stand in some of them.
    """
    return [
        Blank(
            heading=field_label(field),
            note=_(note),
            number=field in _NUMBERS,
            choices=choices.get(field, ()),
        )
        for field, note in notes.items()
    ]
