"""`jinlin issue close`, `decline`, `reopen`, `rate`, `check`: how an issue ends, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.answer import (
    answer,
    carry_out,
    full_number,
    issue_data,
    number_question,
)
from jinlin.issue.commands.shared.telling import tell_decisions
from jinlin.issue.escalation.street_calls import called as called_to
from jinlin.issue.record import closing
from jinlin.issue.record.life import open_decisions
from jinlin.issue.record.links import open_parts
from jinlin.issue.record.queries import find
from jinlin.issue.record.steps import merged_into
from jinlin.issue.rules.issues import (
    QUALITY_LABELS,
    SATISFACTION_LABELS,
    Quality,
    Satisfaction,
    read_satisfaction,
    several_lines,
)
from jinlin.issue.rules.statuses import STATUS_LABELS
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.store.command.command import writing

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Tx


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
        issue = closing.close_issue(
            tx,
            find(tx, meant),
            solved=not unsolved,
            text=several_lines(text, what=_("The result")) if text is not None else None,
            said=date,
            solved_at=solved,
        )
        data = issue_data(tx, issue)
        parts = open_parts(tx, issue)
        days = closing.satisfaction_days(tx)
        decisions = open_decisions(tx, issue)
        absent = [row.department for row in called_to(tx, issue) if row.arrived_at is None]
    answer(call, issue, data, _(STATUS_LABELS[issue.status]))
    if absent:
        call.tell(
            _("Called and never arrived: {departments}. Is it really settled?").format(
                departments=_(", ").join(dict.fromkeys(absent))
            ),
        )
    tell_decisions(call, decisions)
    _tell_next(call, issue.ask_on, days, parts)


def _tell_next(call: Call, ask_on: str | None, days: closing.Waiting, parts: list[str]) -> None:
    if parts:
        call.tell(_("Parts of it are still open: {numbers}").format(numbers=_(", ").join(parts)))
    origin = _("default") if days.origin == "default" else _("set in the database")
    call.tell(
        _("Ask whether they are satisfied from {day} on ({days} days, {origin}).").format(
            day=ask_on, days=days.days, origin=origin
        ),
    )


def decline(
    ctx: typer.Context, number: options.Number = None, reason: options.WhyDeclined = None
) -> None:
    call = called(ctx)
    question = Question(option="--reason", text=_("Why it is declined"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    carry_out(
        call,
        said,
        lambda tx, issue: closing.decline_issue(tx, issue, kept),
        lambda issue: _(STATUS_LABELS[issue.status]),
    )


def reopen(
    ctx: typer.Context,
    number: options.Number = None,
    reason: options.WhyReopened = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            "--at",
            metavar=_("MOMENT"),
            help=_("When it was opened again: 11-10 or 11-10 09:00; now if not given."),
        ),
    ] = None,
) -> None:
    call = called(ctx)
    question = Question(option="--reason", text=_("Why it is opened again"), given=reason)
    said, why = answers(call, [number_question(number), question])
    kept = several_lines(why, what=_("The reason"))
    parted: list[str] = []

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        if other := merged_into(tx, issue):
            parted.append(other)
        return closing.reopen_issue(tx, issue, kept, said=date)

    carry_out(call, said, act, lambda issue: _("opened again, due {due}").format(due=issue.due_on))
    for other in parted:
        call.tell(_("It is no longer merged into {other}.").format(other=other))


def rate(
    ctx: typer.Context,
    number: options.Number = None,
    satisfaction: Annotated[
        str | None,
        typer.Argument(metavar=_("WORD"), help=_("满意, 基本满意 or 不满意; or 5 to 1.")),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why; needed when not satisfied."))
    ] = None,
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
    rating = read_satisfaction(word)
    needed = rating is Satisfaction.NOT_SATISFIED
    asked = Question(
        option="--reason", text=_("Why not satisfied"), given=reason, optional=not needed
    )
    [why] = answers(call, [asked])
    kept = several_lines(why, what=_("The reason")) if why or reason is not None else None
    carry_out(
        call,
        said,
        lambda tx, issue: closing.rate_issue(tx, issue, rating, reason=kept),
        lambda _issue: _(SATISFACTION_LABELS[rating]),
    )


def check(
    ctx: typer.Context,
    number: options.Number = None,
    passed: Annotated[
        bool | None,
        typer.Option("--passed/--failed", help=_("Whether the result is as it should be.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What was seen; needed when failed."))
    ] = None,
) -> None:
    call = called(ctx)
    [said] = answers(call, [number_question(number)])
    if passed is None:
        raise UsageError(
            _("Is the result as it should be, or not?"),
            hint=_("Say it with --passed, or with --failed and what is wrong with --note."),
        )
    quality = Quality.PASSED if passed else Quality.FAILED
    kept = several_lines(note, what=_("The note")) if note is not None else None
    issue = carry_out(
        call,
        said,
        lambda tx, issue: closing.check_quality(tx, issue, quality, note=kept),
        lambda _issue: _("quality check: {quality}").format(quality=_(QUALITY_LABELS[quality])),
    )
    if not passed:
        call.tell(
            _("To set it right: jinlin issue reopen {number} --reason …").format(
                number=issue.label
            ),
        )
