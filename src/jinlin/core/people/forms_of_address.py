"""People by their surname alone: 周女士, 小李说, 林家与周家."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from jinlin.core.people.namelike import (
    NO_HOME,
    PREPOSITIONS,
    SPEAKS,
    is_han,
    may_begin,
    ordinary,
    stands,
    within_word,
)
from jinlin.core.people.surnames import DOUBLE_SURNAMES, KIN, SURNAMES, TITLES

_TITLES = (
    *TITLES, "太太", "大姐", "大哥", "大嫂", "大婶", "大娘", "阿婆", "阿公", "老先生", "老太太",
    "老太", "老伯", "老爷子", "同志", "老板", "嫂子", *KIN,
)  # fmt: skip
_SOME = "某"
# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_SURNAME = rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES))}|[{SURNAMES}])"
_TITLED = rf"{_SURNAME}(?:{'|'.join(_TITLES)}|{_SOME}{_SOME}|{_SOME}(?![些种个处项类次年月日天位]))"
_NICKED = rf"[小老]{_SURNAME}|阿[一-龥]"
_IN_PLACES = "庄口界嘴村湾园祠堂港坝沱坪岩巷渡桥铺堡沟营窑台坡寨岭坎河山塘路街弄院"
_HOME = rf"(?P<own>{_SURNAME})家(?![{NO_HOME}{_IN_PLACES}])"
_OTHERWISE: Final = PREPOSITIONS | frozenset(
    "方文安任高程段章房查习练万常何包付费官项关卫木沙经官路水白时全容华古"
)
"""Surnames with which other words end: 水电师傅, 语文老师, 门卫大爷."""
_NO_NICK: Final = frozenset("房路石车井农包麦鱼牛毛安花城外古白木门区沙万段米曲")
"""With 小 or 老 mostly something else: 小路, 老房."""
_OTHER_NICK: Final = frozenset("江马黄龙方高康熊宁姚金")
"""With 小 or 老 something else as often: 小高层, 小龙虾."""
_LEADS = ("找", "请", "替", "帮", "居民", "业主", "住户", "租户", "邻居", "联系", "室", "元", "户")
"""What stands before somebody and before no thing."""
_NO_FAMILY: Final = frozenset("姨婆公爷妈爸哥姐弟妹叔伯嫂们里")
"""With 阿 nobody in particular: 阿姨."""
_NO_HOME: Final = frozenset("万安农管方向应连和牛")
"""With 家 mostly something else: 农家, 管家."""
_NO_TITLE: Final = frozenset("向连和")
"""Before 老师 mostly what leads to it."""
_FIRST = "小老阿"


def addressed(text: str, none: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Return where somebody is called by a surname alone; the text is folded.

    Args:
        text: half-width, as `fold` leaves it.
        none: what somebody said is no name.
    """
    if any(title in text for title in (*_TITLES, _SOME)):
        for match in re.finditer(_TITLED, text):
            if match[0] not in none and _may_be_titled(text, match.start()):
                yield match.span()
    if "家" in text:
        for match in re.finditer(_HOME, text):
            if match[0] not in none and _is_home(text, match):
                yield match.span("own")
    if any(char in text for char in _FIRST):
        for match in re.finditer(_NICKED, text):
            if match[0] not in none and _is_nicked(text, match):
                yield match.span()


def _may_be_titled(text: str, start: int) -> bool:
    if text[start] in _NO_TITLE:
        return False
    if not is_han(text[start - 1 : start] if start else "") or may_begin(text, start):
        return True
    return text[start] not in _OTHERWISE and not within_word(text, start)


def _is_home(text: str, home: re.Match[str]) -> bool:
    """Return whether a home is meant: 林家, not 农家."""
    return may_begin(text, home.start()) and home["own"] not in _NO_HOME


def _is_nicked(text: str, nick: re.Match[str]) -> bool:
    """Return whether somebody is meant: 小李说, not 小路."""
    start, end = nick.span()
    name = text[end - 1]
    if is_han(text[start - 1 : start] if start else "") and not may_begin(text, start):
        return False
    if name in _NO_FAMILY:
        return False
    if stands(text, end, SPEAKS) or stands(text, end, {"家": NO_HOME}):
        return True
    led = name not in _OTHER_NICK or text.endswith(_LEADS, 0, start)
    nickname = name in SURNAMES and name not in _NO_NICK | PREPOSITIONS
    following = text[end : end + 1]
    word = following and following in ordinary().get(name, "")
    return led and nickname and not word
