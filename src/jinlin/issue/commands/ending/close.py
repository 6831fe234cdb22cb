"""`jinlin issue close`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import SaidMoment
from jinlin.core.text import listed
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.kinds import LINES
from jinlin.issue.commands.shared.one_issue import answer, full_number, issue_data
from jinlin.issue.commands.shared.step_words import unsettled_told
from jinlin.issue.escalation.street_calls import called as called_to
from jinlin.issue.record import closure
from jinlin.issue.record.evaluation import satisfaction_days
from jinlin.issue.record.life import open_decisions
from jinlin.issue.record.links import open_parts
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.rules.departments import department_names
from jinlin.issue.rules.statuses import Status
from jinlin.member.management.kinds import OFFER
from jinlin.output.asking import Question, answers
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import MINUTES, PAST_MOMENT
from jinlin.output.command.questions import ask
from jinlin.output.contribution.gifts import gifts_for
from jinlin.person.people.queries import namesakes
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


class _Closing(NamedTuple):
    """When an issue was closed, and how long that took whoever did the work."""

    date: Annotated[
        SaidMoment | None,
        PAST_MOMENT.option(
            "--date",
            help=N_("When it was closed: 11-02 or 11-02 18:00; now if not given."),
            free=True,
        ),
    ] = None
    solved: Annotated[
        SaidMoment | None, PAST_MOMENT.option(help=N_("When it was put right, if before closing."))
    ] = None
    service: Annotated[
        int | None,
        MINUTES.option(
            help=N_("How many minutes it took whoever did it; it counts as their service.")
        ),
    ] = None


class _Order(NamedTuple):
    """What was ordered, and paid to whoever did it."""

    paid: options.Paid = None
    offer: Annotated[
        str | None,
        OFFER.option(help=N_("What was ordered, where nobody said so yet: 入户小修, T1.")),
    ] = None


def close(
    call: Call,
    number: options.Issue,
    result: Annotated[
        str | None,
        LINES.option(
            help=N_("What was done."),
            asked=AskedFor(
                N_("What was done"),
                optional=True,
                sought=True,
                where=lambda said: not said["unsolved"] and not said.get("service"),
            ),
            free=True,
        ),
    ] = None,
    unsolved: Annotated[
        bool, flag("--unsolved", help=N_("The resident got an answer only."))
    ] = False,
    reason: Annotated[
        str | None,
        LINES.option(
            help=N_("Why it is not solved."),
            asked=AskedFor(
                N_("Why it is not solved"),
                where=lambda said: said["unsolved"] and not said.get("result"),
            ),
        ),
    ] = None,
    *,
    when: _Closing,
    order: _Order,
) -> None:
    _check_agree(unsolved=unsolved, reason=reason, solved=when.solved)
    text = reason or result
    if reason and result:
        text = _("{result}; why it is not solved: {reason}").format(
            result=result.rstrip("。；;."), reason=reason
        )
    meant = full_number(call, number)
    alone = when == _Closing(service=when.service) and order == _Order() and text is None
    if alone and _is_closed_and_served(call, meant, when.service):
        return
    if text is not None and not unsolved:
        text = _result(call, meant, text)
    offer = order.offer
    if order.paid is not None and offer is None:
        offer = _asked_offer(call, meant)
    with writing(call) as tx:
        found = find(tx, meant)
        closure.settle_order(tx, found, options.order_said(tx, found, offer, order.paid))
        issue = closure.close_issue(
            tx, found, solved=not unsolved, text=text, said=when.date,
            solved_at=when.solved, minutes=when.service,
        )  # fmt: skip
        data = issue_data(tx, issue)
        advice = [*_advice(tx, issue, unsolved=unsolved)]
    answer(call, issue, data, issue.status.label)
    for sentence in advice:
        call.tell(sentence)


def _is_closed_and_served(call: Call, number: str, minutes: int | None) -> bool:
    """Count a service for what was closed before; return whether that is what was said."""
    if minutes is None:
        return False
    with reading(call) as reader:
        if find(reader, number).status not in {Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED}:
            return False
    with writing(call) as tx:
        issue = find(tx, number)
        closure.serve(tx, issue, minutes)
        data = issue_data(tx, issue)
    answer(
        call,
        issue,
        data,
        _("{minutes} minutes count as a service of {name}").format(
            minutes=minutes, name=issue.doer or issue.steward
        ),
    )
    return True


def _advice(reader: Reader, issue: IssueRow, *, unsolved: bool) -> Iterator[str]:
    """Yield what is left to be done, words of thanks, and how to count the service."""
    yield from _left_to_do(reader, issue)
    if not unsolved:
        yield from _thanks(reader, issue)
    yield from _to_count(reader, issue)


def _to_count(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Return the line that counts the service of whoever did the work, where none is counted."""
    if name := closure.who_served(reader, issue):
        yield _(
            "As a service of {name}, say how many minutes it took:"
            " jinlin issue close {number} --service 30"
        ).format(name=name, number=issue.label)


def _asked_offer(call: Call, number: str) -> str | None:
    """Ask on a terminal what was ordered, where something was paid and nobody said for what."""
    if not call.environment.interactive or call.yes:
        return None
    with reading(call) as reader:
        known = find(reader, number).offer_id
    return None if known else ask(call, OFFER, "--offer", _("What was ordered"))


def _result(call: Call, number: str, text: str) -> str:
    """Return the result; asked for on a terminal where nothing but somebody's name stands there.

    Raises:
        UsageError: it is nothing but a name, and nobody can be asked.
    """

    def no_name(said: str) -> None:
        with reading(call) as reader:
            find(reader, number)
            own = (call.user, reader.setting("secretary"))
            if not all(name in own or namesakes(reader, name) for name in listed(said)):
                return
        raise UsageError(
            _("“{name}” is a name; what was done is missing.").format(name=said),
            hint=_("For example: jinlin issue close {number} 已修好").format(number=number),
        )

    try:
        no_name(text)
    except UsageError as refused:
        if not call.environment.interactive or call.yes:
            raise
        call.tell(refused.message)
        [text] = answers(call, [Question("--result", _("What was done"), None, check=no_name)])
    return text


def _check_agree(*, unsolved: bool, reason: str | None, solved: SaidMoment | None) -> None:
    """Refuse options that contradict each other.

    Raises:
        UsageError: they do.
    """
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


def _left_to_do(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Return what closing an issue leaves to be done."""
    absent = [row.department for row in called_to(reader, issue) if row.arrived_at is None]
    if absent:
        yield _("Called and never arrived: {departments}. Is it really settled?").format(
            departments=_(", ").join(department_names(dict.fromkeys(absent)))
        )
    if decisions := open_decisions(reader, issue):
        yield unsettled_told(decisions)
    if parts := open_parts(reader, issue):
        yield _("Parts of it are still open: {numbers}").format(numbers=_(", ").join(parts))
    delay = satisfaction_days(reader)
    origin = _("default") if delay.origin == "default" else _("set in the database")
    yield _(
        "Satisfaction will be listed to ask about from {day} on ({days} days, {origin})."
    ).format(day=issue.ask_on, days=delay.days, origin=origin)


def _thanks(reader: Reader, issue: IssueRow) -> Iterator[str]:
    """Return words of thanks to the units that helped; nobody's name and nothing of the matter."""
    gave = dict.fromkeys(
        gift.giver
        for gift in gifts_for(reader, Reference("issue", issue.label))
        if gift.received_on is not None
    )
    if gave:
        yield _(
            "Words of thanks you may send: With the support of {units} what residents asked for"
            " has been settled. Thank you!"
        ).format(units=_(", ").join(gave))
