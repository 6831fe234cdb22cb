"""What must hold of works: their stage, their choice, what they come from; `db check` asks."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.record.grounds import CARRIED
from jinlin.store.check.checks import Rule

_COMPANY, _CHOSEN = (f"lower(replace({name}, ' ', ''))" for name in ("q.company", "c.name"))
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
        N_("the vote does not choose the quote, or is not on record any more: {names}"),
        f"""
        SELECT 'G' || p.number FROM project AS p JOIN project_quote AS q ON q.project_id = p.id
        WHERE p.removed_at IS NULL AND q.accepted_vote IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
          WHERE printf('M%d-V%d', m.number, w.number) = q.accepted_vote AND w.removed_at IS NULL
            AND NOT w.superseded AND m.removed_at IS NULL AND {CARRIED}
            AND ifnull((SELECT max(instr({_COMPANY}, {_CHOSEN}) OR instr({_CHOSEN}, {_COMPANY}))
              FROM vote_candidate AS c WHERE c.vote_id = w.id AND c.elected), 1))
        ORDER BY p.number""",  # noqa: S608  (our own words)
        grave=False,
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
