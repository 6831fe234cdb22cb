"""The card of a building: its entrances with their households, and what was written on it."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.complex.building.buildings import BUILDINGS, Building
from jinlin.complex.rules.buildings import NoteKind, Use
from jinlin.store.transaction.tx import Reader


class EntranceRow(NamedTuple):
    """One entrance of a building; None is for households that have none.

    Attributes:
        states: how many households are used how; those of unknown use under None.
        area: of the households whose area is known, in hundredths of a square metre.
    """

    entrance: str | None
    households: int
    lowest: int
    highest: int
    area: int | None
    states: dict[Use | None, int]


class NoteRow(NamedTuple):
    """One line on the card; `number` names it."""

    number: int
    kind: NoteKind
    noted_on: str
    text: str


class Card(NamedTuple):
    """A building with all that is told of it."""

    building: Building
    entrances: tuple[EntranceRow, ...]
    notes: tuple[NoteRow, ...]

    @property
    def states(self) -> dict[Use | None, int]:
        """How many households of the building are used how."""
        found: dict[Use | None, int] = {}
        for entrance in self.entrances:
            for state, count in entrance.states.items():
                found[state] = found.get(state, 0) + count
        return found


def building_card(reader: Reader, code: str) -> Card:
    """Return the card of a building.

    Raises:
        NotFoundError: there is no such building.
    """
    building = BUILDINGS.find(reader, code)
    return Card(building, _entrances(reader, building.id), _notes(reader, building.id))


def _entrances(reader: Reader, building_id: int) -> tuple[EntranceRow, ...]:
    found: dict[str | None, EntranceRow] = {}
    for row in reader.rows(
        "SELECT entrance, state, count(*) AS households, min(floor) AS lowest,"
        " max(floor) AS highest, sum(area) AS area FROM household"
        " WHERE building_id = ? AND removed_at IS NULL GROUP BY entrance, state"
        " ORDER BY entrance IS NULL, CAST(entrance AS INTEGER), entrance, state",
        (building_id,),
    ):
        state = Use(row["state"]) if row["state"] else None
        new = EntranceRow(
            row["entrance"], row["households"], row["lowest"], row["highest"], row["area"],
            {state: row["households"]},
        )  # fmt: skip
        before = found.get(new.entrance)
        found[new.entrance] = _joined(before, new) if before else new
    return tuple(found.values())


def _joined(some: EntranceRow, more: EntranceRow) -> EntranceRow:
    return EntranceRow(
        entrance=some.entrance,
        households=some.households + more.households,
        lowest=min(some.lowest, more.lowest),
        highest=max(some.highest, more.highest),
        area=(some.area or 0) + (more.area or 0) or None,
        states=some.states | more.states,
    )


def _notes(reader: Reader, building_id: int) -> tuple[NoteRow, ...]:
    return tuple(
        NoteRow(row["id"], NoteKind(row["kind"]), row["noted_on"], row["text"])
        for row in reader.rows(
            "SELECT id, kind, noted_on, text FROM building_note WHERE building_id = ?"
            " AND removed_at IS NULL ORDER BY kind = 'history', noted_on, id",
            (building_id,),
        )
    )
