"""What the complex needs of others, itself no record: issues passed up, works that lack money."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.store.transaction.tx import Reader


class PartnerNeed(NamedTuple):
    """Something a partner may help with.

    Attributes:
        number: `2026-0042`, `G1`.
        title: what it is.
        since: since when it is beyond the complex, as ISO text.
        missing: the money works lack, in fen; None of an issue.
        promised: how many supports are for it already.
    """

    number: str
    title: str
    since: str
    missing: int | None
    promised: int


_FOR: Final = (
    "(SELECT count(*) FROM partner_support AS s WHERE s.about_kind = '{}'"
    " AND s.about_number = {} AND s.dropped_on IS NULL)"
)
_ISSUE: Final = "printf('%04d-%04d', i.year, i.number)"
_NEEDS: Final = f"""
    SELECT {_ISSUE} AS number, i.title, date(i.level_since) AS since, NULL AS missing,
           {_FOR.format("issue", _ISSUE)} AS promised
    FROM issue AS i JOIN category AS c ON c.id = i.category_id
    WHERE i.removed_at IS NULL AND i.closed_at IS NULL AND c.privacy = 'open'
      AND i.level IN ('community', 'street', 'district')
    UNION ALL
    SELECT 'G' || g.number, g.title, g.started_on, g.missing,
           {_FOR.format("project", "'G' || g.number")}
    FROM (SELECT p.*, coalesce(
            (SELECT q.amount FROM project_quote AS q WHERE q.project_id = p.id
             AND q.accepted_on IS NOT NULL AND q.removed_at IS NULL), p.budget)
          - coalesce((SELECT sum(s.amount) FROM partner_support AS s WHERE s.about_kind = 'project'
             AND s.about_number = 'G' || p.number AND s.dropped_on IS NULL), 0)
          - coalesce((SELECT sum(CASE WHEN e.reverses IS NULL THEN e.amount ELSE -e.amount END)
             FROM fund_entry AS e WHERE e.about_kind = 'project'
             AND e.about_number = 'G' || p.number AND e.direction = 'spending'), 0) AS missing
          FROM project AS p WHERE p.removed_at IS NULL AND p.ended_on IS NULL AND p.stage <> 'use')
         AS g
    WHERE g.missing > 0
    ORDER BY since"""  # noqa: S608  (our own words)


def needs(reader: Reader) -> list[PartnerNeed]:
    """Return what a partner may help with, the longest first; never a private matter."""
    return [PartnerNeed(**dict(row)) for row in reader.rows(_NEEDS)]
