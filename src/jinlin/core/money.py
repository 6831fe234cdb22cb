"""Money and area: whole fen and hundredths of a square metre, read as people write them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _, speaking
from jinlin.core.naming import take_for
from jinlin.core.numerals import spoken_number
from jinlin.core.text import compact

if TYPE_CHECKING:
    from fractions import Fraction

MAX_FEN: Final = 10**15
"""Ten trillion yuan: far above any bill, far below what SQLite's integers hold."""

ASKED_AGAIN: Final = timedelta(days=1)
"""The same income, expense or payment typed again within this time is asked about: by whoever does
the books in the evening, and again the next morning."""

MAX_AREA: Final = 100_000_00
"""A hundred thousand square metres."""

_MONEY = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d{1,20})?|\d+(?:\.\d{1,20})?)(?P<unit>[万亿kw])?元?"
_UNITS = {None: 1, "k": 1_000, "w": 10_000, "万": 10_000, "亿": 100_000_000}
_LETTERS: Final = frozenset("kw")
"""Units as they are written in chats; the sum is said back."""
_SPOKEN_YUAN = "(?:元|块钱?)$"
_RATE = r"(\d{1,5}(?:\.\d{1,20})?)%"
_AREA = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)0*(?:㎡|m2|m²|平方米|平米|平)?"


def parse_money(text: str) -> int:
    """Read an amount such as `480000`, `48万`, `480,000.00`, `1.5万元`, `４８万`, `¥480`.

    What is spoken, `两万二`, `2万2`, `三千五`, is taken as well, and said back in figures.

    Returns:
        The amount in fen.

    Raises:
        UsageError: it is no amount, negative, below one fen's precision, or absurdly large.
    """
    said = compact(text).removeprefix("¥").removeprefix("￥").replace("，", ",")
    match = re.fullmatch(_MONEY, said)
    spoken = None if match else spoken_number(re.sub(_SPOKEN_YUAN, "", said))
    if spoken is not None and spoken * 100 <= MAX_FEN:
        take_for(text, in_yuan(spoken * 100))
        return spoken * 100
    if match is None:
        raise UsageError(
            _("“{text}” is not an amount of money.").format(text=text),
            hint=_("Write it like 480000, 48万 or 480,000.00 (yuan)."),
        )
    whole, _point, decimals = match["number"].replace(",", "").partition(".")
    if len(whole) > len(str(MAX_FEN)):
        raise _too_large(text)
    scale: int = 10 ** len(decimals)
    fen, rest = divmod(int(whole + decimals) * _UNITS[match["unit"]] * 100, scale)
    if rest:
        raise UsageError(
            _("“{text}” is finer than one fen.").format(text=text),
            hint=_("Give at most two decimals of a yuan."),
        )
    if fen > MAX_FEN:
        raise _too_large(text)
    if match["unit"] in _LETTERS:
        take_for(text, in_yuan(fen))
    return fen


def parse_price(text: str) -> int:
    """Read an amount, which is more than nothing.

    Returns:
        The amount in fen.

    Raises:
        UsageError: it is nothing, or as for `parse_money`.
    """
    fen = parse_money(text)
    if not fen:
        raise UsageError(
            _("“{text}” is not an amount: it must be more than 0.").format(text=text),
            hint=_("Write it like 480000, 48万 or 480,000.00 (yuan)."),
        )
    return fen


def _too_large(text: str) -> UsageError:
    return UsageError(
        _("“{text}” is too large for a bill.").format(text=text),
        hint=_("Check the number of zeros."),
    )


def parse_rate(text: str) -> Fraction:
    """Read a rate such as `40%`.

    Returns:
        The rate as a fraction of one.

    Raises:
        UsageError: it is no percentage from 0 to 100.
    """
    from fractions import Fraction

    match = re.fullmatch(_RATE, compact(text))
    rate = Fraction(match[1]) / 100 if match else None
    if rate is None or rate > 1:
        raise UsageError(
            _("“{text}” is not a percentage.").format(text=text), hint=_("Write it like 40%.")
        )
    return rate


def yuan(fen: int) -> str:
    """Return an amount in yuan with two decimals and thousands separators: `480,000.00`."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{rest:02d}"


def yuan_range(lowest: int, highest: int) -> str:
    """Return what homes of a floor pay, as `yuan`: one amount, or from the least to the most."""
    if lowest == highest:
        return yuan(lowest)
    return _("{lowest} to {highest}").format(lowest=yuan(lowest), highest=yuan(highest))


_TEN_THOUSAND: Final = 10_000_00
_THOUSAND: Final = 1000_00


def yuan_words(fen: int) -> str:
    """Return an amount as it stands in a sentence: `51万元`, `1.8万元`, `40,700元`, `12.50元`.

    Decimals only where there are fen; 万 where nothing finer than its tenth is lost.
    """
    if speaking() == "zh" and abs(fen) >= _TEN_THOUSAND and not fen % _THOUSAND:
        tens, tenth = divmod(abs(fen) // _THOUSAND, 10)
        sign = "-" if fen < 0 else ""
        return f"{sign}{tens:,}.{tenth}万元" if tenth else f"{sign}{tens:,}万元"
    return in_yuan(fen)


def in_yuan(fen: int) -> str:
    """Return an amount beside others of its kind, never in 万: `40,700元`, `31,000元`."""
    return _("{amount} yuan").format(amount=yuan(fen).removesuffix(".00"))


def parse_area(text: str) -> int:
    """Read an area such as `89.5`, `89.50㎡`, `1,089.5平方米`.

    Returns:
        The area in hundredths of a square metre.

    Raises:
        UsageError: it is no area, or not between 0 and 100 000 square metres.
    """
    match = re.fullmatch(_AREA, compact(text))
    said = match[1].replace(",", "") if match else "0"
    whole, _point, decimals = said.partition(".")
    area = int(whole + decimals.ljust(2, "0"))
    if not 0 < area <= MAX_AREA:
        raise UsageError(
            _("“{text}” is not an area.").format(text=text),
            hint=_("Write it like 89.5 (square metres, at most two decimals)."),
        )
    return area


def square_metres(area: int) -> str:
    """Return an area in square metres with two decimals: `89.50`."""
    whole, rest = divmod(area, 100)
    return f"{whole}.{rest:02d}"


def area_text(area: int) -> str:
    """Return an area as people read it: `10266.78`; with thousands separators in English."""
    whole, rest = divmod(area, 100)
    return square_metres(area) if speaking() == "zh" else f"{whole:,}.{rest:02d}"


def check_something(amount: int, *, hint: str = "") -> None:
    """Refuse an entry of nothing; the amount is in fen, the hint says how to give one.

    Raises:
        UsageError: it is nothing.
    """
    if amount <= 0:
        raise UsageError(
            _("An entry of 0.00 yuan says nothing."),
            hint=hint or _("Say the amount, like 20000 or 2万."),
        )
