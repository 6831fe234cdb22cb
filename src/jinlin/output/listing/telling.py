"""Numbers, licence plates and doors that tell of somebody, as people write them in half-width."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Final


class What(StrEnum):
    """What a part of a text tells."""

    NAME = "name"
    LIKELY = "likely"
    """What looks like the name of somebody whom nobody knows."""
    SURNAME = "surname"
    """Somebody called by a surname alone: 周女士, 小李."""
    PHONE = "phone"
    ID = "id"
    NUMBER = "number"
    """A bank card, a QQ number, an id of WeChat, an e-mail."""
    PLATE = "plate"
    DOOR = "door"


_SEP = "[ .·-]{0,2}"
_CHINESE = "〇零○一二三四五六七八九"
_ROOM = rf"[一二三四五六七八九][{_CHINESE}O0十]{{2,3}}"
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_COUNTED = (
    r"(?![\d-]|\.\d| ?(?:元|万|户(?!主)|人|次|件|米|平|㎡|%|天|日|年|块|个|盏|棵|只|辆|吨|份|票"
    r"|条|款|号|路|伏|瓦|层|级|度|℃|公里|小时|分钟))"
)
_NO_COUNT = rf"(?![层楼年月日天个户元万百千人次件号路十{_CHINESE}])"

# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_IDS = (
    r"(?<!\d)\d{6}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])",
    r"(?<!\d)\d{17}[\dXx](?!\d)",
)
_ACCOUNTS = (
    r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    r"(?<![\d.-])(?:\d{4}[ -]){3}\d{4}(?:[ -]?\d{1,3})?(?![\d-])",
    r"(?<![\d.-])\d{15,19}(?!\d)",
    r"(?:[Qq]{2}|扣扣)(?:群|号码?)?\s*[:是为]?\s*(?P<own>[1-9]\d{4,10})(?!\d)",
    (
        r"(?:微信|[Ww]ei[Xx]in|[Ww]e[Cc]hat|[VvWw][Xx])(?:号码?|ID|id)?\s*[:是为]?\s*"
        r"(?P<own>[A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,10})(?![A-Za-z0-9_-])"
    ),
)
_PHONES = (
    (
        rf"(?<!\d)(?:(?:\+|00)?86{_SEP})?1[3-9](?:\d{_SEP}\d{{4}}{_SEP}\d{{4}}"
        rf"|\d{_SEP}\d{{3}}{_SEP}\d{{5}}|\d\d{_SEP}\d{{3}}{_SEP}\d{{4}}"
        r")(?!\d)"
    ),
    r"(?<!\d)1(?:[ .·-]\d){10}(?!\d)",
    r"(?<!\d)\(?0\d{2,3}\)?[ .-]?\d{3,4}[ .-]?\d{4}(?!\d)",
)
_PLATES = (
    (
        rf"[{_PROVINCE}] ?[A-Za-z] ?[·.•-]? ?(?=[A-Za-z]{{0,5}} ?\d)"
        r"[A-Za-z\d](?: ?[A-Za-z\d]){4,5}(?![A-Za-z\d])"
    ),
    rf"[{_PROVINCE}] ?[A-Za-z] ?[·.•-]? ?[A-Za-z\d]{{4}} ?[学警港澳挂]",
)
_DOORS = (
    rf"(?<![\dA-Za-z-])[0-9A-Za-z]{{1,3}}[-#](?:[0-9A-Za-z]{{1,2}}[-#])?(?P<own>\d{{3,4}}){_COUNTED}",
    (
        r"(?<![\d/.])\d{1,3}/(?:\d{1,2}/)?(?!20[0-3]\d)(?P<own>[1-9]\d?(?:0[1-9]|1\d))(?![\d/])"
        rf"{_COUNTED}"
    ),
    rf"(?:号楼|栋|幢|座|#|单元|梯|楼|层)\s?-?(?P<own>\d{{3,4}}){_COUNTED}",
    (
        r"(?<![\d.])(?P<own>\d{3,4})"
        r"(?=\s?(?:室|房(?![屋间])|号房|住户|户主|家(?![企具电])))"
    ),
)
_CHINESE_FIGURES: Final = frozenset(f"{_CHINESE}十幺O0")
_CHINESE_DOORS = (
    rf"(?:号楼|栋|幢|座|单元|楼|梯|[#-])\s?(?P<own>{_ROOM}){_NO_COUNT}",
    rf"(?P<own>{_ROOM})(?=[室房家]|户(?!数))",
    (
        rf"(?<![{_CHINESE}十百千])(?P<own>[一二三四五六七八九][〇零○][一二三四五六七八九]){_NO_COUNT}"
        r"(?!医院|中学|国道|省道|公交|高速)"
    ),
)
_CHINESE_PHONE = rf"(?<![{_CHINESE}])[一幺][三四五六七八九][幺{_CHINESE}]{{9}}(?![{_CHINESE}])"
_CHINESE_ONES: Final = (
    (_CHINESE_PHONE, What.PHONE),
    *((pattern, What.DOOR) for pattern in _CHINESE_DOORS),
)
_UNIT = (
    r"[年月块元次件米平瓦伏斤路线吨升度名万千余辆棵盏只条项份票款㎡兆台套页支瓶袋桶批岁亩倍秒字]|个(?!人)|天(?!天)"
    r"|日(?!夜|常)|人(?!在|家)|多(?!次|年|日|天|人)|户(?!主)|号(?:令|文|公告|通知|国道|省道|工单|线)"
    r"|公里|小时|分钟|公交|热线|毫米|厘米|千瓦|左右|以上|以下|以内|平方|立方|位(?!置)|层|级"
)
_COUNTED_AFTER = (
    "[第共计约近达超逾满〔〕\\]￥¥$*]", "同意", "反对", "弃权", "赞成", "应到", "实到", "发出",
    "收回", "有效", "余额", "结余", "收入", "支出", "编号",
)  # fmt: skip
_COUNTING = "".join(rf"(?<!{before})(?<!{before} )" for before in _COUNTED_AFTER)
_BARE = (
    rf"(?<![\d./*A-Za-z-])(?<!\d:)(?<![A-Za-z] ){_COUNTING}(?!(?:110|119|120|122)(?!\d|[室房户家]))"
    r"{room}(?![\d:/*A-Za-z%℃-]|\.\d| ?(?:" + _UNIT + "))"
)
_BESIDE_WORDS = (
    r"(?!20[2-4]\d|\d{1,2}00(?!\d)|\d+,\d{3}[.,元万])"
    r"(?:(?<=[一-龥])|(?<=[一-龥] )|(?=\d{3,4} ?[一-龥]))[1-9]\d{2,3}"
)
"""No year, no round figure, no thousands."""
_FEW: Final = 3
"""With fewer figures nothing but a building or an entrance is said."""


def bare_doors(text: str, rooms: Collection[str]) -> Iterator[tuple[str, What]]:
    """Return the patterns that find doors without building or 室: 202麻将扰民, 楼上502.

    Three or four digits beside words are a door unless something says what else they count; a room
    that is on record is one even where no word is beside it, unless it is a cell of a table.

    Args:
        text: half-width, as `fold` leaves it.
        rooms: the rooms on record.
    """
    said = {number for number in re.findall(r"\d+", text) if len(number) in {3, 4}}
    if said:
        yield _BARE.replace("{room}", _BESIDE_WORDS), What.DOOR
    if known := "|".join(sorted(said.intersection(rooms))):
        yield (
            rf"(?<!\d,)(?<!\t){_BARE.replace('{room}', f'(?:{known})')}(?!,\d{{3}}\b|\t)",
            What.DOOR,
        )


def telling(text: str) -> Iterator[tuple[str, What]]:
    """Return the patterns that may find something in a text, the longest things first.

    What alone is to be hidden stands in a group `own`. Most titles have none of these things, and
    then no pattern is even compiled.

    Args:
        text: half-width, as `fold` leaves it.
    """
    figures = sum(map(str.isdecimal, text))
    lettered = any(char.isascii() and char.isalpha() for char in text)
    if figures >= _FEW:
        yield from ((pattern, What.ID) for pattern in _IDS)
    if "@" in text or figures >= _FEW or (lettered and "信" in text) or "x" in text.lower():
        yield from ((pattern, What.NUMBER) for pattern in _ACCOUNTS)
    if figures >= _FEW:
        yield from ((pattern, What.PHONE) for pattern in _PHONES)
    if figures and lettered:
        yield from ((pattern, What.PLATE) for pattern in _PLATES)
    if figures >= _FEW:
        yield from ((pattern, What.DOOR) for pattern in _DOORS)
    if sum(char in _CHINESE_FIGURES for char in text) >= _FEW:
        yield from _CHINESE_ONES
