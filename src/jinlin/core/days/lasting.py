"""How long something lasted: minutes, as people say and as papers write them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

MOST_MINUTES: Final = 24 * 60
_HOURS: Final = r"\d{1,2}(?:\.\d{1,2})?"
_LASTED: Final = re.compile(rf"(?:({_HOURS})个?(?:小时|h))?(?:(\d{{1,4}})(?:分钟?|min)?)?")


def parse_minutes(text: str) -> int:
    """Read how long something took: `90`, `90分钟`, `2小时`, `1小时30分`, `1.5小时`.

    Raises:
        UsageError: it is no whole number of minutes, or more than a day.
    """
    return _read(
        text,
        compact(text),
        _("“{text}” is not a number of minutes."),
        _("Write it like 90 or 1.5小时."),
    )


def parse_hours(text: str) -> int:
    """Read how long something took, where a bare number is hours: `2`, `1.5`, `2小时`, `90分钟`.

    Returns:
        Minutes.

    Raises:
        UsageError: it is no whole number of minutes, or more than a day.
    """
    said = compact(text)
    bare = re.fullmatch(_HOURS, said)
    return _read(
        text,
        f"{said}小时" if bare else said,
        _("“{text}” is not a number of hours."),
        _("Write it like --hours 2."),
    )


def _read(text: str, said: str, refusal: str, hint: str) -> int:
    match = _LASTED.fullmatch(said)
    minutes = Fraction(match[1] or 0) * 60 + int(match[2] or 0) if match else Fraction(0)
    if minutes.denominator != 1 or not 0 < minutes <= MOST_MINUTES:
        raise UsageError(refusal.format(text=text), hint=hint)
    return int(minutes)


def duration(minutes: int) -> str:
    """Return how long something took: `3 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
