"""Two owners of one name in one home: which of them a roster means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.complex.recorded import Link, name_of
from jinlin.complex.roster_people import Party

_DETAILS: Final = ("phone", "other_phone", "id_number")


def keyed(recorded: Mapping[str, Link], parties: Iterable[Party]) -> list[tuple[str, Party]]:
    """Return the owners a roster names, each under the key of the recorded owner she is.

    Of two recorded owners of one name, a phone or an identity number tells which is meant. A row
    that does not tell it says nothing of either: it names the first, and leaves her as she is.

    Args:
        recorded: the owners of the home, by their keys.
        parties: whom the roster names.
    """
    return [_keyed(recorded, party) for party in parties]


def _keyed(recorded: Mapping[str, Link], party: Party) -> tuple[str, Party]:
    namesakes = [key for key in recorded if name_of(key) == party.name]
    if len(namesakes) < 2:  # noqa: PLR2004  (nobody to be told apart)
        return party.name, party
    said = {party.phone, party.other_phone, party.identity.text if party.identity else None}
    said.discard(None)
    meant = [
        key for key in namesakes if said & {getattr(recorded[key], detail) for detail in _DETAILS}
    ]
    if len(meant) == 1:
        return meant[0], party
    return party.name, Party(party.name)
