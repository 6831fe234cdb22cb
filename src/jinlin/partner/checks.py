"""What must hold of partners' supports: their entry of the purse, and what they are for."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.partner.record.conditions import NUMBER
from jinlin.store.check.checks import Rule

_SUPPORTS: Final = (
    f"SELECT {NUMBER} FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id"  # noqa: S608  (our own words)
)
_DANGLING: Final = """
    (s.about_kind = 'issue' AND NOT EXISTS (SELECT 1 FROM issue AS i WHERE i.removed_at IS NULL
      AND printf('%04d-%04d', i.year, i.number) = s.about_number))
    OR (s.about_kind = 'project' AND NOT EXISTS (SELECT 1 FROM project AS g
      WHERE g.removed_at IS NULL AND 'G' || g.number = s.about_number))"""
RULES: Final = (
    Rule(
        "support_entries",
        N_("purse entries of partners' supports"),
        N_("the entry of the purse has another amount, or is none of partners' aid: {names}"),
        f"{_SUPPORTS} JOIN fund_entry AS f ON f.id = s.fund_entry_id"
        " WHERE (f.amount, f.purse, f.direction) <> (s.amount, 'partner_aid', 'income')"
        " ORDER BY p.number, s.number",
    ),
    Rule(
        "support_aims",
        N_("what partners' supports are for"),
        N_("what it is for is not on record any more: {names}"),
        f"{_SUPPORTS} WHERE {_DANGLING} ORDER BY p.number, s.number",
        grave=False,
    ),
    Rule(
        "entry_aims",
        N_("what entries of the purses are about"),
        N_("what it is about is not on record any more: {names}"),
        f"SELECT 'F' || number FROM fund_entry AS s WHERE {_DANGLING} ORDER BY number",  # noqa: S608  (our own words)
        grave=False,
    ),
    Rule(
        "item_promises",
        N_("promises on agendas"),
        N_("the promise it comes from is not on record any more: {names}"),
        "SELECT 'M' || m.number || '/' || a.position FROM agenda_item AS a"  # noqa: S608  (our own words)
        " JOIN meeting AS m ON m.id = a.meeting_id"
        " WHERE a.removed_at IS NULL AND m.removed_at IS NULL"
        " AND a.source_kind = 'partner_support' AND NOT EXISTS (SELECT 1 FROM partner_support AS s"
        " JOIN partner AS p ON p.id = s.partner_id"
        f" WHERE {NUMBER} = a.source_ref)"
        " ORDER BY m.number, a.position",
        grave=False,
    ),
)
