"""Free text on its way out of the house: no resident's name, phone, id or door gets through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.output.listing.spotting import Names, Spot, replaced, spots
from jinlin.output.listing.telling import What
from jinlin.output.listing.values import masked

HIDDEN: Final = "***"
SOMEBODY: Final = N_("a resident")
_MOBILE_DIGITS: Final = 11


class Redaction(Enum):
    """What stands in the place of what is hidden."""

    LIST = "list"
    """Whoever knows somebody recognises her: `张**`, `138****5678`."""
    PUBLIC = "public"
    """On papers for everybody not even a surname is left: 某居民."""


def not_public(title: str) -> str:
    """Return a title on a list for the house, with the mark that it is for nobody else."""
    return _("[not public] {title}").format(title=title)


def discreet(
    text: str,
    names: Iterable[str] | Names = (),
    *,
    doors: bool = False,
    form: Redaction = Redaction.LIST,
) -> str:
    """Return a text that may be handed in, or hung up; of a door building and entrance stay.

    Args:
        text: what somebody typed.
        names: the residents whose names it must not show.
        doors: whether doors stay, as in a listing that names homes by them.
        form: what stands in the place of names and numbers.
    """
    known = names if isinstance(names, Names) else Names(names)
    found = spots(text, known, leaving=not doors)
    if form is Redaction.PUBLIC:
        return replaced(text, found, outside)
    kept = {What.SURNAME, What.DOOR} if doors else {What.SURNAME}
    return replaced(text, (spot for spot in found if spot.what not in kept), _masked)


def outside(spot: Spot) -> str:
    """Return what stands on a paper for everybody in the place of what tells of somebody."""
    return _(SOMEBODY) if spot.what in {What.NAME, What.LIKELY, What.SURNAME} else HIDDEN


def _masked(spot: Spot) -> str:
    match spot.what:
        case What.NAME | What.LIKELY:
            return masked(spot.text, Personal.NAME)
        case What.ID:
            return masked(re.sub(r"[^\dXx]", "", spot.text), Personal.ID)
        case What.PHONE:
            digits = re.sub(r"\D", "", spot.text)
            mobile = digits[-_MOBILE_DIGITS:] if digits[:2] in {"86", "00"} else digits
            return masked(mobile, Personal.PHONE) if mobile.isascii() and mobile else HIDDEN
        case What.PLATE:
            return f"{spot.text[:2]}***"
        case _:
            return HIDDEN
