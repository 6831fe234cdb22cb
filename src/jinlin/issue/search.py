"""Where words are looked for in the notebook: titles, places, results, and what was noted."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

SEARCH: Final = (
    Searched(
        N_("Issue"),
        in_columns(
            "issue AS t LEFT JOIN building AS b ON b.id = t.building_id",
            Shown(
                number="printf('%d-%04d', t.year, t.number)",
                title="t.title",
                day="t.reported_at",
                private="t.private",
            ),
            also=(
                "b.code || '号楼'",
                "b.name",
                "t.place",
                "t.result",
                "t.reporter",
                "t.reporter_phone",
                "t.on_behalf_of",
            ),
            within=(("t.id IN (SELECT e.issue_id FROM issue_event AS e WHERE {})", "e.note"),),
        ),
    ),
)
