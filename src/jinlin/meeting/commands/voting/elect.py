"""`jinlin meeting elect`: candidates, their votes, and who is elected."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.voting import options
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.vote_count import VoteCounts
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.voting.actions import take_vote
from jinlin.meeting.voting.given_votes import Given
from jinlin.store.command.command import writing


def elect(
    call: Call,
    number: Number,
    item: Annotated[int, typer.Argument(metavar=_("ITEM"), help=_("The item of the agenda."))],
    candidates: Annotated[
        list[str],
        typer.Argument(metavar=_("NAME=N…"), help=_("Each candidate with the votes: 林秀英=15.")),
    ],
    seats: Annotated[
        int, typer.Option(metavar="N", min=1, max=99, help=_("How many are to be elected."))
    ] = 1,
    handed_out: options.HandedOut = None,
    collected: options.Collected = None,
    invalid: options.Invalid = 0,
    hands: Annotated[
        bool, typer.Option("--hands", help=_("By show of hands, where that is allowed."))
    ] = False,
    question: options.Subject = None,
    at: options.VoteAt = None,
    recused: options.Recused = None,
    recused_reason: options.Why = None,
    revise: options.Revise = None,
    reason: options.Reason = None,
) -> None:
    named = [options.numbers_in(text, how_many=1, example="林秀英=15") for text in candidates]
    given = Given(
        method=Method.HANDS if hands else Method.SECRET,
        candidates=tuple((name, votes) for name, [votes] in named),
        seats=seats,
    )
    if not hands:
        # What the papers say is kept by candidate; together they are so many valid ones.
        valid = (collected or 0) - invalid
        given = given._replace(
            papers=options.one_box(
                VoteCounts(max(valid, 0), invalid=invalid), handed_out, collected
            )
        )
    with writing(call) as tx:
        asked = options.question_of(
            tx, parse_number(number), item, subject=question, at=at, recused=recused,
            why=recused_reason, revise=revise, reason=reason,
        )  # fmt: skip
        taken = take_vote(tx, parse_number(number), asked, given, BallotKind.ELECTION)
    options.say_taken(call, taken)
