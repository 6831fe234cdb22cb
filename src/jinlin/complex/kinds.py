"""The kinds of words that name a place or who lives there, read as far as without the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.output.command.kind import NamedThing, Number, WordKind, imported

if TYPE_CHECKING:
    from jinlin.complex.rules.visits import SaidNext


def _home(text: str) -> str:
    from jinlin.complex.rules.address import parse_address

    parse_address(text)
    return text


class _Storeys(Number):
    """The kind of a number of floors, which may say that it is one."""

    def take(self, text: str, what: str) -> int:
        """Read a number.

        Raises:
            UsageError: no record can hold it.
            ValueError: it is none.
        """
        return super().take(text.removesuffix("层"), what)


BUILDING: Final = WordKind[str](
    "building", N_("BUILDING"), imported("jinlin.complex.rules.address:parse_building")
)
ENTRANCE: Final = WordKind[str](
    "entrance", N_("ENTRANCE"), imported("jinlin.complex.rules.address:parse_entrance")
)
STOREYS: Final = _Storeys()
"""How many floors there are: `6`, `6层`."""
PERSON: Final = WordKind[str](
    "name", N_("PERSON"), imported("jinlin.person.rules:parse_typed_name")
)
"""The name of somebody who need not be recorded."""
VISITOR: Final = WordKind("visitor", N_("WHO"), clean)
"""One of ours who goes from door to door: a member, a steward, the holder of a post."""
PEOPLE: Final = WordKind("people", N_("FILE|NAMES"), str, names=NamedThing.FILE)
"""Several people, by name or from a list in a file: a chain of WeChat, a sheet of a form."""
HOME: Final = WordKind("home", N_("HOUSEHOLD"), _home)
"""A home, as it was said: which one of the register is meant, the register tells."""
NEXT: Final[WordKind[SaidNext]] = WordKind(
    "day", N_("DATE"), imported("jinlin.complex.rules.visits:SaidNext")
)
"""When the next visit is to be."""
