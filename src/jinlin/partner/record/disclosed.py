"""What of partners may be public in a while: agreements, what came, what is promised."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.issue.privacy.publicity import PUBLIC, TITLE_OUTSIDE
from jinlin.partner.kinds import PartnerKind, SupportKind
from jinlin.partner.record.conditions import about_issue, about_project, outstanding, received
from jinlin.store.transaction.tx import Reader

PARTNERS: Final = "partners"
"""The line of the list of what must be public that they are; a code."""


class PublicPartner(NamedTuple):
    """A partner whose agreement holds, or ended in the while; days as ISO text."""

    name: str
    kind: PartnerKind
    since: str | None
    until: str | None


class PublicSupport(NamedTuple):
    """Something that came, or was promised and has not; fen, days as ISO text.

    Attributes:
        what: in the words of whoever recorded it.
        day: when it came, or by when it is to come.
        paid_to: whom the partner paid itself.
        in_purse: it came into the purse.
        about: the number of what it is for.
        title: what that is called outside; None for nothing, or where it has no name outside.
        kept_back: it is for an issue of which nothing that was written leaves the house.
    """

    partner: str
    kind: SupportKind
    what: str
    amount: int | None
    day: str | None
    paid_to: str | None
    in_purse: bool
    about: str | None
    title: str | None
    kept_back: bool


_PARTNERS: Final = """
    SELECT name, kind, agreement_on,
           coalesce(min(agreement_until, ended_on), agreement_until, ended_on)
    FROM partner WHERE removed_at IS NULL AND ifnull(agreement_on <= ?2, 1)
      AND ifnull(agreement_until >= ?1, 1) AND ifnull(ended_on >= ?1, 1)
    ORDER BY number"""
_SUPPORTS: Final = f"""
    SELECT p.name, s.kind, s.what, s.amount, {{day}}, s.paid_to, s.fund_entry_id IS NOT NULL,
           s.about_number, coalesce({TITLE_OUTSIDE}, g.title),
           s.about_kind = 'issue' AND i.id IS NULL
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id AND p.removed_at IS NULL
    LEFT JOIN issue AS i ON {about_issue("s")} AND {PUBLIC}
    LEFT JOIN project AS g ON {about_project("s")} AND g.removed_at IS NULL
    WHERE {{which}}"""  # noqa: S608  (our own words)
_CAME: Final = _SUPPORTS.format(
    day="s.received_on", which=f"s.received_on >= ?1 AND {received('?2')}"
)
_TO_COME: Final = _SUPPORTS.format(day="s.due_on", which=outstanding("?1"))


def partners_of(reader: Reader, first: date, last: date) -> list[PublicPartner]:
    """Return the partners whose agreement held in a while."""
    return [
        PublicPartner(row[0], PartnerKind(row[1]), row[2], row[3])
        for row in reader.rows(_PARTNERS, (first.isoformat(), last.isoformat()))
    ]


def came(reader: Reader, first: date, last: date) -> list[PublicSupport]:
    """Return what came in a while, the first first."""
    rows = reader.rows(f"{_CAME} ORDER BY 5, s.id", (first.isoformat(), last.isoformat()))
    return [_support(tuple(row)) for row in rows]


def to_come(reader: Reader, day: date) -> list[PublicSupport]:
    """Return what was promised and had not come on a day, the first due first."""
    rows = reader.rows(f"{_TO_COME} ORDER BY 5 IS NULL, 5, s.id", (day.isoformat(),))
    return [_support(tuple(row)) for row in rows]


def _support(row: tuple[object, ...]) -> PublicSupport:
    found = PublicSupport(*row)  # type: ignore[arg-type]
    return found._replace(
        kind=SupportKind(found.kind),
        in_purse=bool(found.in_purse),
        kept_back=bool(found.kept_back),
    )
