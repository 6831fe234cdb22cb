"""What of the branch wants doing today: letters to reply to, terms that end, money to disclose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.member.branch.tasks import to_do
from jinlin.member.fund.queries import count_entries, entries, overdue_on
from jinlin.member.management.managers import manager_on, named
from jinlin.member.management.offers import offers_on
from jinlin.member.posts.terms import NOT_ELECTED, ending
from jinlin.member.report_in.opinions import to_reply
from jinlin.member.rules.branch import months_later
from jinlin.output.contribution.today_lines import SHOWN, TodayLine, TodaySection, Waiting
from jinlin.store.transaction.tx import Reader

TERM_MONTHS: Final = 6
TASK_DAYS: Final = 7
CONTRACT_MONTHS: Final = 3


def _letters(reader: Reader) -> Iterator[TodayLine]:
    """Return the letters of employers that wait for the branch's opinion."""
    for row in to_reply(reader):
        text = _("{employer} about {person}").format(employer=row.asked_by, person=row.about)
        yield TodayLine(row.label, text, row.reply_by)


def _terms(reader: Reader) -> Iterator[TodayLine]:
    for row in ending(reader, on=reader.clock.today, months=TERM_MONTHS):
        over = _(NOT_ELECTED) if row.over else None
        yield TodayLine("", row.told, row.ends_on.isoformat(), over)


def _manager(reader: Reader) -> Iterator[TodayLine]:
    """Return whoever manages the complex on a contract or decision that ends soon or has ended."""
    today = reader.clock.today
    manager = manager_on(reader, today)
    ahead = months_later(today, CONTRACT_MONTHS).isoformat()
    if manager and manager.until and manager.until <= ahead:
        over = _("over") if manager.until < today.isoformat() else None
        yield TodayLine(str(manager.number), named(manager), manager.until, over)


def _offers(reader: Reader) -> Iterator[TodayLine]:
    """Return what is offered until a day that comes soon."""
    today = reader.clock.today
    ahead = months_later(today, CONTRACT_MONTHS).isoformat()
    for offer in offers_on(reader, today):
        if offer.until and offer.until <= ahead:
            yield TodayLine(offer.label, offer.what, offer.until)


def _tasks(reader: Reader) -> Iterator[TodayLine]:
    """Return the tasks from above that are due within a week, or late."""
    soon = (reader.clock.today + timedelta(days=TASK_DAYS)).isoformat()
    for task in to_do(reader, until=soon):
        text = _("{what} ({percent}%)").format(what=task.what, percent=task.percent)
        yield TodayLine(task.label, text, task.due_on, task.owner)


def _funds(reader: Reader) -> Waiting:
    wanted = overdue_on(reader.clock.today)
    first = tuple(
        TodayLine(row.label, f"{row.purse.label} {yuan(row.amount)}", row.day)
        for row in entries(reader, wanted, limit=SHOWN, oldest_first=True)
    )
    return Waiting(count_entries(reader, wanted), first)


SECTIONS: Final = (
    TodaySection(
        130,
        "letters",
        N_("Employers' letters to reply to"),
        N_("jinlin member opinion reply {number} --text …"),
        _letters,
    ),
    TodaySection(
        165,
        "tasks",
        N_("Tasks from street or community"),
        N_("jinlin branch task progress {number} …"),
        _tasks,
    ),
    TodaySection(
        260, "terms", N_("Terms that end or are over"), N_("jinlin member post show"), _terms
    ),
    TodaySection(
        265,
        "manager",
        N_("Contract with who manages the complex ends or is over"),
        N_("jinlin branch manager list"),
        _manager,
    ),
    TodaySection(
        267,
        "offers",
        N_("Services that end soon"),
        N_("jinlin branch offer edit {number} --until DATE"),
        _offers,
    ),
    TodaySection(
        270,
        "funds",
        N_("Money of past quarters, not yet disclosed"),
        N_("jinlin branch fund disclose --from {day} --place 公示栏"),
        _funds,
    ),
)
