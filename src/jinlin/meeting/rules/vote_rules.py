"""The kinds of vote a meeting takes, what a vote says, and the rule each is counted by."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.threshold import Threshold


class BallotKind(
    Word, refusal=N_("There is no kind of vote “{text}”."), error=NotFoundError, whole=True
):
    """What is voted on: a motion, an admission to the Party, an election, a matter of owners."""

    DECISION = "decision", N_("decision"), "决定", "决议", "表决", "议题"
    ADMISSION = (
        "admission",
        N_("admission of a member"),
        *("发展党员", "接收", "转正", "接收预备党员", "入党"),
    )
    ELECTION = "election", N_("election"), "选举", "推选", "评选"
    OWNERS = "owners", N_("owners' decision"), "业主表决", "业主共同决定"


_ADMITTING: Final = ("发展党员", "入党", "预备党员", "转正", "为党员", "admission")
"""Words by which an item of an agenda is about an admission to the Party."""
_ABOUT_ADMITTING: Final = ("计划", "汇报", "报告", "总结", "制度", "培训", "plan", "report")
"""Words by which it is about the work of admitting, and admits nobody."""


def kind_of_item(title: str) -> BallotKind:
    """Return what a vote on an item is, by its title alone: an admission, or a decision."""
    said = compact(title)
    admits = any(word in said for word in _ADMITTING) and not any(
        word in said for word in _ABOUT_ADMITTING
    )
    return BallotKind.ADMISSION if admits else BallotKind.DECISION


class Base(Word, refusal=N_("Votes are not counted of “{text}”."), error=NotFoundError, whole=True):
    """Of whom a share of the votes is taken."""

    ENTITLED = "entitled", N_("of those who should attend"), "all", "应到", "应到会", "全体"
    PRESENT = "present", N_("of those present"), "实到", "到会", "实到会"
    VALID = "valid", N_("of the votes for and against"), "有效票", "有效", "赞成与反对"


class VoteRule(NamedTuple):
    """How a vote of one kind is counted.

    Attributes:
        quorum: of those who should attend with a vote this part must be there; None for any.
        passing: of the base this part must be in favour.
        base: of whom.
        source: where that stands.
        confidence: how far to rely on it.
        written: an opinion handed in beforehand counts as a vote.
        recused_out: who stands back for a conflict of interest is taken out of the base.
        since: the day from which it holds, ISO; empty for the rule that came with the program.
    """

    quorum: Threshold | None
    passing: Threshold
    base: Base
    source: str
    confidence: Confidence
    written: bool = False
    recused_out: bool = False
    since: str = ""

    @property
    def words(self) -> str:
        """What it needs, in the user's language: `more than half of those present`."""
        return _("{passing} {base}").format(passing=self.passing.words, base=self.base.label)


class Answer(Word):
    """What a vote says: 赞成, 反对, 弃权; ballots of owners say 同意 for 赞成."""

    FOR = "for", N_("for")
    AGAINST = "against", N_("against")
    ABSTAIN = "abstain", N_("abstained")
