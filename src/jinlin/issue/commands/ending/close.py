"""`jinlin issue close`, `decline`, `reopen`, `rate`, `check`: how an issue ends, and after."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import answer, full_number, issue_data, number_question
from jinlin.issue.commands.shared.step_words import tell_decisions
from jinlin.issue.escalation.street_calls import called as called_to
from jinlin.issue.record import closure
from jinlin.issue.record.evaluation import AskingDelay, satisfaction_days
from jinlin.issue.record.life import open_decisions
from jinlin.issue.record.links import open_parts
from jinlin.issue.record.queries import find
from jinlin.issue.rules.issues import (
    several_lines,
)
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.store.command.command import writing


def close(
    ctx: typer.Context,
    number: options.Number = None,
    result: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("What was done."))] = None,
    unsolved: Annotated[
        bool, typer.Option("--unsolved", help=_("The resident got an answer only."))
    ] = False,
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why it is not solved."))
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            "--at",
            metavar=_("MOMENT"),
            help=_("When it was closed: 11-02 or 11-02 18:00; now if not given."),
        ),
    ] = None,
    solved: Annotated[
        str | None,
        typer.Option(metavar=_("MOMENT"), help=_("When it was put right, if before closing.")),
    ] = None,
) -> None:
    call = called(ctx)
    if reason is not None and not unsolved:
        raise UsageError(
            _("A reason belongs to an issue that is closed unsolved."),
            hint=_("Add --unsolved, or write the outcome with --result."),
        )
    if solved is not None and unsolved:
        raise UsageError(
            _("What is closed unsolved was not put right on any day."),
            hint=_("Leave --solved or --unsolved away."),
        )
    asked = Question(
        option="--reason", text=_("Why it is not solved"), given=reason if unsolved else ""
    )
    said, why = answers(call, [number_question(number), asked])
    text = why or result
    if why and result:
        text = _("{result}; why it is not solved: {reason}").format(
            result=result.rstrip("。；;."), reason=why
        )
    meant = full_number(call, said)
    with writing(call) as tx:
        issue = closure.close_issue(
            tx,
            find(tx, meant),
            solved=not unsolved,
            text=several_lines(text, what=_("The result")) if text is not None else None,
            said=date,
            solved_at=solved,
        )
        data = issue_data(tx, issue)
        parts = open_parts(tx, issue)
        days = satisfaction_days(tx)
        decisions = open_decisions(tx, issue)
        absent = [row.department for row in called_to(tx, issue) if row.arrived_at is None]
    answer(call, issue, data, issue.status.label)
    if absent:
        call.tell(
            _("Called and never arrived: {departments}. Is it really settled?").format(
                departments=_(", ").join(dict.fromkeys(absent))
            ),
        )
    tell_decisions(call, decisions)
    _tell_next(call, issue.ask_on, days, parts)


def _tell_next(call: Call, ask_on: str | None, days: AskingDelay, parts: list[str]) -> None:
    if parts:
        call.tell(_("Parts of it are still open: {numbers}").format(numbers=_(", ").join(parts)))
    origin = _("default") if days.origin == "default" else _("set in the database")
    call.tell(
        _("Ask whether they are satisfied from {day} on ({days} days, {origin}).").format(
            day=ask_on, days=days.days, origin=origin
        ),
    )
