"""Which stairwell is meant: a building, or one entrance of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.complex.building.queries import building_id, check_entrance
from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import folded
from jinlin.store.transaction.tx import Reader

_BOTH: Final = r"(.+?)(?:-|(?<=号楼|号栋)|(?<=[栋幢座#]))-?(.+)"


class Stairwell(NamedTuple):
    """What one elevator serves; `entrance` is None where the building has none."""

    building_id: int
    building: str
    entrance: str | None


class SaidStairwell(NamedTuple):
    """A building, and its entrance where one was named."""

    building: str
    entrance: str | None


def parse_stairwell(text: str) -> SaidStairwell:
    """Read a stairwell: `3-1`, `3号楼1单元`, `3`.

    Raises:
        UsageError: it is none.
    """
    match = re.fullmatch(_BOTH, folded(text))
    if match is None:
        return SaidStairwell(parse_building(text), None)
    return SaidStairwell(parse_building(match[1]), parse_entrance(match[2]))


def find_stairwell(reader: Reader, said: SaidStairwell) -> Stairwell:
    """Return the stairwell that is meant; without an entrance, the only one of its building.

    Raises:
        UsageError: the entrance is not said and there are several.
        NotFoundError: there is no such building or entrance, or no home is recorded there.
    """
    building, entrance = said
    which = building_id(reader, building)
    known = [
        row["entrance"]
        for row in reader.rows(
            "SELECT DISTINCT entrance FROM household WHERE building_id = ? AND removed_at IS NULL"
            " ORDER BY entrance",
            (which,),
        )
    ]
    if not known:
        raise NotFoundError(
            _("No household of building {building} is recorded.").format(building=building),
            hint=_("Record them first: jinlin household import FILE"),
        )
    if entrance is not None:
        check_entrance(reader, building, entrance)
    elif len(known) == 1:
        entrance = known[0]
    else:
        raise UsageError(
            _("Building {building} has several entrances: {known}.").format(
                building=building, known=_(", ").join(str(one) for one in known if one)
            ),
            hint=_("One elevator serves one entrance: write it like {building}-{entrance}.").format(
                building=building, entrance=known[-1]
            ),
        )
    return Stairwell(which, building, entrance)
