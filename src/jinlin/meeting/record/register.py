"""Rows of the registers of resolutions (决议台账) and action items (待办台账)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import STANDING, Ground
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.meeting.rules.votes import elected_words


class VoteFigures(NamedTuple):
    """What a vote came to, in short.

    Attributes:
        label: its number: `M12-V1`.
        seats: how many were to be elected; None unless it is an election.
        elected: how many were.
        people: it is people they chose among, not firms, places or plans.
        owners: it is homes that are counted: owners decided.
    """

    label: str
    seats: int | None
    elected: int
    in_favour: int
    against: int
    abstained: int
    passed: bool
    people: bool = True
    owners: bool = False

    @property
    def words(self) -> str:
        """Its result in words: `for 11, against 2, abstained 1: carried`."""
        if self.seats is not None:
            return elected_words(self.elected, self.seats, people=self.people)
        said = (
            _("homes in favour {in_favour}, against {against}, abstained {abstained}: {result}")
            if self.owners
            else _("for {in_favour}, against {against}, abstained {abstained}: {result}")
        )
        return said.format(
            result=_("carried") if self.passed else _("not carried"),
            in_favour=self.in_favour,
            against=self.against,
            abstained=self.abstained,
        )


class Resolution(NamedTuple):
    """What a meeting decided.

    Attributes:
        label: its number: `M12-1`.
        text: the decision itself.
        item: the position of the item it belongs to.
        owner: who carries it out.
        due_on: by when.
        basis: on which law, rule or vote it stands.
        result: how it was voted, in words.
        effective_on: from when it holds.
        review_on: when the meeting is to look at it again.
        ended_on: when it was carried out or revoked.
        remark: what came of it.
        issues: the numbers of the issues it is about.
        held_on: the day of its meeting.
        id: the row's id.
        meeting_id: its meeting's.
        vote: the vote it stands on; None where it was not voted.
        own_vote: the number of the vote it was said to stand on, 0 for none; None where nobody
            said.
        ground: on what it stands.
        beside_votes: its item was voted on, and it stands on none of these votes.
    """

    label: str
    text: str
    item: int | None
    owner: str | None
    due_on: date | None
    basis: str | None = None
    result: str | None = None
    effective_on: date | None = None
    review_on: date | None = None
    status: ResolutionStatus = ResolutionStatus.OPEN
    ended_on: date | None = None
    remark: str | None = None
    issues: tuple[str, ...] = ()
    held_on: date | None = None
    id: int = 0
    meeting_id: int = 0
    vote: VoteFigures | None = None
    ground: Ground = Ground.AGREED
    beside_votes: bool = False
    own_vote: int | None = None

    @property
    def outcome(self) -> str | None:
        """How it was settled: what its vote came to, or what was written down."""
        if self.vote:
            return self.vote.words
        if not self.beside_votes:
            return self.result
        unvoted = _("not voted on")
        return (
            _("{title} ({remarks})").format(title=unvoted, remarks=self.result)
            if self.result
            else unvoted
        )

    @property
    def lost(self) -> bool:
        """Whether its vote was not carried, nor any other on its item if it stands on none."""
        return self.ground in {Ground.LOST, Ground.UNVOTED}

    @property
    def stands(self) -> bool:
        """Whether it is a decision at all, and may be told as one."""
        return self.ground in STANDING

    @property
    def told(self) -> str:
        """What its issues hear of it: what was decided, or that it was not carried."""
        if not self.lost:
            return self.text
        return _("Put to the vote and not carried: {text}").format(text=self.text)

    @property
    def standing(self) -> str:
        """What has become of it, or that it never was a decision."""
        if self.status is ResolutionStatus.OPEN and not (self.stands and self._to_carry_out):
            return self.ground
        return self.status

    @property
    def _to_carry_out(self) -> bool:
        """Whether there is anything to do: who was elected is, unless somebody is to do more."""
        election = self.vote is not None and self.vote.seats is not None
        return not election or self.owner is not None or self.due_on is not None

    @property
    def meeting(self) -> str:
        """The number of its meeting: `M12`."""
        return self.label.partition("-")[0]


class ActionRow(NamedTuple):
    """Something that somebody is to do.

    Attributes:
        label: its number: `A5`.
        meeting: the number of the meeting that gave it out: `M12`.
        item: the position of the item it belongs to.
        resolution: the number of the resolution it carries out.
        owner: a person or a unit.
        percent: how much of it is done, 100 when it is.
        done_on: the day it was done.
        remark: what came of it.
        issues: the numbers of the issues it is about.
        id: the row's id.
        locked: the minutes of its meeting are confirmed.
        about: what else it is about: `W2`, the evaluation whose findings it puts right.
    """

    label: str
    text: str
    meeting: str
    item: int | None
    resolution: str | None
    owner: str | None
    due_on: date | None
    percent: int
    done_on: date | None
    remark: str | None
    issues: tuple[str, ...] = ()
    id: int = 0
    locked: bool = False
    about: str | None = None


def kept_numbers(kept: str) -> tuple[str, ...]:
    """Return the numbers of a list as it is kept, in their order."""
    found: Sequence[str] = json.loads(kept)
    return tuple(sorted(found))
