"""When a home may leave the register: not while anything stands on it, or on its entrance."""

from __future__ import annotations

from jinlin.complex.household.door import Door
from jinlin.complex.rules.address import label
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.store.references import held_by
from jinlin.store.transaction.tx import Reader


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
