"""`jinlin today`: what wants doing, each with the command to type next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import typer

from jinlin.core.call import Call, Environment
from jinlin.core.i18n import N_, _
from jinlin.core.text import shown, wrapped
from jinlin.output.command.grammar import Command, called
from jinlin.output.listing.stream import handing_on
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

if TYPE_CHECKING:
    from jinlin.issue.lists.today import Waiting

SHOWN: Final = 5
TERM_MONTHS: Final = 6
WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
HEADINGS: Final = {
    "meetings": N_("Meetings today"),
    "actions": N_("Action items due"),
    "reviews": N_("Resolutions to look at again"),
    "overdue": N_("Overdue"),
    "due_soon": N_("Due today or soon"),
    "unanswered": N_("Nobody reached in the time promised"),
    "to_raise": N_("Time is up: to the agenda, or one rung higher"),
    "deferred_back": N_("Deferred until now: they are back"),
    "unassigned": N_("Nobody in charge"),
    "no_arrival": N_("Called and not arrived"),
    "urged": N_("Urged, and nothing done since"),
    "visits": N_("Doors to visit"),
    "to_ask": N_("To ask whether they are satisfied"),
    "letters": N_("Employers' letters to reply to"),
    "gatherings": N_("Meetings still due this month"),
    "terms": N_("Terms that end or are over"),
    "funds": N_("Money of past quarters, not yet disclosed"),
    "give_back": N_("Elevator projects given up that still hold money"),
    "to_post": N_("Decisions to be posted"),
    "ending": N_("Notices whose period ends"),
    "take_down": N_("Notices to take down"),
    "objections": N_("Objections to answer"),
    "questions": N_("Questions to answer"),
}
"""In the order of the page."""
NEXT: Final = {
    "meetings": "jinlin meeting show {number}",
    "actions": "jinlin meeting done {number}",
    "reviews": N_("jinlin meeting review {number} --note 落实情况"),
    "overdue": "jinlin issue list --overdue",
    "due_soon": "jinlin issue list --due-soon",
    "unanswered": N_("jinlin issue visit {number} TEXT"),
    "to_raise": "jinlin issue list --to-raise",
    "deferred_back": "jinlin issue list --deferred-back",
    "unassigned": N_("jinlin issue assign {number} NAME"),
    "no_arrival": "jinlin issue arrive {number} --department {who}",
    "urged": "jinlin issue show {number}",
    "visits": "jinlin household visits --due",
    "to_ask": N_("jinlin issue rate {number} 满意"),
    "letters": N_("jinlin member opinion reply {number} --text TEXT --discussed DATE"),
    "gatherings": "jinlin meeting calendar",
    "terms": "jinlin member post show",
    "funds": N_("jinlin branch fund disclose --from {day} --place 公示栏"),
    "give_back": "jinlin elevator arrears {number}",
    "to_post": "jinlin notice due",
    "ending": "jinlin notice show {number}",
    "take_down": "jinlin notice proof {number} --down",
    "objections": N_("jinlin notice answer {number} TEXT --outcome 不成立"),
    "questions": N_("jinlin notice answer {number} TEXT"),
}
"""What to type next; with the first of them in its places."""
FIVE: Final = (
    N_("jinlin issue add 路灯不亮 --category 公共照明"),
    "jinlin issue list",
    "jinlin issue board",
    N_("jinlin household visit 3-1-502 --result 老人身体好"),
    "jinlin --help",
)

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class Entry(NamedTuple):
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


class Section(NamedTuple):
    """What waits for the same.

    Attributes:
        key: its name in JSON.
        total: how many there are.
        first: the first few.
    """

    key: str
    total: int
    first: tuple[Entry, ...]

    @property
    def next(self) -> str:
        """What to type next."""
        first = self.first[0]
        return _(NEXT[self.key]).format(number=first.number, who=first.who, day=first.day)


@app.command("today", cls=Command, help=_("What is overdue, due, to visit, to ask; what to type."))
def today(ctx: typer.Context) -> None:
    print_today(called(ctx), first_steps=False)


def print_first_page(environment: Environment) -> bool:
    """Print the page of a bare `jinlin`: the day, and five things to type.

    Returns:
        Whether there is a database; nothing is printed where there is none.
    """
    from jinlin.core.config import database_path

    call = Call(environment=environment, command="today")
    if not database_path(call).is_file():
        return False
    print_today(call, first_steps=True)
    return True


def print_today(call: Call, *, first_steps: bool) -> None:
    """Print what wants doing.

    Args:
        call: the command.
        first_steps: whether to add five things to type.
    """
    with reading(call) as reader:
        day = reader.clock.today
        name = reader.value("SELECT name FROM complex") or ""
        sections = _as_listed(reader, [section for section in _sections(reader) if section.total])
    stdout = call.environment.stdout
    if call.json:
        from jinlin.output.listing.formats import json_document

        with handing_on(stdout):
            stdout.flush()
            stdout.buffer.write(json_document(_data(day, sections)))
            stdout.buffer.flush()
        return
    from jinlin.output.listing.screen import screen_width

    columns = screen_width(call)
    lines = _page(day, name, sections, first_steps=first_steps)
    with handing_on(stdout):
        stdout.writelines(f"{line}\n" for text in lines for line in _hanging(shown(text), columns))


def _hanging(text: str, columns: int) -> Iterator[str]:
    """Break a line at the width of the screen; what follows keeps its indent."""
    indent = " " * (len(text) - len(text.lstrip()))
    first, *rest = wrapped(text.strip(), max(20, columns - len(indent) - 2))
    yield f"{indent}{first}"
    yield from (f"{indent}  {line}" for line in rest)


def _data(day: date, sections: Iterable[Section]) -> dict[str, Any]:
    found = {section.key: section for section in sections}
    none: dict[str, Any] = {"total": 0, "first": []}
    return {"day": day.isoformat()} | {
        key: {
            "total": found[key].total,
            "first": [entry.data for entry in found[key].first],
            "next": found[key].next,
        }
        if key in found
        else none
        for key in HEADINGS
    }


def _page(day: date, name: str, sections: list[Section], *, first_steps: bool) -> Iterator[str]:
    yield _("{complex}, {day} {weekday}").format(
        complex=name, day=day, weekday=_(WEEKDAYS[day.weekday()])
    )
    if not sections:
        yield _("Nothing is waiting today. Have a look around the complex, or rest a little.")
    for section in sections:
        yield ""
        yield _("{what}: {count}").format(what=_(HEADINGS[section.key]), count=section.total)
        for entry in section.first:
            yield f"  {_line(entry, day)}"
        more = section.total - len(section.first)
        if more > 0:
            yield "  " + _("… and {count} more").format(count=more)
        yield f"  → {section.next}"
    if first_steps:
        yield ""
        yield _("Things to type:")
        yield from (f"  {_(command)}" for command in FIVE)


def _line(entry: Entry, day: date) -> str:
    facts = [
        fact for fact in ((entry.day or "").removeprefix(f"{day.year}-"), entry.who or "") if fact
    ]
    said = f"{entry.number} {entry.text}".strip()
    return f"{said}（{'，'.join(facts)}）" if facts else said


def _sections(reader: Reader) -> Iterator[Section]:
    """Return the sections in the order of the page."""
    from jinlin.issue.lists.today import waiting

    found = {
        kind.key: Section(
            kind.key,
            kind.total,
            tuple(Entry(w.number, _title(w), w.day, w.who) for w in kind.first),
        )
        for kind in waiting(reader)
    }
    found |= {section.key: section for section in _notices(reader)}
    found["meetings"] = _meetings(reader)
    found["actions"] = _actions(reader)
    found["reviews"] = _reviews(reader)
    found["gatherings"] = _gatherings(reader)
    found["visits"] = _visits(reader)
    found["letters"] = _letters(reader)
    found["terms"] = _terms(reader)
    found["funds"] = _funds(reader)
    found["give_back"] = _give_back(reader)
    return (found[key] for key in HEADINGS)


def _as_listed(reader: Reader, sections: list[Section]) -> list[Section]:
    """Return the sections with their texts as listings show them."""
    from jinlin.output.listing.listed_texts import as_listed

    told = as_listed(reader, (e.text for section in sections for e in section.first if e.text))
    return [
        section._replace(
            first=tuple(
                entry._replace(text=told.get(entry.text, entry.text)) for entry in section.first
            )
        )
        for section in sections
    ]


def _title(issue: Waiting) -> str:
    """Return what the screen of an office may show of an issue."""
    if issue.title is not None:
        return issue.title
    if issue.category is None:
        return _("confidential")
    from jinlin.issue.privacy.redaction import untitled

    return untitled(issue.category)


def _meetings(reader: Reader) -> Section:
    from jinlin.meeting.record.queries import Filter, meetings

    clock = reader.clock
    wanted = Filter(
        start=clock.moment(clock.today), stop=clock.moment(clock.today + timedelta(days=1))
    )
    rows = [listed.meeting for listed in meetings(reader, wanted)]
    entries = tuple(
        Entry(
            row.label,
            row.title,
            row.when if isinstance(row.when, str) else f"{row.when:%H:%M}",
            row.place,
        )
        for row in rows[:SHOWN]
    )
    return Section("meetings", len(rows), entries)


def _actions(reader: Reader) -> Section:
    """Return the action items that are due by tomorrow."""
    from jinlin.meeting.record.register import actions_due

    rows = actions_due(reader, until=reader.clock.today + timedelta(days=1))
    entries = tuple(
        Entry(row.label, row.text, row.due_on.isoformat() if row.due_on else None, row.owner)
        for row in rows[:SHOWN]
    )
    return Section("actions", len(rows), entries)


def _reviews(reader: Reader) -> Section:
    from jinlin.meeting.record.register import to_review

    rows = to_review(reader)
    entries = tuple(
        Entry(row.label, row.text, str(row.review_on or row.due_on), row.owner)
        for row in rows[:SHOWN]
    )
    return Section("reviews", len(rows), entries)


def _gatherings(reader: Reader) -> Section:
    from jinlin.meeting.calendar.calendar import due_this_month

    lines = due_this_month(reader)
    entries = tuple(
        Entry("", line.type.name, line.duty.next_on.isoformat() if line.duty.next_on else None)
        for line in lines[:SHOWN]
    )
    return Section("gatherings", len(lines), entries)


def _visits(reader: Reader) -> Section:
    from jinlin.complex.household.visits import due

    rows = due(reader, on=reader.clock.today.isoformat(), limit=0)
    entries = tuple(Entry("", row.home, row.due_on) for row in rows[:SHOWN])
    return Section("visits", len(rows), entries)


def _letters(reader: Reader) -> Section:
    """Return the letters of employers that wait for the branch's opinion."""
    from jinlin.member.report_in.opinions import to_reply

    rows = to_reply(reader)
    entries = tuple(
        Entry(
            row.label,
            _("{employer} about {person}").format(
                employer=row.asked.asked_by, person=row.person.masked
            ),
            row.asked.reply_by,
        )
        for row in rows[:SHOWN]
    )
    return Section("letters", len(rows), entries)


def _terms(reader: Reader) -> Section:
    from jinlin.member.posts.terms import NOT_ELECTED, ending

    rows = ending(reader, on=reader.clock.today, months=TERM_MONTHS)
    entries = tuple(
        Entry("", row.told, row.ends_on.isoformat(), _(NOT_ELECTED) if row.over else None)
        for row in rows[:SHOWN]
    )
    return Section("terms", len(rows), entries)


def _funds(reader: Reader) -> Section:
    from jinlin.core.money import yuan
    from jinlin.member.fund.queries import EntryFilter, count_entries, entries
    from jinlin.member.rules.purses import quarter_of

    first_day = quarter_of(reader.clock.today)[0]
    wanted = EntryFilter(undisclosed=True, ended_before=first_day.isoformat())
    rows = entries(reader, wanted, limit=SHOWN, oldest_first=True)
    found = tuple(
        Entry(row.label, f"{row.purse.label} {yuan(row.amount)}", row.day) for row in rows
    )
    return Section("funds", count_entries(reader, wanted), found)


def _give_back(reader: Reader) -> Section:
    """Return the elevator projects that were given up and still hold money."""
    if not reader.value("SELECT 1 FROM elevator_project WHERE ended_on IS NOT NULL LIMIT 1"):
        return Section("give_back", 0, ())
    from jinlin.core.money import yuan
    from jinlin.elevator.settlement.refunds_due import all_to_give_back

    rows = all_to_give_back(reader)
    entries = tuple(
        Entry(
            row.project.label,
            _("{place} {amount} yuan").format(place=row.project.place, amount=yuan(row.balance)),
            row.project.ended_on,
        )
        for row in rows[:SHOWN]
    )
    return Section("give_back", len(rows), entries)


def _notices(reader: Reader) -> Iterator[Section]:
    from jinlin.notice.today import waiting
    from jinlin.report.board.decisions import decisions_to_post

    for kind in waiting(reader):
        entries = tuple(Entry(w.number, w.text or _("confidential"), w.day) for w in kind.first)
        yield Section(kind.key, kind.total, entries)
    duties = decisions_to_post(reader)
    first = tuple(Entry(d.number, d.what, str(d.due_on)) for d in duties[:SHOWN])
    yield Section("to_post", len(duties), first)
