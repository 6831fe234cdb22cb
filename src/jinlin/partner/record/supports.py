"""What partners promised and gave: money paid to somebody or into the purse, or anything else."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.partner.kinds import SupportKind
from jinlin.partner.record.conditions import about_issue, about_project, received
from jinlin.partner.record.partners import Partner
from jinlin.store.transaction.tx import Reader


class Support(NamedTuple):
    """Something a partner promised or gave; fen, days as ISO text.

    Attributes:
        partner: who, by name.
        paid_to: whom the partner paid itself.
        purse_entry: the entry of the purse it came into: `F12`.
        about: what it is for: `2026-0042`, `G1`.
        aim: what that is called.
    """

    id: int
    partner_number: int
    partner: str
    number: int
    kind: SupportKind
    what: str
    amount: int | None
    promised_on: str
    due_on: str | None
    received_on: str | None
    paid_to: str | None
    purse_entry: str | None
    about: str | None
    aim: str | None
    dropped_on: str | None
    dropped_reason: str | None

    @property
    def label(self) -> str:
        """The number people use: `D1-3`."""
        return f"D{self.partner_number}-{self.number}"


_NUMBER: Final = re.compile(r"d(\d{1,9})-(\d{1,9})")
_SUPPORTS: Final = f"""
    SELECT s.id, p.number AS partner_number, p.name AS partner, s.number, s.kind, s.what, s.amount,
           s.promised_on, s.due_on, iif({received()}, s.received_on, NULL) AS received_on,
           s.paid_to, iif({received()}, 'F' || f.number, NULL) AS purse_entry,
           s.about_number AS about,
           coalesce((SELECT i.title FROM issue AS i WHERE {about_issue("s")}),
             (SELECT g.title FROM project AS g WHERE {about_project("s")})) AS aim,
           s.dropped_on, s.dropped_reason
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    LEFT JOIN fund_entry AS f ON f.id = s.fund_entry_id"""  # noqa: S608  (our own words)


def supports(
    reader: Reader,
    *,
    partner: Partner | None = None,
    unused: bool = False,
    with_aim: bool = False,
    limit: int = 0,
) -> tuple[list[Support], int]:
    """Return what partners promised and gave, the latest first, and how much there is in all.

    Args:
        reader: the database.
        partner: only of one.
        unused: only what stands ready: not dropped, and for nothing yet.
        with_aim: only what is for something.
        limit: so many at most; 0 means all.
    """
    where = ["1"]
    if partner is not None:
        where.append(f"s.partner_id = {int(partner.id)}")
    if unused:
        where.append("s.dropped_on IS NULL AND s.about_number IS NULL")
    if with_aim:
        where.append("s.dropped_on IS NULL AND s.about_number IS NOT NULL")
    which = " AND ".join(where)
    rows = reader.rows(
        f"{_SUPPORTS} WHERE {which} ORDER BY s.promised_on DESC, s.id DESC LIMIT ?", (limit or -1,)
    )
    counted = f"SELECT count(*) FROM partner_support AS s WHERE {which}"  # noqa: S608  (our own words)
    return [_support(dict(row)) for row in rows], int(reader.value(counted))


def is_support(text: str) -> bool:
    """Return whether a text is the number of a support: `D1-3`."""
    return _NUMBER.fullmatch(compact(text)) is not None


def find_support(reader: Reader, text: str) -> Support:
    """Return the support of a number: `D1-3`.

    Raises:
        UsageError: it is no such number.
        NotFoundError: there is none of it.
    """
    match = _NUMBER.fullmatch(compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a support.").format(text=text),
            hint=_("Write it like D1-3; see: jinlin partner show D1"),
        )
    row = reader.row(
        f"{_SUPPORTS} WHERE p.number = ? AND s.number = ?", (int(match[1]), int(match[2]))
    )
    if row is None:
        raise NotFoundError(
            _("There is no {number}.").format(number=text), hint=_("See: jinlin partner list")
        )
    return _support(dict(row))


def support_of_id(reader: Reader, support_id: int) -> Support:
    """Return the support of a row."""
    [row] = reader.rows(f"{_SUPPORTS} WHERE s.id = ?", (support_id,))
    return _support(dict(row))


def _support(row: dict[str, object]) -> Support:
    return Support(**{**row, "kind": SupportKind(str(row["kind"]))})  # type: ignore[arg-type]
