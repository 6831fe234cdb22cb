"""Everybody was told of a meeting, and of what it will decide, on a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.agenda import AgendaChange, AgendaItem, items
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.store.transaction.tx import Tx


def announce(
    tx: Tx, number: int, *, on: date, positions: Sequence[int] = ()
) -> tuple[MeetingRow, list[AgendaItem]]:
    """Record that everybody was told; of every item not announced yet, unless some are named.

    Returns:
        The meeting, and the items that were announced now.

    Raises:
        NotFoundError: there is no such meeting or item.
        RuleError: its minutes are confirmed, the day is after the meeting or to come, an item was
            added after the meeting was opened, or there is nothing to announce.
    """
    meeting = meeting_to_change(tx, number)
    if on > min(meeting.held_at.date(), tx.clock.today):
        raise RuleError(
            _("Nobody can have been told on {day}.").format(day=on.isoformat()),
            hint=_("Give the day on which it was announced, before the meeting and not to come."),
        )
    told = _told(tx, meeting, positions)
    if not told:
        raise RuleError(
            _("There is nothing to announce at {number}: no item that was not announced.").format(
                number=meeting.label
            ),
            hint=_("Another day for one of them: --item N --date DATE"),
        )
    for item in told:
        tx.update("agenda_item", item.id, announced_on=on.isoformat())
    if not positions:
        tx.update("meeting", meeting.id, notified_on=on.isoformat())
    words: dict[str, Value] = {
        "number": meeting.label,
        "count": len(told),
        "day": on.isoformat(),
    }
    tx.describe(
        Message(N_("Announced {count} items of meeting {number} on {day}"), words),
        reverse=Message(N_("take back the announcement of {count} items of {number}"), words),
        subject=meeting.label,
    )
    return meeting, [item._replace(announced_on=on) for item in told]


def _told(tx: Tx, meeting: MeetingRow, positions: Sequence[int]) -> list[AgendaItem]:
    """Return the items that are meant: those that are named, else all not announced yet."""
    late = _added_after_opening(tx, meeting)
    if positions:
        return [_told_beforehand(find_item(tx, meeting, at), meeting, late) for at in positions]
    agenda = items(tx, meeting.id)
    return [one for one in agenda if one.announced_on is None and one.id not in late]


def _added_after_opening(tx: Tx, meeting: MeetingRow) -> set[int]:
    return {
        row[0]
        for row in tx.rows(
            "SELECT item_id FROM agenda_change WHERE meeting_id = ? AND kind = ?",
            (meeting.id, AgendaChange.ADDED),
        )
    }


def _told_beforehand(item: AgendaItem, meeting: MeetingRow, late: Collection[int]) -> AgendaItem:
    """Return an item that can have been announced.

    Raises:
        RuleError: it was added after the meeting was opened.
    """
    if item.id in late:
        raise RuleError(
            _(
                "Item {item} of {number} was added after the meeting was opened; it cannot have"
                " been announced before."
            ).format(item=item.position, number=meeting.label),
            hint=_("Announce it for the next meeting; nothing unannounced is voted on."),
        )
    return item


def days_missing(tx: Tx, meeting: MeetingRow, on: date) -> int:
    """Return how many days of notice are missing for the votes of a meeting; 0 where none."""
    known = type_on(tx, meeting.type, meeting.held_at.date())
    return max(0, known.notice_days - (meeting.held_at.date() - on).days)
