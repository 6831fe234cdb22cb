"""How a name sounds: `张美华` is `zhangmeihua`, and `zmh` for short."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Final

from jinlin.core.text import folded

SURNAMES: Final = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "盖": "ge", "朴": "piao", "乐": "yue", "覃": "qin", "缪": "miao", "翟": "zhai", "召": "shao",
    "华": "hua", "燕": "yan", "葛": "ge", "过": "guo", "洗": "xian", "冼": "xian", "员": "yun",
    "种": "chong", "重": "chong", "折": "she", "纪": "ji", "宁": "ning", "尉": "wei", "黑": "he",
    "晟": "cheng", "繁": "po", "能": "nai", "秘": "bi", "逄": "pang", "幺": "yao", "么": "yao",
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "澹台": "tan tai", "单于": "chan yu",
}  # fmt: skip
"""Surnames that do not sound as the character usually does (《通用规范汉字字典》)."""

_PARTS: Final = re.compile(r"[a-z]+|[0-9]+|[^\W_]")


def spelled(name: str) -> tuple[str, str]:
    """Return how a name is spelled in full and by initials, in lower-case letters and digits.

    Args:
        name: as people write it; a word in Latin letters is one syllable.
    """
    text = folded(name).lower().replace(" ", "")
    start = next((text[:n] for n in (2, 1) if text[:n] in SURNAMES), "")
    parts = SURNAMES[start].split() if start else []
    parts += [_sound(part) for part in _PARTS.findall(text[len(start) :])]
    return "".join(parts), "".join(part if part.isdecimal() else part[:1] for part in parts)


@cache
def _sound(part: str) -> str:
    """Return how one character is spelled, without its tone; letters and digits stay."""
    if part.isascii():
        return part
    # Names are not phrases; their dictionary would cost 130 ms and 30 MB at import.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import lazy_pinyin

    sound = lazy_pinyin(part, errors="ignore")
    return "".join(c for c in "".join(sound) if c.isalnum())
