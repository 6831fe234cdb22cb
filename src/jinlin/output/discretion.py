"""Free text on its way out of the house: no resident's name, phone, id or door gets through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from jinlin.core.columns import Personal
from jinlin.output.masking import masked

SHORTEST_NAME: Final = 2
"""A name of one character is in half of all sentences."""
LONGEST_NAME: Final = 12
NOBODY: Final = frozenset(
    {
        "物业", "社区", "街道", "支部", "居民", "业主", "住户", "租户", "群众", "匿名", "党员",
        "网格员", "保安", "城管", "派出所", "业委会", "居委会", "监事会",
    }
)  # fmt: skip
"""What notebooks write for a reporter who is not named."""

HALF_WIDTH: Final = {code: code - 0xFEE0 for code in map(ord, "０１２３４５６７８９－＃")}
# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_ID = r"(?<!\d)\d{17}[\dXx](?!\d)"
PHONE: Final = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)")
_DASHED_DOOR = r"(?<![\dA-Za-z-])([0-9A-Za-z]{1,3}[-#](?:[0-9A-Za-z]{1,2}[-#])?)\d{3,4}(?![\d-])"
_SPOKEN_DOOR = r"(号楼|栋|幢|座|#|单元|梯)\d{3,4}(?!\d)"
_BARE_DOOR = r"(?<![\d.])\d{3,4}(?=[室房户])"


def discreet(text: str, names: Iterable[str] = ()) -> str:
    """Return a text that may be handed in.

    Names become `张**`, phones `138****5678`, and of a door only the building and the entrance
    stay: `3-1-***`.

    Args:
        text: what somebody typed.
        names: the residents whose names it must not show.
    """
    text = text.translate(HALF_WIDTH)
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= SHORTEST_NAME and name not in NOBODY:
            text = text.replace(name, masked(name, Personal.NAME))
    text = re.sub(_ID, lambda found: masked(found[0], Personal.ID), text)
    text = PHONE.sub(lambda found: masked(re.sub("[ -]", "", found[0]), Personal.PHONE), text)
    text = re.sub(_DASHED_DOOR, r"\1***", text)
    text = re.sub(_SPOKEN_DOOR, r"\1***", text)
    return re.sub(_BARE_DOOR, "***", text)


class Names:
    """Names that must not be read, looked up in one pass over a text.

    Args:
        names: as the database has them; what is too short, or says nobody, is no name.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if len(name) >= SHORTEST_NAME and name not in NOBODY}
        self._longest = min(LONGEST_NAME, max(map(len, self._names), default=0))

    def replaced(self, text: str, instead: Callable[[str], str]) -> str:
        """Return a text with each name replaced, the longest that begins at a place first."""
        if not self._longest:
            return text
        found, at = [], 0
        while at < len(text):
            for length in range(min(self._longest, len(text) - at), SHORTEST_NAME - 1, -1):
                if text[at : at + length] in self._names:
                    found.append(instead(text[at : at + length]))
                    at += length
                    break
            else:
                found.append(text[at])
                at += 1
        return "".join(found)
