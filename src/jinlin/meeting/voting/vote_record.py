"""Writing a vote down: its numbers and its rule, frozen, and the sentence of the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.i18n import N_, Message, Value
from jinlin.meeting.record.opening import freeze
from jinlin.meeting.record.write_back import pin
from jinlin.meeting.rules.vote_count import Papers, VoteCounts, VoteOutcome, VotingRoom
from jinlin.meeting.rules.vote_rules import BallotKind, VoteRule
from jinlin.meeting.rules.votes import Method, VoteRow
from jinlin.meeting.voting.queries import vote_row
from jinlin.meeting.voting.vote_place import VotePlace
from jinlin.store.transaction.tx import Tx


class Counted(NamedTuple):
    """A vote that was counted, ready to be kept.

    Attributes:
        kind: what was voted on.
        method: how.
        rule: by which rule it was counted.
        room: who had a vote.
        counts: what was counted.
        result: what it comes to.
        papers: the boxes of paper ballots.
        seats: how many were to be elected; None unless it is an election.
        ballots: how many were handed out and came back, where that is not the sum of the boxes.
    """

    kind: BallotKind
    method: Method
    rule: VoteRule
    room: VotingRoom
    counts: VoteCounts
    result: VoteOutcome
    papers: Sequence[Papers] = ()
    seats: int | None = None
    ballots: tuple[int, int] | None = None

    @property
    def went_and_came(self) -> tuple[int | None, int | None]:
        """How many paper ballots were handed out and came back; None where there were none."""
        if not self.papers:
            return None, None
        return self.ballots or (
            sum(box.handed_out for box in self.papers),
            sum(box.collected for box in self.papers),
        )


def keep_vote(tx: Tx, place: VotePlace, counted: Counted, *, reason: str | None) -> int:
    """Write one revision of a vote; the one before it, if any, is superseded.

    Args:
        tx: the transaction.
        place: where it belongs.
        counted: its numbers and its rule.
        reason: why it corrects the one before.

    Returns:
        The row's id.
    """
    rule, result, papers = counted.rule, counted.result, counted.papers
    before, meeting = place.before, place.meeting
    handed_out, collected = counted.went_and_came
    freeze(tx, meeting)
    if before is not None:
        tx.update("vote", before.id, superseded=1)
        number, revision = before.number, before.revision + 1
    else:
        number, revision = tx.next_number(f"vote {meeting.label}"), 1
    vote_id = tx.insert(
        "vote",
        meeting_id=meeting.id,
        item_id=place.item.id,
        number=number,
        revision=revision,
        reason=reason,
        subject=place.subject,
        kind=counted.kind.value,
        method=counted.method.value,
        taken_at=place.at or min(meeting.begins, tx.clock.stamp),
        quorum=rule.quorum.code if rule.quorum else None,
        passing=rule.passing.code,
        base=rule.base.value,
        source=rule.source,
        confidence=rule.confidence.value,
        recused_out=int(rule.recused_out),
        **counted.room._asdict(),
        quorum_needed=result.quorum.needed,
        base_count=result.base,
        needed=result.needed,
        **counted.counts._asdict(),
        handed_out=handed_out,
        collected=collected,
        seats=counted.seats,
        passed=int(result.passed),
        recorded_at=tx.clock.stamp,
    )
    tx.insert_many(
        "vote_batch",
        ("vote_id", "position", "label", "handed_out", "collected", "in_favour", "against",
         "abstained", "invalid"),
        [
            (vote_id, position, box.label, box.handed_out, box.collected, *box.counts[:4])
            for position, box in enumerate(papers, start=1)
        ],
    )  # fmt: skip
    return vote_id


def described(tx: Tx, place: VotePlace, vote_id: int) -> VoteRow:
    """Write the sentence of the history, and return the vote as it stands now."""
    row = vote_row(tx, place.meeting.id, vote_id)
    words: dict[str, Value] = {"vote": row.label, "item": row.item}
    if place.before is None:
        pin(tx, place.item, row.number)
        tx.describe(
            Message(N_("Recorded vote {vote} on item {item}"), words),
            reverse=Message(N_("take back vote {vote} on item {item}"), words),
            subject=row.label,
        )
    else:
        tx.describe(
            Message(N_("Corrected vote {vote} on item {item}"), words),
            reverse=Message(N_("take back the correction of vote {vote}"), words),
            subject=row.label,
        )
    return row
