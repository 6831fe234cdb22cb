"""An owners' vote as JSON tells it."""

from __future__ import annotations

from typing import Any

from jinlin.core.decimals import p_over_q
from jinlin.core.money import square_metres
from jinlin.meeting.rules.heads_and_area import Amount, Gate
from jinlin.meeting.rules.votes import OwnersAnswer


def owners_data(answer: OwnersAnswer) -> dict[str, Any]:
    """Return heads and area, both gates with what is missing, and what a clause adds."""
    vote = answer.vote
    return {
        "matter": vote.matter.code,
        "scope": vote.scope.code,
        "building": answer.building,
        "entrance": answer.entrance,
        "entitled": _amount(vote.entitled),
        "taken_part": _amount(vote.taken_part),
        "in_favour": _amount(vote.in_favour),
        "against": _amount(vote.against),
        "abstained": _amount(vote.abstained),
        "silent": _amount(vote.silent),
        "divided_heads": vote.divided,
        "invalid_ballots": answer.invalid,
        "deemed": _amount(vote.deemed),
        "deemed_as": vote.deemed_as,
        "clause": vote.clause.text if vote.clause else None,
        "quorum": _gate(vote.quorum),
        "approval": _gate(vote.approval),
        "more": _amount(vote.more) if vote.more else None,
        "within_reach": vote.within_reach,
        "unanimous": vote.unanimous,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {"heads": amount.heads, "area_m2": square_metres(amount.area)}


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        "threshold": gate.threshold.code,
        "met": gate.met,
        "needed": _amount(gate.needed),
        "short": _amount(gate.short),
        "heads_share": p_over_q(gate.heads),
        "area_share": p_over_q(gate.area),
    }
