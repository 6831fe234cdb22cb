"""How many of a number are needed: a fraction that must be reached, or one that must be exceeded.

民法典 1259: “以上” includes the number itself, “超过” and “过半数” do not.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.decimals import p_over_q
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _, speaking
from jinlin.core.text import compact

_WRITTEN: Final = re.compile(
    r"(?P<sign>>=|≥|>|不少于|至少|atleast|超过|多于|过|morethan)?"
    r"(?:(?P<above>\d{1,3})/(?P<below>\d{1,3})|(?P<cbelow>[二三四五])分之(?P<cabove>[一二三四])"
    r"|(?P<percent>\d{1,3})%|(?P<half>半数?|half))"
    r"(?P<inclusive>以上|\(含\))?"
)
_CHINESE: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_NUMERALS: Final = {number: numeral for numeral, number in _CHINESE.items()}
_INCLUSIVE: Final = frozenset({">=", "≥", "不少于", "至少", "atleast"})


class Threshold(NamedTuple):
    """A boundary on the way from none to all.

    Attributes:
        fraction: the part of the base that is needed, above 0 and at most 1.
        inclusive: whether exactly that part is enough.
    """

    fraction: Fraction
    inclusive: bool

    def needed(self, base: int) -> int:
        """Return the smallest whole number of a base that is enough."""
        if self.inclusive:
            return -(-base * self.fraction.numerator // self.fraction.denominator)
        return base * self.fraction.numerator // self.fraction.denominator + 1

    def reached(self, count: int, base: int) -> bool:
        """Return whether a count of a base is enough; of nothing, nothing ever is."""
        return base > 0 and count >= self.needed(base)

    @property
    def code(self) -> str:
        """The form in which it is stored and typed: `>=2/3`, `>1/2`."""
        return f"{'>=' if self.inclusive else '>'}{self._plain}"

    @property
    def words(self) -> str:
        """What people say: `at least 2/3`, `more than half`."""
        if self.fraction == Fraction(1, 2):
            return _("half or more") if self.inclusive else _("more than half")
        if self.fraction == 1 and self.inclusive:
            return _("all")
        said = _("at least {fraction}") if self.inclusive else _("more than {fraction}")
        return said.format(fraction=self._spoken)

    @property
    def reached_words(self) -> str:
        """What is said when it is enough: `half is reached`, `half is exceeded`."""
        said = _("{fraction} is reached") if self.inclusive else _("{fraction} is exceeded")
        return said.format(fraction=self.part)

    @property
    def missed_words(self) -> str:
        """What is said when it is not: `half is not reached`, `half is not exceeded`."""
        said = _("{fraction} is not reached") if self.inclusive else _("{fraction} is not exceeded")
        return said.format(fraction=self.part)

    @property
    def part(self) -> str:
        """The part alone: `half`, `2/3`."""
        return _("half") if self.fraction == Fraction(1, 2) else self._spoken

    @property
    def _plain(self) -> str:
        return p_over_q(self.fraction)

    @property
    def _spoken(self) -> str:
        above = _NUMERALS.get(self.fraction.numerator)
        below = _NUMERALS.get(self.fraction.denominator)
        if above is None or below is None or speaking() != "zh":
            return self._plain
        return f"{below}分之{above}"


MORE_THAN_HALF: Final = Threshold(Fraction(1, 2), inclusive=False)


def parse_threshold(text: str) -> Threshold:
    """Read a boundary: `>=2/3`, `2/3以上`, `三分之二以上`, `>1/2`, `过半数`, `半数以上`, `80%`.

    A fraction alone, without a sign, is reached by itself: `2/3` is `>=2/3`.

    Raises:
        UsageError: it is none, or not between 0 and 1.
    """
    match = _WRITTEN.fullmatch(compact(text))
    fraction = _fraction(match) if match else None
    if match is None or fraction is None or not 0 < fraction <= 1:
        raise UsageError(
            _("“{text}” is no share of votes.").format(text=text),
            hint=_("Write it like >=2/3 (2/3 is enough) or >1/2 (more than half)."),
        )
    inclusive = match["sign"] in _INCLUSIVE or not match["sign"] or bool(match["inclusive"])
    threshold = Threshold(fraction, inclusive)
    if fraction == 1 and not inclusive:
        raise UsageError(
            _("More than all cannot be reached."), hint=_("Write >=1/1 when all must agree.")
        )
    return threshold


def _fraction(match: re.Match[str]) -> Fraction | None:
    if match["half"]:
        return Fraction(1, 2)
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    if match["below"]:
        return Fraction(int(match["above"]), int(match["below"])) if int(match["below"]) else None
    return Fraction(_CHINESE[match["cabove"]], _CHINESE[match["cbelow"]])
