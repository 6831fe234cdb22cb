"""What the commands of this room share: finding the issue that is meant, answering with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.issue.record import queries
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.numbers import parse_number
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx


def full_number(call: Call, text: str) -> str:
    """Return the number that is meant; on a terminal last year's is offered in place of none.

    Raises:
        UsageError: it is no number.
    """
    year, number = parse_number(text)
    if year is not None or not call.environment.interactive:
        return text
    with reading(call) as reader:
        offered = queries.offered(reader, number)
    if offered is None:
        return text
    confirm(
        call,
        _("This year has no such issue. Do you mean {number} {title}?").format(
            number=offered.label, title=offered.title
        ),
    )
    return offered.label


def issue_data(reader: Reader, issue: IssueRow) -> dict[str, Any]:
    """Return what `--json` prints of an issue after it was changed."""
    return {
        "number": issue.label,
        "title": issue.title,
        "category": issue.category,
        "category_code": issue.category_code,
        "status": issue.told,
        "urgency": issue.urgency,
        "building": issue.building,
        "entrance": issue.entrance,
        "room": issue.room,
        "place": issue.place,
        "reported_at": reader.clock.local(issue.reported_at).isoformat(),
        "due_on": issue.due_on,
        "overdue": issue.overdue(reader.clock.today.isoformat()),
        "steward": issue.steward,
        "handler": issue.handler,
        "doer": issue.doer,
        "level": issue.level,
        "accepted_at": _local(reader, issue.accepted_at),
        "respond_by": _local(reader, issue.respond_by),
        "warn_on": issue.warn_on,
        "raise_on": issue.raise_on,
        "deferred_until": issue.deferred_until,
        "urged": issue.urged,
        "reopened": issue.reopened,
        "handed_back": issue.handed_back,
        "closed_at": _local(reader, issue.closed_at),
        "ask_on": issue.ask_on,
        "satisfaction": issue.satisfaction,
        "quality": issue.quality,
        "offer": issue.offer,
        "paid_fen": issue.paid,
    }


def ordered(issue: IssueRow) -> Iterator[tuple[Column, Any]]:
    """Return what was ordered, and what the resident paid."""
    yield Column("offer", _("Offered service")), issue.offer
    yield Column("paid_fen", _("Paid by the resident (yuan)"), Kind.MONEY), issue.paid


def _local(reader: Reader, moment: str | None) -> str | None:
    return moment and reader.clock.local(moment).isoformat()


def carry_out(
    call: Call,
    number: str,
    act: Callable[[Tx, IssueRow], IssueRow],
    say: Callable[[IssueRow], str],
) -> IssueRow:
    """Take one step with an issue, and say what was done.

    Args:
        call: the command.
        number: the issue, as it was typed.
        act: what is done with it; returns it as it is then.
        say: the words for it.
    """
    meant = full_number(call, number)
    with writing(call) as tx:
        issue = act(tx, queries.find(tx, meant))
        data = issue_data(tx, issue)
    answer(call, issue, data, say(issue))
    return issue


def answer(call: Call, issue: IssueRow, data: dict[str, Any], what: str) -> None:
    """Say what was done to an issue, its number and title first."""
    done(
        call,
        _("{number} {title}: {what}").format(number=issue.label, title=issue.title, what=what),
        number=issue.label,
        data=data,
    )
