"""What the owners decided about works: the last vote of theirs on an item that is about them."""

from __future__ import annotations

from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.queries import vote_row
from jinlin.project.record.projects import KIND, CommunityProject
from jinlin.store.transaction.tx import Reader


def owners_decision(reader: Reader, project: CommunityProject) -> VoteRow | None:
    """Return the vote, carried or not; None where none was taken, or they decide nothing."""
    if project.matter is None:
        return None
    found = reader.row(
        "SELECT v.id, v.meeting_id FROM vote AS v JOIN agenda_item AS i ON i.id = v.item_id"
        " WHERE i.source_kind = ? AND i.source_ref = ? AND i.removed_at IS NULL"
        " AND v.kind = 'owners' AND NOT v.superseded AND v.removed_at IS NULL"
        " ORDER BY v.taken_at DESC, v.id DESC LIMIT 1",
        (KIND, project.label),
    )
    return None if found is None else vote_row(reader, found["meeting_id"], found["id"])
