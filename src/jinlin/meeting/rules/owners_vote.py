"""The owners' vote, a double majority by heads and by area: one engine for assembly and elevator.

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

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.meeting.rules.heads_and_area import (
    Amount,
    BallotDoor,
    Clause,
    Gate,
    Head,
    HeadStanding,
    OwnersVote,
    Silence,
)
from jinlin.meeting.rules.owners_matters import OwnersMatter, OwnersScope
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.rules.vote_rules import Answer

_SHOWN = 10


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
        deemed=_deemed(heads, doors) if deemed_as else Amount(0, 0),
        deemed_as=deemed_as,
        clause=clause,
        quorum=quorum,
        approval=approval,
        more=_more(quorum, approval),
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


def _deemed(heads: Sequence[Head], doors: Sequence[BallotDoor]) -> Amount:
    """Return who is counted by a clause alone."""
    return Amount(
        sum(head.standing is HeadStanding.DEEMED for head in heads),
        _area(door for door in doors if door.served and door.answer is None),
    )


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
