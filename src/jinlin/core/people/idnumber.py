"""Citizens' identity numbers of 18 digits (GB 11643): check digit, birthday, sex, region."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_WEIGHTS: Final = tuple(2 ** (17 - place) % 11 for place in range(17))
_CHECK_DIGITS: Final = "10X98765432"
_PROVINCE: Final = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""The first two digits, of GB/T 2260; 83 is for residents from Taiwan."""
_OLD_LENGTH: Final = 15
_SCIENTIFIC: Final = re.compile(r"\d(?:\.\d+)?e\+?\d+")
_ROUNDED: Final = re.compile(r"\d{15}0{3}")
"""A spreadsheet keeps 15 digits of a number and writes zeros for the others."""


class IdNumber(NamedTuple):
    """An identity number and what it tells.

    Attributes:
        text: 18 characters; the last is a digit or `X`.
        region: the six digits of the place of first registration.
        birth_on: the birthday, as ISO text.
        sex: `female` or `male`.
        valid: the check digit is right.
    """

    text: str
    region: str
    birth_on: str
    sex: str
    valid: bool


def check_digit(first: str) -> str:
    """Return the check digit for the first 17 digits (ISO 7064, MOD 11-2)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first, strict=True))
    return _CHECK_DIGITS[total % 11]


def parse_id_number(text: str) -> IdNumber:
    """Read an identity number; whether its check digit is right is told, not demanded.

    Raises:
        UsageError: it is none, it was destroyed by a spreadsheet, or it is one of the old 15.
    """
    said = compact(text).replace("-", "").upper()
    if _SCIENTIFIC.fullmatch(said.lower()) or said.endswith(".0") or _destroyed(said):
        raise _refused(
            text,
            _("a spreadsheet has turned it into a number and lost its last digits"),
            _("Type it again from the document; a column of ids must be formatted as text."),
        )
    if re.fullmatch(rf"\d{{{_OLD_LENGTH}}}", said):
        raise _refused(
            text,
            _("it has 15 digits, which have not been valid since 2013"),
            _("Ask for the number of 18 digits on the second-generation card."),
        )
    if not re.fullmatch(r"\d{17}[0-9X]", said):
        raise _refused(
            text,
            _("an id number has 18 digits, the last of which may be X"),
            _("Compare it with the document."),
        )
    if not _PROVINCE.fullmatch(said[:2]):
        raise _refused(
            text, _("no province has these first two digits"), _("Compare it with the document.")
        )
    return IdNumber(
        text=said,
        region=said[:6],
        birth_on=_birthday(text, said),
        sex="male" if int(said[16]) % 2 else "female",
        valid=check_digit(said[:17]) == said[17],
    )


def _destroyed(said: str) -> bool:
    """Return whether a number ends as spreadsheets round it, and its check digit shows that."""
    return bool(_ROUNDED.fullmatch(said)) and check_digit(said[:17]) != said[17]


def _birthday(text: str, said: str) -> str:
    try:
        day = date(int(said[6:10]), int(said[10:12]), int(said[12:14]))
    except ValueError as error:
        raise _refused(
            text,
            _("digits 7 to 14 are no day: {digits}").format(digits=said[6:14]),
            _("Compare it with the document."),
        ) from error
    return day.isoformat()


def _refused(text: str, reason: str, hint: str) -> UsageError:
    """Return the error; it never repeats the whole number."""
    shown = f"{text.strip()[:4]}…"
    return UsageError(
        _("The id number {start} cannot be taken: {reason}.").format(start=shown, reason=reason),
        hint=hint,
    )
