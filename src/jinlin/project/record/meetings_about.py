"""The meetings that have works on their agenda: whether they were held, and what they resolved."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.held import HELD
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.meeting.rules.meetings import meeting_label, resolution_label
from jinlin.project.record.projects import KIND, CommunityProject
from jinlin.project.rules.facts import Talk, TalkState
from jinlin.store.transaction.tx import Reader

_ABOUT: Final = """
    FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id{joined}
    WHERE ((i.source_kind = ?1 AND i.source_ref = ?2) OR i.for_item_id IN
           (SELECT id FROM agenda_item WHERE source_kind = ?1 AND source_ref = ?2))
      AND i.removed_at IS NULL AND m.removed_at IS NULL"""
_MEETINGS: Final = f"""
    SELECT m.number, m.type, m.held_at, m.held_at > ?3 AS ahead, {HELD} AS held
    {_ABOUT.format(joined="")} GROUP BY m.id ORDER BY m.held_at, m.id"""
_RESOLVED: Final = f"""
    SELECT m.number AS meeting, r.number, r.text
    {_ABOUT.format(joined=" JOIN resolution AS r ON r.item_id = i.id")}
      AND r.removed_at IS NULL AND {DECIDED} ORDER BY r.id"""


class MeetingAbout(NamedTuple):
    """A meeting that has works on its agenda.

    Attributes:
        number: its number; people read it as `M12`.
        type: its kind, by the stored word.
        talk: whether it was held, and when.
    """

    number: int
    type: str
    talk: Talk

    @property
    def name(self) -> str:
        """Return what kind of meeting it is, in the user's language."""
        return meeting_types()[self.type].name


def meetings_about(reader: Reader, project: CommunityProject) -> list[MeetingAbout]:
    """Return the meetings that have works on their agenda, the first one first."""
    rows = reader.rows(_MEETINGS, (KIND, project.label, reader.clock.stamp))
    return [MeetingAbout(row["number"], row["type"], _talk(reader, row)) for row in rows]


def _talk(reader: Reader, row: sqlite3.Row) -> Talk:
    day = reader.clock.local(row["held_at"]).date().isoformat()
    return Talk(_state(row), meeting_label(row["number"]), day)


def _state(row: sqlite3.Row) -> TalkState:
    if row["ahead"]:
        return TalkState.AHEAD
    return TalkState.HELD if row["held"] else TalkState.NOBODY


def talk_of(meetings: Sequence[MeetingAbout], types: Collection[str]) -> Talk:
    """Return the meeting of some kinds that talked about works.

    One that was held comes first, then one to which nobody came, then one ahead; the latest of
    them.
    """
    found = [one.talk for one in meetings if one.type in types]
    return max(found, key=lambda one: (_NEARER.index(one.state), one.day), default=Talk())


_NEARER: Final = (TalkState.AHEAD, TalkState.NOBODY, TalkState.HELD)


def resolved_about(reader: Reader, project: CommunityProject) -> dict[int, list[str]]:
    """Return by the number of a meeting what it resolved about works, each with its number."""
    found: dict[int, list[str]] = {}
    for row in reader.rows(_RESOLVED, (KIND, project.label)):
        said = f"{resolution_label(row['meeting'], row['number'])} {row['text']}"
        found.setdefault(row["meeting"], []).append(said)
    return found
