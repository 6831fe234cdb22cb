"""One home as the register of a complex keeps it."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.complex.rules.address import label


class Door(NamedTuple):
    """One household as the register keeps it. Area in hundredths of a square metre.

    Attributes:
        representative_id: the person who votes for it.
        authority: the written authority of a representative who owns nothing here.
    """

    id: int
    building_id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    area: int | None
    area_basis: str | None
    state: str | None
    occupants: int | None
    representative_id: int | None
    authority: str | None
    note: str | None

    @property
    def label(self) -> str:
        """How we write it: `3-1-502`."""
        return label(self.building, self.entrance, self.room)
