"""What must hold of what rests on a decision; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.record.grounds import CARRIED, DECIDED
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "management_decisions",
        N_("decisions on who manages the complex and what its owners order"),
        N_("the decision is not on record any more, or was not carried: {names}"),
        f"""
        SELECT DISTINCT g.decided
        FROM (SELECT decided, removed_at FROM manager
              UNION ALL SELECT decided, removed_at FROM offer) AS g
        WHERE g.removed_at IS NULL AND g.decided IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
            WHERE printf('M%d-%d', m.number, r.number) = g.decided AND r.removed_at IS NULL
              AND m.removed_at IS NULL AND {DECIDED})
          AND NOT EXISTS (SELECT 1 FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
            WHERE printf('M%d-V%d', m.number, w.number) = g.decided AND w.removed_at IS NULL
              AND NOT w.superseded AND m.removed_at IS NULL AND {CARRIED})
        ORDER BY g.decided""",  # noqa: S608  (our own words)
        grave=False,
    ),
    Rule(
        "letter_discussions",
        N_("meetings that discussed a reply to an employer"),
        N_("the meeting is not on record any more, or on another day: {names}"),
        """
        SELECT 'Y' || o.number FROM opinion AS o
        WHERE o.removed_at IS NULL AND o.meeting IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM meeting AS m WHERE 'M' || m.number = o.meeting
            AND m.removed_at IS NULL AND o.discussed_on = date(m.held_at,
              ifnull((SELECT value FROM setting WHERE key = 'zone'), '+08:00')))
        ORDER BY o.number""",
        grave=False,
    ),
)
