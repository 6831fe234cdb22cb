"""What is usual of a kind of service day here: its place, its services, since when unbroken."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.i18n import N_, Message, Value
from jinlin.meeting.record.queries import OF_TYPE
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.frequency import Frequency
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.services import Unbroken, missed, unbroken
from jinlin.meeting.service.days import WAS_HELD, service_days
from jinlin.store.transaction.tx import Reader, Tx


class UsualService(NamedTuple):
    """What is usual of a kind of service day.

    Attributes:
        place: where it is held.
        items: what is offered.
        unbroken_since: since which month the branch says it was never missed, `2022-09`.
    """

    place: str | None = None
    items: tuple[str, ...] = ()
    unbroken_since: str | None = None


class ServiceKeeping(NamedTuple):
    """How a kind of service day was kept.

    Attributes:
        held: how often it was held.
        kept: how many periods in a row up to the last of them; None where none are to be kept.
        missed: the first days of the periods that went by without one.
        due: how often it is due; None where it is held as needed.
    """

    held: int
    kept: Unbroken | None
    missed: tuple[date, ...]
    due: Frequency | None


def usual(reader: Reader, code: str) -> UsualService:
    """Return what is usual of a kind."""
    row = reader.row("SELECT * FROM service_kind WHERE type = ?", (code,))
    if row is None:
        return UsualService()
    items = tuple(row["items"].split("、")) if row["items"] else ()
    return UsualService(row["place"], items, row["unbroken_since"])


def set_usual(tx: Tx, code: str, changes: dict[str, str | None]) -> UsualService:
    """Keep what is usual of a kind from now on.

    Args:
        tx: the transaction.
        code: the kind.
        changes: columns of `service_kind`; None clears one.
    """
    known = tx.value("SELECT id FROM service_kind WHERE type = ?", (code,))
    if known is None:
        tx.insert("service_kind", type=code, **changes)
    else:
        tx.update("service_kind", known, **changes)
    words: dict[str, Value] = {"type": type_name(code)}
    tx.describe(
        Message(N_("Changed what is usual of {type}"), words),
        reverse=Message(N_("take back what is usual of {type}"), words),
        subject=code,
    )
    return usual(tx, code)


def keeping(reader: Reader, code: str, *, until: date | None = None) -> ServiceKeeping:
    """Return how a kind was kept up to a day; up to today where none is given."""
    last = until or reader.clock.today
    due = type_on(reader, code, last).due
    of_kind = OF_TYPE([code]) & WAS_HELD
    days = [one.day for one in service_days(reader, of_kind) if one.day <= last]
    if due is None or not days:
        return ServiceKeeping(len(days), None, (), due)
    return ServiceKeeping(
        len(days), unbroken(due, days, max(days)), tuple(missed(due, days, last)), due
    )
