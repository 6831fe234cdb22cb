"""`jinlin issue call`, `arrive`, `joint`, `score`: the street calls, the departments come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.answer import carry_out, number_question
from jinlin.issue.escalation import arrival_actions, street_calls
from jinlin.issue.record.steps import happened
from jinlin.issue.rules.choices import choices_of, said_word
from jinlin.issue.rules.departments import read_department, read_departments
from jinlin.issue.rules.issues import NAME_LENGTH, one_line, several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx

_BY = {"street": street_calls.ScoredBy.STREET, "街道": street_calls.ScoredBy.STREET,
       "branch": street_calls.ScoredBy.BRANCH, "支部": street_calls.ScoredBy.BRANCH}  # fmt: skip


def call_(
    ctx: typer.Context,
    number: options.Number = None,
    lead: Annotated[
        str | None, typer.Option(metavar="城管", help=_("The department in the lead."))
    ] = None,
    departments: Annotated[
        str | None, typer.Option(metavar="公安,市场监管", help=_("The other departments."))
    ] = None,
    other: options.Other = False,
    at: options.At = None,
    wanted_by: Annotated[
        str | None,
        typer.Option("--wanted-by", metavar=_("DATE"), help=_("By when they are to come.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What the street said."))
    ] = None,
) -> None:
    call = called(ctx)
    asked = Question(option="--lead", text=_("The department in the lead"), given=lead)
    said, first = answers(call, [number_question(number), asked])
    leading = read_department(first, other=other)
    others = read_departments(departments, other=other) if departments else []
    kept = several_lines(note, what=_("The note")) if note is not None else None

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        day = parse_day(wanted_by, tx.clock, planned=True) if wanted_by else None
        made = street_calls.Call(
            lead=leading, others=others, at=moment, wanted_by=day, note=kept, timed=at is not None
        )
        return street_calls.call_departments(tx, issue, made)

    names = _(", ").join(dict.fromkeys((leading, *others)))
    carry_out(
        call,
        said,
        act,
        lambda _issue: _("the street called {departments}").format(departments=names),
    )


def arrive(
    ctx: typer.Context,
    number: options.Number = None,
    department: options.Department = None,
    who: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("Who came, such as 王队."))
    ] = None,
    at: options.At = None,
    result: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What they did or said."))
    ] = None,
    other: options.Other = False,
) -> None:
    call = called(ctx)
    asked = Question(option="--department", text=_("Which department"), given=department)
    said, words = answers(call, [number_question(number), asked])
    came = read_departments(words, other=other)
    person = one_line(who, what=_("Who came"), longest=NAME_LENGTH) if who is not None else None
    kept = several_lines(result, what=_("The result")) if result is not None else None
    waiting: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        now = arrival_actions.record_arrival(tx, issue, came, who=person, at=moment, result=kept)
        waiting.extend(
            row.department for row in street_calls.called(tx, now) if row.arrived_at is None
        )
        return now

    carry_out(
        call,
        said,
        act,
        lambda _issue: _("{departments} arrived").format(departments=_(", ").join(came)),
    )
    if waiting:
        names = _(", ").join(dict.fromkeys(waiting))
        call.tell(_("Not there yet: {departments}").format(departments=names))


def joint(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None,
        typer.Argument(metavar=_("TEXT"), help=_("What is done together, and by whom.")),
    ] = None,
    at: options.At = None,
    recheck: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("When the result is looked at; it is due then.")),
    ] = None,
) -> None:
    call = called(ctx)
    asked = Question(option=_("TEXT"), text=_("What is done together, and by whom"), given=text)
    said, words = answers(call, [number_question(number), asked])
    kept = several_lines(words, what=_("The note"))

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        day = parse_day(recheck, tx.clock, planned=True) if recheck else None
        return arrival_actions.joint_handling(tx, issue, kept, at=moment, recheck=day)

    carry_out(
        call,
        said,
        act,
        lambda issue: _("joint handling noted down, due {due}").format(due=issue.due_on),
    )


def score(
    ctx: typer.Context,
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
    call = called(ctx)
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
                choices=[_(label) for label in street_calls.SCORED_BY_LABELS.values()],
                check=_read_by,
            ),
        ],
    )
    which, given, scored_by = (
        read_department(words, other=other),
        _read_score(points),
        _read_by(who),
    )
    kept = several_lines(note, what=_("The note")) if note is not None else None
    carry_out(
        call,
        said,
        lambda tx, issue: arrival_actions.score_department(
            tx, issue, which, score=given, by=scored_by, note=kept
        ),
        lambda _issue: _("{department}: {score} of 5, by the {who} (for reference)").format(
            department=which, score=given, who=_(street_calls.SCORED_BY_LABELS[scored_by])
        ),
    )


def _read_score(text: str) -> int:
    if text.strip() not in {str(score) for score in arrival_actions.SCORES}:
        raise UsageError(
            _("“{text}” is not a score.").format(text=text), hint=_("Write 1 to 5; 5 is best.")
        )
    return int(text)


def _read_by(text: str) -> street_calls.ScoredBy:
    by = said_word(text, _BY)
    if by is None:
        raise UsageError(
            _("“{text}” does not score departments.").format(text=text),
            hint=choices_of(street_calls.SCORED_BY_LABELS),
        )
    return by
