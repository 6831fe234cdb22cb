"""Answers deleted once their purpose is over (个人信息保护法 19, 47); the counts of them stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.store.history.forgetting import bury
from jinlin.store.transaction.tx import Tx
from jinlin.survey.record.counts import SHEETS, VALID, tally
from jinlin.survey.record.surveys import Survey, questions
from jinlin.survey.rules.kinds import AnswerKind

COMMAND: Final = "survey close --forget"
"""What the history calls it: no undo takes it back."""


def forget_answers(tx: Tx, survey: Survey, on: date) -> int:
    """Delete the answers of all rounds, in the history too; states of doors and counts stay.

    Returns:
        How many papers bore answers.

    Raises:
        RuleError: it still takes answers, or they were deleted before.
    """
    if survey.closed_on is None:
        raise RuleError(
            _("{number} still takes answers.").format(number=survey.label),
            hint=_("Close it: jinlin survey close {number}").format(number=survey.label),
        )
    if survey.forgotten_on is not None:
        raise RuleError(
            _("The answers of {number} were deleted on {day}.").format(
                number=survey.label, day=survey.forgotten_on
            ),
            hint=_("What was counted: jinlin survey tally {number}").format(number=survey.label),
        )
    tx.insert_many(
        "survey_count",
        ("survey_id", "round", "position", "value", "times"),
        list(_counts(tx, survey)),
    )
    ids = (survey.id,)
    count = int(
        tx.value(
            "SELECT (SELECT count(*) FROM survey_slip WHERE survey_id = ?1) + (SELECT count(*)"
            " FROM survey_paper WHERE survey_id = ?1 AND answers IS NOT NULL"
            " AND removed_at IS NULL)",
            ids,
        )
    )
    changes = [
        row["id"]
        for table in ("survey_paper", "survey_slip")
        for row in tx.rows(
            "SELECT id FROM row_change WHERE table_name = ? AND salt IS NOT NULL"
            f" AND row_id IN (SELECT id FROM {table} WHERE survey_id = ?)",
            (table, survey.id),
        )
    ]
    tx.write(
        "UPDATE survey_paper SET answers = NULL WHERE survey_id = ? AND answers IS NOT NULL", ids
    )
    tx.write("UPDATE survey_slip SET answers = '' WHERE survey_id = ?", ids)
    tx.update("survey", survey.id, forgotten_on=on.isoformat())
    buried = bury(tx.connection, changes, seq=tx.seq)
    words = {"number": survey.label, "title": survey.title}
    tx.describe(
        Message(
            N_("Deleted the answers of {number}: {title}; the counts stay"),
            {**words, **buried._asdict()},
        ),
        reverse=Message(N_("bring the answers of {number} back: {title}"), dict(words)),
        subject=survey.label,
    )
    return count


def _counts(tx: Tx, survey: Survey) -> Iterator[tuple[int, int, int, str, int]]:
    """Yield what is counted of every round; what was answered in words is not among it."""
    asked = questions(tx, survey)
    for round_ in range(1, survey.round + 1):
        counted = tally(tx, survey, asked, round_)
        yield survey.id, round_, 0, SHEETS, counted.sheets
        yield survey.id, round_, 0, VALID, counted.valid
        for one in counted.questions:
            place = one.question.position
            yield survey.id, round_, place, "", one.answered
            if one.question.kind is not AnswerKind.TEXT:
                for value, times in one.counts.items():
                    yield survey.id, round_, place, value, times
