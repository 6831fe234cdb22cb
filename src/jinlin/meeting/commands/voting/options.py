"""What every vote is told on the command line, and how its result is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, folded
from jinlin.meeting.commands.kinds import NAMES, TIME, VOTE
from jinlin.meeting.record.queries import find_meeting
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.vote_count import Papers, VoteCounts
from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.actions import TakenVote
from jinlin.meeting.voting.vote_place import VoteQuestion
from jinlin.meeting.voting.vote_words import named_lines, verdict, vote_lines
from jinlin.output.command.kind import Number
from jinlin.output.command.kinds import NUMBER, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.transaction.tx import Reader

_NUMBERS: Final = re.compile(r"(?P<label>[^=]+?)=(?P<numbers>\d{1,6}(?:/\d{1,6})*)")

PAPERS: Final = Number(low=0)

Item: TypeAlias = Annotated[
    int | None, NUMBER.argument(called=_("ITEM"), help=_("The item of the agenda."))
]
Subject: TypeAlias = Annotated[
    str | None, TEXT.option("--question", help=_("What was asked, if not the item."))
]
VoteAt: TypeAlias = Annotated[
    SaidTime | None, TIME.option("--at", help=_("When, such as 20:15; else now."))
]
HandedOut: TypeAlias = Annotated[
    int | None, PAPERS.option("--handed-out", help=_("Paper ballots handed out."))
]
Collected: TypeAlias = Annotated[
    int | None, PAPERS.option("--collected", help=_("Paper ballots that came back."))
]
Invalid: TypeAlias = Annotated[int, PAPERS.option("--invalid", help=_("Invalid paper ballots."))]
Recused: TypeAlias = Annotated[
    Sequence[str] | None, NAMES.option("--recused", help=_("Who stands back, being concerned."))
]
Why: TypeAlias = Annotated[
    str | None, TEXT.option("--recused-reason", help=_("Why they stand back."))
]
Revise: TypeAlias = Annotated[
    str | None, VOTE.option("--revise", help=_("The vote that this one corrects."))
]
Reason: TypeAlias = Annotated[str | None, TEXT.option("--reason", help=_("Why it is corrected."))]


def question_of(
    reader: Reader,
    number: int,
    item: int | None,
    *,
    subject: str | None,
    at: SaidTime | None = None,
    recused: Sequence[str] | None = None,
    why: str | None = None,
    revise: str | None = None,
    reason: str | None = None,
) -> VoteQuestion:
    """Return what is put to the vote.

    Raises:
        NotFoundError: there is no such meeting.
        UsageError: the moment cannot be read, or a reason for standing back names nobody.
    """
    if why and not recused:
        raise UsageError(_("Nobody stands back."), hint=_("Name them: --recused 林秀英、陈建国"))
    return VoteQuestion(
        item=item,
        subject=subject,
        at=at.after(find_meeting(reader, number).begins, reader.clock) if at else None,
        recused=tuple(dict.fromkeys(recused or ())),
        recused_reason=why,
        revise=revise,
        reason=reason,
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


def one_box(
    counts: VoteCounts, handed_out: int | None, collected: int | None
) -> tuple[Papers, ...]:
    """Return the papers of a vote that was counted in one box.

    Raises:
        UsageError: it is not said how many were handed out, or came back.
    """
    missing = [
        option
        for option, value in (("--handed-out", handed_out), ("--collected", collected))
        if value is None
    ]
    if handed_out is None or collected is None:
        raise UsageError(
            _("Missing: {names}.").format(names=_(", ").join(missing)),
            hint=_("A secret ballot tells how many papers went out and how many came back."),
        )
    return (Papers(_("Ballots"), handed_out, collected, counts),)


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


def say_taken(call: Call, taken: TakenVote) -> None:
    """Say what a vote came to, what was read from its item, and which opinions do not count."""
    row = taken.row
    say_vote(call, row)
    if taken.guessed:
        call.tell(
            _("Counted as “{kind}”, as the item says; otherwise: --kind decision").format(
                kind=row.kind.label
            ),
        )
    if taken.left_out:
        call.tell(
            _("Opinions in writing that do not count in a “{kind}”: {count} ({source})").format(
                kind=row.kind.label, count=taken.left_out, source=row.rule.source
            ),
        )


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
