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


def find_stairwell(reader: Reader, text: str) -> Stairwell:
    """Return the stairwell a text means: `3-1`, `3号楼1单元`, `3` where there is one entrance.

    Raises:
        UsageError: it is none, or the entrance is not said and there are several.
        NotFoundError: there is no such building or entrance, or no home is recorded there.
    """
    building, entrance = _read(text)
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


def _read(text: str) -> tuple[str, str | None]:
    match = re.fullmatch(_BOTH, folded(text))
    if match is None:
        return parse_building(text), None
    return parse_building(match[1]), parse_entrance(match[2])
