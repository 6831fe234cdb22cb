"""How the owners' vote stands, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.core.money import area_text
from jinlin.meeting.rules.heads_and_area import Amount, Gate, HeadStanding, OwnersVote


def amount_words(amount: Amount) -> str:
    """Return heads and area: `heads 2, area 143.20 m²`."""
    return _("heads {heads}, area {area} m²").format(
        heads=amount.heads, area=area_text(amount.area)
    )


def short_words(gate: Gate) -> str:
    """Return what is missing at a gate: `short of 2 by heads and of 143.20 m²`; empty when met."""
    heads, area = gate.short
    if heads and area:
        return _("short of {heads} by heads and of {area} m²").format(
            heads=heads, area=area_text(area)
        )
    if heads:
        return _("short of {heads} by heads, the area is enough").format(heads=heads)
    if area:
        return _("short of {area} m², the heads are enough").format(area=area_text(area))
    return ""


def verdict(vote: OwnersVote) -> str:
    """Return in one sentence how it stands, and what is missing."""
    if vote.passed:
        said = _("Passed: of those who took part, {passing} by heads and by area agree.")
        return said.format(passing=vote.matter.passing.words)
    if not vote.quorum.met:
        said = _("Not passed: too few take part, {short}.")
        return said.format(short=short_words(vote.quorum))
    return _("Not passed: too few of those who took part agree, {short}.").format(
        short=short_words(vote.approval)
    )


def explained(vote: OwnersVote) -> Iterator[str]:
    """Yield line by line what was counted, what it comes to, and how it could still pass."""
    yield _("Entitled: {amount}; {rule}.").format(
        amount=amount_words(vote.entitled), rule=vote.scope.rule
    )
    yield _gate(
        _("Taking part: {amount}; needed {threshold} of all, that is {needed}: {outcome}."),
        vote.quorum,
    )
    yield _gate(
        _("In favour: {amount}; needed {threshold} of those taking part, that is {needed}:"
          " {outcome}."),
        vote.approval,
    )  # fmt: skip
    yield _("Against: {against}; abstained: {abstained}; did not take part: {silent}.").format(
        against=amount_words(vote.against),
        abstained=amount_words(vote.abstained),
        silent=amount_words(vote.silent),
    )
    yield from remarks(vote)
    yield verdict(vote)
    if not vote.passed:
        yield _way(vote)


def _gate(sentence: str, gate: Gate) -> str:
    return sentence.format(
        amount=amount_words(gate.have),
        threshold=gate.threshold.words,
        needed=amount_words(gate.needed),
        outcome=_("reached") if gate.met else short_words(gate),
    )


def remarks(vote: OwnersVote) -> Iterator[str]:
    """Yield what is to be said beside the figures: owners divided, a clause, all agree."""
    if vote.divided:
        yield _(
            "Owners whose doors answer differently: {count}; they took part and are counted as"
            " nothing else by heads, their area as each door answered."
        ).format(count=vote.divided)
    if vote.clause is not None and vote.deemed_as is not None:
        yield _(
            "Of these not answered but counted as “{answer}” by the rules of procedure of {since}:"
            " {amount}. The clause: {text}"
        ).format(
            answer=HeadStanding(vote.deemed_as).label,
            since=day_words(date.fromisoformat(vote.clause.since)),
            amount=amount_words(vote.deemed),
            text=vote.clause.text,
        )
    if vote.unanimous:
        yield _("All agree.")


def _way(vote: OwnersVote) -> str:
    """Return how it could still pass: by those who have not answered, or not."""
    if vote.more is not None and vote.within_reach:
        return _("It would pass if of those who did not take part at least {amount} agree.").format(
            amount=amount_words(vote.more)
        )
    return _("Those who did not take part cannot carry it alone; some would have to change.")
