"""A name as lists mask it, `何**`, is no name: whoever writes it down loses the person."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _

STARS: Final = "*＊"
_MASKED: Final = rf"[㐀-鿿·]{{1,3}}[{STARS}]+[㐀-鿿]?"
_NAME: Final = rf"[A-Za-z0-9㐀-鿿·{STARS}]{{1,9}}"
_STANDS_FOR: Final = r"[㐀-鿿]{0,3}某[㐀-鿿]{0,2}|[㐀-鿿]{1,2}[xXｘＸ×✕○]{1,3}"
_BETWEEN: Final = r"[\s、,，;；]+"


def check_whole(name: str) -> None:
    """Refuse a name of which a part is hidden.

    Raises:
        UsageError: it holds a star.
    """
    if any(star in name for star in STARS):
        raise UsageError(
            _("“{text}” is partly hidden.").format(text=name),
            hint=_("Write the whole name, or the number that lists show, such as P12."),
        )


def stands_for_somebody(name: str) -> bool:
    """Return whether a name is what papers write in the place of one: `何某某`, `何XX`."""
    return re.fullmatch(_STANDS_FOR, name) is not None


def check_unmasked(word: str) -> None:
    """Refuse a word of the command line that is nothing but names of which one is masked.

    Raises:
        UsageError: one is, such as `何**` or `何**、李**`.
    """
    if not any(star in word for star in STARS):
        return
    parts = re.split(_BETWEEN, word.strip())
    if all(re.fullmatch(_NAME, part) for part in parts):
        for part in parts:
            if re.fullmatch(_MASKED, part):
                check_whole(part)


def hides(said: str, here: str) -> bool:
    """Return whether a text is another with parts of it hidden: `张**家` of `张美华家`."""
    pieces = re.split(f"[{STARS}]{{2,}}", said)
    return len(pieces) > 1 and bool(
        re.fullmatch(".+".join(map(re.escape, pieces)), here, re.DOTALL)
    )
