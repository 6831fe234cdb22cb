"""Numbers in Chinese characters: 三, 十二 in names of buildings and floors, amounts in capitals."""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS: Final = {"廿": "二十", "卅": "三十"}
NUMERALS: Final = "".join(DIGITS) + "十百" + "".join(_TENS)
"""Every character such a number is made of."""

_DIGIT = "[一二两三四五六七八九]"
_NUMBER = (
    rf"(?:(?P<hundreds>{_DIGIT})百)?(?:零?(?P<tens>{_DIGIT})?(?P<ten>十))?"
    rf"零?(?:(?<!百)(?P<ones>{_DIGIT}))?"
)


def has_figure(text: str) -> bool:
    """Return whether there is any figure in a text, in digits or in Chinese characters."""
    return any(c.isdigit() or c in NUMERALS for c in text)


def int_of(text: str) -> int | None:
    """Read a whole number in digits or Chinese characters; None when it is neither."""
    return int(text) if text.isdecimal() else chinese_integer(text)


def chinese_numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese characters, as headings count: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return (
        (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    )


def chinese_integer(text: str) -> int | None:
    """Read a number from 1 to 999 in Chinese characters, 廿五 and 卅 among them.

    Returns:
        The number; None when the text is anything else: `三零二` said digit by digit, or `一百五`,
        which some mean as 105 and most as 150.
    """
    match = re.fullmatch(_NUMBER, re.sub("[廿卅]", lambda ten: _TENS[ten[0]], text))
    if match is None or not text.strip("零"):
        return None
    hundreds, tens, ones = (DIGITS.get(match[name], 0) for name in ("hundreds", "tens", "ones"))
    return hundreds * 100 + (tens or bool(match["ten"])) * 10 + ones


_UNITS: Final = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_GREAT: Final = 10**4
"""What counts such a unit may be a number of its own; what counts a smaller one is a digit."""


def in_figures(text: str, *units: str) -> str:
    """Return a text with the numbers in Chinese characters before some units in digits: 十月五号.

    Args:
        text: the text.
        units: what they count, such as 月.
    """
    if text.isascii():
        return text
    numbers = rf"[{NUMERALS}]{{1,5}}(?={'|'.join(units)})"
    return re.sub(numbers, lambda said: str(chinese_integer(said[0]) or said[0]), text)


def spoken_number(text: str) -> int | None:
    """Read a number with units as it is said or written half in digits: 两万二, 3千5, 十五万.

    A digit right behind a unit counts the next smaller one, as everybody says it: 两万二 is 22,000,
    一百五 is 150; 两万零二 is 20,002. Digits behind a unit must fill it: 2万2000, never 2万50.

    Returns:
        The number; None when the text is anything else, or a plain number without a unit.
    """
    return _spoken(text) if any(unit in text for unit in _UNITS) else None


def _spoken(text: str) -> int | None:
    for unit, size in _UNITS.items():
        head, said, tail = text.partition(unit)
        if not said:
            continue
        upper = 1 if not head and unit == "十" else _spoken(head)
        lower = _behind(tail, size)
        if not upper or lower is None or upper >= (_GREAT if size >= _GREAT else 10):
            return None
        return upper * size + lower
    return DIGITS.get(text) if len(text) == 1 and not text.isascii() else _digits(text)


def _behind(text: str, size: int) -> int | None:
    """Return what stands behind a unit of a size; None where it is no such number."""
    if not text:
        return 0
    counted = _spoken(text.lstrip("零〇"))
    if counted is None or counted >= size:
        return None
    if text[0] in "零〇":
        return counted if 0 < counted < size // 10 else None
    if len(text) == 1:
        return counted * size // 10
    return None if text.isdecimal() and len(text) != len(str(size)) - 1 else counted


def _digits(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and text[0] != "0" else None


_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("仟", "佰", "拾", "")
_GROUP: Final = 10_000


def in_capitals(fen: int) -> str:
    """Return an amount in capital figures: `肆拾捌万元整`, `壹仟零伍元叁角整`, `伍元零肆分`.

    人民币大写 by the appendix of the 支付结算办法: zeros between figures become one 零, 整 stands
    after 元 and 角 and never after 分, a ten begins with 壹. Where the rule leaves 零 free (the 万
    or 元 place is 0 and the figure after it is not) none is written.

    Args:
        fen: the amount, not negative.

    Raises:
        ValueError: it is negative.
    """
    if fen < 0:
        raise ValueError(fen)
    yuan, rest = divmod(fen, 100)
    jiao, ones = divmod(rest, 10)
    whole = f"{_spelled(yuan)}元" if yuan or not rest else ""
    tens = f"{_CAPITALS[jiao]}角" if jiao else ""
    if not ones:
        return f"{whole}{tens}整"
    gap = "零" if whole and not jiao else ""
    return f"{whole}{tens}{gap}{_CAPITALS[ones]}分"


def _spelled(number: int) -> str:
    """Return a whole number in capital figures; what 亿 counts may itself count 万."""
    for size, name in ((_GROUP**2, "亿"), (_GROUP, "万")):
        upper, lower = divmod(number, size)
        if upper:
            gap = "零" if 0 < lower < size // 10 else ""
            return f"{_spelled(upper)}{name}{gap}{_spelled(lower) if lower else ''}"
    digits = f"{number:04}"
    pieces = (
        f"{_CAPITALS[int(digit)]}{place}" if digit != "0" else "零"
        for digit, place in zip(digits, _PLACES, strict=True)
    )
    return re.sub("零+", "零", "".join(pieces)).strip("零") or "零"
