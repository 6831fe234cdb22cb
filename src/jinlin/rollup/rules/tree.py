"""The tree of those who hand up: codes, levels, and whom each stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import folded
from jinlin.core.word import Word

_UPPER: Final = 12
"""So many digits has the division code of the statistics bureau, filled up with noughts."""
_DISTRICT: Final = 6
"""So many digits say in which county something is."""


class OrgLevel(Word, refusal=N_("“{text}” is no level.")):
    """On which level an organisation stands, the highest first."""

    PROVINCE = "province", N_("province"), "省", "省级", "自治区", "直辖市"
    CITY = "city", N_("city"), "市", "市级", "地级市", "设区市"
    DISTRICT = "district", N_("district or county"), "区", "县", "区县", "县区", "县级"
    STREET = "street", N_("street or town"), "街道", "乡镇", "镇", "乡", "街镇"
    COMMUNITY = "community", N_("community or village"), "社区", "村", "村居"
    COMPLEX = "complex", N_("complex"), "小区"

    @property
    def digits(self) -> int:
        """How many digits of a code say which one it is on this level."""
        return _DIGITS[self]

    @property
    def due_day(self) -> int:
        """The day of the next month by which a month is in here, unless the office says another."""
        return _DUE.get(self, _DUE[OrgLevel.STREET])


_DIGITS: Final = dict(zip(OrgLevel, (2, 4, 6, 9, 12, 15), strict=True))
_DUE: Final = {
    OrgLevel.STREET: 5, OrgLevel.DISTRICT: 8, OrgLevel.CITY: 10, OrgLevel.PROVINCE: 12,
}  # fmt: skip


class OrgUnit(NamedTuple):
    """An organisation of the tree.

    Attributes:
        code: the 12 digits of its division, or the 15 of a complex.
        parent: the code of the one above; of one that was merged away, its successor; empty for
            the highest.
        since: its first day; empty where it was always there.
        until: its last day; empty while it goes on.
        contact: who is asked when something is missing.
        phone: the contact's number.
    """

    code: str
    parent: str
    level: OrgLevel
    name: str
    since: str = ""
    until: str = ""
    contact: str = ""
    phone: str = ""

    def alive(self, first: str, last: str) -> bool:
        """Return whether it is there on any day of a month."""
        return self.since <= last and (not self.until or self.until >= first)

    @property
    def strays(self) -> bool:
        """Whether its first digits do not fit the one above it."""
        shared = min(_DISTRICT, level_of(self.parent).digits) if self.parent else 0
        return self.code[:shared] != self.parent[:shared]


def parse_code(text: str) -> str:
    """Read a code: the 15 digits of a complex, or 2, 4, 6, 9 or 12 of a division, filled up to 12.

    Raises:
        UsageError: it is none.
    """
    said = re.sub(r"[\s-]", "", folded(text))
    if not re.fullmatch(r"\d+", said, re.ASCII) or len(said) not in _DIGITS.values():
        raise UsageError(
            _("“{text}” is no code of an organisation.").format(text=text),
            hint=_("A complex has 15 digits; those above it 12, such as 350102001000."),
        )
    if len(said) > _UPPER and said.endswith("000"):
        return said[:_UPPER]
    return said.ljust(_UPPER, "0")


def level_of(code: str) -> OrgLevel:
    """Return the level that a code speaks of."""
    if len(code) > _UPPER:
        return OrgLevel.COMPLEX
    bare = len(code.rstrip("0"))
    return next(level for level in OrgLevel if level.digits >= bare)


def parent_of(code: str) -> str:
    """Return the code above another one, as its digits say; empty for a province."""
    level = level_of(code)
    if level is OrgLevel.PROVINCE:
        return ""
    above = list(OrgLevel)[list(OrgLevel).index(level) - 1]
    return code[: above.digits].ljust(_UPPER, "0")


def line_up(units: Mapping[str, OrgUnit], code: str) -> Iterator[str]:
    """Yield a code and those above it; one that comes again ends it, since it goes in a circle."""
    seen: set[str] = set()
    while code in units and code not in seen:
        yield code
        seen.add(code)
        code = units[code].parent


def circles(units: Mapping[str, OrgUnit], code: str) -> bool:
    """Return whether who goes up from a code comes back to where they were."""
    *_below, last = line_up(units, code)
    return units[last].parent in units


def within(units: Mapping[str, OrgUnit], code: str) -> Mapping[str, str]:
    """Return an organisation and all below it, each with who of those directly below it they are.

    Itself it stands under itself.
    """
    below: dict[str, list[str]] = {}
    for unit in units.values():
        below.setdefault(unit.parent, []).append(unit.code)
    found = {code: code} if code in units else {}
    left = [(one, one) for one in below.get(code, [])] if found else []
    while left:
        one, child = left.pop()
        if one not in found:  # else they go in a circle
            found[one] = child
            left += [(under, child) for under in below.get(one, [])]
    return found
