"""The marks on entries of the purses: on which day and where each was disclosed."""

from __future__ import annotations

from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.fund_queries import EntryRow, Filter, entries
from jinlin.store.tx import Tx


def disclose(tx: Tx, wanted: Filter, *, place: str, on: date | None = None) -> list[EntryRow]:
    """Mark the entries of a period that were not disclosed yet as disclosed.

    Args:
        tx: the transaction.
        wanted: period, and purse if only one.
        place: where the page is put up.
        on: since when; None for today.

    Returns:
        The entries that were marked.

    Raises:
        RuleError: there is nothing to mark.
    """
    from jinlin.member.tables import FundEntry

    found = entries(tx, wanted._replace(undisclosed=True), oldest_first=True)
    if not found:
        raise RuleError(
            _("Nothing from {start} to {stop} is still to be disclosed.").format(
                start=wanted.start, stop=wanted.stop
            ),
            hint=_(
                "The page of these days: jinlin branch fund page --from {start} --to {stop}"
            ).format(start=wanted.start, stop=wanted.stop),
        )
    for entry in found:
        row = tx.session.get_one(FundEntry, entry.id)
        row.disclosed_on = (on or tx.clock.today).isoformat()
        row.disclosed_at_place = place
        tx.session.add(row)
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


def undisclose(tx: Tx, wanted: Filter, *, place: str, on: date) -> int:
    """Take the marks back that one page made: it no longer hangs.

    Args:
        tx: the transaction.
        wanted: period and purse.
        place: where the page was put up.
        on: the day it was.

    Returns:
        How many entries are no longer disclosed.
    """
    from jinlin.member.tables import FundEntry

    marked = (on.isoformat(), place)
    found = [e for e in entries(tx, wanted) if (e.disclosed_on, e.disclosed_at_place) == marked]
    for entry in found:
        row = tx.session.get_one(FundEntry, entry.id)
        row.disclosed_on = row.disclosed_at_place = None
        tx.session.add(row)
    return len(found)
