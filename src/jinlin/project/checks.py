"""What must hold of works: their stage, their choice, what they come from; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.check.checks import Rule

RULES: Final = (
    Rule(
        "works_stages",
        N_("stages of the projects"),
        N_("the stage is not the one entered last: {names}"),
        "SELECT 'G' || p.number FROM project AS p JOIN"
        " (SELECT project_id, max(id) AS id FROM project_stage GROUP BY project_id) AS last"
        " ON last.project_id = p.id"
        " JOIN project_stage AS s ON s.id = last.id WHERE p.removed_at IS NULL"
        " AND (s.stage, s.entered_on) <> (p.stage, p.stage_since) ORDER BY p.number",
    ),
    Rule(
        "works_choice",
        N_("quotes chosen for the projects"),
        N_("a quote was chosen without a reason, or was taken out: {names}"),
        "SELECT 'G' || p.number FROM project AS p JOIN project_quote AS q ON q.project_id = p.id"
        " WHERE p.removed_at IS NULL AND q.accepted_on IS NOT NULL"
        " AND (q.accepted_reason IS NULL OR q.removed_at IS NOT NULL) ORDER BY p.number",
    ),
    Rule(
        "works_choice_by_vote",
        N_("votes that chose quotes for the projects"),
        N_("the vote that chose the quote is not on record any more: {names}"),
        "SELECT 'G' || p.number FROM project AS p JOIN project_quote AS q ON q.project_id = p.id"
        " WHERE p.removed_at IS NULL AND q.accepted_vote IS NOT NULL AND NOT EXISTS ("
        "SELECT 1 FROM vote AS v JOIN meeting AS m ON m.id = v.meeting_id"
        " WHERE v.removed_at IS NULL AND m.removed_at IS NULL"
        " AND printf('M%d-V%d', m.number, v.number) = q.accepted_vote) ORDER BY p.number",
    ),
    Rule(
        "works_origin",
        N_("what the projects come from"),
        N_("the issue it comes from is not on record any more: {names}"),
        "SELECT 'G' || p.number FROM project AS p WHERE p.removed_at IS NULL"
        " AND p.about_kind = 'issue' AND NOT EXISTS (SELECT 1 FROM issue AS i"
        " WHERE i.removed_at IS NULL AND printf('%04d-%04d', i.year, i.number) = p.about_number)"
        " ORDER BY p.number",
        grave=False,
    ),
)
