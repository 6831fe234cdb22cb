"""The agenda of a meeting as it is kept: items, what was said, changes after opening."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from jinlin.core.clock import kept_day
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.store.transaction.tx import Reader


class AgendaItem(NamedTuple):
    """One item of an agenda, with what was said about it.

    Attributes:
        note: what was said, where nobody wrote down who said it.
        internal: it stands on no paper that leaves the house.
        branch_first: the branch deliberates it before this meeting does (党支部先议).
        settled: nothing of it is left for the next meeting.
        source_kind: where it comes from, such as `issue`; None of what was written by hand.
        source_ref: the number there: `2026-0007`, `A5`, `M12-1`, `M12/3`.
        source_text: why it is here.
        for_item_id: the item of another meeting that is deliberated here beforehand.
        view: what the meeting held of it, for the summary (会议认为).
        announced_on: when everybody was told that it would be decided; None when nobody was.
    """

    id: int
    position: int
    title: str
    note: str | None
    internal: bool = False
    branch_first: bool = False
    settled: bool = False
    source_kind: str | None = None
    source_ref: str | None = None
    source_text: str | None = None
    for_item_id: int | None = None
    view: str | None = None
    announced_on: date | None = None


class Statement(NamedTuple):
    """What a speaker said, in short.

    Attributes:
        number: hers within the meeting, for correcting it.
        item: the position of the item it belongs to; None where it belongs to none.
        dissent: she was of another opinion.
    """

    number: int
    item: int | None
    speaker: str
    text: str
    dissent: bool


class AgendaChange(Word):
    """What was changed on an agenda after the meeting was opened."""

    ADDED = "added", N_("added")
    EDITED = "edited", N_("changed")
    REMOVED = "removed", N_("taken off")


class AgendaChangeRow(NamedTuple):
    """One change of an agenda after the meeting was opened.

    Attributes:
        at: when, in civil time.
        item: the item's number.
        title: what it is called now.
        before: what it was called before; None where it is new.
        reason: why.
        item_id: the item's row.
    """

    at: datetime
    kind: AgendaChange
    item: int
    title: str
    before: str | None
    reason: str
    item_id: int = 0


def item_label(meeting: int, position: int) -> str:
    """Return how we write an item of a meeting's agenda: `M12/3`."""
    return f"M{meeting}/{position}"


def items(reader: Reader, meeting_id: int) -> tuple[AgendaItem, ...]:
    """Return the agenda of a meeting in its order."""
    rows = reader.rows(
        "SELECT * FROM agenda_item WHERE meeting_id = ? AND removed_at IS NULL"
        " ORDER BY position, id",
        (meeting_id,),
    )
    return tuple(map(_item, rows))


def item_row(reader: Reader, row_id: int) -> AgendaItem:
    """Return an item as it stands, by the id of its row."""
    [row] = reader.rows("SELECT * FROM agenda_item WHERE id = ?", (row_id,))
    return _item(row)


def _item(row: sqlite3.Row) -> AgendaItem:
    return AgendaItem(
        id=row["id"],
        position=row["position"],
        title=row["title"],
        note=row["note"],
        internal=bool(row["internal"]),
        branch_first=bool(row["branch_first"]),
        settled=bool(row["settled"]),
        source_kind=row["source_kind"],
        source_ref=row["source_ref"],
        source_text=row["source_text"],
        for_item_id=row["for_item_id"],
        view=row["view"],
        announced_on=kept_day(row["announced_on"]),
    )


def statements(reader: Reader, meeting_id: int) -> tuple[Statement, ...]:
    """Return what was said at a meeting by whom, in the order it was written down."""
    return tuple(
        Statement(row["number"], row["item"], row["speaker"], row["text"], bool(row["dissent"]))
        for row in reader.rows(
            "SELECT s.number, i.position AS item, s.speaker, s.text, s.dissent"
            " FROM statement AS s LEFT JOIN agenda_item AS i ON i.id = s.item_id"
            " AND i.removed_at IS NULL WHERE s.meeting_id = ? AND s.removed_at IS NULL"
            " ORDER BY s.number",
            (meeting_id,),
        )
    )


def changes(reader: Reader, meeting_id: int) -> tuple[AgendaChangeRow, ...]:
    """Return what was changed on an agenda after the meeting was opened, the first change first."""
    return tuple(
        AgendaChangeRow(
            at=reader.clock.local(row["at"]),
            kind=AgendaChange(row["kind"]),
            item=row["position"],
            title=row["title"],
            before=row["before"],
            reason=row["reason"],
            item_id=row["item_id"],
        )
        for row in reader.rows(
            "SELECT c.*, i.position, i.title FROM agenda_change AS c"
            " JOIN agenda_item AS i ON i.id = c.item_id WHERE c.meeting_id = ? ORDER BY c.id",
            (meeting_id,),
        )
    )


class SourceKind(StrEnum):
    """Where this room draws items from; a higher room names kinds of its own."""

    ISSUE = "issue"
    ACTION = "action"
    RESOLUTION = "resolution"
    ITEM = "item"
    LETTER = "opinion"
