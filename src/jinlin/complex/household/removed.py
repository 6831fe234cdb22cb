"""Homes that were taken out of the register although something stands on them, and come back."""

from __future__ import annotations

from collections.abc import Mapping

from jinlin.store.references import all_holdings, held_by
from jinlin.store.transaction.tx import Reader, Tx


def removed_home(
    reader: Reader, building_id: int | None, *, entrance: str | None, room: str
) -> tuple[int, list[str]] | None:
    """Return a home that was taken out although something stands on it, and what; None otherwise.

    Homes could be taken out like that once; their rows still hold what was paid and signed.

    Args:
        reader: the database.
        building_id: None for any.
        entrance: None for any.
        room: its number.
    """
    for row in reader.rows(
        "SELECT id FROM household WHERE removed_at IS NOT NULL AND room = ?3"
        " AND (?1 IS NULL OR building_id = ?1) AND (?2 IS NULL OR entrance = ?2) ORDER BY id DESC",
        (building_id, entrance, room),
    ):
        if held := held_by(reader, "household", row["id"]):
            return row["id"], held
    return None


def removed_homes(reader: Reader) -> dict[tuple[int, str | None, str], int]:
    """Return the homes of `removed_home` by building, entrance and room, in one question."""
    held = " OR ".join(
        f"EXISTS ({holding.sql.replace('?1', 'gone.id')})"
        for holding in all_holdings()
        if holding.place == "household"
    )
    rows = reader.rows(
        "SELECT building_id, entrance, room, id FROM household AS gone"
        f" WHERE removed_at IS NOT NULL AND ({held}) ORDER BY id"
    )
    return {(row["building_id"], row["entrance"], row["room"]): row["id"] for row in rows}


def bring_back(tx: Tx, household_id: int, values: Mapping[str, object], *, people: bool) -> None:
    """Bring a home back that was taken out although something stands on it.

    Args:
        tx: the transaction.
        household_id: its row.
        values: what is known of it now.
        people: who owned it and lived there when it was taken out comes back with it.
    """
    if people:
        for table in ("ownership", "occupancy", "care"):
            tx.write(
                f"UPDATE {table} SET removed_at = NULL WHERE household_id = ?1 AND removed_at ="
                " (SELECT removed_at FROM household WHERE id = ?1)",
                (household_id,),
            )
    tx.update("household", household_id, removed_at=None, **values)
