"""What a user can do with buildings and households."""

from __future__ import annotations

from jinlin.complex.rules import NewBuilding
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.store.tx import Tx


def add_building(tx: Tx, building: NewBuilding) -> None:
    """Record a building.

    Raises:
        RuleError: there is one with the same code.
    """
    from jinlin.complex.tables import Building

    if tx.value("SELECT 1 FROM building WHERE code = ? AND removed_at IS NULL", (building.code,)):
        raise RuleError(
            _("Building {code} is recorded already.").format(code=building.code),
            hint=_("See: jinlin building list"),
        )
    tx.session.add(
        Building(
            code=building.code,
            name=building.name,
            floors=building.floors,
            floors_below=building.floors_below,
            entrances=building.entrances,
            stilt_floor=int(building.stilt_floor),
            elevator=int(building.elevator),
        )
    )
    tx.describe(
        Message(N_("Added building {code}"), {"code": building.code}),
        reverse=Message(N_("remove building {code}"), {"code": building.code}),
        subject=building.code,
    )


def found_complex(
    tx: Tx, *, name: str, street: str | None = None, community: str | None = None
) -> None:
    """Record which complex the new database is about."""
    from jinlin.complex.tables import Complex

    tx.session.add(Complex(name=name, street=street, community=community))
