"""Papers of doors and people: what became of each, what is answered on it, round by round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.people import find_person
from jinlin.complex.household.visits import NewVisit, add_visit
from jinlin.complex.rules.visits import VisitOutcome
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.survey.record.actions import check_day, check_open, describe
from jinlin.survey.record.surveys import KIND, Survey
from jinlin.survey.rules.few import FEW, RecordedBeside, leads_to_a_door
from jinlin.survey.rules.kinds import AnswersPer, PaperState
from jinlin.survey.rules.questions import Answer, as_kept, as_read


class Respondent(NamedTuple):
    """The door or the person whose paper it is.

    Attributes:
        label: how we write it: `3-1-502`, a name.
        door: the door; None where a person is asked.
        person_id: the person; None where a door is asked.
    """

    label: str
    door: Door | None
    person_id: int | None

    @property
    def key(self) -> tuple[str, int]:
        """The column that leads to it, and its row."""
        if self.door is not None:
            return "household_id", self.door.id
        assert self.person_id is not None
        return "person_id", self.person_id


Slip: TypeAlias = tuple[str | None, Sequence[Answer]]


class NewPaper(NamedTuple):
    """What became of a paper, as it is to be recorded.

    Attributes:
        answers: what is answered on it; None of one that bears no answers.
        visitors: who went to the door; nobody where it came by itself.
        next_on: when the door is to be visited again.
        round: which time it is asked; None for the round that is on.
    """

    state: PaperState
    on: date
    answers: Sequence[Answer] | None = None
    visitors: tuple[str, ...] = ()
    next_on: date | None = None
    round: int | None = None


class WrittenPaper(NamedTuple):
    """What was recorded.

    Attributes:
        visit: the number of the visit; None where nobody went.
        before: what was on record for the same round; None where nothing was.
    """

    round: int
    visit: int | None
    before: PaperState | None


class PaperRow(NamedTuple):
    """One paper as it was; `replaced` by what was said later in the same round."""

    round: int
    state: PaperState
    answers: tuple[Answer, ...] | None
    said_on: str
    visitors: str | None
    replaced: bool


_CAME_OF: Final = {PaperState.NOT_REACHED: VisitOutcome.NOT_AT_HOME}
_UNANSWERED: Final = frozenset({PaperState.HANDED_OUT, PaperState.NOT_REACHED})


def respondent(reader: Reader, survey: Survey, text: str) -> Respondent:
    """Return the door or the person a word means, as the questionnaire asks the one or the other.

    Raises:
        UsageError: it cannot be read as a home.
        NotFoundError: there is none, several are meant, or the door is not asked.
    """
    if survey.per is AnswersPer.PERSON:
        return of_person(find_person(reader, text))
    return of_door(survey, find_household(reader, text))


def of_person(person: PersonRow) -> Respondent:
    """Return a person as the one who is asked."""
    return Respondent(person.name, None, person.id)


def of_door(survey: Survey, door: Door) -> Respondent:
    """Return a door as the one that is asked.

    Raises:
        NotFoundError: it is not asked.
    """
    if survey.building_id not in (None, door.building_id):
        raise NotFoundError(
            _("{home} is not asked in {number}: only building {building} is.").format(
                home=door.label, number=survey.label, building=survey.building
            ),
            hint=_("See: jinlin survey show {number}").format(number=survey.label),
        )
    return Respondent(door.label, door, None)


def write_paper(tx: Tx, survey: Survey, who: Respondent, new: NewPaper) -> WrittenPaper:
    """Record what became of a paper; what was said before in the same round stays behind it.

    Raises:
        RuleError: the questionnaire is closed, the day lies ahead or before it was made, what was
            answered would be lost behind a paper that bears no answers, or the history would tell
            whose anonymous paper came last.
        UsageError: the round is not the next one, or a person cannot be visited.
    """
    check_open(survey)
    check_day(tx, survey, new.on)
    round_ = new.round or survey.round
    if round_ > survey.round + 1:
        raise UsageError(
            _("{number} is in round {round}.").format(number=survey.label, round=survey.round),
            hint=_("The next one is --round {round}").format(round=survey.round + 1),
        )
    _check_doors(tx, survey, round_, [new.state])
    before = _on_record(tx, survey, who, round_)
    if before is not None:
        row_id, state = before
        check_not_lost(who, round_, state, new.state)
        tx.update("survey_paper", row_id, removed_at=tx.clock.stamp)
    if round_ > survey.round:
        tx.update("survey", survey.id, round=round_)
    visit = _visit(tx, survey, who, new)
    column, row = who.key
    tx.insert(
        "survey_paper",
        survey_id=survey.id,
        round=round_,
        state=new.state,
        answers=None if new.answers is None else as_kept(new.answers),
        said_on=new.on.isoformat(),
        visit_id=visit,
        user=tx.user,
        **{column: row},
    )
    describe(
        tx,
        survey,
        N_("Recorded the paper of {home} in {number}"),
        N_("take back the paper of {home} in {number}"),
        home=who.label,
    )
    return WrittenPaper(round_, visit, before[1] if before else None)


def write_slips(
    tx: Tx,
    survey: Survey,
    slips: Iterable[Slip],
    round_: int,
) -> None:
    """Record anonymous papers, in an order that tells nothing of that in which they came.

    Args:
        tx: the transaction.
        survey: the questionnaire.
        slips: as what each rates, None where nobody asks, and its answers.
        round_: which time it is asked.

    Raises:
        RuleError: the questionnaire is closed, or so few doors gave a paper back since the last one
            that the history would tell whose it is.
    """
    check_open(survey)
    kept = sorted((group or "", as_kept(answers)) for group, answers in slips)
    if leads_to_a_door(len(kept), doors := _since(tx, survey, round_, doors=True)):
        raise RuleError(
            _(
                "Only {count} doors gave a paper back since the last one: it would lead there."
            ).format(count=doors.told),
            hint=_(
                "First {few} doors, then their papers, mixed; or {few} papers at once:"
                " jinlin survey import FILE"
            ).format(few=FEW),
        )
    tx.insert_many(
        "survey_slip",
        ("survey_id", "round", "answers", "rater_group"),
        [(survey.id, round_, answers, group or None) for group, answers in kept],
    )
    describe(
        tx,
        survey,
        N_("Recorded anonymous papers in {number}: {count}"),
        N_("take back anonymous papers in {number}: {count}"),
        count=len(kept),
    )


def _check_doors(tx: Tx, survey: Survey, round_: int, states: Iterable[PaperState]) -> None:
    """Refuse doors that gave a paper back right behind one or two anonymous papers.

    Raises:
        RuleError: the history would tell whose the papers are.
    """
    new = sum(state is PaperState.ANSWERED for state in states)
    if survey.per is not AnswersPer.ANONYMOUS or not new:
        return
    if leads_to_a_door(new, slips := _since(tx, survey, round_, doors=False)):
        raise RuleError(
            _(
                "Only {count} papers were recorded since the last door: they would lead here."
            ).format(count=slips.told),
            hint=_(
                "First {few} papers, mixed, then their doors; or {few} doors at once:"
                " jinlin survey import FILE"
            ).format(few=FEW),
        )


_TOLD: Final = "CASE WHEN json_valid({0}) THEN json_extract({0}, '$.{1}') END"


def _was(key: str, value: str) -> str:
    """Return the SQL that tells whether a row was so before or after a change."""
    return f"({value} IN ({_TOLD.format('after', key)}, {_TOLD.format('before', key)}))"


_SINCE: Final = f"""
    WITH told AS (SELECT table_name = 'survey_paper' AS door, row_id, max(entry) AS entry
        FROM row_change WHERE table_name IN ('survey_paper', 'survey_slip')
        AND {_was("survey_id", "?1")} AND {_was("round", "?2")}
        AND (table_name = 'survey_slip' OR {_was("state", f"'{PaperState.ANSWERED}'")})
        GROUP BY table_name, row_id)
    SELECT count(*), count(CASE WHEN door
        THEN (SELECT 1 FROM survey_paper WHERE id = row_id AND removed_at IS NULL)
        ELSE (SELECT 1 FROM survey_slip WHERE id = row_id) END)
    FROM told WHERE door = ?3
        AND entry > ifnull((SELECT max(entry) FROM told WHERE door <> ?3), 0)"""


def _since(reader: Reader, survey: Survey, round_: int, *, doors: bool) -> RecordedBeside:
    """Return what gave a paper back since the last slip, or the slips since such a door.

    What was taken back counts as well: the history keeps it.
    """
    row = reader.row(_SINCE, (survey.id, round_, doors))
    assert row is not None
    return RecordedBeside(*row)


def write_papers(
    tx: Tx,
    survey: Survey,
    given: Sequence[tuple[Respondent, NewPaper]],
    replaced: Sequence[int],
) -> None:
    """Record what became of many papers in the round that is on, already checked one by one.

    Args:
        tx: the transaction.
        survey: the questionnaire.
        given: whose paper, and what became of it.
        replaced: the rows of theirs that stay behind it.

    Raises:
        RuleError: they are so few that the history would tell whose anonymous papers came last.
    """
    _check_doors(tx, survey, survey.round, (new.state for _who, new in given))
    tx.update_many("survey_paper", ("removed_at",), [(tx.clock.stamp, row) for row in replaced])
    visits = [_visit(tx, survey, who, new) for who, new in given]
    by_person = survey.per is AnswersPer.PERSON
    tx.insert_many(
        "survey_paper",
        (
            "survey_id", "round", "state", "answers", "said_on", "visit_id", "user",
            "person_id" if by_person else "household_id",
        ),
        [
            (
                survey.id, survey.round, new.state,
                None if new.answers is None else as_kept(new.answers),
                new.on.isoformat(), visit, tx.user, who.key[1],
            )
            for (who, new), visit in zip(given, visits, strict=True)
        ],
    )  # fmt: skip
    describe(
        tx,
        survey,
        N_("Recorded papers in {number}: {count}"),
        N_("take back papers in {number}: {count}"),
        count=len(given),
    )


class KeptPaper(NamedTuple):
    """The paper on record of a door or a person."""

    id: int
    state: PaperState
    answers: str | None
    said_on: str


def kept_papers(reader: Reader, survey: Survey) -> dict[int, KeptPaper]:
    """Return the papers of the round that is on, by the row of the door or the person."""
    column = "person_id" if survey.per is AnswersPer.PERSON else "household_id"
    return {
        row["whose"]: KeptPaper(row["id"], PaperState(row["state"]), row["answers"], row["said_on"])
        for row in reader.each(
            f"SELECT id, {column} AS whose, state, answers, said_on FROM survey_paper"
            " WHERE survey_id = ? AND round = ? AND removed_at IS NULL",
            (survey.id, survey.round),
        )
    }


def check_not_lost(who: Respondent, round_: int, before: PaperState, state: PaperState) -> None:
    """Refuse that answers would be lost behind a paper that bears none.

    Raises:
        RuleError: they would.
    """
    if before is PaperState.ANSWERED and state in _UNANSWERED:
        raise RuleError(
            _("{home} has answered already in round {round}.").format(home=who.label, round=round_),
            hint=_("To ask again: --round {next}; to take answers back: jinlin undo").format(
                next=round_ + 1
            ),
        )


def papers_of(reader: Reader, survey: Survey, who: Respondent) -> list[PaperRow]:
    """Return the papers of a door or a person, the first one first."""
    column, row = who.key
    return [
        PaperRow(
            one["round"],
            PaperState(one["state"]),
            None if one["answers"] is None else as_read(one["answers"]),
            one["said_on"],
            one["visitors"],
            bool(one["replaced"]),
        )
        for one in reader.rows(
            "SELECT p.round, p.state, p.answers, p.said_on, v.visitors,"
            " p.removed_at IS NOT NULL AS replaced"
            " FROM survey_paper AS p LEFT JOIN visit AS v ON v.id = p.visit_id"
            f" WHERE p.survey_id = ? AND p.{column} = ? ORDER BY p.id",
            (survey.id, row),
        )
    ]


def _on_record(
    reader: Reader, survey: Survey, who: Respondent, round_: int
) -> tuple[int, PaperState] | None:
    column, value = who.key
    row = reader.row(
        f"SELECT id, state FROM survey_paper WHERE survey_id = ? AND round = ? AND {column} = ?"
        " AND removed_at IS NULL",
        (survey.id, round_, value),
    )
    return None if row is None else (row["id"], PaperState(row["state"]))


def _visit(tx: Tx, survey: Survey, who: Respondent, new: NewPaper) -> int | None:
    """Record that somebody went to the door; None where nobody did."""
    if not new.visitors:
        return None
    if who.door is None:
        raise UsageError(
            _("A visit is of a door, and {number} asks people.").format(number=survey.label),
            hint=_("Leave --by and --next away; record it with: jinlin household visit"),
        )
    return add_visit(
        tx,
        who.door,
        NewVisit(
            on=new.on,
            visitors=new.visitors,
            outcome=_CAME_OF.get(new.state, VisitOutcome.MET),
            purpose=_("survey “{title}”").format(title=survey.title),
            next_on=new.next_on,
            about=Reference(KIND, survey.label),
        ),
    )
