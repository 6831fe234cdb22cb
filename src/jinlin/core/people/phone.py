"""Phone numbers as people write them, and the one way we keep them."""

from __future__ import annotations

import re

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_COUNTRY = r"(?:\+?86|0086)"
_MOBILE = rf"(?:{_COUNTRY}|0)?(1[3-9]\d{{9}})(?:\.0)?"
_LANDLINE = r"(?:(0\d{2,3})-?)?([2-9]\d{6,7})(?:(?:-|转)(\d{1,6}))?"
_SERVICE = r"(?:400|800)-?\d{3}-?\d{4}"
_PLAIN = str.maketrans({"(": None, ")": "-", "—": "-", "–": "-", "－": "-", "‐": "-"})


def read_phone(text: str) -> str | None:
    """Return one number as we keep it: `13805911234`, `0591-87654321`, `87654321-802`.

    Returns:
        None when the text is not exactly one number.
    """
    said = compact(text).translate(_PLAIN)
    bare = said.replace("-", "")
    if mobile := re.fullmatch(_MOBILE, bare):
        return mobile[1]
    if re.fullmatch(_SERVICE, said):
        return bare
    landline = re.fullmatch(_LANDLINE, said)
    return "-".join(part for part in landline.groups() if part) if landline else None


def parse_phone(text: str) -> str:
    """Read a phone number somebody typed.

    Raises:
        UsageError: it is not exactly one number.
    """
    number = read_phone(text)
    if number is None:
        raise UsageError(
            _("“{text}” is not a phone number.").format(text=text),
            hint=_("A mobile has 11 digits; a landline is written like 0591-87654321."),
        )
    return number


def phone_digits(text: str) -> str:
    """Return the digits of a number, to compare it: without what leads to the country or a city.

    `+86 139…`, `0086139…` and `139…` are one number, and so are `0591-…` and `+86 591 …`.
    """
    digits = re.sub(r"\D", "", text)
    return re.sub(rf"^(?:{_COUNTRY}(?=\d{{10}})|0)0?", "", digits)
