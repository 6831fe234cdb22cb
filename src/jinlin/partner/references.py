"""Which partners there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

HOLDINGS: Final = (
    Holding(
        "project",
        (),
        N_("supports of partners ({names})"),
        "SELECT 'D' || p.number || '-' || s.number FROM partner_support AS s"
        " JOIN partner AS p ON p.id = s.partner_id WHERE s.about_kind = 'project'"
        " AND s.about_number = ?1 ORDER BY s.id",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "partner": Known(
        "SELECT 1 FROM partner WHERE number = ? AND removed_at IS NULL",
        "partner list",
        name="SELECT name FROM partner WHERE number = ?",
    ),
    "partner_support": Known(
        "SELECT 1 FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id"
        " WHERE p.number = ? AND s.number = ? AND p.removed_at IS NULL",
        "partner list",
    ),
}
