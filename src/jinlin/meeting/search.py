"""Where words are looked for in meetings: what they were about, what was said and decided."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

_PARTS: Final = "t.id IN (SELECT x.meeting_id FROM {} AS x WHERE x.removed_at IS NULL AND {{}})"

SEARCH: Final = (
    Searched(
        N_("Meetings"),
        in_columns(
            "meeting AS t",
            Shown(number="'M' || t.number", title="t.title", day="t.held_at"),
            also=("t.place", "t.note"),
            within=(
                (_PARTS.format("agenda_item"), "x.title"),
                (_PARTS.format("statement"), "x.text"),
            ),
        ),
    ),
    Searched(
        N_("Resolution"),
        in_columns(
            "resolution AS t JOIN meeting AS m ON m.id = t.meeting_id",
            Shown(number="'M' || m.number || '-' || t.number", title="t.text", day="m.held_at"),
            live="t.removed_at IS NULL AND m.removed_at IS NULL",
            also=("t.owner",),
        ),
        opened=False,
    ),
    Searched(
        N_("Action item"),
        in_columns(
            "action_item AS t",
            Shown(number="'A' || t.number", title="t.text", day="t.due_on"),
            also=("t.owner", "t.remark"),
        ),
        opened=False,
    ),
)
