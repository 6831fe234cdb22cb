"""党支部先议: what the branch deliberates before the owners' bodies do, and whether it has.

An opinion beforehand, never a decision in their place: nothing here refuses an owners' vote.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.meeting.record.agenda import AgendaItem, item_label
from jinlin.meeting.record.first_matters import marks_first
from jinlin.meeting.record.held import HELD
from jinlin.meeting.rules.kinds import DELIBERATING, meeting_types
from jinlin.meeting.rules.meetings import meeting_label, resolution_label
from jinlin.meeting.rules.owners_matters import OwnersMatter, matters
from jinlin.store.transaction.tx import Reader


def first_matters() -> tuple[OwnersMatter, ...]:
    """Return what a branch deliberates first by the law, in its order."""
    return tuple(matter for matter in matters().values() if matter.words)


def is_first(reader: Reader, type_code: str, title: str) -> bool:
    """Return whether the branch deliberates an item of a meeting first.

    Args:
        reader: the database.
        type_code: the kind of meeting whose item it is.
        title: what the item is about.
    """
    known = meeting_types().get(type_code)
    return known is not None and known.branch_first and marks_first(reader, title)


class Progress(StrEnum):
    """How far the branch is with what it deliberates first."""

    NOT_YET = "not_yet"
    PLANNED = "planned"
    DONE = "done"


class First(NamedTuple):
    """Whether the branch has deliberated an item.

    Attributes:
        progress: how far it is.
        meeting: the branch's meeting, as people read its number; None where there is none.
        day: when that meeting is or was, as ISO text.
        item: the position of its item.
        resolution: the number of what it resolved under that item.
    """

    progress: Progress
    meeting: str | None = None
    day: str | None = None
    item: int | None = None
    resolution: str | None = None


def deliberated(
    reader: Reader, agenda: Iterable[AgendaItem], *, until: str | None = None
) -> dict[int, First]:
    """Return by item id whether the branch has deliberated what it is to deliberate first.

    A branch meeting refers to an item by `--for`, or by having the same source, such as the same
    issue, on its agenda, or by a resolution linked to that issue. It is done once that meeting was
    held: opened, ended, resolved upon, or with somebody present.

    Args:
        reader: the database.
        agenda: the items.
        until: what the branch did by this moment, as the database keeps it; None for by now.
    """
    return _deliberated(reader, [item.id for item in agenda if item.branch_first], until)


def _deliberated(reader: Reader, wanted: Iterable[int], until: str | None) -> dict[int, First]:
    found = dict.fromkeys(wanted, First(Progress.NOT_YET))
    for row in reader.rows(_REFERRING, (reader.clock.stamp, json.dumps([*found]), until)):
        number, resolution = row["number"], row["resolution"]
        found[row["wanted"]] = First(
            progress=Progress.DONE if row["held"] else Progress.PLANNED,
            meeting=meeting_label(number),
            day=reader.clock.local(row["held_at"]).date().isoformat(),
            item=row["position"],
            resolution=resolution_label(number, resolution) if resolution else None,
        )
    return found


_PAIRED: Final = f"""agenda_item AS b
    JOIN agenda_item AS i ON i.for_item_id = b.id
         OR (i.source_kind = b.source_kind AND i.source_ref = b.source_ref)
         OR (b.source_kind = 'issue' AND i.id IN (
             SELECT r.item_id FROM resolution AS r
             JOIN resolution_issue AS l ON l.resolution_id = r.id
             JOIN issue AS s ON s.id = l.issue_id
             WHERE r.removed_at IS NULL AND printf('%04d-%04d', s.year, s.number) = b.source_ref))
    JOIN meeting AS m ON m.id = i.meeting_id
    WHERE m.type IN ({", ".join(repr(kind) for kind in DELIBERATING)})
      AND m.removed_at IS NULL AND i.removed_at IS NULL AND i.id <> b.id"""  # noqa: S608  (our own words)
"""Items `b` with the items `i` of meetings `m` of the branch that refer to them."""
DELIBERATED: Final = (
    f"SELECT count(DISTINCT i.id) FROM {_PAIRED} AND b.branch_first AND b.removed_at IS NULL"  # noqa: S608  (our own words)
    f" AND {HELD} AND m.held_at >= ?1 AND m.held_at < ?2"
)
"""By how many items of its meetings the branch deliberated first from one moment to another."""
_REFERRING: Final = f"""
    SELECT b.id AS wanted, m.number, m.held_at, i.position,
           (SELECT min(r.number) FROM resolution AS r WHERE r.item_id = i.id
            AND r.removed_at IS NULL) AS resolution,
           m.held_at <= ?1 AND {HELD} AS held
    FROM {_PAIRED}
      AND b.id IN (SELECT value FROM json_each(?2)) AND (?3 IS NULL OR m.held_at <= ?3)
    ORDER BY held, m.held_at, m.id"""  # noqa: S608  (our own words)
"""The branch meetings that refer to items, what holds last."""


class WaitingItem(NamedTuple):
    """An item of a meeting ahead that the branch is to deliberate first.

    Attributes:
        label: as people write it: `M12/3`.
        title: what it is about.
        day: when that meeting is, as ISO text.
    """

    label: str
    title: str
    day: str


def waiting_for_branch(reader: Reader) -> list[WaitingItem]:
    """Return what meetings ahead ask of the branch and no branch meeting has yet, soonest first."""
    ahead = {
        row["id"]: WaitingItem(
            item_label(row["meeting"], row["position"]),
            row["title"],
            reader.clock.local(row["held_at"]).date().isoformat(),
        )
        for row in reader.rows(
            "SELECT i.id, i.position, i.title, m.number AS meeting, m.held_at"
            " FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id"
            " WHERE i.branch_first AND i.removed_at IS NULL AND m.removed_at IS NULL"
            " AND m.held_at > ? ORDER BY m.held_at, m.number, i.position",
            (reader.clock.stamp,),
        )
    }
    found = _deliberated(reader, ahead, None)
    return [ahead[item] for item, first in found.items() if first.progress is Progress.NOT_YET]


def first_words(first: First) -> str:
    """Return in one sentence how far the branch is with an item; it decides nothing for owners."""
    if first.progress is Progress.NOT_YET:
        return _("the branch has not deliberated it yet")
    if first.progress is Progress.PLANNED:
        return _("on the agenda of branch meeting {meeting}, {day}").format(
            meeting=first.meeting, day=first.day
        )
    if first.resolution:
        return _("deliberated by the branch: {resolution}, {day}").format(
            resolution=first.resolution, day=first.day
        )
    return _("deliberated by the branch: {meeting}, {day}").format(
        meeting=first.meeting, day=first.day
    )
