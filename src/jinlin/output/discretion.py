"""Free text on its way out of the house: no resident's name, phone, id or door gets through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.columns import Personal
from jinlin.output.masking import masked
from jinlin.output.spotting import Names, Spot, replaced, spots
from jinlin.output.telling import What

HIDDEN: Final = "***"
_MOBILE_DIGITS: Final = 11


def discreet(text: str, names: Iterable[str] | Names = (), *, doors: bool = False) -> str:
    """Return a text that may be handed in.

    Names become `张**`, phones `138****5678`, and of a door only the building and the entrance
    stay: `3-1-***`.

    Args:
        text: what somebody typed.
        names: the residents whose names it must not show.
        doors: whether doors stay, as in a listing that names homes by them.
    """
    known = names if isinstance(names, Names) else Names(names)
    found = spots(text, known)
    return replaced(text, (s for s in found if not doors or s.what is not What.DOOR), _masked)


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
