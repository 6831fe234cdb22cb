"""`jinlin issue score`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import DEPARTMENT, LINES
from jinlin.issue.commands.shared.one_issue import carry_out
from jinlin.issue.escalation import arrivals
from jinlin.issue.escalation.street_calls import ScoredBy
from jinlin.issue.rules.departments import read_department
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import choice


def _score(text: str) -> int:
    if text.strip() not in {str(score) for score in arrivals.SCORES}:
        raise UsageError(
            _("“{text}” is not a score.").format(text=text), hint=_("Write 1 to 5; 5 is best.")
        )
    return int(text)


SCORE: Final = WordKind("score", "1-5", _score)


def score(
    call: Call,
    number: options.Issue,
    department: Annotated[
        str,
        DEPARTMENT.option(
            called="城管",
            help=N_("A department, as people say it."),
            asked=AskedFor(N_("Which department")),
        ),
    ],
    score: Annotated[
        int,
        SCORE.option(
            help=N_("5 is best; for the street's reference."), asked=AskedFor(N_("How many points"))
        ),
    ],
    by: Annotated[
        ScoredBy,
        choice(ScoredBy).option(
            "--by",
            "--评分方",
            help=N_("Who scores: street or branch."),
            asked=AskedFor(N_("Who scores")),
        ),
    ],
    no_show: Annotated[
        bool, flag("--no-show", help=N_("It was called and did not come by the day it was wanted."))
    ] = False,
    note: Annotated[str | None, LINES.option("--reason", help=N_("Why."))] = None,
    other: options.Other = False,
) -> None:
    which = read_department(department, other=other)
    carry_out(
        call,
        number,
        lambda tx, issue: arrivals.score_department(
            tx, issue, which, arrivals.DepartmentScore(score, by, note, no_show)
        ),
        lambda _issue: (
            _("{department}, which did not come: {score} of 5, by the {who} (for reference)")
            if no_show
            else _("{department}: {score} of 5, by the {who} (for reference)")
        ).format(department=which, score=score, who=by.label),
    )
