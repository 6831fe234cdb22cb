"""`jinlin meeting vote`: what was put to the vote, and what was counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Final, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import folded
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.voting import options
from jinlin.meeting.rules.meetings import every_name_in, parse_number
from jinlin.meeting.rules.vote_count import Papers, VoteCounts
from jinlin.meeting.rules.vote_rules import Answer, BallotKind
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.rules.written_opinions import opinion_in
from jinlin.meeting.voting.actions import take_vote
from jinlin.meeting.voting.given_votes import Given
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import writing

_COUNT: Final = re.compile(r"\d{1,6}")
_THREE: Final = re.compile(r"(\d{1,6})/(\d{1,6})/(\d{1,6})")
_BOX: Final = "一组=20/19/11/5/2/1"

SaidAnswers = Mapping[Answer, str | None]


_For: TypeAlias = Annotated[
    str | None,
    typer.Option("--for", metavar=_("N|NAMES"), help=_("In favour: 11, or names, or 其余.")),
]
_Names: TypeAlias = Annotated[
    str | None,
    FILE.option(help=_("A list of names and votes; - reads lines.")),
]
_Kind: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("KIND"), help=_("decision or admission; else as the item says.")),
]
_Written: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="N/N/N", help=_("What opinions in writing say: for/against/abstained.")),
]
_Batch: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar=_("BOX"), help=_("A box: 一组=out/back/for/against/abstain/invalid.")),
]
_Method: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("WAY"), help=_("hands (usual), named or secret."))
]


def vote(
    call: Call,
    number: Number,
    item: options.Item = None,
    for_: _For = None,
    against: Annotated[
        str | None, typer.Option(metavar=_("N|NAMES"), help=_("Against: how many, or who."))
    ] = None,
    abstain: Annotated[
        str | None, typer.Option(metavar=_("N|NAMES"), help=_("Neither: how many, or who."))
    ] = None,
    not_voting: Annotated[
        int, typer.Option(metavar="N", min=0, help=_("There, and gave no vote at all."))
    ] = 0,
    names: _Names = None,
    kind: _Kind = None,
    method: _Method = None,
    handed_out: options.HandedOut = None,
    collected: options.Collected = None,
    invalid: options.Invalid = 0,
    written: _Written = None,
    batch: _Batch = None,
    question: options.Subject = None,
    at: options.VoteAt = None,
    recused: options.Recused = None,
    recused_reason: options.Why = None,
    revise: options.Revise = None,
    reason: options.Reason = None,
) -> None:
    said = {Answer.FOR: for_, Answer.AGAINST: against, Answer.ABSTAIN: abstain}
    wanted = BallotKind.read(kind) if kind else None
    if wanted in {BallotKind.ELECTION, BallotKind.OWNERS}:
        raise UsageError(
            _("Elections and owners' decisions have verbs of their own."),
            hint=_("See: jinlin meeting elect --help, jinlin meeting ballot --help"),
        )
    papers_told = batch or invalid or handed_out is not None or collected is not None
    told = Method.SECRET if papers_told else Method.NAMED if names else None
    way = Method.read(method) if method else told
    given = _given(said, way, not_voting)._replace(written=_written(written))
    if names:
        from jinlin.meeting.commands.voting.named_lists import read_names

        given = given._replace(names=_merged(given.names, read_names(call, names)))
    if given.method is Method.SECRET:
        given = given._replace(
            papers=_boxes(batch or (), given.counts)
            if batch
            else options.one_box(given.counts._replace(invalid=invalid), handed_out, collected)
        )
    with writing(call) as tx:
        asked = options.question_of(
            tx, parse_number(number), item, subject=question, at=at, recused=recused,
            why=recused_reason, revise=revise, reason=reason,
        )  # fmt: skip
        taken = take_vote(tx, parse_number(number), asked, given, wanted)
    options.say_taken(call, taken)


def _written(text: str | None) -> Answer | VoteCounts | None:
    """Read what opinions in writing say: `1/0/0`, or one answer for all of them.

    Raises:
        UsageError: it is neither.
    """
    if text is None:
        return None
    match = _THREE.fullmatch(folded(text))
    if match:
        return VoteCounts(*map(int, match.groups()))
    answer = opinion_in(text)
    if answer is None:
        raise UsageError(
            _("“{text}” cannot be read.").format(text=text),
            hint=_("Write it like {example}.").format(example="1/0/0"),
        )
    return answer


def _given(said: SaidAnswers, way: Method | None, not_voting: int) -> Given:
    """Return what was counted, by number or by name.

    Raises:
        UsageError: numbers and names stand side by side, or do not go with the way.
    """
    words = {answer: text for answer, text in said.items() if text is not None}
    numbers = {
        answer: int(folded(text))
        for answer, text in words.items()
        if _COUNT.fullmatch(folded(text))
    }
    named = {
        answer: tuple(every_name_in([text]))
        for answer, text in words.items()
        if answer not in numbers
    }
    if numbers and named:
        raise UsageError(
            _("Numbers and names do not go together."),
            hint=_("Write how many for all of them, or who for all of them; 0 can be left out."),
        )
    if way is None:
        way = Method.NAMED if named else Method.HANDS
    if (way is Method.NAMED and numbers) or (way is not Method.NAMED and named):
        raise UsageError(
            _("A vote by name needs names, any other needs numbers."),
            hint=_("For example: --for 林秀英、陈建国 --against 张伟, or --for 11 --against 2"),
        )
    if way is Method.HANDS and not numbers:
        raise UsageError(
            _("Missing: {names}.").format(names="--for"),
            hint=_("For example: --for 11 --against 2 --abstain 1, or --for 林秀英、陈建国"),
        )
    counts = VoteCounts(*(numbers.get(answer, 0) for answer in Answer))
    return Given(way, counts._replace(not_voting=not_voting), named)


def _merged(
    one: Mapping[Answer, Sequence[str]], other: Mapping[Answer, Sequence[str]]
) -> dict[Answer, tuple[str, ...]]:
    return {answer: (*one.get(answer, ()), *other.get(answer, ())) for answer in Answer}


def _boxes(texts: Sequence[str], counts: VoteCounts) -> tuple[Papers, ...]:
    """Return the boxes of paper ballots.

    Raises:
        UsageError: one cannot be read, or the sums are told beside them.
    """
    if any(counts):
        raise UsageError(
            _("Boxes and their sums do not go together."), hint=_("Leave --for and --against out.")
        )
    boxes = []
    for text in texts:
        label, (out, back, *said) = options.numbers_in(text, how_many=6, example=_BOX)
        boxes.append(Papers(label, out, back, VoteCounts(*said)))
    return tuple(boxes)
