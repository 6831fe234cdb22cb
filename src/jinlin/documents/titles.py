"""A title that does not fit on one line: broken into lines of like length, and never within a word.

GB/T 9704-2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from jinlin.core.text import width

_WORD: Final = re.compile(
    r"[\u3400-\u9fff]{2,3}同志|(?<= )[\u3400-\u9fff]{2,4}(?= |$)"
    r"|第?[0-9A-Za-z.,'-]+(?:年|月|日|号楼|号|楼|单元|户|元|季度| )?"
    r"|两评|两议|两公开|业主大会|委员会|居民委员会|业主委员会|议事会|议事日|联席会|约定书|红管家|架空层|充电棚|[上下]半年"
    r"|公示|公告|公开|通知|决定|决议|纪要|记录|报告|名单|清单|情况|结果|说明|方案|协议|意见|事项|办理"
    r"|单元|电梯|小区|支部|社区|街道|居民|业主|邻里|楼栋|外墙|道路|加装|更换|改造|修缮|施工|实施|建设"
    r"|费用|结算|经费|资金|收支|收益|公共|维修|物业|使用|共建|资源|服务|志愿|候选|企业|征求|表决|需求"
    r"|临时|封闭|工作|评议|问卷|汇总|关于|.",
    re.DOTALL,
)
"""What stays on one line: a name, a number with its unit, a word of titles; else each character."""
_NEVER_FIRST: Final = frozenset("的和与及、，。；：？！）》”’)")
_NEVER_LAST: Final = frozenset("（《“‘(")


def title_lines(text: str, columns: int) -> list[str]:
    """Return a title in lines of at most so many columns, as even as its words allow."""
    return [line for said in text.split("\n") for line in _even(said, columns)]


def _even(text: str, columns: int) -> list[str]:
    if width(text) <= columns:
        return [text]
    count = ceil(width(text) / columns)
    return _broken(title_words(text), count, columns) or [text]


def title_words(text: str) -> list[str]:
    """Return what of a title no end of a line parts."""
    words: list[str] = []
    for piece in _WORD.findall(text):
        if words and (piece[0] in _NEVER_FIRST or words[-1][-1] in _NEVER_LAST):
            words[-1] += piece
        else:
            words.append(piece)
    return words


def _broken(words: list[str], count: int, columns: int) -> list[str]:
    """Return words in so many lines, each as near as can be to its share of what is left."""
    lines: list[str] = []
    for left in range(count, 1, -1):
        share = sum(map(width, words)) / left
        line = ""
        while (
            words
            and width(line + words[0]) <= columns
            and (not line or abs(width(line + words[0]) - share) <= abs(width(line) - share))
        ):
            line += words.pop(0)
        lines.append(line.rstrip())
    rest = "".join(words)
    return [*lines, rest] if width(rest) <= columns else []
