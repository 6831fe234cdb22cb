"""The votes of a meeting as a table: the figures of each, as they were frozen."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.i18n import _
from jinlin.documents.page import Table
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import VoteRow, elected_words


def vote_table(votes: Sequence[VoteRow]) -> Table:
    """Return the figures of votes: who should attend, who was there, how they voted, the result.

    An election has no votes for and against; its candidates stand below the table, in words.
    """
    return Table(
        headings=(
            _("Vote"), _("Item"), _("Entitled"), _("Present"), _("For"), _("Opposed"),
            _("Abstained"), _("Result of the vote"),
        ),
        rows=tuple(_row(vote) for vote in votes),
        numeric=(False, True, True, True, True, True, True, False),
        widths=(17, 9, 13, 11, 11, 11, 13, 15),
    )  # fmt: skip


def _row(vote: VoteRow) -> tuple[str, ...]:
    counts = vote.counts
    answers = (
        ("—",) * 3
        if vote.kind is BallotKind.ELECTION
        else tuple(map(str, (counts.in_favour, counts.against, counts.abstained)))
    )
    return (
        vote.label,
        str(vote.item),
        str(vote.room.entitled),
        str(vote.room.present),
        *answers,
        _result(vote),
    )


def _result(vote: VoteRow) -> str:
    """Return what a vote came to; an election with a seat left open elected those it did."""
    if vote.seats is not None:
        elected = sum(one.elected for one in vote.candidates)
        return elected_words(elected, vote.seats, people=vote.people)
    return _("carried") if vote.passed else _("not carried")
