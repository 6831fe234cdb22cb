"""The buildings a roster of households stands on: added, and never smaller than their homes say."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.roster import RosterHome
from jinlin.complex.rules.buildings import ENTRANCES
from jinlin.store.transaction.tx import Tx

_SIZE: Final = ("floors", "floors_below", "entrances")


def known_or_added(tx: Tx, homes: dict[Key, RosterHome]) -> tuple[dict[str, int], list[str]]:
    """Add the buildings the roster names first.

    Returns:
        The id of every building by its code; the codes of those that are new.
    """
    known = {
        row["code"]: row["id"]
        for row in tx.rows("SELECT id, code FROM building WHERE removed_at IS NULL")
    }
    floors: dict[str, list[int]] = {}
    entrances: dict[str, set[str]] = {}
    for (code, entrance, _room), taken in homes.items():
        if code not in known:
            floors.setdefault(code, []).append(taken.said.floor)
            entrances.setdefault(code, set()).update({entrance} if entrance else ())
    for code, of_homes in floors.items():
        known[code] = tx.insert(
            "building",
            code=code,
            floors=max(1, *of_homes),
            floors_below=max(0, -min(of_homes)),
            entrances=_countable(len(entrances[code])),
        )
    return known, list(floors)


def bring_up(tx: Tx, codes: Collection[str]) -> list[str]:
    """Give buildings the floors and entrances that their recorded homes have.

    What is recorded of a building may come from an earlier roster that named only some homes.

    Args:
        tx: the transaction, in which the homes are written.
        codes: the buildings that are looked at.

    Returns:
        The codes of those that were recorded smaller.
    """
    rows = tx.rows(
        "WITH seen AS (SELECT building_id, max(floor) AS highest, -min(floor) AS deepest,"
        " count(DISTINCT entrance) AS entrances FROM household WHERE removed_at IS NULL"
        " GROUP BY building_id)"
        " SELECT b.code, max(b.floors, seen.highest) AS floors,"
        " max(b.floors_below, seen.deepest) AS floors_below,"
        " max(b.entrances, seen.entrances) AS entrances, b.id"
        " FROM building AS b JOIN seen ON seen.building_id = b.id WHERE b.removed_at IS NULL"
        " AND (seen.highest > b.floors OR seen.deepest > b.floors_below"
        " OR seen.entrances > b.entrances)"
    )
    grown = [row for row in rows if row["code"] in codes]
    values = ((*row[1:3], _countable(row["entrances"]), row["id"]) for row in grown)
    tx.update_many("building", _SIZE, values)
    return [row["code"] for row in grown]


def _countable(entrances: int | None) -> int | None:
    """Return a number of entrances; None for none, and for more than a building can have."""
    return entrances if entrances in ENTRANCES else None
