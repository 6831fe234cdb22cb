"""`jinlin meeting elect`: candidates, their votes, and who is elected."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.voting import options
from jinlin.meeting.rules.vote_count import VoteCounts
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.voting.actions import take_vote
from jinlin.meeting.voting.given_votes import Given
from jinlin.output.command.kind import Number, WordKind, flag
from jinlin.output.command.kinds import NUMBER
from jinlin.store.command.command import writing


def _candidate(text: str) -> tuple[str, int]:
    name, [votes] = options.numbers_in(text, how_many=1, example="林秀英=15")
    return name, votes


_CANDIDATE: Final = WordKind("candidate", N_("NAME=N…"), _candidate)
_SEATS: Final = Number(low=1, high=99)


def elect(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))],
    candidates: Annotated[
        list[tuple[str, int]],
        _CANDIDATE.argument(help=N_("Each candidate with the votes: 林秀英=15.")),
    ],
    seats: Annotated[int, _SEATS.option(help=N_("How many are to be elected."))] = 1,
    papers: options.ToldPapers,
    hands: Annotated[
        bool, flag("--hands", help=N_("By show of hands, where that is allowed."))
    ] = False,
    question: options.ToldQuestion,
) -> None:
    given = Given(
        method=Method.HANDS if hands else Method.SECRET,
        candidates=tuple(candidates),
        seats=seats,
    )
    if not hands:
        # What the papers say is kept by candidate; together they are so many valid ones.
        valid = (papers.collected or 0) - papers.invalid
        given = given._replace(papers=options.one_box(VoteCounts(max(valid, 0)), papers))
    with writing(call) as tx:
        asked = options.question_of(tx, number, item, question)
        taken = take_vote(tx, number, asked, given, BallotKind.ELECTION)
    options.say_taken(call, taken)
