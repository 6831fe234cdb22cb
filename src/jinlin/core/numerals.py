"""Whole numbers in Chinese characters, as in names of buildings and floors: 三, 十二."""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERALS: Final = "".join(DIGITS) + "十百"
"""Every character such a number is made of."""

_DIGIT = "[一二两三四五六七八九]"
_NUMBER = (
    rf"(?:(?P<hundreds>{_DIGIT})百)?(?:零?(?P<tens>{_DIGIT})?(?P<ten>十))?"
    rf"零?(?:(?<!百)(?P<ones>{_DIGIT}))?"
)


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
    """Read a number from 1 to 999 in Chinese characters.

    Returns:
        The number; None when the text is anything else: `三零二` said digit by digit, or `一百五`,
        which some mean as 105 and most as 150.
    """
    match = re.fullmatch(_NUMBER, text)
    if match is None or not text.strip("零"):
        return None
    hundreds, tens, ones = (DIGITS.get(match[name], 0) for name in ("hundreds", "tens", "ones"))
    return hundreds * 100 + (tens or bool(match["ten"])) * 10 + ones
