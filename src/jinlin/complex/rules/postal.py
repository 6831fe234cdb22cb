"""Where in the city a home lies, as rosters put it before the building: taken off, never kept."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.numerals import NUMERALS
from jinlin.core.text import folded

_HAN: Final = r"[\u4e00-\u9fff]"
_PLACE: Final = re.compile(
    rf"(?P<province>{_HAN}{{2,8}}?(?:省|自治区))?(?P<city>{_HAN}{{2,8}}?市)?(?:{_HAN}{{2,6}}?[区县])?"
    rf"(?P<street>{_HAN}{{2,6}}?街道)?(?:{_HAN}{{2,6}}?[镇乡])?(?:{_HAN}{{2,8}}?[社村][区]?)?"
    rf"(?P<road>{_HAN}{{1,8}}?(?:路|街|巷|弄|大道)\d{{1,4}}(?:-\d{{1,3}})?号(?![楼栋幢]))?"
)
_CODE: Final = re.compile(rf"(?:第?[\dA-Z{NUMERALS}]|[东西南北中])", re.IGNORECASE)
_SHORTEST: Final = 2


def without_place(text: str, place: str) -> str:
    """Return an address from its building on: `金山街道梅苑小区3号楼502` is `3号楼502`.

    Args:
        text: the address as a roster has it.
        place: what the complex is called: `梅苑小区`, which people shorten to `梅苑`.

    Returns:
        The text itself where nothing stands before the building that is known to be no part of it:
        `东区3号楼` may be what the building is called.
    """
    said = folded(text)
    short = place.removesuffix("小区").removesuffix("社区")
    for name in (place, short):
        _before, found, behind = said.rpartition(name) if len(name) >= _SHORTEST else ("", "", "")
        behind = behind.lstrip(" ,，-—")
        if found and behind and (name == place or _CODE.match(behind)):
            return behind
    match = _PLACE.match(said)
    if match is None or not any(match.groupdict().values()):
        return text
    return said[match.end() :].lstrip(" ,，") or text
