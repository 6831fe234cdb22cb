"""`jinlin meeting calendar`: what is due, what was held, missed, put off, and what comes next."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.clock import Clock, Month
from jinlin.core.columns import Kind
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.days.written import day_short, month_words, quarter_words, span_words
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.said import SaidMonth
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.meeting.calendar.calendar import CalendarLine, calendar_lines
from jinlin.meeting.calendar.ical import Event, Todo, calendar_of
from jinlin.meeting.commands.before.notify import is_calendar, meeting_event, save_calendar
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.pages.release import title_outside
from jinlin.meeting.record import queries
from jinlin.meeting.record.ties import withheld
from jinlin.meeting.rules.meeting_duties import DaySpan, DutyState, month_span, quarter_span
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.member.posts.terms import NOT_ELECTED, ending
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import FILE, MONTH
from jinlin.output.delivery.files import check_free
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On, on_paper
from jinlin.store.command.command import reading
from jinlin.store.history.chain import database_key
from jinlin.store.transaction.tx import Reader


def _quarter(text: str, clock: Clock) -> Month:
    """Read a quarter and return a month of it: `2026-Q4`, `4`, `this`, `本季度`, `last`.

    Raises:
        UsageError: there is no such quarter.
    """
    import re

    from jinlin.core.text import compact

    said = compact(text)
    this = Month(clock.today.year, clock.today.month)
    if said in {"this", "本季度", "本季"}:
        return this
    if said in {"last", "上季度", "上季"}:
        return this.previous.previous.previous
    match = re.fullmatch(r"(?:(\d{4})[-年]?)?第?q?([1-4一二三四])(?:季度?)?", said)
    if match is None:
        raise UsageError(
            _("“{text}” is not a quarter.").format(text=text),
            hint=_("Write it like 2026-Q4, 4, this or last."),
        )
    number = "一二三四".find(match[2]) + 1 or int(match[2])
    return Month(int(match[1]) if match[1] else this.year, number * 3)


_QUARTER: Final = WordKind("quarter", N_("QUARTER"), lambda text: SaidMonth(text, _quarter))


def calendar(
    call: Call,
    month: Annotated[SaidMonth | None, MONTH.option(help=N_("This month, if not given."))] = None,
    quarter: Annotated[
        SaidMonth | None,
        _QUARTER.option(help=N_("A quarter instead: 2026-Q4, 4, this, last.")),
    ] = None,
    everything: Annotated[
        bool, flag("--all", help=N_("Also kinds that were never held here."))
    ] = False,
    ics: Annotated[
        str | None,
        FILE.option(help=N_("What comes next, for a phone's calendar.")),
    ] = None,
    deadlines: Annotated[
        bool,
        flag("--deadlines", help=N_("In it also issues and action items by day, ends of terms.")),
    ] = False,
) -> None:
    if month and quarter:
        raise UsageError(
            _("Choose one of --month and --quarter."), hint=_("Give only one of them.")
        )
    with reading(call) as reader:
        window = _window(reader.clock, month, quarter)
        lines = calendar_lines(reader, window, everything=everything)
        over = [
            _("{term} ({day})").format(term=one.told, day=one.ends_on)
            for one in ending(reader, on=reader.clock.today, months=0)
            if one.over
        ]
        target = ics or (call.output if is_calendar(call.output) else None)
        content = b""
        if target:
            content = _file(reader, _events(reader, window, lines), deadlines=deadlines)
        elif deadlines:
            raise UsageError(_("--deadlines is for a calendar file."), hint=_("Add -o 日历.ics."))
    if target:
        if call.output and target != call.output:
            check_free(call, call.output)
        save_calendar(call, target, content)
    if not is_calendar(call.output):
        show(call, _listing(call, window, lines))
        if over:
            call.tell(
                _("{what}: {names}. See: jinlin member post show").format(
                    what=_(NOT_ELECTED), names=_(", ").join(over)
                ),
            )
        for reason in dict.fromkeys(line.reason for line in lines if line.reason):
            names = dict.fromkeys(line.type.name for line in lines if line.reason == reason)
            call.tell(_("{names}: {reason}").format(names=_(", ").join(names), reason=reason))


def _file(reader: Reader, events: list[Event], *, deadlines: bool) -> bytes:
    """Return the calendar file, with what is to be done where that is wanted."""
    todos: list[Todo] = []
    if deadlines:
        from jinlin.meeting.calendar import deadlines as due

        events, todos = [*events, *due.term_ends(reader)], due.deadlines(reader)
    key = database_key(reader)
    return calendar_of(events, key=key, made_at=reader.clock.now, todos=todos)


def _window(clock: Clock, month: SaidMonth | None, quarter: SaidMonth | None) -> DaySpan:
    """Return the days asked for; this month where nothing is said."""
    if quarter is not None:
        return quarter_span(quarter.on(clock))
    return month_span(month.on(clock) if month else Month(clock.today.year, clock.today.month))


def _listing(call: Call, window: DaySpan, lines: list[CalendarLine]) -> Listing:
    periods = {period_called(span): _period_words(span) for span in (c.duty.span for c in lines)}
    return Listing.of(
        "calendar",
        _("Meetings, {period}").format(period=span_words(window.first, window.last)),
        (
            Cell.of(type_column(), "type.code"),
            Cell(
                "frequency", _("How often"), lambda line: line.type.frequency or None, on=On.FILES
            ),
            Cell("period", _("Period"), lambda line: period_called(line.duty.span), labels=periods),
            Cell("from", _("From"), "duty.span.first", Kind.DATE, on=On.FILES),
            Cell("to", _("To"), "duty.span.last", Kind.DATE, on=On.FILES),
            Cell("needed", _("Due"), "duty.needed", Kind.INTEGER),
            Cell("held", _("Held"), "duty.held", Kind.INTEGER),
            Cell("standing", _("State"), "duty.standing", labels=DutyState.labels()),
            Cell("next_on", _("Next"), "duty.next_on", Kind.DATE),
            Cell("meetings", _("Meetings"), _days_held if on_paper(call) else _meetings),
        ),
        lines,
        empty=_("Nothing is due."),
    )


def period_called(span: DaySpan) -> str:
    """Return a period as it is called: `2026-11`, `2026-Q4`, `2026-H2`, `2026`."""
    first, months = span.first, (span.last - span.first).days // 28
    match months:
        case 1:
            return f"{first:%Y-%m}"
        case 3:
            return str(stretch_with(first, Length.QUARTER))
        case 6:
            return f"{first.year}-H{first.month // 6 + 1}"
        case _:
            return str(first.year)


def _period_words(span: DaySpan) -> str:
    """Return a period as people read it: 2026年11月, 2026年第四季度, 2026年."""
    first, called = span.first, period_called(span)
    if called == str(first.year):
        return _("the year {year}").format(year=called)
    if called == f"{first:%Y-%m}":
        return month_words(first)
    return quarter_words(first) if "Q" in called else span_words(first, span.last)


def _days_held(line: CalendarLine) -> str | None:
    """Return the days of the meetings of a line, without their numbers."""
    words = [
        _("{day} (put off from {before})").format(
            day=day_short(g.day), before=day_short(g.planned_for)
        )
        if g.planned_for
        else day_short(g.day)
        for g in line.duty.meetings
    ]
    return _(", ").join(words) or None


def _meetings(line: CalendarLine) -> str | None:
    """Return the meetings of a line in words: `M12 11-06, M13 12-01 (put off from 11-27)`."""
    words = [
        _("{number} {day} (put off from {before})").format(
            number=g.label, day=f"{g.day:%m-%d}", before=f"{g.planned_for:%m-%d}"
        )
        if g.planned_for
        else f"{g.label} {g.day:%m-%d}"
        for g in line.duty.meetings
    ]
    return _(", ").join(words) or None


def _events(reader: Reader, window: DaySpan, lines: list[CalendarLine]) -> list[Event]:
    """Return the meetings of the window, and on its day what is due and not planned yet."""
    from datetime import timedelta

    clock = reader.clock
    wanted = queries.held_within(
        clock.moment(window.first), clock.moment(window.last + timedelta(days=1))
    )
    words, redactor = withheld(reader), redactor_of(reader, parties=False)
    planned = [
        row.meeting
        if row.meeting.type in PARTY_MEETINGS
        else row.meeting._replace(title=title_outside(redactor, row.meeting.title, words))
        for row in queries.meetings(reader, wanted)
    ]
    labels = {meeting.label for meeting in planned}
    events = [meeting_event(meeting) for meeting in reversed(planned)]
    for line in lines:
        due = line.duty
        if due.next_on is None or any(
            g.day == due.next_on and g.label in labels for g in due.meetings
        ):
            continue
        events.append(
            Event(
                key=f"{line.type.code}-{due.next_on.isoformat()}",
                title=_("Due: {type}").format(type=line.type.name),
                start=due.next_on,
                text=basis_words(line.type.basis),
            )
        )
    return events
