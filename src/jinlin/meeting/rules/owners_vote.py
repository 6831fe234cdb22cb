"""The owners' vote by heads and area: the one engine of the owners' assembly and of the elevator.

民法典 278: of all heads and of all exclusive area at least two thirds must take part, and of those
who take part more than half, or at least three quarters, must be in favour, again by both. 1259:
“以上” includes the boundary. 建筑物区分所有权解释 8, 9: an exclusive part counts with its area, and
its owner is one head however many parts she has; co-owners of a part are one head together, and so
is the developer with everything unsold or not handed over.

What the law leaves open is decided so, and shown in the result:

- Area counts door by door. A head counts once: in favour if all the answers it gave are in favour,
  against or abstaining likewise. A head whose doors answer differently took part, and is counted
  as nothing else (`divided`); the area of its doors still counts as each of them answered.
- A door without an answer took no part. A head that answered for some of its doors took part; the
  area of the others did not.
- Silence is never an answer, unless the rules of procedure of the owners' assembly hold a clause
  that says so. Then it reaches only doors that were served with the ballot, it is shown apart
  (`deemed`), and a head that gave any answer is counted by her answers alone.

Integers and fractions only; areas are hundredths of a square metre.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.meeting.rules.owners_matters import OwnersMatter, OwnersScope
from jinlin.meeting.rules.threshold import Threshold

_SHOWN = 10


class Answer(Word):
    """What a vote says: 赞成, 反对, 弃权; ballots of owners say 同意 for 赞成."""

    FOR = "for", N_("for")
    AGAINST = "against", N_("against")
    ABSTAIN = "abstain", N_("abstained")


class HeadStanding(Word):
    """How a head is counted."""

    FOR = "for", N_("agree")
    AGAINST = "against", N_("oppose")
    ABSTAIN = "abstain", N_("abstain")
    DIVIDED = "divided", N_("answers differ")
    DEEMED = "deemed", N_("counted by the clause")
    SILENT = "silent", N_("did not take part")


class Silence(Word, refusal=N_("Silence cannot count as “{text}”."), error=NotFoundError):
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
        within_reach: whether there are so many.
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
    within_reach: bool
    unanimous: bool
    heads: tuple[Head, ...]

    @property
    def passed(self) -> bool:
        """Whether the matter is decided."""
        return self.quorum.met and self.approval.met


def owners_vote(
    doors: Sequence[BallotDoor],
    *,
    matter: OwnersMatter,
    scope: OwnersScope,
    clause: Clause | None = None,
) -> OwnersVote:
    """Count one question.

    Args:
        doors: every exclusive part of the scope, answered or not.
        matter: what is decided.
        scope: whose owners decide.
        clause: what the assembly's rules of procedure make of silence.

    Raises:
        RuleError: there are no doors, one stands there twice, areas are not known, or a clause of
            the assembly is used on a vote that is not the assembly's.
    """
    _check(doors, scope=scope, clause=clause)
    deemed_as = _deemed_as(doors, clause)
    heads = _heads(doors, clause=clause)
    standings = Counter(
        HeadStanding(deemed_as)
        if head.standing is HeadStanding.DEEMED and deemed_as
        else head.standing
        for head in heads
    )
    areas: Counter[Answer | None] = Counter()
    for door in doors:
        areas[door.answer or (deemed_as if door.served else None)] += door.area or 0

    def amount(answer: Answer) -> Amount:
        return Amount(standings[HeadStanding(answer)], areas[answer])

    entitled = Amount(len(heads), areas.total())
    silent = Amount(standings[HeadStanding.SILENT], areas[None])
    taken_part = Amount(entitled.heads - silent.heads, entitled.area - silent.area)
    quorum = _gate(matter.quorum, base=entitled, count=taken_part)
    approval = _gate(matter.passing, base=taken_part, count=amount(Answer.FOR))
    more = _more(quorum, approval)
    return OwnersVote(
        matter=matter,
        scope=scope,
        entitled=entitled,
        taken_part=taken_part,
        in_favour=approval.have,
        against=amount(Answer.AGAINST),
        abstained=amount(Answer.ABSTAIN),
        silent=silent,
        divided=standings[HeadStanding.DIVIDED],
        deemed=Amount(
            sum(head.standing is HeadStanding.DEEMED for head in heads),
            _area(door for door in doors if deemed_as and door.served and door.answer is None),
        ),
        deemed_as=deemed_as,
        clause=clause,
        quorum=quorum,
        approval=approval,
        more=more,
        within_reach=more is not None and more.heads <= silent.heads and more.area <= silent.area,
        unanimous=all(door.answer is Answer.FOR for door in doors),
        heads=heads,
    )


def _check(doors: Sequence[BallotDoor], *, scope: OwnersScope, clause: Clause | None) -> None:
    if not doors:
        raise RuleError(
            _("Nobody is entitled to vote: no door belongs to it."),
            hint=_("Record the households first: jinlin household import FILE"),
        )
    twice = [name for name, count in Counter(door.name for door in doors).items() if count > 1]
    if twice:
        raise RuleError(
            _("These doors stand there twice: {doors}.").format(doors=_listed(twice)),
            hint=_("Each door has one ballot; take one of them out."),
        )
    unknown = [door.name for door in doors if not door.area or door.area < 0]
    if unknown:
        raise RuleError(
            _("Without their area nothing can be counted: {doors}.").format(doors=_listed(unknown)),
            hint=_("Enter the areas of the land register: jinlin household edit DOOR --area 89.50"),
        )
    if clause is not None and not scope.assembly:
        raise RuleError(
            _(
                "A clause about silence holds for the owners' assembly alone, not for this {scope}."
            ).format(scope=scope.name),
            hint=_("Count those who did not answer as not taking part."),
        )


def _listed(names: Sequence[str]) -> str:
    said = _(", ").join(names[:_SHOWN])
    if len(names) <= _SHOWN:
        return said
    return _("{some} and {count} more").format(some=said, count=len(names) - _SHOWN)


def _heads(doors: Sequence[BallotDoor], *, clause: Clause | None) -> tuple[Head, ...]:
    of_head: dict[str, list[BallotDoor]] = {}
    for door in doors:
        of_head.setdefault(door.head, []).append(door)
    return tuple(
        Head(name, _standing(own, clause), tuple(own), _area(own)) for name, own in of_head.items()
    )


def _standing(own: Sequence[BallotDoor], clause: Clause | None) -> HeadStanding:
    answers = {door.answer for door in own if door.answer is not None}
    if len(answers) > 1:
        return HeadStanding.DIVIDED
    if answers:
        return HeadStanding(answers.pop())
    served = any(door.served for door in own)
    return HeadStanding.DEEMED if clause is not None and served else HeadStanding.SILENT


def _deemed_as(doors: Sequence[BallotDoor], clause: Clause | None) -> Answer | None:
    if clause is None:
        return None
    if clause.silence is not Silence.MAJORITY:
        return Answer(clause.silence)
    heads = [head.standing for head in _heads(doors, clause=None)]
    yes, no = (
        Amount(
            heads.count(HeadStanding(answer)),
            _area(door for door in doors if door.answer is answer),
        )
        for answer in (Answer.FOR, Answer.AGAINST)
    )
    if yes.heads > no.heads and yes.area > no.area:
        return Answer.FOR
    if no.heads > yes.heads and no.area > yes.area:
        return Answer.AGAINST
    return Answer.ABSTAIN


def _gate(threshold: Threshold, *, base: Amount, count: Amount) -> Gate:
    needed = Amount(*(max(1, threshold.needed(whole)) for whole in base))
    short = Amount(*(max(0, least - have) for least, have in zip(needed, count, strict=True)))
    return Gate(threshold, base, count, needed, short, met=not any(short))


def _more(quorum: Gate, approval: Gate) -> Amount | None:
    """Return the least that must join with yes for both gates; None when no number would do."""
    missing = [
        _joining(approval.threshold, base=base, count=count)
        for base, count in zip(approval.base, approval.have, strict=True)
    ]
    if None in missing:
        return None
    return Amount(*(max(0, k or 0, q) for k, q in zip(missing, quorum.short, strict=True)))


def _joining(threshold: Threshold, *, base: int, count: int) -> int | None:
    """Return the least k for which `count + k` of `base + k` is enough; it may be negative."""
    above, below = threshold.fraction.as_integer_ratio()
    missing, gain = base * above - count * below, below - above
    if gain == 0:
        return 1 - base if count == base else None
    more = -(-missing // gain) if threshold.inclusive else missing // gain + 1
    return max(more, 1 - base)


def _area(doors: Iterable[BallotDoor]) -> int:
    return sum(door.area or 0 for door in doors)


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)
