"""The sentences of the monthly report, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from jinlin.complex.rules.address import place_words
from jinlin.core.days.lasting import duration
from jinlin.core.days.stretch import Length
from jinlin.core.money import in_yuan, yuan_words
from jinlin.documents.page import Block, Items, Paragraph
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.meeting.rules.meetings import FRIDAY_COUNCIL, PARTY_MEETINGS
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.member.fund.queries import PurseRow
from jinlin.output.listing.values import percent
from jinlin.report.edition.projects import partners, works
from jinlin.report.edition.room import ListRoom
from jinlin.report.edition.tables import category_label, group_label
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import (
    MOVED,
    SERVICES,
    CallFigures,
    DisclosureFigures,
    MeetingCount,
    MissedMeeting,
    OpenIssue,
    PeriodFigures,
    PlanFigure,
    ProjectFigure,
    RequestFigure,
    ResolutionFigure,
)
from jinlin.report.rules.flow import CountChange, Flow, Ratings

LONGEST_LIST: Final = 5
"""More items of a kind than this do not belong on one page."""


COORDINATION: Final = 5
"""The number of the part that the summary refers to."""
_PLEASE: Final = "请"
"""How a request begins that says itself whom it asks."""


def summary(figures: PeriodFigures, say: Wording) -> str:
    """Return the first paragraph: the month in one look."""
    clauses = (
        _received_and_closed(figures, say),
        _on_time(figures.total, say),
        *_ratings(figures.ratings, say),
    )
    text = say.joined(filter(None, clauses), mark="clause") + say("marks.stop")
    text += _calls(figures.calls, say)
    if waiting := len(figures.requests):
        text += say("summary.to_coordinate", count=waiting, number=say.section_number(COORDINATION))
    return text


def _received_and_closed(figures: PeriodFigures, say: Wording) -> str:
    flow = figures.total
    came = _counted(flow, ("carried_over", "reopened"), say)
    ways = _counted(flow, ("closed_solved", "closed_unsolved", "declined", "merged"), say)
    if flow.closed and flow.closed_solved == flow.closed:
        ways = [say("summary.all_solved")]
    return say(
        "summary.issues",
        received=flow.received,
        came=_aside(came, say),
        closed=flow.closed,
        how=_aside(ways, say),
        when=say("summary.at_end" if figures.period.complete else "summary.so_far"),
        open=flow.open,
        late=say("summary.late", overdue=flow.overdue) if flow.overdue else "",
    )


def _aside(parts: Sequence[str], say: Wording) -> str:
    """Return parts in brackets; empty where there is none."""
    return say("summary.how", ways=say.joined(parts)) if parts else ""


def _on_time(flow: Flow, say: Wording) -> str:
    rate = flow.on_time_rate
    if not rate.denominator:
        return ""
    values = {"numerator": rate.numerator, "denominator": rate.denominator}
    if rate.exact is None:
        return say("summary.on_time_few", **values)
    return say("summary.on_time", percent=percent(rate.exact), **values)


def _ratings(ratings: Ratings, say: Wording) -> Iterator[str]:
    rate = ratings.rate
    if rate.exact is not None:
        yield say(
            "summary.rated",
            rated=ratings.rated,
            percent=percent(rate.exact),
            numerator=rate.numerator,
            denominator=rate.denominator,
        )
    elif ratings.rated:
        said = _counted(ratings, ("satisfied", "basically_satisfied", "not_satisfied"), say)
        yield say("summary.rated_few", rated=ratings.rated, ratings=say.joined(said))
    if ratings.unrated:
        yield say("summary.unrated", count=ratings.unrated)


def _calls(calls: CallFigures, say: Wording) -> str:
    said = [
        say(f"summary.{name}", count=count)
        for name, count in (
            ("asked", calls.asked),
            ("called", calls.called),
            ("arrivals", calls.arrivals),
        )
        if count
    ]
    return say.joined(said, mark="comma") + say("marks.stop") if said else ""


def _counted(figures: Flow | Ratings, names: Iterable[str], say: Wording) -> list[str]:
    """Return those counts that are not nought, each with its name."""
    counts = ((name, getattr(figures, name)) for name in names)
    return [say(f"summary.{name}", count=count) for name, count in counts if count]


def organisation(figures: PeriodFigures, say: Wording) -> Iterable[Block]:
    """Return what the branch itself did, and who has joined it."""
    held = [m for m in figures.meetings if m.type in PARTY_MEETINGS]
    missed = [m for m in figures.missed if m.type in PARTY_MEETINGS]
    text = _held(held, say, "organisation.held")
    if missed:
        text += say("organisation.missed", meetings=_missed(missed, figures, say))
    elif not held:
        text += say("organisation.none")
    elif figures.period.complete:
        text += say("organisation.none_missed")
    services = [m for m in figures.meetings if m.type in SERVICES]
    text += _held(services, say, "organisation.services")
    members = figures.members
    counts = (("full", members.full), ("probationary", members.probationary))
    if named := [say(f"organisation.{name}", count=count) for name, count in counts if count]:
        text += say("organisation.members", members=say.joined(named))
    if members.new_report_ins:
        text += say(
            "organisation.new_report_ins", new=members.new_report_ins, total=members.report_ins
        )
    elif members.report_ins:
        text += say("organisation.report_ins", total=members.report_ins)
    if members.served:
        time = duration(members.served_minutes) if members.served_minutes else ""
        key = "organisation.served_for" if time else "organisation.served"
        text += say(key, count=members.served, time=time)
    return (Paragraph(text=text),)


def _missed(missed: Sequence[MissedMeeting], figures: PeriodFigures, say: Wording) -> str:
    """Return how many meetings were missed; of a long period, in which months."""
    if figures.period.stretch.length in {Length.WEEK, Length.MONTH}:
        counts = [MeetingCount(type=m.type, held=m.missing) for m in missed]
        return say.joined(_counted_type(count, say) for count in counts)
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


def _held(meetings: Iterable[MeetingCount], say: Wording, key: str) -> str:
    """Return the sentence on meetings by type; empty where none was held."""
    counts = [_counted_type(meeting, say) for meeting in meetings]
    return say(key, meetings=say.joined(counts)) if counts else ""


def _counted_type(meeting: MeetingCount, say: Wording) -> str:
    """Return how many meetings of a type there were; of the Party's also who came."""
    key = "organisation.meeting"
    if meeting.expected and meeting.type in PARTY_MEETINGS:
        key = "organisation.attended" if meeting.held == 1 else "organisation.attended_in_all"
    return say(
        key,
        type=type_name(meeting.type),
        held=meeting.held,
        expected=meeting.expected,
        present=meeting.present,
    )


def comparison(figures: PeriodFigures, say: Wording) -> str:
    """Return what changed on the month before; empty where there is nothing to compare with."""
    received, closed = figures.received_change, figures.closed_change
    if received is None or closed is None:
        return ""
    sentence = _changed(received, say("issues.received"), say)
    if figures.main_rise is not None:
        group = group_label(figures.main_rise.group, figures.main_rise.name, say)
        sentence = say("issues.main_rise", sentence=sentence, group=group)
    parts = (sentence, _changed(closed, say("issues.closed"), say))
    return say.joined(parts, mark="clause") + say("marks.stop")


def _changed(change: CountChange, what: str, say: Wording) -> str:
    if not change.difference:
        return say("issues.same", what=what)
    key = "issues.more" if change.difference > 0 else "issues.fewer"
    share: Fraction | None = change.exact
    if share is None:
        return say(key, what=what, count=abs(change.difference))
    return say(
        f"{key}_percent", what=what, count=abs(change.difference), percent=percent(abs(share))
    )


def friday_councils(figures: PeriodFigures, say: Wording) -> str:
    """Return how often the branch brought what it could not settle."""
    held = sum(m.held for m in figures.meetings if m.type == FRIDAY_COUNCIL)
    return say("issues.friday", held=held) if held else ""


def projects(figures: PeriodFigures, say: Wording) -> Iterable[Block]:
    """Return where elevator projects and works stood when the period ended, and plans of none.

    What partners gave for them and for others' matters stands behind.
    """
    plans, going = figures.plans[-LONGEST_LIST:], figures.projects[-LONGEST_LIST:]
    helped = partners.told(figures.partners, say)
    if not plans and not going and not figures.works and not helped:
        return (Paragraph(text=say("projects.none")),)
    day = say.day(figures.period.last_day)
    text = "".join(_project(project, day, say) for project in going)
    if rest := len(figures.projects) - len(going):
        text += say("projects.other_projects", count=rest)
    text += "".join(_plan(plan, say) for plan in plans)
    if rest := len(figures.plans) - len(plans):
        text += say("projects.others", count=rest)
    text += works.told(figures, say)
    undecided = plans or any(_open(project) and project.total for project in going)
    caution = say("projects.caution") if undecided else ""
    return (Paragraph(text=text + caution + helped),)


def _open(project: ProjectFigure) -> bool:
    """Return whether the owners still decide on the scheme."""
    return project.ended_on is None and Stage(project.stage).place < Stage.CONTRACT.place


def _project(project: ProjectFigure, day: str, say: Wording) -> str:
    """Return where a project stood: consultation and agreements apart, never a vote."""
    where = place_words(project.building, project.entrance)
    told = {"place": where, "kind": WorksKind(project.kind).label, "day": day}
    if project.ended_on:
        return say("projects.ended", **(told | {"day": say.full_day(project.ended_on)}))
    clauses = _decided_on(project, say) if _open(project) else _works(project, say)
    stage = say.label("stages", project.stage, "")
    parts = [say("projects.project", **told, stage=stage), *clauses]
    return say.joined(parts, mark="clause") + say("marks.stop")


def _decided_on(project: ProjectFigure, say: Wording) -> Iterator[str]:
    """Yield what the owners decide on, and how many were heard so far."""
    if project.total is not None:
        yield say("projects.scheme", shares=_shared(project.total, project.due, project, say))
    if project.agree or project.disagree or project.unheard < project.asked:
        counts = {name: getattr(project, name) for name in ("agree", "disagree", "unheard")}
        counts["otherwise"] = project.asked - sum(counts.values())
        answers = [say(f"projects.{name}", count=n) for name, n in counts.items() if n]
        yield say("projects.sounding", asked=project.asked, answers=say.joined(answers))


def _works(project: ProjectFigure, say: Wording) -> Iterator[str]:
    """Yield how many agreements are signed while there are some to sign, and the money."""
    if 0 < project.signed < project.payers:
        yield say("projects.signed", signed=project.signed, payers=project.payers)
    sums = [("cost", project.total)]
    if project.moved:
        sums += [(name, getattr(project, name)) for name in ("due", *MOVED, "balance")]
    if told := [say(f"projects.{name}", amount=yuan_words(fen)) for name, fen in sums if fen]:
        yield say.joined(told, mark="comma")


def _plan(plan: PlanFigure, say: Wording) -> str:
    shares = _shared(plan.total, plan.net, plan, say)
    return say("projects.plan", where=_where(plan, say), name=plan.name, shares=shares)


def _shared(total: int, net: int, among: PlanFigure | ProjectFigure, say: Wording) -> str:
    """Return a cost, what of it is shared, by how many homes, and the least and most of one."""
    parts = [say("projects.cost", amount=yuan_words(total))]
    if net < total:
        parts.append(say("projects.after_subsidy", net=yuan_words(net)))
    households = among.households if isinstance(among, PlanFigure) else among.payers
    key = "shared_by_nobody"
    if households:
        key = "shared_evenly" if among.lowest == among.highest else "shared"
    lowest, highest = in_yuan(among.lowest or 0), in_yuan(among.highest or 0)
    parts.append(say(f"projects.{key}", households=households, lowest=lowest, highest=highest))
    return say.joined(parts, mark="comma")


def _where(plan: PlanFigure, say: Wording) -> str:
    if plan.building is None or plan.building in plan.name:
        return ""
    return say("projects.where", building=say.building(plan.building))


def money(figures: PeriodFigures, say: Wording) -> str:
    """Return what each purse held and what went through it."""
    told = [purse for purse in figures.purses if purse.entries or purse.balance]
    if not told:
        return say("money.none")
    text = "".join(_purse(purse, figures, say) for purse in told)
    return text + (say("money.apart") if len(told) > 1 else "")


def _purse(purse: PurseRow, figures: PeriodFigures, say: Wording) -> str:
    moved = (("opening", purse.opening), ("income", purse.income), ("spending", purse.spending))
    clauses = [
        say(f"money.{name}", amount=in_yuan(amount))
        for name, amount in moved
        if amount and purse.entries
    ]
    at_end = say("summary.at_end" if figures.period.complete else "summary.so_far")
    clauses.append(say("money.closing", amount=in_yuan(purse.balance), when=at_end))
    if purse.undisclosed:
        clauses.append(say("money.undisclosed", count=purse.undisclosed))
    elif purse.entries:
        clauses.append(say("money.disclosed"))
    return say(
        "money.purse",
        purse=say(f"purses.{purse.purse}"),
        clauses=say.joined(clauses, mark="comma"),
    )


def deliberation(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    """Return the councils of the month and what was resolved, as far as there is room."""
    elsewhere = {*PARTY_MEETINGS, *SERVICES, FRIDAY_COUNCIL}
    held = [m for m in figures.meetings if m.type not in elsewhere]
    text = _held(held, say, "deliberation.held") + _disclosed(figures.disclosure, say)
    if figures.resolutions:
        text += say("deliberation.resolutions", count=len(figures.resolutions))
    yield Paragraph(text=text or say("deliberation.none"))
    shown = resolutions(figures, say)[: room.resolutions]
    if shown:
        yield Items(texts=tuple(shown))
    if rest := len(figures.resolutions) - len(shown):
        yield Paragraph(text=say("deliberation.others", count=rest))


def resolutions(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return what was resolved, each with who carries it out and by when."""
    return [_resolution(resolution, say) for resolution in figures.resolutions]


def _disclosed(told: DisclosureFigures, say: Wording) -> str:
    """Return what was posted, objected to and asked."""
    parts = []
    if told.posted:
        parts.append(say("deliberation.posted", count=told.posted))
    if told.objections:
        answer = _answer(told.objections, told.answered, "objections_some", say)
        parts.append(say("deliberation.objections", count=told.objections, answer=answer))
    if told.questions:
        answer = _answer(told.questions, told.replied, "questions_some", say)
        if late := told.replied - told.in_time:
            answer += say("deliberation.answered_late", count=late)
        parts.append(say("deliberation.questions", count=told.questions, answer=answer))
    return say.joined(parts, mark="clause") + say("marks.stop") if parts else ""


def _answer(asked: int, answered: int, some: str, say: Wording) -> str:
    """Return how many of those asked for an answer have one."""
    if answered == asked:
        return say("deliberation.answered")
    return (
        say(f"deliberation.{some}", count=answered) if answered else say("deliberation.unanswered")
    )


def _resolution(resolution: ResolutionFigure, say: Wording) -> str:
    details = []
    if resolution.status is not ResolutionStatus.OPEN:
        details.append(resolution.status.label)
    if resolution.owner:
        details.append(say("deliberation.owner", owner=resolution.owner))
    if resolution.due_on and resolution.status is ResolutionStatus.OPEN:
        details.append(say("deliberation.due", day=say.day(resolution.due_on)))
    text = one_line(resolution.text)
    if not details:
        return text
    return say("deliberation.resolution", text=text, details=say.joined(details, mark="comma"))


def one_line(text: str) -> str:
    """Return what somebody wrote on one line, without the full stop at its end."""
    return " ".join(text.split()).rstrip("。.；; ")


def coordination(figures: PeriodFigures, say: Wording, room: ListRoom) -> Iterator[Block]:
    """Return what the community or the street is asked for, as far as there is room."""
    texts = requests(figures, say)
    if not texts:
        yield Paragraph(text=say("coordination.none"))
        return
    yield Items(texts=tuple(texts[: room.requests]))
    if rest := len(texts[room.requests :]):
        yield Paragraph(text=say("coordination.others", count=rest))


def requests(figures: PeriodFigures, say: Wording) -> list[str]:
    """Return what is asked of the community or the street, matter by matter."""
    return [_request(request, say) for request in figures.requests]


def _request(request: RequestFigure, say: Wording) -> str:
    """Return one matter in running sentences: what it is, what was done, what is asked of whom."""
    whom = addressee(request, say)
    if request.kept_back:
        return say("coordination.kept_back", what=request.title, whom=whom)
    facts = [one_line(text) for text in (request.situation, *request.work_done, request.stuck)]
    sentences = [
        matter_in_words(request, say),
        say.joined(filter(None, facts), mark="clause"),
        _asked(request, whom, say),
        _called(request, say),
    ]
    by = say("coordination.by", day=say.day(request.wanted_by)) if request.wanted_by else ""
    last = 2 if sentences[2] else 3
    sentences[last] += by
    return "".join(text + say("marks.stop") for text in sentences if text).rstrip()


def addressee(request: RequestFigure, say: Wording) -> str:
    """Return who is asked; community and street where that is not on record."""
    return request.level.label if request.level else say("coordination.somebody")


def matter_in_words(request: RequestFigure, say: Wording) -> str:
    """Return what a matter is called, with its building and place where the title has neither."""
    title = one_line(request.title)
    where = say.building(request.building) if request.building else ""
    place = request.place.removeprefix(where)
    if where and where not in title:
        title = say("coordination.at", where=where, title=title)
    return title if place in title else say("coordination.place", title=title, place=place)


def _asked(request: RequestFigure, whom: str, say: Wording) -> str:
    asked = one_line(request.request)
    if asked.startswith(_PLEASE):
        return asked
    called = [one for one in request.departments if one not in asked]
    if asked and called:
        return say("coordination.call", whom=whom, departments=say.joined(called), request=asked)
    if asked:
        return say("coordination.ask", whom=whom, request=asked)
    return "" if request.called else say("coordination.help", whom=whom)


def _called(request: RequestFigure, say: Wording) -> str:
    """Return whom the street has called since, and who of them came."""
    if not request.called:
        return ""
    text = say("coordination.called", departments=say.joined(request.called))
    if request.arrived:
        text += say("coordination.arrived", departments=say.joined(request.arrived))
    return text


def issue_in_words(issue: OpenIssue, say: Wording) -> str:
    """Return an issue as it stands in a sentence: category and building; never its title."""
    category = category_label(issue, say)
    if not issue.building:
        return say("unfinished.what", category=category)
    building = say.building(issue.building)
    return say("unfinished.what_at", category=category, building=building)
