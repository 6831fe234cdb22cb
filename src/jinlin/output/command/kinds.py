"""The kinds of words that commands of every room take; a room's own stand in its `kinds`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from jinlin.core import said
from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.core.word import Word
from jinlin.output.command.kind import NamedThing, Number, WordKind, imported

if TYPE_CHECKING:
    from jinlin.core.reference import Reference

W = TypeVar("W", bound=Word)


TEXT: Final = WordKind("text", N_("TEXT"), clean)
NAME: Final = WordKind("name", N_("NAME"), clean)
"""A name that something is given, or that it has."""
WHO: Final = WordKind("person", N_("WHO"), clean)
"""A person of the register, or a body: by name, number or post."""
PLACE: Final = WordKind("place", N_("PLACE"), clean)
"""Where something is held: a room, a building or whatever she calls it."""
OTHER_SIDE: Final = WordKind[str](
    "party", N_("NAME"), imported("jinlin.core.people.parties:parse_other_side")
)
"""Who gives money or is paid: a person or body, of the register or not."""
GROUP: Final = WordKind("group", N_("GROUP"), clean)
"""A Party group of the register, by its name."""
PHONE: Final = WordKind[str]("phone", N_("PHONE"), imported("jinlin.core.people.phone:parse_phone"))
NUMBER: Final = Number()
COUNT: Final = Number(low=1)
MONEY: Final = WordKind[int]("money", N_("MONEY"), imported("jinlin.core.money:parse_money"))
"""An amount; fen."""
PRICE: Final = WordKind[int]("money", N_("MONEY"), imported("jinlin.core.money:parse_price"))
"""An amount that is more than nothing; fen."""
MINUTES: Final = WordKind[int](
    "minutes", N_("MINUTES"), imported("jinlin.core.days.lasting:parse_minutes")
)
"""How long something took; minutes."""
AREA: Final = WordKind[int]("area", N_("AREA"), imported("jinlin.core.money:parse_area"))
"""An area; hundredths of a square metre."""
DAY: Final = WordKind("day", N_("DATE"), said.happened)
"""A day of what has happened."""
PAST_DAY: Final = WordKind("day", N_("DATE"), said.past)
"""A day that cannot lie ahead; that it does not, the record says."""
COME_DAY: Final = WordKind("day", N_("DATE"), said.come)
"""A day up to today: one that lies ahead is refused."""
PLANNED_DAY: Final = WordKind("day", N_("DATE"), said.planned)
"""A day to come."""
BOUND_DAY: Final = WordKind("day", N_("DATE"), said.bound)
"""The first or last day of what is looked at."""
PAST_MOMENT: Final = WordKind("moment", N_("MOMENT"), said.moment_past)
"""A moment that cannot lie ahead."""
PLANNED_MOMENT: Final = WordKind("moment", N_("MOMENT"), said.moment_planned)
"""A moment to come."""
MONTH: Final = WordKind("month", N_("MONTH"), said.month)
"""A month that is looked at."""
RECORD: Final[WordKind[Reference]] = WordKind(
    "record", N_("NUMBER"), imported("jinlin.core.reference:parse_reference")
)
"""What something is about: a record of any room."""
FILE: Final = WordKind("file", N_("FILE"), str, names=NamedThing.FILE)
FOLDER: Final = WordKind("folder", N_("FOLDER"), str, names=NamedThing.FOLDER)


def choice(words: type[W], *, called: str = N_("WORD")) -> WordKind[W]:
    """Return the kind of one of a fixed choice."""
    return WordKind("choice", called, partial(words.understood, whole=words.whole), words=words)
