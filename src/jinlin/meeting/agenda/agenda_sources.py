"""Items of an agenda that come from elsewhere: put on it, said anew, dropped once settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.meeting.agenda.agenda_items import is_used, next_position, renumber
from jinlin.meeting.record.agenda import SourceKind, items
from jinlin.meeting.record.queries import MeetingRow
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Tx


class SourceItem(NamedTuple):
    """Something to be put on an agenda.

    Attributes:
        kind: where it comes from; a word that stays.
        reference: its number there; with the kind it stands on an agenda once.
        text: what the item is about; it names no resident.
        why: why it is to be talked about, in the user's language.
    """

    kind: str
    reference: str
    text: str
    why: str = ""


class AddedItems(NamedTuple):
    """What was put on an agenda.

    Attributes:
        positions: the numbers of the new items.
        left_off: the numbers of what was taken off by hand before, and stays off.
        references: the numbers, where they come from, of what was put on.
    """

    positions: tuple[int, ...]
    left_off: tuple[str, ...]
    references: tuple[str, ...] = ()


class Restated(NamedTuple):
    """What building an agenda again changed of what was on it.

    Attributes:
        dropped: the numbers of what is settled, and was taken off.
        changed: how many items say anew why they are there.
    """

    dropped: tuple[str, ...] = ()
    changed: int = 0


def add_agenda_source(
    tx: Tx, meeting: MeetingRow, drawn: Iterable[SourceItem], *, again: bool = False
) -> AddedItems:
    """Put on an agenda what is not on it yet; items that are there keep what was edited by hand.

    A room above this one calls it with items of its own, before or after the agenda was built. The
    caller has made sure that the meeting may be changed and is not open, and writes the sentence
    for the history.

    Args:
        tx: the transaction.
        meeting: whose agenda it is.
        drawn: what is to be on it, in its order.
        again: also what was taken off by hand before.
    """
    on, off = set[tuple[str, str]](), set[tuple[str, str]]()
    for row in tx.rows(
        "SELECT source_kind, source_ref, removed_at IS NULL AS stands FROM agenda_item"
        " WHERE meeting_id = ? AND source_kind IS NOT NULL AND NOT dropped",
        (meeting.id,),
    ):
        (on if row["stands"] else off).add((row["source_kind"], row["source_ref"]))
    new, left_off = [], []
    for item in drawn:
        key = (str(item.kind), item.reference)
        if key in on:
            continue
        if key in off and not again:
            left_off.append(item.reference)
            continue
        on.add(key)
        new.append(item)
    first = next_position(tx, meeting)
    tx.insert_many(
        "agenda_item",
        ("meeting_id", "position", "title", "source_kind", "source_ref", "source_text"),
        [
            (meeting.id, position, item.text, item.kind, item.reference, item.why or None)
            for position, item in enumerate(new, start=first)
        ],
    )
    return AddedItems(
        tuple(range(first, first + len(new))), tuple(left_off), tuple(one.reference for one in new)
    )


def restate(tx: Tx, meeting: MeetingRow, drawn: Sequence[SourceItem]) -> Restated:
    """Say anew why each item is on an agenda, and take off what there is no reason for any more.

    What was settled meanwhile is taken off, unless something was said or noted under it: that stays
    and says so. What was tied to an issue by hand goes only once that is closed. The caller has
    made sure that the meeting may be changed and is not open, and writes the sentence for the
    history.

    Args:
        tx: the transaction.
        meeting: whose agenda it is.
        drawn: what is to be on it today.
    """
    why = {(str(item.kind), item.reference): item.why for item in drawn}
    closed = _closed_issues(tx, meeting)
    dropped: list[str] = []
    changed = 0
    drawn_from = {
        *SourceKind,
        *(room.SOURCE for room in contributed("to_deliberate")),
        *(source for room in contributed("to_partners") for source in room.SOURCES),
    }
    for item in items(tx, meeting.id):
        if item.source_kind not in drawn_from or item.source_ref is None:
            continue
        if item.source_text is None and item.source_ref not in closed:
            continue
        key = (str(item.source_kind), item.source_ref)
        if key not in why and not (item.note or item.view or is_used(tx, item)):
            tx.update("agenda_item", item.id, removed_at=tx.clock.stamp, dropped=1)
            dropped.append(item.source_ref)
            continue
        said = why.get(key, _("no longer waiting: settled or in time since")) or None
        if said != item.source_text:
            tx.update("agenda_item", item.id, source_text=said)
            changed += 1
    if dropped:
        renumber(tx, [one.id for one in items(tx, meeting.id)])
    return Restated(tuple(dropped), changed)


def _closed_issues(tx: Tx, meeting: MeetingRow) -> set[str]:
    """Return the numbers of the issues on an agenda that are closed, or taken out."""
    rows = tx.rows(
        "SELECT i.source_ref FROM agenda_item AS i JOIN issue AS s"
        " ON printf('%04d-%04d', s.year, s.number) = i.source_ref"
        " WHERE i.meeting_id = ? AND i.source_kind = ? AND i.removed_at IS NULL"
        " AND (s.closed_at IS NOT NULL OR s.removed_at IS NOT NULL)",
        (meeting.id, SourceKind.ISSUE),
    )
    return {row["source_ref"] for row in rows}
