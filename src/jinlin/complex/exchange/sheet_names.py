"""Sheets called after a building: rosters often have one sheet for each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.errors import UsageError
from jinlin.core.text import folded

_SHEET: Final = re.compile(
    r"(?P<building>(?:[\u4e00-\u9fff]{0,6}?第?(?:\d{1,3}[A-Z]?|[A-Z]|[一二两三四五六七八九十百零]{1,5})"
    r"(?:号楼|号栋|栋楼?|幢楼?|座楼?|楼|#楼?))|\d{1,3}|[A-Z])"
    r"(?:第?(?P<entrance>\d{1,2}|[一二三四五六七八九十]{1,3})(?:单元|梯|门))?"
)


@lru_cache(maxsize=256)
def building_of_sheet(name: str) -> tuple[str | None, str | None]:
    """Return the building, and the entrance, a sheet is called after: `3号楼`, `3#1单元`, `5`.

    Returns:
        None for both when its name is something else, such as `Sheet1` or `名册`.
    """
    match = _SHEET.fullmatch("".join(folded(name).upper().split()))
    if match is None:
        return None, None
    try:
        entrance = parse_entrance(match["entrance"]) if match["entrance"] else None
        return parse_building(match["building"]), entrance
    except UsageError:
        return None, None
