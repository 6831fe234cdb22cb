"""What residents ask about what is public, and what they are told (监督一点通)."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import kept_day
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.notice.rules.matters import QUESTION_DAYS
from jinlin.notice.rules.notices import check_answer, ends_on, question_label
from jinlin.output.listing.filter import EVERYTHING, Condition
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx


class InterimAnswer(NamedTuple):
    """What somebody who asked was told on the way to an answer, and by whom."""

    on: date
    text: str
    by: str


class QuestionRow(NamedTuple):
    """A question; who asked is never shown in public.

    Attributes:
        answer_by: the day by which it is to be answered.
        answered_by: who answered, acting in a post.
        private: neither question nor answer is for everybody.
        about: what it is about.
        interim: what the asker was told on the way to the answer, in that order.
    """

    id: int
    number: int
    text: str
    asker: str | None
    asker_phone: str | None
    asked_on: date
    answer_by: date
    answer: str | None
    answered_on: date | None
    answered_by: str | None
    private: bool
    about: Reference | None
    interim: tuple[InterimAnswer, ...] = ()

    @property
    def label(self) -> str:
        """Its number as we write it: `Q7`."""
        return question_label(self.number)


class NewQuestion(NamedTuple):
    """A question as it is to be recorded."""

    text: str
    asked_on: date
    asker: str | None = None
    asker_phone: str | None = None
    private: bool = False
    about: Reference | None = None


_INTERIM: Final = (
    "(SELECT json_group_array(json_array(told_on, text, told_by)) FROM"
    " (SELECT * FROM question_interim WHERE question_id = q.id ORDER BY told_on, id)) AS interim"
)
UNANSWERED: Final = Condition("q.answer IS NULL")
PUBLIC: Final = Condition("q.private = 0")
"""What everybody may read."""


def questions(
    reader: Reader, where: Condition = EVERYTHING, *, limit: int = 0
) -> list[QuestionRow]:
    """Return the questions `q` asked for, those nobody has answered first, then the latest.

    Args:
        reader: the database.
        where: which.
        limit: how many; 0 for all.
    """
    rows = reader.rows(
        f"SELECT q.*, {_INTERIM} FROM question AS q WHERE removed_at IS NULL AND {where.sql}"  # noqa: S608  (our own words)
        " ORDER BY answer IS NOT NULL, CASE WHEN answer IS NULL THEN answer_by END,"
        " asked_on DESC, number DESC LIMIT ?",
        (*where.values, limit or -1),
    )
    return list(map(_question, rows))


def find_question(reader: Reader, number: int) -> QuestionRow:
    """Return the question of this number.

    Raises:
        NotFoundError: there is none.
    """
    row = reader.row(
        f"SELECT q.*, {_INTERIM} FROM question AS q WHERE number = ? AND removed_at IS NULL",  # noqa: S608  (our own words)
        (number,),
    )
    if row is None:
        raise NotFoundError(
            _("There is no question {number}.").format(number=question_label(number)),
            hint=_("See: jinlin notice questions"),
        )
    return _question(row)


def ask(tx: Tx, new: NewQuestion) -> QuestionRow:
    """Record a resident's question under a new permanent number; it is answered the next day."""
    number = tx.next_number("question")
    answer_by = ends_on(new.asked_on, QUESTION_DAYS, calendar(tx))
    row = tx.insert(
        "question",
        number=number,
        text=new.text,
        asker=new.asker,
        asker_phone=new.asker_phone,
        asked_on=new.asked_on.isoformat(),
        answer_by=answer_by.isoformat(),
        private=int(new.private),
        about_kind=new.about.kind if new.about else None,
        about_number=new.about.number if new.about else None,
    )
    words: dict[str, Value] = {"number": question_label(number)}
    tx.describe(
        Message(N_("Recorded question {number}"), words),
        reverse=Message(N_("take question {number} out of the books"), words),
        subject=question_label(number),
    )
    return QuestionRow(
        **new._asdict(), id=row, number=number, answer_by=answer_by, answer=None,
        answered_on=None, answered_by=None,
    )  # fmt: skip


def answer_question(tx: Tx, number: int, *, answer: str, by: str, on: date) -> QuestionRow:
    """Write down what a resident was told.

    Raises:
        NotFoundError: there is no such question.
        RuleError: it was answered before, or would be before it was asked.
    """
    question = find_question(tx, number)
    check_answer(question.label, came_on=question.asked_on, answered_on=question.answered_on, on=on)
    tx.update("question", question.id, answer=answer, answered_on=on.isoformat(), answered_by=by)
    words: dict[str, Value] = {"number": question.label}
    tx.describe(
        Message(N_("Answered question {number}"), words),
        reverse=Message(N_("take back the answer to question {number}"), words),
        subject=question.label,
    )
    return question._replace(answer=answer, answered_on=on, answered_by=by)


def answer_meanwhile(tx: Tx, number: int, *, answer: str, by: str, on: date) -> QuestionRow:
    """Write down what a resident was told on the way: the question stays to be answered.

    Raises:
        NotFoundError: there is no such question.
        RuleError: it was answered, or would be before it was asked.
    """
    question = find_question(tx, number)
    check_answer(question.label, came_on=question.asked_on, answered_on=question.answered_on, on=on)
    tx.insert(
        "question_interim", question_id=question.id, text=answer, told_on=on.isoformat(), told_by=by
    )
    words: dict[str, Value] = {"number": question.label}
    tx.describe(
        Message(N_("Gave an interim answer to question {number}"), words),
        reverse=Message(N_("take back the interim answer to question {number}"), words),
        subject=question.label,
    )
    return question._replace(interim=(*question.interim, InterimAnswer(on, answer, by)))


def _question(row: sqlite3.Row) -> QuestionRow:
    return QuestionRow(
        id=row["id"],
        number=row["number"],
        text=row["text"],
        asker=row["asker"],
        asker_phone=row["asker_phone"],
        asked_on=date.fromisoformat(row["asked_on"]),
        answer_by=date.fromisoformat(row["answer_by"]),
        answer=row["answer"],
        answered_on=kept_day(row["answered_on"]),
        answered_by=row["answered_by"],
        private=bool(row["private"]),
        about=Reference(row["about_kind"], row["about_number"]) if row["about_kind"] else None,
        interim=tuple(
            InterimAnswer(date.fromisoformat(day), text, by)
            for day, text, by in json.loads(row["interim"])
        ),
    )
