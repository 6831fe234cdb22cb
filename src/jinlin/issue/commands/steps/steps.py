"""`jinlin issue note`, `partly`, `visit`, `urge`, `consult`, `defer`, `resume`: on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.answer import carry_out, number_question
from jinlin.issue.record import actions
from jinlin.issue.record.steps import happened
from jinlin.issue.rules.danger import Danger
from jinlin.issue.rules.issues import Urgency, several_lines
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx

OFTEN = 2
"""Urged so many times, an issue had better go up."""


def note(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What happened, who said what."))
    ] = None,
    at: options.At = None,
) -> None:
    call = called(ctx)
    said, words = answers(
        call,
        [number_question(number), Question(option=_("TEXT"), text=_("What to note"), given=text)],
    )
    kept = several_lines(words, what=_("The note"))
    carry_out(
        call,
        said,
        lambda tx, issue: actions.note_issue(tx, issue, kept, at=happened(tx, issue, at)),
        lambda _i: _("noted down"),
    )


def partly(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What is settled, and what is left."))
    ] = None,
) -> None:
    from jinlin.issue.record.closing import partly_solved

    call = called(ctx)
    question = Question(option=_("TEXT"), text=_("What is settled, and what is left"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))
    carry_out(
        call,
        said,
        lambda tx, issue: partly_solved(tx, issue, kept),
        lambda _i: _("partly solved; it stays open"),
    )


def visit(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What was found or agreed."))
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar=_("WHO"), help=_("Who went; else who does the work.")),
    ] = None,
    at: options.At = None,
) -> None:
    from jinlin.issue.record.dispatch import visit_issue

    call = called(ctx)
    question = Question(option=_("TEXT"), text=_("What was found or agreed"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        moment = happened(tx, issue, at)
        person = options.somebody(tx, who)
        return visit_issue(tx, issue, kept, who=person, at=moment)

    carry_out(call, said, act, lambda _i: _("visit noted down"))


def urge(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("Who urged whom, and how."))
    ] = None,
) -> None:
    from jinlin.issue.record.actions import in_charge
    from jinlin.issue.record.dispatch import urge_issue

    call = called(ctx)
    [said] = answers(call, [number_question(number)])
    kept = several_lines(text, what=_("The note")) if text is not None else None
    issue = carry_out(
        call,
        said,
        lambda tx, issue: urge_issue(tx, issue, kept),
        lambda issue: _("urged; times so far: {count}").format(count=issue.urged),
    )
    if not in_charge(issue.steward, issue.handler):
        call.tell(
            _("Nobody is in charge of it: jinlin issue assign {number} NAME").format(
                number=issue.label
            ),
        )
    if issue.urged >= OFTEN and issue.level == "complex":
        call.tell(
            _("It may need somebody else: jinlin issue agenda {number}").format(number=issue.label),
        )


def consult(
    ctx: typer.Context,
    number: options.Number = None,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("With whom, and about what."))
    ] = None,
    at: options.At = None,
) -> None:
    from jinlin.issue.escalation.ladder import consult_issue

    call = called(ctx)
    question = Question(option=_("TEXT"), text=_("With whom, and about what"), given=text)
    said, words = answers(call, [number_question(number), question])
    kept = several_lines(words, what=_("The note"))
    carry_out(
        call,
        said,
        lambda tx, issue: consult_issue(tx, issue, kept, at=happened(tx, issue, at)),
        lambda _i: _("under consultation"),
    )


def defer(
    ctx: typer.Context,
    number: options.Number = None,
    until: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day on which it is back."))
    ] = None,
    reason: options.WhyDeferred = None,
) -> None:
    from jinlin.issue.record.deferral import defer_issue

    call = called(ctx)
    said, day, why = answers(
        call,
        [
            number_question(number),
            Question(option="--until", text=_("Until when"), given=until),
            Question(option="--reason", text=_("Why it rests"), given=reason),
        ],
    )
    kept = several_lines(why, what=_("The reason"))
    issue = carry_out(
        call,
        said,
        lambda tx, issue: defer_issue(tx, issue, parse_day(day, tx.clock, planned=True), kept),
        lambda issue: _("rests until {day}, due {due}").format(
            day=issue.deferred_until, due=issue.due_on
        ),
    )
    if issue.urgency is Urgency.CRITICAL or issue.category_code in set(Danger):
        call.tell(
            _(
                "This is an emergency: is the danger over? If not: "
                "jinlin issue resume {number} --reason …"
            ).format(number=issue.label),
        )


def resume(
    ctx: typer.Context, number: options.Number = None, reason: options.WhyResumed = None
) -> None:
    from jinlin.issue.record.deferral import resume_issue

    call = called(ctx)
    question = Question(option="--reason", text=_("Why it goes on here"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: resume_issue(tx, issue, kept),
        lambda issue: _("in progress again, due {due}").format(due=issue.due_on),
    )
