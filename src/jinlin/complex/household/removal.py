"""When a home or a building may leave the register, and when a home comes back into it."""

from __future__ import annotations

from collections.abc import Mapping

from jinlin.complex.household.door import Door
from jinlin.complex.rules.address import label
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.store.references import all_holdings, held_by
from jinlin.store.transaction.tx import Reader, Tx


def check_home_free(reader: Reader, door: Door) -> None:
    """Refuse to take a home out of the register on which, or on whose entrance, something stands.

    Raises:
        RuleError: something does; it says what.
    """
    held = held_by(reader, "household", door.id)
    if held:
        raise RuleError(
            _("{home} cannot be removed: the records still hold {what}.").format(
                home=door.label, what=_("; ").join(held)
            ),
            hint=_(
                "It stays in the register. Wrong number: jinlin household edit {home} --room ROOM;"
                " sold: jinlin household sell {home}"
            ).format(home=door.label),
        )
    check_entrance_free(reader, door)


def check_entrance_free(reader: Reader, door: Door) -> None:
    """Refuse to take or move the last home out of an entrance on which something stands.

    Raises:
        RuleError: something does; it says what.
    """
    held = _held_by_entrance(reader, door)
    if held:
        raise RuleError(
            _("{home} is the last home of its entrance, of which the records hold {what}.").format(
                home=door.label, what=_("; ").join(held)
            ),
            hint=_(
                "Record the other homes of the entrance first: jinlin household add {home}"
            ).format(home=label(door.building, door.entrance, "ROOM")),
        )


def _held_by_entrance(reader: Reader, door: Door) -> list[str]:
    """Return what stands on the entrance of a home that is the last one there."""
    others = reader.value(
        "SELECT 1 FROM household WHERE building_id = ? AND entrance IS ? AND id <> ?"
        " AND removed_at IS NULL",
        (door.building_id, door.entrance, door.id),
    )
    if others or door.entrance is None:
        return []
    return held_by(reader, "entrance", door.building_id, door.entrance)


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
