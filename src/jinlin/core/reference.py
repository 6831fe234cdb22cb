"""What something is about: the number of a record of any room, told by its shape."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact


class Reference(NamedTuple):
    """What a notice or a question is about: ("plan", "E3"), ("issue", "2026-0007")."""

    kind: str
    number: str

    @property
    def values(self) -> tuple[str | int, ...]:
        """The numbers and letters of it: 2026 and 7, or 1 and `R` and 3 of `X1-R3`."""
        shape = next(shape for shape in SHAPES if shape.kind == self.kind)
        match = shape.pattern.fullmatch(self.number.lower())
        assert match is not None
        return tuple(int(part) if part.isdecimal() else part.upper() for part in match.groups())


class NumberShape(NamedTuple):
    """What the numbers of one kind of record look like.

    Attributes:
        kind: the record, by the word that is stored.
        pattern: how the number is typed, in small letters.
        written: how we write it; the places are its parts.
    """

    kind: str
    pattern: re.Pattern[str]
    written: str


def _shape(kind: str, pattern: str, written: str) -> NumberShape:
    return NumberShape(kind, re.compile(pattern), written)


_N: Final = r"(\d{1,9})"
SHAPES: Final = (
    _shape("issue", r"(20\d\d)-(\d{1,6})", "{}-{:04d}"),
    _shape("plan", rf"e{_N}", "E{}"),
    _shape("elevator_project", rf"x{_N}", "X{}"),
    _shape("elevator_entry", rf"x{_N}-([rv]){_N}", "X{}-{}{}"),
    _shape("project", rf"g{_N}", "G{}"),
    _shape("survey", rf"w{_N}", "W{}"),
    _shape("partner", rf"d{_N}", "D{}"),
    _shape("partner_support", rf"d{_N}-{_N}", "D{}-{}"),
    _shape("meeting", rf"m{_N}", "M{}"),
    _shape("resolution", rf"m{_N}-{_N}", "M{}-{}"),
    _shape("vote", rf"m{_N}-v{_N}", "M{}-V{}"),
    _shape("offer", rf"t{_N}", "T{}"),
    _shape("fund_entry", rf"f{_N}", "F{}"),
    _shape("notice", rf"n{_N}", "N{}"),
    _shape("question", rf"q{_N}", "Q{}"),
    _shape("opinion", rf"y{_N}", "Y{}"),
)
"""Every shape there is; which records there are, each room says in its `references.py`."""


NAMED: Final = {**{shape.kind: shape.pattern for shape in SHAPES}, "person": re.compile(rf"p{_N}")}
"""By what it is, how the number of a record looks that may be named last; of a person too."""


_INNER: Final = re.compile(
    "(?<![0-9A-Za-z-])(?:"
    + "|".join(shape.pattern.pattern for shape in SHAPES if shape.kind not in {"issue", "offer"})
    + ")(?![0-9A-Za-z-])",
    re.IGNORECASE,
)


def inner_numbers(text: str) -> list[str]:
    """Return the numbers of records a text names that tell nothing to who reads it on a board.

    The number of an issue is not among them: whoever reported it was told; nor that of what is
    offered, which looks like a lamp: T8灯管.
    """
    return list(dict.fromkeys(match[0] for match in _INNER.finditer(text)))


def parse_reference(text: str) -> Reference:
    """Read what something is about by the shape of its number: `2026-7`, `E3`, `M12-1`, `X1`.

    Raises:
        UsageError: it is no such number.
    """
    said = compact(text)
    for shape in SHAPES:
        if match := shape.pattern.fullmatch(said):
            parts = (int(p) if p.isdecimal() else p.upper() for p in match.groups())
            return Reference(shape.kind, shape.written.format(*parts))
    raise UsageError(
        _("“{text}” is not the number of anything.").format(text=text),
        hint=_("Write an issue like 2026-0007, works like G1, a resolution like M12-1."),
    )
