"""What the complex needs of others, itself no record: issues passed up, works that lack money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinlin.core.reference import Reference
from jinlin.issue.privacy.publicity import KEPT_BACK
from jinlin.member.fund.moved import moved_for
from jinlin.member.rules.purses import Direction, Purse
from jinlin.partner.record.conditions import outstanding
from jinlin.project.record.money import money_of
from jinlin.project.record.projects import KIND, projects
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


_FOR: Final = """(SELECT count(*) FROM partner_support AS s
    WHERE s.about_kind = '{}' AND s.about_number = {} AND s.dropped_on IS NULL)"""
_ISSUE: Final = "printf('%04d-%04d', i.year, i.number)"
_PASSED_UP: Final = f"""
    SELECT {_ISSUE} AS number, i.title, date(i.level_since) AS since, NULL AS missing,
           {_FOR.format("issue", _ISSUE)} AS promised
    FROM issue AS i
    WHERE i.removed_at IS NULL AND i.closed_at IS NULL AND NOT ({KEPT_BACK})
      AND i.level IN ('community', 'street', 'district')"""  # noqa: S608  (our own words)
_FOR_WORKS: Final = f"""
    SELECT count(*) AS promised,
      coalesce(sum(s.amount) FILTER (WHERE {outstanding()}), 0) AS to_come
    FROM partner_support AS s
    WHERE s.about_kind = 'project' AND s.about_number = ? AND s.dropped_on IS NULL"""  # noqa: S608  (our own words)


def needs(reader: Reader) -> list[PartnerNeed]:
    """Return what a partner may help with, the longest first; never a private matter."""
    passed_up = [PartnerNeed(**dict(row)) for row in reader.rows(_PASSED_UP)]
    return sorted([*passed_up, *_lacking_money(reader)], key=lambda need: need.since)


def _lacking_money(reader: Reader) -> Iterator[PartnerNeed]:
    """Yield the works whose cost is neither paid, nor promised, nor waiting in the purse."""
    until = reader.clock.today.isoformat()
    for works in projects(reader, going_on=True):
        about = Reference(KIND, works.label)
        [given] = reader.rows(_FOR_WORKS, (works.label,))
        came, spent = (
            moved_for(reader, about, until, direction, Purse.PARTNER_AID) for direction in Direction
        )
        rest = money_of(reader, works).rest or 0
        missing = rest - given["to_come"] - max(0, came - spent)
        if missing > 0:
            yield PartnerNeed(
                works.label, works.title, works.started_on, missing, given["promised"]
            )
