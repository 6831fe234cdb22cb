"""Terms of the owners' vote by heads and area: ballots, a clause, its quorum, the result."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.meeting.rules.owners_matters import OwnersMatter, OwnersScope
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.rules.vote_rules import Answer


class HeadStanding(Word):
    """How a head is counted."""

    FOR = "for", N_("agree")
    AGAINST = "against", N_("oppose")
    ABSTAIN = "abstain", N_("abstain")
    DIVIDED = "divided", N_("answers differ")
    DEEMED = "deemed", N_("counted by the clause")
    SILENT = "silent", N_("did not take part")


class Silence(
    Word, refusal=N_("Silence cannot count as “{text}”."), error=NotFoundError, whole=True
):
    """What a clause makes of owners who were served with a ballot and gave none back.

    `abstain`: they take part and favour nothing. `majority`: their votes join the larger side of
    the answers given (计入已表决的多数票), and abstain where heads and area do not agree which that
    is. `for`: they are in favour.
    """

    ABSTAIN = "abstain", N_("abstain"), "弃权", "计为弃权", "视为弃权"
    MAJORITY = "majority", N_("majority"), "多数", "计入多数", "随多数", "计入已表决的多数票"
    FOR = "for", N_("agree"), "同意", "计为同意"


class BallotDoor(NamedTuple):
    """One exclusive part, such as a flat.

    Attributes:
        name: what people call it; each once.
        head: whoever it belongs to, as one word: an owner, a set of co-owners, the developer.
        area: its exclusive area in hundredths of m²; None when it is not known.
        answer: what its ballot says; None when it took no part.
        served: whether the ballot was handed over or posted as the law wants it.
    """

    name: str
    head: str
    area: int | None
    answer: Answer | None = None
    served: bool = False


class Clause(NamedTuple):
    """What the recorded rules of procedure say about owners who do not answer.

    Attributes:
        text: the clause, word for word.
        since: the day it was passed, ISO.
        silence: what it makes of their silence.
    """

    text: str
    since: str
    silence: Silence


class Amount(NamedTuple):
    """So many heads with so much area, in hundredths of m²."""

    heads: int
    area: int


class Gate(NamedTuple):
    """One condition of a decision, by heads and by area.

    Attributes:
        threshold: what part of the base is needed.
        base: of how many.
        have: how many there are.
        needed: the least that is enough.
        short: how many are missing; 0 where enough.
        met: whether both are enough.
    """

    threshold: Threshold
    base: Amount
    have: Amount
    needed: Amount
    short: Amount
    met: bool

    @property
    def heads(self) -> Fraction:
        """The exact share by heads; 0 of nothing."""
        return _share(self.have.heads, self.base.heads)

    @property
    def area(self) -> Fraction:
        """The exact share by area; 0 of nothing."""
        return _share(self.have.area, self.base.area)


class Head(NamedTuple):
    """An owner with everything that is hers.

    Attributes:
        name: the word of the head.
        standing: how she is counted.
        doors: her doors, in the order given.
        area: of all her doors.
    """

    name: str
    standing: HeadStanding
    doors: tuple[BallotDoor, ...]
    area: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersVote:
    """How a question stands.

    Attributes:
        matter: what is decided, with its rule.
        scope: whose owners decide.
        entitled: everybody.
        taken_part: who gave an answer, and who is deemed to have.
        in_favour: who said yes, or is deemed to.
        against: who said no, or is deemed to.
        abstained: who took part without yes or no, or is deemed to; no divided heads, but every
            door that abstained.
        silent: who took no part.
        divided: heads whose doors answer differently; in `taken_part` and in no other count.
        deemed: who is counted by a clause alone; in the counts above too.
        deemed_as: as what; None without such a clause.
        clause: the clause; None when none is recorded.
        quorum: enough take part.
        approval: enough of them are in favour.
        more: the least of those who took no part, and of no one else, that must say yes for the
            decision to be passed; None when others would have to change their answer first.
        unanimous: every door said yes, none by a clause.
        heads: every owner, in the order of her first door.
    """

    matter: OwnersMatter
    scope: OwnersScope
    entitled: Amount
    taken_part: Amount
    in_favour: Amount
    against: Amount
    abstained: Amount
    silent: Amount
    divided: int
    deemed: Amount
    deemed_as: Answer | None
    clause: Clause | None
    quorum: Gate
    approval: Gate
    more: Amount | None
    unanimous: bool
    heads: tuple[Head, ...]

    @property
    def passed(self) -> bool:
        """Whether the matter is decided."""
        return self.quorum.met and self.approval.met

    @property
    def within_reach(self) -> bool:
        """Whether so many took no part that the matter could still be passed by them alone."""
        more, silent = self.more, self.silent
        return more is not None and more.heads <= silent.heads and more.area <= silent.area


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)
