"""`jinlin issue note`, `assign`, `close`, `reopen`, `rate`: the steps of an issue."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue import actions, closing, queries
from jinlin.issue.commands import options
from jinlin.issue.commands.replies import answer, full_number, issue_data, number_question
from jinlin.issue.rules import (
    NAME_LENGTH,
    SATISFACTION_LABELS,
    one_line,
    read_satisfaction,
    several_lines,
)
from jinlin.issue.statuses import STATUS_LABELS
from jinlin.output.asking import Question, answers
from jinlin.output.grammar import called
from jinlin.store.command import writing


def note(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What happened, who said what."))
    ] = None,
) -> None:
    call = called(ctx)
    said, words = answers(
        call,
        [number_question(number), Question(option=_("TEXT"), text=_("What to note"), given=text)],
    )
    meant = full_number(call, said)
    with writing(call) as tx:
        issue = queries.find(tx, meant)
        actions.note_issue(tx, issue, several_lines(words, what=_("The note")))
        data = issue_data(tx, issue)
    answer(call, issue, data, _("noted down"))


def assign(
    ctx: typer.Context,
    number: options.Number = None,
    who: Annotated[
        str | None,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("A body in charge, such as 物业公司."))
    ] = None,
) -> None:
    from jinlin.issue.commands.people import person_called

    call = called(ctx)
    said, person = answers(
        call,
        [
            number_question(number),
            Question(
                option=_("WHO"), text=_("Who takes charge"), given=who, optional=unit is not None
            ),
        ],
    )
    meant = full_number(call, said)
    body = None if unit is None else one_line(unit, what=_("The body"), longest=NAME_LENGTH)
    with writing(call) as tx:
        issue = actions.assign_issue(
            tx,
            queries.find(tx, meant),
            steward=person_called(tx, person) if person else None,
            handler=body,
        )
        data = issue_data(tx, issue)
    who_now = actions.in_charge(issue.steward, issue.handler)
    answer(call, issue, data, _("assigned to {who}").format(who=who_now))


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
        str | None, typer.Option(metavar=_("DATE"), help=_("When it was closed; now if not given."))
    ] = None,
) -> None:
    call = called(ctx)
    if reason is not None and not unsolved:
        raise UsageError(
            _("A reason belongs to an issue that is closed unsolved."),
            hint=_("Add --unsolved, or write the outcome with --result."),
        )
    said, why = answers(
        call,
        [
            number_question(number),
            Question(
                option="--reason",
                text=_("Why it is not solved"),
                given=reason if unsolved else "",
            ),
        ],
    )
    meant = full_number(call, said)
    text = why or result
    with writing(call) as tx:
        issue = closing.close_issue(
            tx,
            queries.find(tx, meant),
            solved=not unsolved,
            text=several_lines(text, what=_("The result")) if text is not None else None,
            day=parse_day(date, tx.clock) if date is not None else None,
        )
        data = issue_data(tx, issue)
    answer(call, issue, data, _(STATUS_LABELS[issue.status]))


def reopen(
    ctx: typer.Context,
    number: options.Number = None,
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why; it is always asked."))
    ] = None,
) -> None:
    call = called(ctx)
    said, why = answers(
        call,
        [
            number_question(number),
            Question(option="--reason", text=_("Why it is opened again"), given=reason),
        ],
    )
    meant = full_number(call, said)
    with writing(call) as tx:
        issue = closing.reopen_issue(
            tx, queries.find(tx, meant), several_lines(why, what=_("The reason"))
        )
        data = issue_data(tx, issue)
    answer(call, issue, data, _("opened again, due {due}").format(due=issue.due_on))


def rate(
    ctx: typer.Context,
    number: options.Number = None,
    satisfaction: Annotated[
        str | None,
        typer.Argument(metavar=_("WORD"), help=_("满意, 基本满意 or 不满意; or 5 to 1.")),
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("Why."))] = None,
) -> None:
    call = called(ctx)
    said, word = answers(
        call,
        [
            number_question(number),
            Question(
                option=_("WORD"),
                text=_("Satisfaction"),
                given=satisfaction,
                choices=[_(label) for label in SATISFACTION_LABELS.values()],
                check=read_satisfaction,
            ),
        ],
    )
    meant = full_number(call, said)
    rating = read_satisfaction(word)
    why = several_lines(reason, what=_("The reason")) if reason is not None else None
    with writing(call) as tx:
        issue = closing.rate_issue(tx, queries.find(tx, meant), rating, reason=why)
        data = issue_data(tx, issue)
    answer(call, issue, data, _(SATISFACTION_LABELS[rating]))
