"""What wants doing today, as each room tells it: a fixed number of questions, asked once.

A room is loaded only where its turn comes, so that the page opens at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.issue.lists.today import WaitingIssue

SHOWN: Final = 5
TERM_MONTHS: Final = 6


class TodayKind(NamedTuple):
    """What waits for the same.

    Attributes:
        heading: above it on the page, not yet translated.
        next: what to type next, likewise; with the first of them in its places.
    """

    heading: str
    next: str


KINDS: Final[Mapping[str, TodayKind]] = {
    "meetings": TodayKind(N_("Meetings today"), "jinlin meeting show {number}"),
    "actions": TodayKind(N_("Action items due"), "jinlin meeting done {number}"),
    "reviews": TodayKind(
        N_("Resolutions to look at again"), N_("jinlin meeting review {number} --note 落实情况")
    ),
    "overdue": TodayKind(N_("Overdue"), "jinlin issue list --overdue"),
    "due_soon": TodayKind(N_("Due today or soon"), "jinlin issue list --due-soon"),
    "unanswered": TodayKind(
        N_("Nobody reached in the time promised"), N_("jinlin issue visit {number} TEXT")
    ),
    "to_raise": TodayKind(
        N_("Time is up: to the agenda, or one rung higher"), "jinlin issue list --to-raise"
    ),
    "deferred_back": TodayKind(
        N_("Deferred until now: they are back"), "jinlin issue list --deferred-back"
    ),
    "unassigned": TodayKind(N_("Nobody in charge"), N_("jinlin issue assign {number} NAME")),
    "no_arrival": TodayKind(
        N_("Called and not arrived"), "jinlin issue arrive {number} --department {who}"
    ),
    "urged": TodayKind(N_("Urged, and nothing done since"), "jinlin issue show {number}"),
    "visits": TodayKind(N_("Doors to visit"), "jinlin household visits --due"),
    "to_ask": TodayKind(
        N_("To ask whether they are satisfied"), N_("jinlin issue rate {number} 满意")
    ),
    "letters": TodayKind(
        N_("Employers' letters to reply to"),
        N_("jinlin member opinion reply {number} --text TEXT --discussed DATE"),
    ),
    "gatherings": TodayKind(N_("Meetings still due this month"), "jinlin meeting calendar"),
    "terms": TodayKind(N_("Terms that end or are over"), "jinlin member post show"),
    "funds": TodayKind(
        N_("Money of past quarters, not yet disclosed"),
        N_("jinlin branch fund disclose --from {day} --place 公示栏"),
    ),
    "give_back": TodayKind(
        N_("Elevator projects given up that still hold money"), "jinlin elevator arrears {number}"
    ),
    "to_post": TodayKind(N_("Decisions to be posted"), "jinlin notice due"),
    "ending": TodayKind(N_("Notices whose period ends"), "jinlin notice show {number}"),
    "take_down": TodayKind(N_("Notices to take down"), "jinlin notice proof {number} --down"),
    "objections": TodayKind(
        N_("Objections to answer"), N_("jinlin notice answer {number} TEXT --outcome 不成立")
    ),
    "questions": TodayKind(N_("Questions to answer"), N_("jinlin notice answer {number} TEXT")),
}
"""By their names in JSON, in the order of the page."""


class TodayLine(NamedTuple):
    """One line.

    Attributes:
        number: which record; empty where there is none.
        text: what it is.
        day: the day that belongs to it, as ISO text.
        who: who has it, or who has not come.
    """

    number: str
    text: str
    day: str | None = None
    who: str | None = None

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"number": self.number or None, "text": self.text, "day": self.day, "who": self.who}


class TodaySection(NamedTuple):
    """What waits for the same.

    Attributes:
        key: its name in JSON.
        total: how many there are.
        first: the first few.
    """

    key: str
    total: int
    first: tuple[TodayLine, ...]

    @property
    def next(self) -> str:
        """What to type next."""
        first = self.first[0]
        return _(KINDS[self.key].next).format(number=first.number, who=first.who, day=first.day)


def sections(reader: Reader) -> list[TodaySection]:
    """Return what waits today, in the order of the page, with texts as listings show them."""
    found = {section.key: section for section in (*_issues(reader), *_notices(reader))}
    found["funds"] = _funds(reader)
    for key, ask in _ASKED.items():
        found[key] = _section(key, list(ask(reader)))
    return _as_listed(reader, [found[key] for key in KINDS if found[key].total])


def _section(key: str, lines: Sequence[TodayLine]) -> TodaySection:
    return TodaySection(key, len(lines), tuple(lines[:SHOWN]))


def _as_listed(reader: Reader, sections: list[TodaySection]) -> list[TodaySection]:
    from jinlin.output.listing.listed_texts import as_listed

    told = as_listed(reader, (e.text for section in sections for e in section.first if e.text))
    return [
        section._replace(
            first=tuple(
                line._replace(text=told.get(line.text, line.text)) for line in section.first
            )
        )
        for section in sections
    ]


def _issues(reader: Reader) -> Iterator[TodaySection]:
    from jinlin.issue.lists.today import waiting

    for kind in waiting(reader):
        first = tuple(TodayLine(w.number, _title(w), w.day, w.who) for w in kind.first)
        yield TodaySection(kind.key, kind.total, first)


def _title(issue: WaitingIssue) -> str:
    """Return what the screen of an office may show of an issue."""
    if issue.title is not None:
        return issue.title
    if issue.category is None:
        return _("confidential")
    from jinlin.issue.privacy.redaction import untitled

    return untitled(issue.category)


def _notices(reader: Reader) -> Iterator[TodaySection]:
    from jinlin.notice.today import waiting

    for kind in waiting(reader):
        first = tuple(TodayLine(w.number, w.text or _("confidential"), w.day) for w in kind.first)
        yield TodaySection(kind.key, kind.total, first)


def _to_post(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.report.board.decisions import decisions_to_post

    for duty in decisions_to_post(reader):
        yield TodayLine(duty.number, duty.what, str(duty.due_on))


def _meetings(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.meeting.record.queries import MeetingFilter, meetings

    clock = reader.clock
    tomorrow = clock.today + timedelta(days=1)
    wanted = MeetingFilter(start=clock.moment(clock.today), stop=clock.moment(tomorrow))
    for row in (listed.meeting for listed in meetings(reader, wanted)):
        when = row.when if isinstance(row.when, str) else f"{row.when:%H:%M}"
        yield TodayLine(row.label, row.title, when, row.place)


def _actions(reader: Reader) -> Iterator[TodayLine]:
    """Return the action items that are due by tomorrow."""
    from jinlin.meeting.record.action_register import actions_due

    for row in actions_due(reader, until=reader.clock.today + timedelta(days=1)):
        due = row.due_on.isoformat() if row.due_on else None
        yield TodayLine(row.label, row.text, due, row.owner)


def _reviews(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.meeting.record.resolution_register import to_review

    for row in to_review(reader):
        yield TodayLine(row.label, row.text, str(row.review_on or row.due_on), row.owner)


def _gatherings(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.meeting.calendar.calendar import due_this_month

    for line in due_this_month(reader):
        due = line.duty.next_on.isoformat() if line.duty.next_on else None
        yield TodayLine("", line.type.name, due)


def _visits(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.complex.household.visits import due

    for row in due(reader, on=reader.clock.today.isoformat(), limit=0):
        yield TodayLine("", row.home, row.due_on)


def _letters(reader: Reader) -> Iterator[TodayLine]:
    """Return the letters of employers that wait for the branch's opinion."""
    from jinlin.member.report_in.opinions import to_reply

    for row in to_reply(reader):
        text = _("{employer} about {person}").format(
            employer=row.asked.asked_by, person=row.person.masked
        )
        yield TodayLine(row.label, text, row.asked.reply_by)


def _terms(reader: Reader) -> Iterator[TodayLine]:
    from jinlin.member.posts.terms import NOT_ELECTED, ending

    for row in ending(reader, on=reader.clock.today, months=TERM_MONTHS):
        over = _(NOT_ELECTED) if row.over else None
        yield TodayLine("", row.told, row.ends_on.isoformat(), over)


def _funds(reader: Reader) -> TodaySection:
    from jinlin.core.money import yuan
    from jinlin.member.fund.queries import EntryFilter, count_entries, entries
    from jinlin.member.rules.purses import quarter_of

    first_day = quarter_of(reader.clock.today)[0]
    wanted = EntryFilter(undisclosed=True, ended_before=first_day.isoformat())
    first = tuple(
        TodayLine(row.label, f"{row.purse.label} {yuan(row.amount)}", row.day)
        for row in entries(reader, wanted, limit=SHOWN, oldest_first=True)
    )
    return TodaySection("funds", count_entries(reader, wanted), first)


def _give_back(reader: Reader) -> Iterator[TodayLine]:
    """Return the elevator projects that were given up and still hold money."""
    if not reader.value("SELECT 1 FROM elevator_project WHERE ended_on IS NOT NULL LIMIT 1"):
        return
    from jinlin.core.money import yuan
    from jinlin.elevator.settlement.refunds_due import all_to_give_back

    for row in all_to_give_back(reader):
        text = _("{place} {amount} yuan").format(place=row.project.place, amount=yuan(row.balance))
        yield TodayLine(row.project.label, text, row.project.ended_on)


_ASKED: Final[Mapping[str, Callable[[Reader], Iterator[TodayLine]]]] = {
    "meetings": _meetings,
    "actions": _actions,
    "reviews": _reviews,
    "gatherings": _gatherings,
    "visits": _visits,
    "letters": _letters,
    "terms": _terms,
    "give_back": _give_back,
    "to_post": _to_post,
}
"""Who tells the kinds that are not told together with others of their room."""
