"""`jinlin issue score`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.escalation import arrivals
from jinlin.issue.escalation.street_calls import ScoredBy
from jinlin.issue.rules.departments import read_department
from jinlin.issue.rules.texts import several_lines
from jinlin.output.asking import Question, answers


def score(
    call: Call,
    number: options.Number = None,
    department: options.Department = None,
    score: Annotated[
        str | None, typer.Option(metavar="1-5", help=_("5 is best; for the street's reference."))
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar=_("WORD"), help=_("Who scores: street or branch."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Why."))] = None,
    other: options.Other = False,
) -> None:
    said, words, points, who = answers(
        call,
        [
            number_question(number),
            Question(option="--department", text=_("Which department"), given=department),
            Question(option="--score", text=_("How many points"), given=score, check=_read_score),
            Question(
                option="--by",
                text=_("Who scores"),
                given=by,
                choices=[by.label for by in ScoredBy],
                check=ScoredBy.read,
            ),
        ],
    )
    which, given, scored_by = (
        read_department(words, other=other),
        _read_score(points),
        ScoredBy.read(who),
    )
    kept = several_lines(note, what=_("The note")) if note is not None else None
    carry_out(
        call,
        said,
        lambda tx, issue: arrivals.score_department(
            tx, issue, which, score=given, by=scored_by, note=kept
        ),
        lambda _issue: _("{department}: {score} of 5, by the {who} (for reference)").format(
            department=which, score=given, who=scored_by.label
        ),
    )


def _read_score(text: str) -> int:
    if text.strip() not in {str(score) for score in arrivals.SCORES}:
        raise UsageError(
            _("“{text}” is not a score.").format(text=text), hint=_("Write 1 to 5; 5 is best.")
        )
    return int(text)
