"""Households chosen by what people type, and what is asked for single doors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.elevator.apportionment.household import Household, Status


class Doors:
    """The households of one apportionment, to be found by room or by the whole door name."""

    def __init__(self, households: Sequence[Household]) -> None:
        """Index the households by room and by `building-entrance-room`."""
        self._by_word: dict[str, list[int]] = {}
        self._labels = [household.label for household in households]
        for position, household in enumerate(households):
            for word in {compact(household.room), compact(household.label)}:
                self._by_word.setdefault(word, []).append(position)

    def position(self, word: str) -> int:
        """Return where in the list the household stands that a word means.

        Raises:
            NotFoundError: no household has this room, or several have.
        """
        found = self._by_word.get(compact(word), [])
        if not found:
            raise NotFoundError(
                _("No household {room} takes part.").format(room=word),
                hint=_("Rooms: {rooms}.").format(rooms=_some(self._labels)),
            )
        if len(found) > 1:
            labels = _some([self._labels[position] for position in found])
            raise NotFoundError(
                _("More than one household is called {room}.").format(room=word),
                hint=_("Say which: {rooms}.").format(rooms=labels),
            )
        return found[0]


def with_door_options(
    households: Sequence[Household],
    *,
    relief: Iterable[tuple[str, Fraction]] = (),
    exempt: Iterable[str] = (),
    excluded: Iterable[str] = (),
    caps: Iterable[tuple[str, int]] = (),
) -> tuple[Household, ...]:
    """Return the households with what was asked for single doors.

    Args:
        households: as they stand before.
        relief: room and factor from 0 to 1.
        exempt: rooms that are counted and pay nothing.
        excluded: rooms that are no party.
        caps: room and its own cap in fen.

    Raises:
        NotFoundError: a room is not among the households, or is the name of several.
        UsageError: the same is said twice of one room.
    """
    relief, exempt, excluded, caps = list(relief), list(exempt), list(excluded), list(caps)
    if not (relief or exempt or excluded or caps):
        return tuple(households)
    doors = Doors(households)
    changed = list(households)
    said: set[tuple[str, int]] = set()

    def once(what: str, word: str) -> int:
        position = doors.position(word)
        if (what, position) in said:
            raise UsageError(
                _("Two options contradict each other for room {room}.").format(room=word),
                hint=_("Say each thing once for one room: relief, cap, exempt or excluded."),
            )
        said.add((what, position))
        return position

    for word, factor in relief:
        position = once("relief", word)
        changed[position] = changed[position]._replace(relief=factor)
    for word, fen in caps:
        position = once("cap", word)
        changed[position] = changed[position]._replace(cap=fen)
    for status, words in ((Status.EXEMPT, exempt), (Status.EXCLUDED, excluded)):
        for word in words:
            position = once("status", word)
            changed[position] = changed[position]._replace(status=status)
    return tuple(changed)


def _some(labels: Sequence[str], *, most: int = 12) -> str:
    return ", ".join(labels[:most]) + (" …" if len(labels) > most else "")
