"""What partners are and gave together: of all time, or as it stood when a period ended."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.days.period import PassedStretch
from jinlin.partner.record.conditions import (
    about_issue,
    about_project,
    in_force,
    outstanding,
    received,
)
from jinlin.store.transaction.tx import Reader


class PartnerTotals(NamedTuple):
    """All partners together; money in fen.

    Attributes:
        in_force: how many have an agreement that holds.
        signed: how many agreements were signed.
        reported: how many of those in force have reported in with their Party organisation.
        promised: money still to come.
        overdue: how many promises should have come and did not.
        direct: money the partners paid themselves.
        through_purse: money that came into the purse.
        in_kind: how many supports came that are no money.
        solved: how many issues were solved, or projects came into use, for which something came;
            an issue and the projects that come from it are one.
    """

    in_force: int = 0
    signed: int = 0
    reported: int = 0
    promised: int = 0
    overdue: int = 0
    direct: int = 0
    through_purse: int = 0
    in_kind: int = 0
    solved: int = 0

    @property
    def received(self) -> int:
        """All money that came."""
        return self.direct + self.through_purse


NO_PARTNERS: Final = PartnerTotals()
"""Where there is none and nothing came."""
_CAME: Final = f"s.received_on >= ?1 AND {received('?2')}"
_TOTALS: Final = f"""
    WITH helped AS (
      SELECT DISTINCT s.about_kind, s.about_number FROM partner_support AS s
      WHERE s.about_kind IN ('issue', 'project') AND {received("?2")}),
    solved AS (
      SELECT h.about_kind, h.about_number FROM helped AS h JOIN issue AS i
        ON {about_issue("h")} AND i.removed_at IS NULL
      WHERE EXISTS (SELECT 1 FROM (SELECT e.at, e.to_status FROM issue_event AS e
          WHERE e.issue_id = i.id AND e.to_status IS NOT NULL AND e.at < ?5
          ORDER BY e.at DESC, e.id DESC LIMIT 1) AS last
        WHERE last.to_status = 'closed_solved' AND last.at >= ?4)
      UNION
      SELECT iif(g.about_kind = 'issue', g.about_kind, h.about_kind),
             iif(g.about_kind = 'issue', g.about_number, h.about_number)
      FROM helped AS h JOIN project AS g ON {about_project("h")} AND g.removed_at IS NULL
      WHERE (SELECT t.stage = 'use' AND t.entered_on >= ?1 FROM project_stage AS t
             WHERE t.project_id = g.id AND t.entered_on <= ?2 ORDER BY t.id DESC LIMIT 1))
    SELECT
      (SELECT count(*) FROM partner WHERE {in_force("?2")}) AS in_force,
      (SELECT count(*) FROM partner WHERE removed_at IS NULL AND agreement_on BETWEEN ?1 AND ?2)
        AS signed,
      (SELECT count(*) FROM partner WHERE {in_force("?2")} AND reported_on <= ?2) AS reported,
      coalesce(sum(s.amount) FILTER (WHERE {outstanding("?2")}), 0) AS promised,
      count(*) FILTER (WHERE {outstanding("?2")} AND s.due_on < ?3) AS overdue,
      coalesce(sum(s.amount) FILTER (WHERE {_CAME} AND s.fund_entry_id IS NULL), 0) AS direct,
      coalesce(sum(s.amount) FILTER (WHERE {_CAME} AND s.fund_entry_id IS NOT NULL), 0)
        AS through_purse,
      count(*) FILTER (WHERE {_CAME} AND s.amount IS NULL) AS in_kind,
      (SELECT count(*) FROM solved) AS solved
    FROM partner_support AS s"""  # noqa: S608  (our own words)
_BEGINNING: Final = ""
_END: Final = "9999"


def totals(reader: Reader, period: PassedStretch | None = None) -> PartnerTotals:
    """Return what all partners are and gave together, by today or when a period ended."""
    today = reader.clock.today.isoformat()
    bounds = (
        (_BEGINNING, today, today, _BEGINNING, _END)
        if period is None
        else (
            period.stretch.first.isoformat(),
            period.last_day.isoformat(),
            period.day_after.isoformat(),
            period.start,
            period.stop,
        )
    )
    [row] = reader.rows(_TOTALS, bounds)
    return PartnerTotals(**dict(row))
