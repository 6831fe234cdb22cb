"""Two owners of one name in one home: which of them a roster means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jinlin.complex.exchange.recorded import Link, further_key, name_of
from jinlin.complex.exchange.row_people import RosterPerson

_DETAILS: Final = ("phone", "other_phone", "id_number")


def keyed(
    recorded: Mapping[str, Link],
    parties: Sequence[RosterPerson],
    taken: Mapping[str, RosterPerson] | None = None,
) -> list[tuple[str, RosterPerson]]:
    """Return the owners a row names, each under the key of the owner she is.

    Of two owners of one name, a phone or an identity number tells which is meant. A row that does
    not tell it says nothing of either: it names the first, and leaves her as she is. A name that
    one row has twice is two people; so is one that two rows have with a phone and a share each.

    Args:
        recorded: the owners of the home, by their keys.
        parties: whom the row names.
        taken: whom earlier rows of the home name, by their keys.
    """
    taken = taken or {}
    found: dict[int, tuple[str, RosterPerson]] = {}
    for place, party in enumerate(parties):
        keys = _keys(party.name, recorded, taken)
        said = _said(party)
        meant = [key for key in keys if said & _known(key, recorded, taken)]
        if len(meant) == 1:
            found[place] = meant[0], party
    for place, party in enumerate(parties):
        if place not in found:
            used = {key for key, _party in found.values()}
            several = sum(other.name == party.name for other in parties) > 1
            found[place] = _otherwise(party, recorded, taken, used if several else None)
    return [found[place] for place in range(len(parties))]


def _otherwise(
    party: RosterPerson,
    recorded: Mapping[str, Link],
    taken: Mapping[str, RosterPerson],
    used: set[str] | None,
) -> tuple[str, RosterPerson]:
    """Return the key of somebody whom no number tells.

    Args:
        party: whom the row names.
        recorded: as `keyed`.
        taken: as `keyed`.
        used: the keys of the others of the row, where it has her name twice.
    """
    keys = _keys(party.name, recorded, taken)
    if used is not None:
        free = [key for key in keys if key not in used]
        return (free[0] if free else further_key(party.name, {*keys, *used})), party
    if len(keys) > 1:
        return party.name, RosterPerson(party.name)
    first = taken.get(party.name)
    if first and first.phone and party.phone and first.share and party.share:
        return further_key(party.name, keys), party
    return party.name, party


def _keys(name: str, recorded: Mapping[str, Link], taken: Mapping[str, RosterPerson]) -> list[str]:
    return [key for key in {**recorded, **taken} if name_of(key) == name]


def _said(party: RosterPerson) -> set[str]:
    said = (party.phone, party.other_phone, party.identity.text if party.identity else None)
    return {text for text in said if text}


def _known(key: str, recorded: Mapping[str, Link], taken: Mapping[str, RosterPerson]) -> set[str]:
    known = _said(taken[key]) if key in taken else set()
    if key in recorded:
        known |= {text for d in _DETAILS if (text := getattr(recorded[key], d))}
    return known
