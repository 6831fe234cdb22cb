"""The numbers of issues: `2026-0007`, and what people type for them."""

from __future__ import annotations

import re

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_NUMBER = r"#?(?:(\d{4})-)?(\d{1,6})"


def issue_label(year: int, number: int) -> str:
    """Return a number as we write it: `2026-0007`."""
    return f"{year:04d}-{number:04d}"


def parse_number(text: str) -> tuple[int | None, int]:
    """Read `2026-0007`, `2026-7`, `7`, `#7`, full-width too.

    Returns:
        The year, None when it was not said, and the number within it.

    Raises:
        UsageError: it is no number of an issue.
    """
    match = re.fullmatch(_NUMBER, compact(text).translate(_DASHES))
    if match is None or not int(match[2]):
        raise UsageError(
            _("“{text}” is not the number of an issue.").format(text=text),
            hint=_("Write it like 2026-0007, 2026-7 or 7."),
        )
    return (int(match[1]) if match[1] else None), int(match[2])
