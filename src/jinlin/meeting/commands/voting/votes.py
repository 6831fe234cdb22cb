"""`jinlin meeting votes`: the votes of a meeting, or one of them with everything counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.meeting.commands.kinds import VOTE, MeetingNumber
from jinlin.meeting.record.queries import find_meeting
from jinlin.meeting.rules.vote_rules import Answer, BallotKind
from jinlin.meeting.rules.votes import Method, VoteRow
from jinlin.meeting.voting.queries import find_vote, revisions_of, votes_of
from jinlin.meeting.voting.vote_words import verdict, vote_lines
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, for_programs
from jinlin.store.command.command import reading


def votes(
    call: Call,
    number: MeetingNumber,
    which: Annotated[
        str | None, VOTE.argument(help=N_("One of them, with all its numbers."))
    ] = None,
) -> None:
    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        if which is None:
            listed = vote_listing(votes_of(reader, meeting.id), whole=for_programs(call))
            show(call, listed)
            return
        row = find_vote(reader, meeting, which)
        before = revisions_of(reader, meeting.id, row.number)
    show(call, _record(row, before))


def vote_listing(rows: Sequence[VoteRow], *, whole: bool) -> Listing:
    """Return the votes of a meeting; as data with their numbers, on the screen in words."""
    columns = [
        Column(key="number", heading=_("Number")),
        Column(key="item", heading=_("Item"), kind=Kind.INTEGER),
        Column(key="subject", heading=_("Question"), personal=Personal.TEXT),
        Column(
            key="method",
            heading=_("Way"),
            labels=Method.labels(),
        ),
        Column(key="verdict", heading=_("Outcome of the vote")),
        Column(key="passed", heading=_("Carried"), kind=Kind.BOOLEAN),
        _kind_column(),
        Column(key="entitled", heading=_("Entitled"), kind=Kind.INTEGER),
        Column(key="present", heading=_("Present"), kind=Kind.INTEGER),
        Column(key="in_favour", heading=_("For"), kind=Kind.INTEGER),
        Column(key="against", heading=_("Opposed"), kind=Kind.INTEGER),
        Column(key="abstained", heading=_("Abstained"), kind=Kind.INTEGER),
        Column(key="invalid", heading=_("Invalid"), kind=Kind.INTEGER),
        Column(key="not_voting", heading=_("Not voting"), kind=Kind.INTEGER),
        Column(key="needed", heading=_("Needed"), kind=Kind.INTEGER),
        Column(key="revision", heading=_("Revision"), kind=Kind.INTEGER),
        Column(key="rule", heading=_("Rule")),
    ]
    aside = () if whole else columns[5:]
    return Listing(
        key="votes",
        title=_("Votes"),
        columns=tuple(columns),
        rows=[
            (
                row.label, row.item, row.subject, row.method, verdict(row), row.passed, row.kind,
                row.room.entitled, row.room.present, *row.counts, row.needed, row.revision,
                basis_words(row.rule.source),
            )
            for row in rows
        ],
        empty=_("No vote was taken."),
        aside=frozenset(column.key for column in aside),
    )  # fmt: skip


def _kind_column(*, people: bool = True) -> Column:
    labels = BallotKind.labels()
    if not people:
        labels[BallotKind.ELECTION] = _("choice")
    return Column(key="kind", heading=_("Kind of vote"), labels=labels)


def _record(row: VoteRow, before: Sequence[VoteRow]) -> Record:
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), row.label),
        (Column(key="item", heading=_("Item"), kind=Kind.INTEGER), row.item),
        (Column(key="subject", heading=_("Question")), row.subject),
        (_kind_column(people=row.people), row.kind),
        (Column(key="taken_at", heading=_("Time"), kind=Kind.TIME), row.taken_at),
        (Column(key="passed", heading=_("Carried"), kind=Kind.BOOLEAN), row.passed),
        (Column(key="lines", heading=_("In words")), "\n".join(vote_lines(row))),
    ]
    return Record.of(
        title=f"{row.label} {row.subject}",
        fields=fields,
        listings=tuple(_parts(row, before)),
    )


def _parts(row: VoteRow, before: Sequence[VoteRow]) -> list[Listing]:
    """Return the listings that this vote has something for."""
    parts = (_answers(row), _candidates(row), _papers(row), _owners(row), _revisions(before))
    return [part for part in parts if part.rows]


def _answers(row: VoteRow) -> Listing:
    return Listing.of(
        "answers",
        _("Who voted how"),
        (Cell("name", _("Name")), Cell("answer", _("Vote"), labels=Answer.labels())),
        row.answers,
    )


def _candidates(row: VoteRow) -> Listing:
    return Listing(
        key="candidates",
        title=_("Candidates") if row.people else _("Chosen among"),
        columns=(
            Column(key="name", heading=_("Name")),
            Column(key="votes", heading=_("Votes received"), kind=Kind.INTEGER),
            Column(
                key="elected",
                heading=_("Elected") if row.people else _("Chosen"),
                kind=Kind.BOOLEAN,
            ),
        ),
        rows=list(row.candidates),
    )


def _papers(row: VoteRow) -> Listing:
    counted = _counted(row)
    return Listing(
        key="batches",
        title=_("Paper ballots"),
        columns=(
            Column(key="label", heading=_("Box")),
            Column(key="handed_out", heading=_("Handed out"), kind=Kind.INTEGER),
            Column(key="collected", heading=_("Collected"), kind=Kind.INTEGER),
            *(Column(key=key, heading=text, kind=Kind.INTEGER) for key, text in counted),
            Column(key="invalid", heading=_("Invalid"), kind=Kind.INTEGER),
        ),
        rows=[
            (
                box.label, box.handed_out, box.collected, *box.counts[: len(counted)],
                box.counts.invalid,
            )
            for box in row.papers
        ],
    )  # fmt: skip


def _revisions(before: Sequence[VoteRow]) -> Listing:
    return Listing(
        key="revisions",
        title=_("Corrections"),
        columns=(
            Column(key="revision", heading=_("Revision"), kind=Kind.INTEGER),
            Column(key="verdict", heading=_("Outcome of the vote")),
            Column(key="reason", heading=_("Why corrected")),
        ),
        rows=[(one.revision, verdict(one), one.reason) for one in before]
        if len(before) > 1
        else [],
    )


def _counted(row: VoteRow) -> list[tuple[str, str]]:
    """Return what valid papers say: of an election, only that they are valid."""
    if row.kind is BallotKind.ELECTION:
        return [("valid", _("Valid"))]
    return [
        ("in_favour", _("For")),
        ("against", _("Opposed")),
        ("abstained", _("Abstained")),
    ]


def _owners(row: VoteRow) -> Listing:
    rows: list[tuple[object, ...]] = []
    if row.owners is not None:
        vote = row.owners.vote
        rows = [
            (name, amount.heads, amount.area)
            for name, amount in (
                (_("entitled"), vote.entitled),
                (_("took part"), vote.taken_part),
                (_("agree"), vote.in_favour),
                (_("oppose"), vote.against),
                (_("abstain"), vote.abstained),
                (_("did not take part"), vote.silent),
                (_("counted by the clause"), vote.deemed),
            )
        ]
    return Listing(
        key="heads_and_area",
        title=_("By heads and by area"),
        columns=(
            Column(key="who", heading=_("Owners")),
            Column(key="heads", heading=_("Heads"), kind=Kind.INTEGER),
            Column(key="area_m2", heading=_("Area"), kind=Kind.AREA),
        ),
        rows=rows,
    )
