"""Answers from a sheet: of doors or people one paper a row, of an anonymous survey slips."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from jinlin.complex.exchange.door_rows import DOOR, DoorFinder, named_by
from jinlin.complex.household.door import doors_of
from jinlin.complex.household.people import find_person
from jinlin.core.columns import Personal
from jinlin.core.errors import RowProblem, RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact, listed
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.headers import Headers
from jinlin.exchange.table.rows import Row, RowError
from jinlin.exchange.table.value_words import blank_words, value_meaning
from jinlin.member.rules.posts import Body
from jinlin.output.importing.comparison import Difference, RegisterComparison
from jinlin.output.importing.form import left_empty, on_form
from jinlin.output.importing.outcome import Outcome, Rejected
from jinlin.output.listing.values import masked
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.survey.record.actions import check_day, check_open
from jinlin.survey.record.answer_form import STATE, VISIT, form_number
from jinlin.survey.record.papers import (
    KeptPaper,
    NewPaper,
    Respondent,
    Slip,
    check_not_lost,
    kept_papers,
    of_door,
    of_person,
    write_papers,
    write_slips,
)
from jinlin.survey.record.surveys import KIND, Survey
from jinlin.survey.rules.kinds import AnswersPer, PaperState
from jinlin.survey.rules.questions import (
    Answer,
    SurveyQuestion,
    as_kept,
    as_typed_online,
    parts_of,
    read_answer,
)

_NOT_ASKED: Final = ("-2", "-3")
"""What 问卷星 writes into the column of a choice where the question was passed over."""
GROUP: Final = "rater_group"
Asked: TypeAlias = Sequence[SurveyQuestion]


class _TakenPaper(NamedTuple):
    """A row that is taken: whose paper, and what is on record of it."""

    who: Respondent
    new: NewPaper
    before: KeptPaper | None


def fields_of(survey: Survey, asked: Asked) -> tuple[str, ...]:
    """Return what is read of a sheet; all else on it, such as an ip or a time, never is."""
    texts = tuple(text for one in asked for text in _columns_of(one))
    match survey.per:
        case AnswersPer.PERSON:
            return ("name", *texts, STATE, FORM)
        case AnswersPer.HOUSEHOLD:
            return (*DOOR, *texts, STATE, *VISIT, FORM)
        case AnswersPer.ANONYMOUS:
            groups = (GROUP,) if survey.groups else ()
            return (*texts, *groups, *DOOR, STATE, *VISIT, FORM)


def _columns_of(question: SurveyQuestion) -> tuple[str, ...]:
    """Return the columns that may hold what is answered: of a body whatever it is called."""
    return (question.text, *parts_of(question).values(), *_also_called(question))


def _also_called(question: SurveyQuestion) -> tuple[str, ...]:
    body = Body.said(question.subject) if question.subject else None
    called = () if body is None else (body.label, *body.spoken)
    return tuple(name for name in called if name != question.text)


def check_columns(survey: Survey, asked: Asked, headers: Headers) -> None:
    """Refuse a sheet without a column for whose paper a row is, or without one of the questions.

    Raises:
        FileError: it has none; its columns are named.
    """
    of_doors = STATE in headers.columns
    missing = [
        one.text
        for one in (() if of_doors else asked)
        if not headers.columns.keys() & set(_columns_of(one))
    ]
    if survey.per is AnswersPer.PERSON and "name" not in headers.columns:
        missing = ["name", *missing]
    elif (survey.per is AnswersPer.HOUSEHOLD or of_doors) and not (
        headers.columns.keys() & {"address", "room"}
    ):
        missing = ["room", *missing]
    if survey.groups and not of_doors and GROUP not in headers.columns:
        missing.append(GROUP)
    if missing:
        raise headers.lacking([field_label(field) for field in missing])


def check_first_time(reader: Reader, survey: Survey, digest: str) -> None:
    """Refuse a file of anonymous papers that was taken before: nobody could tell them apart.

    Raises:
        RuleError: it was.
    """
    if survey.per is AnswersPer.ANONYMOUS and reader.value(
        "SELECT 1 FROM import_origin WHERE register = ? AND digest = ?"
        " AND EXISTS (SELECT 1 FROM survey_slip WHERE survey_id = ?)",
        (KIND, digest, survey.id),
    ):
        raise RuleError(
            _("This very file was imported before, and its papers would count twice."),
            hint=_("Was it wrong? Take it back first: jinlin undo"),
        )


def import_answers(tx: Tx, survey: Survey, asked: Asked, rows: Iterable[Row], on: date) -> Outcome:
    """Take answers from a sheet; good rows in, bad rows told, each by itself.

    Args:
        tx: the transaction.
        survey: the questionnaire.
        asked: its questions.
        rows: the rows of the sheet.
        on: the day of the answers, where a row says none.

    Raises:
        RuleError: the questionnaire is closed, or was made only after that day.
        FileError: the rows stand on another form.
    """
    check_open(survey)
    check_day(tx, survey, on)
    forms = on_form(rows, form_number(tx, survey))
    if survey.per is not AnswersPer.ANONYMOUS:
        return _import_papers(tx, survey, asked, forms, on)
    every = list(forms)
    if every and STATE in every[0].headers.columns:
        return _import_papers(tx, survey, (), every, on)
    return _import_slips(tx, survey, asked, every)


def _import_papers(tx: Tx, survey: Survey, asked: Asked, rows: Iterable[Row], on: date) -> Outcome:
    reading = _PaperReading(tx, survey, asked, on)
    refused: list[Rejected] = []
    for row in rows:
        try:
            reading.take(row)
        except RowError as error:
            refused.append(_rejected(row, error))
    taken = [*reading.taken.values()]
    if taken:
        replaced = [one.before.id for one in taken if one.before]
        write_papers(tx, survey, [(one.who, one.new) for one in taken], replaced)
    compared: RegisterComparison[str] = RegisterComparison(
        _masked if survey.per is AnswersPer.PERSON else str
    )
    for one in taken:
        if one.before is None:
            compared.added.append(one.who.label)
        else:
            compared.met(one.who.label, [Difference(_("Answers"))])
    compared.unchanged += reading.same
    return compared.outcome(refused, left_empty(reading.empty))


class _PaperReading:
    """The rows of a sheet, read one by one.

    Attributes:
        taken: the papers that are new or other than on record, by the row of the door or person.
        same: whose paper is on record as the sheet says.
        empty: for whom nothing was filled in.
    """

    def __init__(self, tx: Tx, survey: Survey, asked: Asked, on: date) -> None:
        self._tx, self._survey, self._asked, self._on = tx, survey, asked, on
        self._answers = _AnswerCells(asked)
        self._whose, self._before = _whose(tx, survey), kept_papers(tx, survey)
        self.taken: dict[int, _TakenPaper] = {}
        self.same: list[str] = []
        self.empty: list[str] = []

    def take(self, row: Row) -> None:
        """Read a row.

        Raises:
            RowError: it cannot be taken.
        """
        who = self._whose(row)
        key = who.key[1]
        new = self._new_paper(row)
        kept = self._before.get(key)
        if new is None:
            self.empty.append(who.label)
        elif key in self.taken:
            field = "name" if who.door is None else named_by(row)
            said = _("{home} stands there twice").format(home=who.label)
            raise row.error(field, said, lasting=True)
        elif kept is not None and _is_same(kept, new, dated=bool(row.text("visited_on"))):
            self.same.append(who.label)
        else:
            if kept is not None:
                check = partial(check_not_lost, who, self._survey.round, kept.state, new.state)
                row.read(STATE, check)
            self.taken[key] = _TakenPaper(who, new, kept)

    def _new_paper(self, row: Row) -> NewPaper | None:
        """Return what a row says became of a paper; None where it says nothing.

        Raises:
            RowError: something on it cannot be read, or its parts contradict each other.
        """
        said = row.text(STATE)
        state = PaperState.of_visit(said) if said else None
        if said and state is None:
            raise row.error(
                STATE, _("“{text}” is none of 已发, 已收, 未联系上, 拒答").format(text=said)
            )
        answers = self._answers.read(row)
        if any(answers):
            if state not in (None, PaperState.ANSWERED):
                raise row.error(STATE, _("answers stand beside it"))
            state = PaperState.ANSWERED
        elif state is PaperState.ANSWERED and self._asked:
            raise row.error(self._asked[0].text, _("nothing is filled in"))
        if state is None:
            return None
        day = row.day("visited_on", self._tx.clock, past=True) or self._on
        row.read("visited_on", partial(check_day, self._tx, self._survey, day))
        visitors = tuple(listed(row.text("visitors")))
        return NewPaper(
            state,
            day,
            answers if any(answers) else None,
            visitors,
            row.day("next_on", self._tx.clock, planned=True) if visitors else None,
        )


def _masked(name: str) -> str:
    return masked(name, Personal.NAME)


def _whose(tx: Tx, survey: Survey) -> Callable[[Row], Respondent]:
    """Return what tells whose paper a row is."""
    if survey.per is AnswersPer.PERSON:
        return lambda row: of_person(
            row.read("name", partial(find_person, tx, row.required("name")))
        )
    doors = DoorFinder(
        doors_of(tx, survey.building_id),
        lambda home: (
            _("{home} is not asked in {number}").format(home=home, number=survey.label)
            if survey.building_id
            else _("there is no home {home} in the register").format(home=home)
        ),
    )
    return lambda row: of_door(survey, doors.found(row))


class _AnswerCells:
    """The cells of a sheet as answers; what was read once, such as a choice, is known."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._known: dict[tuple[int, str], Answer] = {}

    def read(self, row: Row) -> tuple[Answer, ...]:
        """Return what is answered on a row.

        Raises:
            RowError: some of it cannot be read; all of that is told at once.
        """
        found: list[Answer] = []
        problems: list[RowProblem] = []
        for one in self._asked:
            try:
                cell = row.kept(one.text) or _named_in(row, one) or _of_body(row, one)
                answer = self._known.get((one.position, cell))
                if answer is None:
                    answer = row.read(one.text, partial(_answer_in, one, cell))
                    self._known[one.position, cell] = answer
                found.append(answer)
            except RowError as error:
                problems += error.problems
        if problems:
            raise RowError(*problems)
        return tuple(found)


def _named_in(row: Row, question: SurveyQuestion) -> str:
    """Return the choices that are ticked where each has a column, as they are typed.

    Raises:
        RowError: it cannot be told whether one is.
    """
    found = []
    for choice, field in parts_of(question).items():
        cell = as_typed_online(question, row.text(field))
        said = value_meaning("ticked", cell) if cell else "no"
        if said is None and compact(cell) not in (compact(choice), *map(compact, _NOT_ASKED)):
            raise row.error(
                field, _("“{text}” does not say whether it is chosen").format(text=cell)
            )
        if said == "yes" or compact(cell) == compact(choice):
            found.append(choice)
    return "|".join(found)


def _of_body(row: Row, question: SurveyQuestion) -> str:
    return next(filter(None, map(row.kept, _also_called(question))), "")


def _answer_in(question: SurveyQuestion, cell: str) -> Answer:
    """Return what a cell answers; what only says that nothing is known does not, unless asked."""
    text = as_typed_online(question, cell)
    if text in blank_words() and compact(text) not in map(compact, question.choices):
        return ()
    return read_answer(question, text)


def _is_same(kept: KeptPaper, new: NewPaper, *, dated: bool) -> bool:
    """Return whether a paper is on record as a row says, on the day it says."""
    answers = None if new.answers is None else as_kept(new.answers)
    same = (kept.state, kept.answers) == (new.state, answers)
    return same and (not dated or kept.said_on == new.on.isoformat())


def _rejected(row: Row, error: RowError, *, but: Collection[str] = ()) -> Rejected:
    """Return a row that is given back, without what is never read: ip, source, time, a name."""
    read = {place for field, place in row.headers.columns.items() if field not in but}
    cells = [cell if place in read else "" for place, cell in enumerate(row.cells)]
    return Rejected(tuple(cells), error.problems[0], error.problems[1:])


def _import_slips(tx: Tx, survey: Survey, asked: Asked, rows: Iterable[Row]) -> Outcome:
    """Take anonymous papers: nothing is read of a row but its answers."""
    slips: list[Slip] = []
    refused: list[Rejected] = []
    empty: list[str] = []
    doors = False
    cells = _AnswerCells(asked)
    for row in rows:
        doors = doors or bool(row.headers.columns.keys() & set(DOOR))
        try:
            answers, group = cells.read(row), _group(row, survey)
        except RowError as error:
            refused.append(_rejected(row, error, but=DOOR))
            continue
        if any(answers):
            slips.append((group, answers))
        else:
            empty.append(str(row.number))
    if slips:
        write_slips(tx, survey, slips, survey.round)
    notes = [*left_empty(empty)]
    if doors:
        notes.append(_("The survey is anonymous: which door a row is of was not read."))
    return Outcome(added=len(slips), rejected=tuple(refused), notes=tuple(notes))


def _group(row: Row, survey: Survey) -> str | None:
    if not survey.groups:
        return None
    said = row.required(GROUP)
    if said not in survey.rater_groups:
        known = _(", ").join(survey.rater_groups)
        raise row.error(GROUP, _("“{text}” is none of {known}").format(text=said, known=known))
    return said
