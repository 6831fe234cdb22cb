"""What must hold of decisions on the management of the complex; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.check.checks import Rule

_GONE: Final = """{number} FROM {table} AS d WHERE d.removed_at IS NULL AND d.decided IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
        WHERE r.removed_at IS NULL AND m.removed_at IS NULL
          AND printf('M%d-%d', m.number, r.number) = d.decided)
    AND NOT EXISTS (SELECT 1 FROM vote AS v JOIN meeting AS m ON m.id = v.meeting_id
        WHERE v.removed_at IS NULL AND NOT v.superseded AND m.removed_at IS NULL
          AND printf('M%d-V%d', m.number, v.number) = d.decided)"""
RULES: Final = (
    Rule(
        "management_decisions",
        N_("decisions on who manages the complex and what the owners order"),
        N_("the decision it stands on is not on record any more: {names}"),
        f"SELECT {_GONE.format(number='d.number', table='manager')}"
        f" UNION ALL SELECT {_GONE.format(number=repr('T') + ' || d.number', table='offer')}",
        grave=False,
    ),
)
