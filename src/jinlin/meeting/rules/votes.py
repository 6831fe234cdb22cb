"""A vote as a meeting took it: how, by which rule, what it came to, who answered what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple, Self

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.people.surnames import DOUBLE_SURNAMES
from jinlin.core.word import Word
from jinlin.meeting.rules.heads_and_area import OwnersVote
from jinlin.meeting.rules.meetings import vote_label
from jinlin.meeting.rules.vote_count import Candidate, Papers, VoteCounts, VotingRoom
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, VoteRule


class Method(Word, refusal=N_("Votes are not taken by “{text}”."), error=NotFoundError, whole=True):
    """How a vote is taken."""

    HANDS = "hands", N_("show of hands"), "举手", "举手表决"
    NAMED = "named", N_("vote by name"), "记名", "记名表决", "实名"
    SECRET = "secret", N_("secret ballot"), "无记名", "无记名投票", "票决", "投票"
    DOORS = "doors", N_("ballots by door"), "按户", "逐户"

    @classmethod
    def choices(cls, words: Iterable[Self] | None = None) -> str:
        """Return the hint that names them; ballots by door have a verb of their own."""
        return Word.choices(words or [cls.HANDS, cls.NAMED, cls.SECRET])


class How(StrEnum):
    """How somebody gave her vote."""

    PRESENT = "present"
    PROXY = "proxy"
    WRITTEN = "written"


class NamedAnswer(NamedTuple):
    """What somebody voted, where the vote was taken by name."""

    name: str
    answer: Answer
    how: How


class Recusal(NamedTuple):
    """Somebody who stood back for a conflict of interest."""

    name: str
    reason: str | None


class OwnersAnswer(NamedTuple):
    """An owners' vote, counted again from the doors as they were frozen.

    Attributes:
        vote: heads and area, quorum, approval, what is missing.
        building: whose owners, where not the whole complex's.
        entrance: whose owners, where not the whole building's.
        invalid: how many ballots said nothing clear; they took no part.
        batches: the parts in which the doors were entered, with how many ballots came back.
    """

    vote: OwnersVote
    building: str | None
    entrance: str | None
    invalid: int
    batches: tuple[Papers, ...]


class VoteRow(NamedTuple):
    """One vote as it stands: the newest of its revisions.

    Attributes:
        id: the row's id.
        meeting: the number of its meeting.
        number: its number in the meeting; people read it as `M12-V1`.
        item: the place on the agenda of the item it belongs to.
        subject: what was put to the vote.
        kind: a decision, an admission, an election, a decision of owners.
        method: how it was taken.
        taken_at: when, in civil time; midnight stands for a day without a time.
        revision: 1 unless it was corrected.
        reason: why it was corrected.
        rule: by which it was counted, as it was on that day.
        room: how many with a vote there were.
        counts: for, against, abstained, invalid, not voting. Of an election: invalid alone.
        handed_out: how many paper ballots; None where none were.
        collected: how many of them came back.
        quorum_needed: how many had to be there.
        base: of how many the share was taken.
        needed: how many votes in favour were needed; by heads, of an owners' vote.
        passed: whether it was carried; of an election, whether every seat was filled.
        seats: how many were to be elected.
        candidates: whom they chose among, as they stood on the ballot.
        people: it is people they chose among: they are elected, firms, places and plans are chosen.
        answers: who voted how, where it was taken by name.
        recusals: who stood back.
        papers: the boxes in which paper ballots were counted.
        owners: heads and area, of an owners' vote.
    """

    id: int
    meeting: int
    number: int
    item: int
    subject: str
    kind: BallotKind
    method: Method
    taken_at: datetime
    revision: int
    reason: str | None
    rule: VoteRule
    room: VotingRoom
    counts: VoteCounts
    handed_out: int | None
    collected: int | None
    quorum_needed: int
    base: int
    needed: int
    passed: bool
    seats: int | None
    candidates: tuple[Candidate, ...] = ()
    answers: tuple[NamedAnswer, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    papers: tuple[Papers, ...] = ()
    owners: OwnersAnswer | None = None
    people: bool = True

    @property
    def label(self) -> str:
        """Its number as people read it: `M12-V1`."""
        return vote_label(self.meeting, self.number)


def carried(vote: VoteRow) -> bool:
    """Return whether a vote decided something; an election did where anybody was elected."""
    return vote.passed or any(one.elected for one in vote.candidates)


_NAME: Final = re.compile(
    rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES))})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,3}}"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}"
)
_THINGS: Final = re.compile(
    r"方案|计划|公司|物业|集团|中心|花园|凉亭|银行|号|[门内外侧旁边厂店院所队社站点处址区幢棚场层]$"
)
"""What a place, a plan or a firm is called by."""


_ABOUT_THINGS: Final = re.compile(
    r"企业|公司|单位|物业|商家|品牌|厂家|供应商|施工方|方案|选址|地点|位置|样式|时间|颜色"
)
"""Words of a question that asks for a firm, a place or a plan."""
_WHO_IS_WHO: Final = re.compile(r"[(（][^()（）]*[)）]$")


def are_people(unknown: Iterable[str], question: str) -> bool:
    """Return whether it is people who were chosen among.

    Args:
        unknown: the candidates who are nobody of the register; who is, is a person.
        question: what was put to the vote.
    """
    names = [_WHO_IS_WHO.sub("", name) for name in unknown]
    if not names:
        return True
    if _ABOUT_THINGS.search(question):
        return False
    return all(_NAME.fullmatch(name) and not _THINGS.search(name) for name in names)


def elected_words(count: int, seats: int, *, people: bool) -> str:
    """Return how many of the seats were filled: `elected 1 of 2`, of a firm `chosen 1 of 1`."""
    said = _("elected {count} of {seats}") if people else _("chosen {count} of {seats}")
    return said.format(count=count, seats=seats)
