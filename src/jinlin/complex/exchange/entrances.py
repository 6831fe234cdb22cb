"""Homes that one list names with their entrance and another without: one home, or nobody can tell.

A property company writes `3-502`, the community `3号楼1单元502`. Taken for two homes, they would
count twice in every vote; so a home is known again by its owners, and refused where they differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.recorded import Home
from jinlin.complex.exchange.row import RosterRow
from jinlin.complex.rules.address import floor_of, label
from jinlin.complex.rules.buildings import Use
from jinlin.core.i18n import _
from jinlin.exchange.table.rows import Row


class Owned(Protocol):
    """A home of the file, as far as its rows were read."""

    @property
    def owners(self) -> Collection[str]:
        """The names of its owners."""


class Entrances:
    """Which homes there are, recorded or named by the file so far, with and without an entrance.

    Attributes:
        told: the homes the file names without the entrance that is recorded.
        gained: the recorded homes whose entrance the file tells first: new key to old.

    Args:
        known: the recorded homes.
        named: the homes of the file; they come in as it is read.
    """

    def __init__(self, known: Mapping[Key, Home], named: Mapping[Key, Owned]) -> None:
        self.told: dict[Key, None] = {}
        self.gained: dict[Key, Key] = {}
        self._known = known
        self._named = named
        self._entrances: dict[tuple[str, str], tuple[str | None, ...]] = {}
        self._divided: set[str] = set()
        for key in known:
            self._note(key)

    def settle(self, row: Row, said: RosterRow) -> RosterRow:
        """Return a row under the key of the home it is about.

        Raises:
            RowError: nobody can tell which home that is.
        """
        building, entrance, room = said.key
        there = self._entrances.get((building, room), ())
        if entrance not in there:
            if entrance is None:
                said = said._replace(key=self._with_entrance(row, said, there))
            elif None in there:
                self._gain(row, said)
        self._note(said.key)
        return said

    def _note(self, key: Key) -> None:
        building, entrance, room = key
        there = self._entrances.get((building, room), ())
        if entrance not in there:
            self._entrances[building, room] = (*there, entrance)
        if entrance is not None:
            self._divided.add(building)

    def _owners(self, key: Key) -> Collection[str]:
        home = self._known.get(self.gained.get(key, key)) or self._named.get(key)
        return home.owners if home else ()

    def _same(self, key: Key, said: RosterRow) -> bool:
        """Return whether the owners allow that a row is about this home."""
        recorded, named = self._owners(key), {owner.name for owner in said.owners}
        return not recorded or not named or not named.isdisjoint(recorded)

    def _with_entrance(self, row: Row, said: RosterRow, there: tuple[str | None, ...]) -> Key:
        """Return the home with an entrance that a row without one is about; its own for none."""
        building, _entrance, room = said.key
        homes: list[Key] = [(building, entrance, room) for entrance in there]
        same = [key for key in homes if self._same(key, said)]
        if len(same) == 1:
            self.told[same[0]] = None
            return same[0]
        outside = said.state == Use.SHOP or floor_of(room) is None
        if homes or (building in self._divided and not outside):
            raise row.error("entrance", _("nothing is filled in, and building {building} has"
                            " several: in which is it?").format(building=building))  # fmt: skip
        return said.key

    def _gain(self, row: Row, said: RosterRow) -> None:
        """Let a recorded home without an entrance have the one the file tells."""
        building, entrance, room = said.key
        old: Key = (building, None, room)
        if old in self.gained.values():
            return
        if old not in self._known or not self._same(old, said):
            home = label(*old)
            raise row.error(
                "entrance",
                _(
                    "{home} is there without an entrance; if it is this one:"
                    " jinlin household edit {home} --entrance {entrance}"
                ).format(home=home, entrance=entrance),
            )
        self.gained[said.key] = old
