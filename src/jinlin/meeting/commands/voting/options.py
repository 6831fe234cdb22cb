"""What every vote is told on the command line, and how its result is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Final, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import clean, folded
from jinlin.meeting.commands.kinds import NAMES, TIME, VOTE
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.queries import find_meeting
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.vote_count import Papers, VoteCounts
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.actions import TakenVote
from jinlin.meeting.voting.vote_place import VoteQuestion
from jinlin.meeting.voting.vote_words import named_lines, verdict, vote_lines
from jinlin.output.command.kind import Number
from jinlin.output.command.kinds import NUMBER, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.transaction.tx import Reader

_NUMBERS: Final = re.compile(r"(?P<label>[^=]+?)=(?P<numbers>\d{1,6}(?:/\d{1,6})*)")

COUNTED: Final = Number(low=0)

Item: TypeAlias = Annotated[
    int | None, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))
]
Subject: TypeAlias = Annotated[
    str | None, TEXT.option("--question", help=N_("What was asked, if not the item."))
]

Kind: TypeAlias = Annotated[
    BallotKind | None,
    choice(BallotKind, called=N_("KIND")).option(
        help=N_("decision or admission; else as the item says.")
    ),
]


class VoteCorrection(NamedTuple):
    """Which vote another one corrects, and why."""

    revise: Annotated[str | None, VOTE.option(help=N_("The vote that this one corrects."))] = None
    reason: Annotated[str | None, TEXT.option(help=N_("Why it is corrected."))] = None


class ToldPapers(NamedTuple):
    """How many papers a vote had that was counted in one box."""

    handed_out: Annotated[int | None, COUNTED.option(help=N_("Paper ballots handed out."))] = None
    collected: Annotated[int | None, COUNTED.option(help=N_("Paper ballots that came back."))] = (
        None
    )
    invalid: Annotated[int, COUNTED.option(help=N_("Invalid paper ballots."))] = 0


class ToldQuestion(NamedTuple):
    """What is told of every vote that is taken in a meeting."""

    question: Subject = None
    at: Annotated[
        SaidTime | None, TIME.option("--time", help=N_("When, such as 20:15; else now."))
    ] = None
    recused: Annotated[
        Sequence[str] | None, NAMES.option(help=N_("Who is recused, being concerned."))
    ] = None
    recused_reason: Annotated[str | None, TEXT.option(help=N_("Why they are recused."))] = None
    correction: VoteCorrection = VoteCorrection()


def question_of(reader: Reader, number: int, item: int | None, told: ToldQuestion) -> VoteQuestion:
    """Return what is put to the vote.

    Raises:
        NotFoundError: there is no such meeting.
        UsageError: the moment cannot be read, or a reason for standing back names nobody.
    """
    if told.recused_reason and not told.recused:
        raise UsageError(_("Nobody stands back."), hint=_("Name them: --recused 林秀英、陈建国"))
    begun = find_meeting(reader, number).begins
    return VoteQuestion(
        item=item,
        subject=told.question,
        at=told.at.after(begun, reader.clock) if told.at else None,
        recused=tuple(dict.fromkeys(told.recused or ())),
        recused_reason=told.recused_reason,
        **told.correction._asdict(),
    )


def numbers_in(text: str, *, how_many: int, example: str) -> tuple[str, list[int]]:
    """Read a name with numbers behind it: `一组=20/19/11/5/2/1`, `张三=15`.

    Raises:
        UsageError: it cannot be read, or has another number of numbers.
    """
    match = _NUMBERS.fullmatch(folded(text))
    numbers = list(map(int, match["numbers"].split("/"))) if match else []
    label = clean(match["label"]) if match else ""
    if not label or len(numbers) != how_many:
        raise UsageError(
            _("“{text}” cannot be read.").format(text=text),
            hint=_("Write it like {example}.").format(example=example),
        )
    return label, numbers


def one_box(counts: VoteCounts, papers: ToldPapers) -> tuple[Papers, ...]:
    """Return the papers of a vote that was counted in one box.

    Raises:
        UsageError: it is not said how many were handed out, or came back.
    """
    out, back = papers.handed_out, papers.collected
    missing = [
        as_typed(option)
        for option, value in (("--handed-out", out), ("--collected", back))
        if value is None
    ]
    if out is None or back is None:
        raise UsageError(
            _("Missing: {names}.").format(names=_(", ").join(missing)),
            hint=_(
                "A secret ballot tells how many papers went out and how many came back;"
                " where hands were raised: {option}."
            ).format(option=as_typed("--hands")),
        )
    return (Papers(_("Ballots"), out, back, counts._replace(invalid=papers.invalid)),)


def say_vote(call: Call, row: VoteRow) -> None:
    """Say what a vote came to, its number and subject first; who voted how goes beside it."""
    said = _("{vote}, item {item}: {subject}").format(
        vote=row.label, item=row.item, subject=row.subject
    )
    done(
        call,
        "\n".join([said, *vote_lines(row)]),
        number=row.label,
        data=vote_data(row),
    )
    for line in named_lines(row):
        call.tell(line)
    if row.rule.confidence is not Confidence.LAW:
        call.tell(
            _("How sure this rule is: {confidence}.").format(confidence=row.rule.confidence.label),
        )
    if not row.people and any(one.elected for one in row.candidates):
        call.tell(
            _(
                "To publish it, write the decision down: jinlin meeting resolve M{meeting} …"
                " --item {item}"
            ).format(meeting=row.meeting, item=row.item)
        )


def say_taken(call: Call, taken: TakenVote) -> None:
    """Say what a vote came to, what was read from its item, and which opinions do not count."""
    say_vote(call, taken.row)
    for line in taken_lines(taken):
        call.tell(line)


def taken_lines(taken: TakenVote) -> Iterator[str]:
    """Yield what was read from the item of a vote, what does not count, and what it overrules."""
    row = taken.row
    if taken.guessed:
        yield _("Counted as “{kind}”, as the item says; otherwise: --kind decision").format(
            kind=row.kind.label
        )
    if taken.left_out:
        yield _("Opinions in writing that do not count in a “{kind}”: {count} ({source})").format(
            kind=row.kind.label, count=taken.left_out, source=basis_words(row.rule.source)
        )
    for one in taken.overruled:
        yield _overruled(row, one)


def _overruled(vote: VoteRow, one: Resolution) -> str:
    """Return what a vote makes of a resolution that was written down before it."""
    if one.ground is Ground.UNTOLD:
        said = _(
            "{number} {text}: its item was voted on several times. Say by which vote:"
            " jinlin meeting resolve {number} --vote V{vote}"
        )
    elif one.lost:
        said = _(
            "{number} {text}: recorded before, and not carried: it is no decision. Take it out:"
            " jinlin meeting unresolve {number}"
        )
    else:
        said = _("{number} {text}: recorded before as “{result}”; the vote tells its result now.")
    return said.format(number=one.label, text=one.text, result=one.result, vote=vote.number)


def vote_data(row: VoteRow) -> dict[str, Any]:
    """Return a vote as JSON tells it; areas in square metres as strings."""
    rule, room = row.rule, row.room
    data: dict[str, Any] = {
        "number": row.label,
        "item": row.item,
        "subject": row.subject,
        "kind": row.kind,
        "method": row.method,
        "taken_at": row.taken_at.isoformat(),
        "revision": row.revision,
        "reason": row.reason,
        "passed": row.passed,
        "verdict": verdict(row),
        "rule": {
            "quorum": rule.quorum.code if rule.quorum else None,
            "pass": rule.passing.code,
            "base": rule.base,
            "source": rule.source,
            "confidence": rule.confidence,
        },
        **room._asdict(),
        "quorum_needed": row.quorum_needed,
        "base_count": row.base,
        "needed": row.needed,
        **row.counts._asdict(),
        "handed_out": row.handed_out,
        "collected": row.collected,
        "batches": _boxes(row.papers),
        "seats": row.seats,
        "candidates": [one._asdict() for one in row.candidates],
        "answers": [one._asdict() for one in row.answers],
        "recusals": [one._asdict() for one in row.recusals],
        "owners": None,
    }
    if row.owners is not None:
        from jinlin.meeting.commands.voting.owners_data import owners_data

        data["owners"] = owners_data(row.owners)
    return data


def _boxes(papers: Iterable[Papers]) -> Sequence[dict[str, Any]]:
    return [
        {
            "label": box.label,
            "handed_out": box.handed_out,
            "collected": box.collected,
            **{key: value for key, value in box.counts._asdict().items() if key != "not_voting"},
        }
        for box in papers
    ]


def check_of_owners(paper: Paper) -> None:
    """Refuse a meeting in which owners decide nothing.

    Raises:
        RuleError: it is of others.
    """
    if not paper.ballot:
        raise RuleError(
            _("{number} is no meeting of owners.").format(number=paper.meeting.label),
            hint=_("Owners decide in their assembly: jinlin meeting add --type 业主大会"),
        )
