"""A building named within a sentence: `3号楼外墙维修`, `路灯坏在12栋门口`."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.text import folded

ENTRANCE_BEHIND: Final = r"(?:[0-9一二三四五六七八九十]{1,2}单元)?"
WITHIN: Final = (
    r"(?P<building>(?<![0-9A-Za-z])(?:[0-9]{1,3}|[A-Za-z])(?:号楼|号栋|#楼|座|[栋幢](?!楼(?!道)))"
    rf"|[一二三四五六七八九十]{{1,3}}号楼){ENTRANCE_BEHIND}"
)
"""Not `三栋楼` and `一座假山`, which count."""


def building_within(text: str) -> str | None:
    """Return the only building that a sentence names, as it stands there; None for none or more."""
    named = {found["building"] for found in re.finditer(WITHIN, folded(text))}
    return named.pop() if len(named) == 1 else None
