"""The terms by which listings are asked for buildings, the same wherever there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.core.i18n import N_
from jinlin.output.listing.filter import FilterTerm, Meaning

if TYPE_CHECKING:
    from jinlin.store.transaction.tx import Reader


def building_term(where: Meaning, *, told: str = N_("3, A, 3号楼.")) -> FilterTerm:
    """Return `--building`.

    Args:
        where: what the ids of buildings ask for.
        told: the help, not yet translated.
    """
    return FilterTerm(
        "building", told, N_("BUILDING"), find=_building, where=where, kind="building"
    )


def _building(reader: Reader, word: str) -> int:
    from jinlin.complex.building.queries import building_id
    from jinlin.complex.rules.address import parse_building

    return building_id(reader, parse_building(word), near=True)
