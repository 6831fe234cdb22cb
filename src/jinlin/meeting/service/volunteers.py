"""Volunteers of a list on the attendance of a service day, each once, however often it is read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Final

from jinlin.complex.household.listed import ListedPeople, TakenLine, same_door
from jinlin.meeting.rules.meetings import HERE, AttendanceState
from jinlin.store.transaction.tx import Tx

_COLUMNS: Final = ("person_id", "name", "door", "more", "state", "reason")


class _Roll:
    """Who stands on the attendance of a service day."""

    def __init__(self, tx: Tx, meeting_id: int) -> None:
        self._known: dict[int, sqlite3.Row] = {}
        self._named: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in tx.rows(
            f"SELECT id, {', '.join(_COLUMNS)} FROM attendance"  # noqa: S608  (our own words)
            " WHERE meeting_id = ? AND removed_at IS NULL",
            (meeting_id,),
        ):
            if row["person_id"] is None:
                self._named["" if row["name"] == row["door"] else row["name"]].append(row)
            else:
                self._known[row["person_id"]] = row

    def line_of(self, one: TakenLine) -> sqlite3.Row | None:
        """Return the line of somebody; who was known by her name alone then may be on record now.

        A line is given once.
        """
        if one.person is not None and (line := self._known.get(one.person.id)):
            return line
        alike = self._named[one.person.name if one.person else one.name]
        line = next((row for row in alike if same_door(row["door"], one.door)), None)
        if line is not None:
            alike.remove(line)
        return line


def write_volunteers(tx: Tx, meeting_id: int, people: ListedPeople) -> None:
    """Put volunteers on the attendance; who stands there already stays there once."""
    roll = _Roll(tx, meeting_id)
    new: list[tuple[object, ...]] = []
    changed: list[tuple[object, ...]] = []
    for one in people.lines:
        line = roll.line_of(one)
        state, reason = AttendanceState.PRESENT.value, None
        if line is not None and AttendanceState(line["state"]) in HERE:
            state, reason = line["state"], line["reason"]
        values = (
            one.person and one.person.id,
            one.person.name if one.person else one.name or one.door,
            None if one.person else one.door or (line and line["door"]),
            one.more or (line["more"] if line else 0),
            state,
            reason,
        )
        if line is None:
            new.append((meeting_id, *values))
        elif values != tuple(line[column] for column in _COLUMNS):
            changed.append((*values, line["id"]))
    tx.update_many("attendance", _COLUMNS, changed)
    tx.insert_many("attendance", ("meeting_id", *_COLUMNS), new)
