"""Shares in a home: exact fractions that never exceed the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from jinlin.core.decimals import p_over_q
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import NUMERALS, chinese_integer
from jinlin.core.text import compact

_FRACTION: Final = r"(\d{1,9})/(\d{1,9})"
_SPOKEN: Final = rf"([{NUMERALS}]{{1,5}})分之([{NUMERALS}]{{1,5}})"
_PERCENT: Final = r"(\d{1,3}(?:\.\d{1,4})?)%"
_DECIMAL: Final = r"[01]?\.\d{1,9}"
_WORDS: Final = {"一半": Fraction(1, 2), "全部": Fraction(1), "1": Fraction(1)}


def parse_share(text: str) -> Fraction:
    """Read a share such as `1/2`, `50%`, `0.5`, `三分之一`, `一半`, `1`.

    Raises:
        UsageError: it is no share, nought, or more than the whole.
    """
    share = kept_share(text)
    if share is None or not 0 < share <= 1:
        raise UsageError(
            _("“{text}” is not a share.").format(text=text),
            hint=_("Write it like 1/2 or 50%."),
        )
    return share


def kept_share(text: str | None) -> Fraction | None:
    """Return the share that the register keeps as text; None where it keeps none."""
    said = compact(text or "")
    if said in _WORDS:
        return _WORDS[said]
    if match := re.fullmatch(_FRACTION, said):
        return Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
    if match := re.fullmatch(_SPOKEN, said):
        whole = chinese_integer(match[1])
        return Fraction(chinese_integer(match[2]) or 0, whole) if whole else None
    if re.fullmatch(_DECIMAL, said):
        return Fraction(said)
    match = re.fullmatch(_PERCENT, said)
    return Fraction(match[1]) / 100 if match else None


def share_text(share: Fraction) -> str:
    """Return a share as the register keeps it: `1/2`, `1/1`."""
    return p_over_q(share)


def total(shares: Iterable[str | None]) -> Fraction | None:
    """Return the sum of all shares; None where one is not known, or there is none.

    Raises:
        RuleError: those that are known exceed the whole.
    """
    kept = [kept_share(share) for share in shares]
    known = sum((share for share in kept if share is not None), Fraction(0))
    if known > 1:
        raise RuleError(
            _("The shares would add up to {total}, more than the whole.").format(total=known),
            hint=_("Give the shares of all owners at once, like: 张三 李四 --share 1/2"),
        )
    return known if kept and None not in kept else None
