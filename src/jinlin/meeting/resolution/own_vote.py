"""Which vote a resolution stands on: its own, never merely the last one on its item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.meeting.record.agenda import AgendaItem, item_row
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.owners_matters import matter_in
from jinlin.meeting.rules.votes import VoteRow, carried
from jinlin.meeting.voting.queries import find_vote, votes_of
from jinlin.store.transaction.tx import Reader

_NO_VOTE: Final = frozenset({"none", "无", "没有", "0"})
"""Words for a resolution that no vote on its item decided."""


def vote_of_new(
    reader: Reader,
    meeting: MeetingRow,
    item: AgendaItem | None,
    said: str | None,
    *,
    settled: str | None,
) -> int | None:
    """Return the number of the vote a resolution stands on.

    Args:
        reader: the database.
        meeting: whose resolution it is.
        item: the item it belongs to.
        said: which vote, in words: `V2`, or `none`; None takes the one vote on its item that no
            resolution stands on yet.
        settled: how it was settled, in words, where no vote is named.

    Returns:
        0 where it stands on none; None where no vote was taken on its item yet.

    Raises:
        NotFoundError: the meeting has no such vote.
        RuleError: owners decide there, and no vote of theirs is named or found; or its item was
            put to the vote and lost, it stands on no vote, and nothing says how it was settled.
        UsageError: that is no number of a vote, it is on another item, or it is one of several.
    """
    number = _said(reader, meeting, item, said) if said else _found(reader, meeting, item)
    if not number:
        votes = _votes_on(reader, meeting, item)
        owners = meeting.type == "owners_assembly"
        if votes and not any(map(carried, votes)) and (owners or not settled):
            raise _lost(meeting, votes, owners=owners)
        if owners:
            raise no_owners_vote(meeting, item, votes)
    return number


def item_voted_on(reader: Reader, meeting: MeetingRow, vote: int) -> AgendaItem:
    """Return the item on which a meeting took the vote of this number."""
    item_id = reader.value(
        "SELECT item_id FROM vote WHERE meeting_id = ? AND number = ?"
        " AND removed_at IS NULL AND NOT superseded",
        (meeting.id, vote),
    )
    return item_row(reader, item_id)


def _votes_on(reader: Reader, meeting: MeetingRow, item: AgendaItem | None) -> list[VoteRow]:
    if item is None:
        return []
    return [vote for vote in votes_of(reader, meeting.id) if vote.item == item.position]


def _lost(meeting: MeetingRow, votes: Sequence[VoteRow], *, owners: bool) -> RuleError:
    """Return that what was put to the vote and lost is not agreed without a vote."""
    item = votes[0].item
    said = _("Item {item} was put to the vote and not carried: {votes}.").format(
        item=item, votes=_(", ").join(map(_called, votes))
    )
    if owners:
        hint = _("It is no decision of the owners. See: jinlin meeting votes {number} V{vote}")
        return RuleError(said, hint=hint.format(number=meeting.label, vote=votes[-1].number))
    return RuleError(
        said,
        hint=_(
            "Vote again: jinlin meeting vote {number} {item}. What is to be kept without a"
            " vote says how it was settled (--vote none --result TEXT); it is published as no"
            " decision."
        ).format(number=meeting.label, item=item),
    )


def no_owners_vote(
    meeting: MeetingRow, item: AgendaItem | None = None, votes: Sequence[VoteRow] = ()
) -> RuleError:
    """Return that owners decide by their own vote alone (民法典 278)."""
    said = _("What the owners' assembly decides is voted by the owners, by heads and area.")
    if votes:
        hint = _("Say by which vote: --vote V{number}").format(number=votes[-1].number)
        return RuleError(said, hint=hint)
    matter = matter_in(item.title) if item else None
    return RuleError(
        said,
        hint=_(
            "Record their ballots first: jinlin meeting ballot {number} {item} FILE --matter"
            " {matter}; then resolve it with --item {item}."
        ).format(
            number=meeting.label,
            item=item.position if item else 1,
            matter=matter.word if matter else _("MATTER (see: jinlin meeting matters)"),
        ),
    )


def _said(reader: Reader, meeting: MeetingRow, item: AgendaItem | None, said: str) -> int:
    if said.strip().lower() in _NO_VOTE:
        return 0
    vote = find_vote(reader, meeting, said)
    if item is not None and vote.item != item.position:
        raise UsageError(
            _("{vote} was on item {item}, not on item {other}.").format(
                vote=vote.label, item=vote.item, other=item.position
            ),
            hint=_("Leave --item out, or name the vote on it: --vote V1"),
        )
    return vote.number


def _found(reader: Reader, meeting: MeetingRow, item: AgendaItem | None) -> int | None:
    if item is None:
        return None
    votes = _votes_on(reader, meeting, item)
    taken = {
        row["vote"]
        for row in reader.rows(
            "SELECT vote FROM resolution WHERE meeting_id = ? AND removed_at IS NULL",
            (meeting.id,),
        )
    }
    free = [vote for vote in votes if vote.number not in taken]
    if len(free) > 1:
        raise UsageError(
            _("Item {item} was voted on {count} times: {votes}.").format(
                item=item.position, count=len(votes), votes=_(", ").join(map(_called, votes))
            ),
            hint=(
                _("Say by which vote: --vote V{number}; by none of them: --vote none")
                if any(map(carried, votes))
                else _("Say by which vote: --vote V{number}")
            ).format(number=free[-1].number),
        )
    if free:
        return free[0].number
    return 0 if votes else None


def _called(vote: VoteRow) -> str:
    said = _("carried") if carried(vote) else _("not carried")
    return _("{title} ({remarks})").format(title=f"{vote.label} {vote.subject}", remarks=said)
