"""The marks on entries of the purses: on which day, where and by which paper each was disclosed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.fund.queries import UNDISCLOSED, FundPeriod, PurseEntry, entries
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Tx


def disclose(tx: Tx, wanted: FundPeriod, *, place: str) -> list[PurseEntry]:
    """Mark the entries of a period that were not disclosed yet: the books are put up today.

    Args:
        tx: the transaction.
        wanted: period, and purse if only one.
        place: where the page is put up.

    Returns:
        The entries that were marked.

    Raises:
        RuleError: there is nothing to mark.
    """
    found = entries(tx, wanted.condition & UNDISCLOSED, oldest_first=True)
    if not found:
        raise RuleError(
            _("Nothing from {start} to {stop} is still to be disclosed.").format(
                start=wanted.start, stop=wanted.stop
            ),
            hint=_(
                "The page of these days: jinlin branch fund page --from {start} --to {stop}"
            ).format(start=wanted.start, stop=wanted.stop),
        )
    mark(tx, found, place=place, on=tx.clock.today)
    words: dict[str, Value] = {
        "count": len(found),
        "start": wanted.start or "",
        "stop": wanted.stop or "",
    }
    tx.describe(
        Message(N_("Disclosed the entries from {start} to {stop}: {count}"), words),
        reverse=Message(
            N_("mark the entries from {start} to {stop} as not disclosed: {count}"), words
        ),
    )
    return found


def mark(
    tx: Tx, found: Iterable[PurseEntry], *, place: str, on: date, by: str | None = None
) -> None:
    """Mark entries as disclosed since a day; `by` the number of a notice, None for the books."""
    _write(tx, found, (on.isoformat(), place, by))


def unmark(tx: Tx, by: str) -> list[PurseEntry]:
    """Take back the marks that a notice made, and no others.

    Returns:
        The entries, as they were marked.
    """
    found = entries(tx, Condition("e.disclosed_by = ?", (by,)), oldest_first=True)
    _write(tx, found, (None, None, None))
    return found


def _write(tx: Tx, found: Iterable[PurseEntry], marks: tuple[str | None, ...]) -> None:
    columns = ("disclosed_on", "disclosed_at_place", "disclosed_by")
    tx.update_many("fund_entry", columns, [(*marks, entry.id) for entry in found])
