"""Personal data as everybody may see it (masking conventions: docs/architecture.md)."""

from __future__ import annotations

from jinlin.core.columns import Personal
from jinlin.core.people.surnames import DOUBLE_SURNAMES
from jinlin.store.schema.personal import FORGOTTEN

_PHONE_DIGITS = 11


def masked(value: str, personal: Personal) -> str:
    """Return a personal datum with its telling part hidden: `张**`, `138****5678`.

    What stands in the place of somebody who was forgotten tells nothing, and stays.
    """
    if value.startswith(FORGOTTEN):
        return value
    if personal is Personal.NAME:
        return _masked_name(value)
    kept = (3, 4) if personal is Personal.PHONE else (4, 4)
    if personal is Personal.PHONE and len(value) < _PHONE_DIGITS:
        kept = (0, 2)
    hidden = len(value) - sum(kept)
    return value[: kept[0]] + "*" * hidden + value[len(value) - kept[1] :] if hidden > 0 else "****"


def _masked_name(name: str) -> str:
    surname = name[:2] if name[:2] in DOUBLE_SURNAMES and len(name) > 2 else name[:1]  # noqa: PLR2004
    return f"{surname}**"
