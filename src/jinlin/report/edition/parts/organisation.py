"""What the branch did itself: meetings held and missed, services, its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jinlin.core.days.lasting import duration
from jinlin.core.days.stretch import Length
from jinlin.documents.page import Block, Paragraph
from jinlin.meeting.rules.kinds import service_types, type_name
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.report.edition.parts.meetings import counted_type, held
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import (
    MeetingCount,
    MemberFigures,
    MissedMeeting,
    PeriodFigures,
)


def organisation(figures: PeriodFigures, say: Wording) -> Iterable[Block]:
    """Return what the branch itself did, and who has joined it."""
    meetings = [m for m in figures.meetings if m.type in PARTY_MEETINGS]
    missed = [m for m in figures.missed if m.type in PARTY_MEETINGS]
    text = held(meetings, say, "organisation.held")
    if missed:
        text += say("organisation.missed", meetings=_missed(missed, figures, say))
    elif not meetings:
        text += say("organisation.none")
    elif figures.period.complete:
        text += say("organisation.none_missed")
    services = [m for m in figures.meetings if m.type in service_types()]
    if len(services) > 1:
        text += held(services, say, "organisation.services")
    members = figures.members
    counts = (("full", members.full), ("probationary", members.probationary))
    if named := [say(f"organisation.{name}", count=count) for name, count in counts if count]:
        text += say("organisation.members", members=say.joined(named))
    if told := list(_of_report_ins(members, say)):
        text += say("organisation.of_report_ins", what=say.joined(told, mark="clause"))
    return (Paragraph(text=text),)


def _of_report_ins(members: MemberFigures, say: Wording) -> Iterator[str]:
    """Tell who reported in, what they did, and what their employers asked about them."""
    if members.new_report_ins:
        yield say(
            "organisation.new_report_ins", new=members.new_report_ins, total=members.report_ins
        )
    elif members.report_ins or members.served:
        yield say("organisation.report_ins", total=members.report_ins)
    if members.served:
        time = members.served_minutes
        yield say(
            "organisation.served_for" if time else "organisation.served",
            people=members.served_people,
            count=members.served,
            time=duration(time) if time else "",
        )
    if members.letters:
        yield say("organisation.letters", count=members.letters, replied=members.letters_replied)
    if members.earlier_letters_replied:
        yield say("organisation.earlier_letters", count=members.earlier_letters_replied)


def _missed(missed: Sequence[MissedMeeting], figures: PeriodFigures, say: Wording) -> str:
    """Return how many meetings were missed; of a long period, in which months."""
    if figures.period.stretch.length in {Length.WEEK, Length.MONTH}:
        counts = [MeetingCount(type=m.type, held=m.missing) for m in missed]
        return say.joined(counted_type(count, say) for count in counts)
    whole = DaySpan(figures.period.stretch.first, figures.period.stretch.last)
    types: dict[str, list[str]] = {}
    for one in missed:
        when = _when([span for span in one.spans if span != whole], say)
        types.setdefault(when, []).append(type_name(one.type))
    told = [
        say("organisation.missed_when", when=when, types=say.joined(names))
        if when
        else say.joined(names)
        for when, names in types.items()
    ]
    return say.joined(told, mark="clause")


def _when(spans: Sequence[DaySpan], say: Wording) -> str:
    """Return months or quarters, those that follow each other from the first to the last."""
    runs: list[list[DaySpan]] = []
    for span in spans:
        if runs and (span.first - runs[-1][-1].last).days == 1:
            runs[-1].append(span)
        else:
            runs.append([span])
    said = []
    for first, *rest in runs:
        words = [say.part_of_year(span.first, span.last) for span in (first, *rest[-1:])]
        said.append(say.joined(words, mark="to"))
    return say.joined(said)
