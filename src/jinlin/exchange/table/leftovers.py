"""What stands on a sheet and is no data: totals, notes, signatures, a header printed again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_TOTAL = re.compile(
    r"(?:合计|总计|小计|共计|总合计|累计|本页合计|本页小计|total|sum)(?:[:：(（]|$|\d)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:制表|制表人|填表|填表人|填报|填报人|填报单位|审核|审核人|复核|复核人|负责人|经办人|联系人|"
    r"制表日期|制表时间|填表日期|填表时间|填报日期|填报时间|打印日期|打印时间|日期|单位|盖章)[:：]"
)
_NOTE = re.compile(
    r"(?:注|备注|说明|填写说明|填表说明|提示|示例|例|要求|note)s?\d*[:：、,，]", re.IGNORECASE
)
_FILLING = re.compile(
    r"(?:[(（]?(?:必填|选填|可不填|请填|请选|填写|格式|示例|例[:：如]|例?如[^\u4e00-\u9fff]|已填)|required|optional|filled)",
    re.IGNORECASE,
)
_STARTS: Final = frozenset("合总小共累本制填审复负经联打日单盖注备说提示例要*※tTsSnN")


def is_leftover(cells: Sequence[str]) -> bool:
    """Return whether a row holds a total, a note or who made the table, and no data."""
    first = cells[0].strip() or next(cell for cell in cells if cell.strip()).strip()
    if first[0] not in _STARTS:
        return False
    text = "".join(first.split())
    if _TOTAL.match(text) or _SIGNED.match(text):
        return True
    alone = sum(1 for cell in cells if cell.strip()) == 1
    return alone and (first[0] in "*※" or _NOTE.match(text) is not None)


def is_instruction(cells: Sequence[str]) -> bool:
    """Return whether the row below a header says how to fill it in: `必填`, `如 89.5`."""
    filled = ["".join(cell.split()) for cell in cells if cell.strip()]
    telling = sum(1 for cell in filled if _FILLING.match(cell) or _NOTE.match(cell))
    return telling * 2 >= len(filled)
