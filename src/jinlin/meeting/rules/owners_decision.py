"""What owners decided, in the one wording of all papers: by households and by area.

Minutes, what is published, and the announcement tell it alike; what a screen tells of a vote that
still runs is in `owners_vote_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.i18n import N_, _
from jinlin.core.money import area_text
from jinlin.core.sentences import begun
from jinlin.meeting.rules.heads_and_area import Amount, Gate, OwnersVote
from jinlin.meeting.rules.owners_vote_words import remarks
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.rules.votes import OwnersAnswer


def decision_lines(owners: OwnersAnswer, *, turnout: bool = True) -> Iterator[str]:
    """Yield sentence by sentence who took part, what was answered and what it comes to.

    Args:
        owners: the vote.
        turnout: also how many took part; not where that is told for several votes at once.
    """
    vote = owners.vote
    if turnout:
        said = turnout_words(owners)
        yield _("{said}.").format(said=begun(said))
    yield result_words(vote)
    if owners.invalid:
        yield _("Invalid ballots: {count}; they took no part.").format(count=owners.invalid)
    yield from remarks(vote)
    if any(len(head.doors) > 1 for head in vote.heads):
        yield _("Several homes of one owner count as one household.")


def turnout_words(owners: OwnersAnswer) -> str:
    """Return how many should take part and did, and whether that is enough.

    应参与表决104户、10266.78平方米，参与表决86户、8421.05平方米，户数和面积均达到三分之二
    """
    said = taking_part_words(owners.vote)
    if owners.building is None:
        return said
    where = _("building {code}").format(code=owners.building)
    if owners.entrance:
        where = _("{building}, entrance {entrance}").format(
            building=where, entrance=owners.entrance
        )
    return _("owners of {place}: {said}").format(place=where, said=said)


def taking_part_words(vote: OwnersVote) -> str:
    """Return how many owners should take part and did, and whether that is enough."""
    return _("{entitled} were entitled to vote, {part} took part: {outcome}").format(
        entitled=beside(vote.entitled), part=beside(vote.taken_part), outcome=_enough(vote.quorum)
    )


def common_turnout(votes: Sequence[OwnersAnswer]) -> OwnersAnswer | None:
    """Return a vote whose turnout is that of all; None where they differ, or there is none."""
    if not votes:
        return None
    first = votes[0]
    return first if len({turnout_words(one) for one in votes}) == 1 else None


def result_words(vote: OwnersVote) -> str:
    """Return in one sentence how owners answered, and what it comes to.

    同意81户（7954.75平方米）、反对3户（285.50平方米）、弃权2户（180.80平方米），同意户数和面积均超过
    参与表决的半数，通过。
    """
    return _(
        "In favour {in_favour}, against {against}, abstained {abstained}; {outcome}: {result}."
    ).format(
        in_favour=_within(vote.in_favour),
        against=_within(vote.against),
        abstained=_within(vote.abstained),
        outcome=_agreed(vote.approval) if vote.quorum.met else _missed(vote.quorum),
        result=_("carried") if vote.passed else _("not carried"),
    )


def beside(amount: Amount) -> str:
    """Return households and area beside each other: 104户、10266.78平方米."""
    return _("{heads} households with {area} m²").format(
        heads=amount.heads, area=area_text(amount.area)
    )


def _within(amount: Amount) -> str:
    return _("{heads} households ({area} m²)").format(
        heads=amount.heads, area=area_text(amount.area)
    )


def needs_words(quorum: Threshold, passing: Threshold) -> str:
    """Return what a decision needs, as a ballot paper says it."""
    return _(
        "Valid if {quorum} of the owners by households and by area take part, and carried if"
        " {passing} of those taking part agree by households and by area."
    ).format(quorum=quorum.words, passing=passing.words)


def _enough(gate: Gate) -> str:
    if not gate.met:
        return _missed(gate)
    said = (
        N_("by households and by area {part} is reached")
        if gate.threshold.inclusive
        else N_("by households and by area {part} is exceeded")
    )
    return _(said).format(part=gate.threshold.part)


def _missed(gate: Gate) -> str:
    said = (
        N_("of all, {part} is not reached by {what}")
        if gate.threshold.inclusive
        else N_("of all, {part} is not exceeded by {what}")
    )
    return _(said).format(part=gate.threshold.part, what=_short_of(gate))


def _agreed(gate: Gate) -> str:
    inclusive, part = gate.threshold.inclusive, gate.threshold.part
    if gate.met:
        said = (
            N_("those in favour reach {part} of those taking part by households and by area")
            if inclusive
            else N_("those in favour exceed {part} of those taking part by households and by area")
        )
        return _(said).format(part=part)
    said = (
        N_("those in favour do not reach {part} of those taking part by {what}")
        if inclusive
        else N_("those in favour do not exceed {part} of those taking part by {what}")
    )
    return _(said).format(part=part, what=_short_of(gate))


def _short_of(gate: Gate) -> str:
    """Return by what a gate is missed."""
    if gate.short.heads and gate.short.area:
        return _("number of households and area")
    return _("number of households") if gate.short.heads else _("exclusive area")
