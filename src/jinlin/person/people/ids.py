"""Identity numbers are taken only with a purpose, checked, and kept wrong only with a reason."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.people.idnumber import IdNumber, parse_id_number
from jinlin.core.text import clean

EARLIEST: Final = "1900-01-01"


def checked_id(
    text: str, *, purpose: str | None, override: str | None = None, today: str | None = None
) -> IdNumber:
    """Read an id number that is to be recorded.

    Args:
        text: as somebody typed it or a file holds it.
        purpose: what it is needed for (PIPL 6, 28); written down beside it.
        override: why a number with a wrong check digit is right nevertheless; written down too.
        today: a birthday after this day is refused, as ISO text.

    Raises:
        UsageError: it is no id number, or the purpose is missing.
        RuleError: its check digit is wrong and no reason is given, or nobody is that old or young.
    """
    if not clean(purpose or ""):
        raise UsageError(
            _("An id number is recorded only for a stated purpose."),
            hint=_("Say what it is needed for: --purpose TEXT"),
        )
    number = parse_id_number(text)
    if number.birth_on < EARLIEST or (today is not None and number.birth_on > today):
        raise RuleError(
            _("By this id number the birthday would be {day}.").format(day=number.birth_on),
            hint=_("Compare it with the document."),
        )
    if not number.valid and not clean(override or ""):
        raise RuleError(
            _("The check digit of this id number is wrong; one of its digits is."),
            hint=_("Compare it with the document. If it stands there so: --override REASON"),
        )
    return number


def id_fields(
    number: IdNumber, *, purpose: str, override: str | None = None
) -> dict[str, str | None]:
    """Return what the table of people keeps of an id number: itself, why, birthday and sex.

    Args:
        number: as `checked_id` returned it.
        purpose: what it is needed for.
        override: why a wrong check digit was kept; dropped where the digit is right.
    """
    return {
        "id_number": number.text,
        "id_purpose": clean(purpose),
        "id_override": None if number.valid else clean(override or ""),
        "birth_on": number.birth_on,
        "sex": number.sex,
    }
