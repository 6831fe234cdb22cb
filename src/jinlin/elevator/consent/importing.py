"""Answers from a filled sheet: good rows in, bad rows told, each paper by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final, Generic, NamedTuple, TypeVar

from jinlin.complex.building.queries import complex_name
from jinlin.complex.exchange.door_rows import DOOR, DoorFinder
from jinlin.core.columns import Column, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.elevator.consent.ballots import Ballot, entitled_ids, needed_ballot
from jinlin.elevator.consent.doors import PaperDoor, paper_doors
from jinlin.elevator.consent.paper_actions import write_agreements, write_opinions, write_votes
from jinlin.elevator.consent.papers import (
    NewAgreement,
    NewOpinion,
    NewVote,
    Signature,
    Visit,
    check_agreement,
    check_opinion,
    check_vote,
    signed_by,
)
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.answers import (
    BallotQuestion,
    Choice,
    Opinion,
)
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.rows import Row, RowError
from jinlin.exchange.table.value_words import value_meaning
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.output.importing.form import left_empty, on_form
from jinlin.output.importing.outcome import Outcome, Rejected, rejected
from jinlin.store.transaction.tx import Reader, Tx

_VISIT: Final = ("visitors", "visited_on", "next_on")
OPINION_FIELDS: Final = (*DOOR, "answer", "reason", "handling", *_VISIT, FORM)
VOTE_FIELDS: Final = (
    *DOOR, "answer", "fund_answer", "signer", "authority", "signed_on", "reason", *_VISIT, FORM,
)  # fmt: skip
AGREEMENT_FIELDS: Final = (*DOOR, "signed_on", "signer", "authority", *_VISIT, FORM)
ANSWERED: Final = (("address", "room"), ("answer",))
SIGNED: Final = (("address", "room"), ("signed_on",))
"""What a sheet of opinions and votes must have, and one of agreements."""

_QUESTIONS: Final = ((BallotQuestion.SCHEME, "answer"), (BallotQuestion.FUND, "fund_answer"))

New = TypeVar("New")
Given = list[tuple[PaperDoor, New]]


def _sheet_of(project: Project, doors: Iterable[PaperDoor]) -> DoorFinder[PaperDoor]:
    """Return the doors a sheet may name; those outside the entrance with their building."""
    return DoorFinder(
        doors,
        lambda home: _("{home} does not belong to {number}").format(
            home=home, number=project.label
        ),
        at_home=lambda door: door.inside,
    )


class _SheetReading(NamedTuple, Generic[New]):
    """What came of the rows of a sheet.

    Attributes:
        empty: the doors for which nothing was filled in.
    """

    given: Given[New]
    rejected: list[Rejected]
    empty: list[str]


def opinion_form(reader: Reader, project: Project) -> str:
    """Return the number of the form for the round of the consultation that is on."""
    return f"{complex_name(reader)}-{project.label}-C{project.round}"


def vote_form(reader: Reader, project: Project, ballot: Ballot) -> str:
    """Return the number of the form for a ballot."""
    return f"{complex_name(reader)}-{project.label}-B{ballot.round}"


def agreement_form(reader: Reader, project: Project) -> str:
    """Return the number of the form for the payment agreements over one version of the scheme."""
    plan = adopted_plan(reader, project)
    return f"{complex_name(reader)}-{project.label}-A{plan.version if plan else 0}"


def import_opinions(tx: Tx, project: Project, rows: Iterable[Row]) -> Outcome:
    """Take what doors say in the consultation from a sheet.

    A row without an answer says nothing; one that says what is on record changes nothing.
    """

    def read(row: Row, door: PaperDoor) -> NewOpinion | None:
        if not row.text("answer"):
            _check_half(row, "answer", "reason", "handling")
            return None
        answer = row.read("answer", lambda: _opinion(row.text("answer")))
        again = answer is door.opinion and door.opinion_round == project.round
        new = NewOpinion(
            answer=answer,
            visit=_visit(tx, row, "visited_on", usual=door.answered_on if again else None),
            reason=row.text("reason") or None,
            handling=row.text("handling") or None,
        )
        row.read("answer", lambda: check_opinion(tx, project, door, new))
        return new

    sheet = _sheet_of(project, paper_doors(tx, project))
    found = _read_rows(on_form(rows, opinion_form(tx, project)), sheet, read)
    given = [(door, new) for door, new in found.given if not _same(project, door, new)]
    write_opinions(tx, project, given)
    return _outcome(found, given, _changed_opinion)


def import_votes(tx: Tx, project: Project, rows: Iterable[Row]) -> Outcome:
    """Take votes from a sheet into the ballot that is open, each question by itself.

    Raises:
        NotFoundError: no ballot is open.
    """
    asked = needed_ballot(tx, project)

    def read(row: Row, door: PaperDoor) -> NewVote | None:
        choices = dict(_choices(row, asked))
        if not choices:
            _check_half(row, "answer", "signer", "authority", "reason")
            return None
        new = NewVote(
            choices,
            _visit(tx, row, "signed_on"),
            _signature(row, door),
            reason=row.text("reason") or None,
        )
        row.read("answer", lambda: check_vote(tx, project, asked, door, new))
        return new

    sheet = _sheet_of(project, paper_doors(tx, project, ids=entitled_ids(tx, project, asked)))
    found = _read_rows(on_form(rows, vote_form(tx, project, asked)), sheet, read)
    given = [(door, new) for door, new in found.given if new.choices != _voted(door, new)]
    write_votes(tx, project, asked, given)
    return _outcome(found, given, _changed_vote)


def import_agreements(tx: Tx, project: Project, rows: Iterable[Row]) -> Outcome:
    """Take signed payment agreements from a sheet: a row counts where a day of signing stands."""
    plan = adopted_plan(tx, project)

    def read(row: Row, door: PaperDoor) -> NewAgreement | None:
        if not row.text("signed_on"):
            _check_half(row, "signed_on", "signer", "authority")
            return None
        new = NewAgreement(_visit(tx, row, "signed_on"), _signature(row, door))
        if not _bound(door):
            row.read("signed_on", lambda: check_agreement(tx, project, door, new))
        return new

    sheet = _sheet_of(project, paper_doors(tx, project))
    found = _read_rows(on_form(rows, agreement_form(tx, project)), sheet, read)
    given = [(door, new) for door, new in found.given if not _bound(door)]
    if plan is not None:
        write_agreements(tx, project, plan, given)
    signed = [Difference(field_label("signed_on"))]
    return _outcome(found, given, lambda door, _new: None if door.signed is None else signed)


def _bound(door: PaperDoor) -> bool:
    """Return whether a door signed over all it is to pay."""
    return door.signed is not None and door.amount is not None and door.signed >= door.amount


def _check_half(row: Row, needed: str, *beside: str) -> None:
    """Refuse a row of a form on which what belongs to an answer stands, and the answer not.

    Raises:
        RowError: it is so.
    """
    if row.text(FORM) and any(row.text(field) for field in beside):
        raise row.error(needed, _("nothing is filled in"))


def _read_rows(
    rows: Iterable[Row], sheet: DoorFinder[PaperDoor], read: Callable[[Row, PaperDoor], New | None]
) -> _SheetReading[New]:
    given: dict[int, tuple[PaperDoor, New]] = {}
    refused: list[Rejected] = []
    empty: list[str] = []
    for row in rows:
        try:
            door = sheet.found(row)
            new = read(row, door)
            if new is not None and door.id in given:
                raise row.error("room", _("{home} stands there twice").format(home=door.label))
        except RowError as error:
            refused.append(rejected(row, *error.problems))
            continue
        if new is None:
            empty.append(door.label)
        else:
            given[door.id] = door, new
    return _SheetReading(list(given.values()), refused, empty)


def _outcome(
    found: _SheetReading[New],
    given: Given[New],
    changes: Callable[[PaperDoor, New], list[Difference] | None],
) -> Outcome:
    """Return what came of a sheet.

    Args:
        found: what was read of it.
        given: what is new of that.
        changes: what changes of a door's paper; None where it has none yet.
    """
    compared: RegisterComparison[str] = RegisterComparison(str)
    for door, new in given:
        what = changes(door, new)
        if what is None:
            compared.added.append(door.label)
        else:
            compared.met(door.label, what)
    written = {door.id for door, _new in given}
    compared.unchanged += [door.label for door, _new in found.given if door.id not in written]
    return compared.outcome(found.rejected, left_empty(found.empty))


def _changed_opinion(door: PaperDoor, new: NewOpinion) -> list[Difference] | None:
    """Return what changes of a door's answer; one that is only given anew is said so too."""
    if door.opinion is None:
        return None
    columns = (
        Column("answer", field_label("answer"), labels=Opinion.labels()),
        Column("reason", field_label("reason"), personal=Personal.TEXT),
        Column("handling", field_label("handling"), personal=Personal.TEXT),
    )
    before = {"answer": door.opinion, "reason": door.reason, "handling": door.handling}
    after = {"answer": new.answer, "reason": new.reason, "handling": new.handling}
    return list(differences(columns, before, after)) or [Difference(field_label("answer"))]


def _changed_vote(door: PaperDoor, new: NewVote) -> list[Difference] | None:
    """Return what changes of a door's vote."""
    if door.scheme is None:
        return None
    columns = (
        Column(question, field_label(field), labels=Choice.labels())
        for question, field in _QUESTIONS
    )
    return list(differences(columns, _voted(door, new), new.choices))


def _opinion(text: str) -> Opinion:
    try:
        return Opinion.read(text)
    except UsageError:
        meaning = value_meaning("answer", text)
        if meaning is None:
            raise
        return Opinion(meaning)


def _choices(row: Row, ballot: Ballot) -> Iterator[tuple[BallotQuestion, Choice]]:
    for question, field in _QUESTIONS:
        text = row.text(field)
        if text and question in ballot.questions:
            yield question, row.read(field, partial(Choice.read, text))


def _visit(tx: Tx, row: Row, day_field: str, usual: str | None = None) -> Visit:
    """Return the visit a row tells of.

    Args:
        tx: the transaction.
        row: the row.
        day_field: the field with the day; else that of the visit.
        usual: the day where the row says none, ISO text; None for today.
    """
    field = day_field if row.text(day_field) else "visited_on"
    on = row.day(field, tx.clock) or (date.fromisoformat(usual) if usual else tx.clock.today)
    visitors = tuple(listed(row.text("visitors")))
    if not visitors:
        _check_half(row, "visitors", "next_on")
    return Visit(on, visitors, row.day("next_on", tx.clock, planned=True) if visitors else None)


def _signature(row: Row, door: PaperDoor) -> Signature:
    names = tuple(listed(row.text("signer")))
    authority = row.text("authority") or None
    strangers = [name for name in names if door.owners and name not in door.owners]
    agent = "、".join(names) if strangers and authority else None
    own = () if agent else names
    return row.read("signer", lambda: signed_by(door, own, agent=agent, authority=authority))


def _same(project: Project, door: PaperDoor, new: NewOpinion) -> bool:
    """Return whether a door's answer of this round says the same already."""
    kept = (door.opinion_round, door.opinion, door.reason, door.handling, door.answered_on)
    on = new.visit.on.isoformat()
    return door.opinion_told == door.amount and kept == (
        project.round, new.answer, new.reason, new.handling, on,
    )  # fmt: skip


def _voted(door: PaperDoor, new: NewVote) -> dict[BallotQuestion, Choice | None]:
    return {question: door.votes[question] for question in new.choices}
