"""All figures of a month, each computed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from jinlin.core.days.period import PassedStretch
from jinlin.issue.rules.levels import Level
from jinlin.meeting.rules.kinds import service_types
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.meeting.service.totals import NO_SERVICES, ServiceTotals
from jinlin.member.branch.tasks import TaskFigure
from jinlin.member.fund.queries import PurseRow
from jinlin.partner.record.totals import NO_PARTNERS, PartnerTotals
from jinlin.report.rules.flow import CountChange, Flow, Ratings
from jinlin.survey.record.on_day import EvaluationOnDay, SurveyOnDay

NOTABLE_RISE: Final = 3
"""A smaller rise in what was received has no main cause."""
REPORTED_UPWARD: Final = frozenset({"escalated", "departments_called", "departments_arrived"})
"""Statuses of what the community or the street has to help with."""
MOVED: Final = ("received", "elsewhere", "spent")
"""What has moved for a project, by the names of `ProjectFigure`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """One group of categories.

    Attributes:
        group: its code, such as `facilities`.
        name: what the database calls it.
        received_before: received in the month before.
    """

    group: str
    name: str
    flow: Flow
    ratings: Ratings
    received_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingFigures:
    """One building; None for what belongs to no building, or must not be placed."""

    building: str | None
    flow: Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIssue:
    """An issue that was open when the period ended.

    Attributes:
        number: such as `2026-0007`.
        title: what the board calls it, without names, doors and phones; None where it is not
            public.
        group: the code of its group of categories.
        group_name: what the database calls the group.
        category: its category; None where the issue is private.
        building: None where there is none or the issue is private.
        reported_on: the civil day it was reported.
        due_on: the day it is due.
        days: days since it was reported.
        overdue: whether that day had passed.
        status: its status when the period ended.
        responsible: the steward, or whoever handles it.
    """

    number: str
    title: str | None
    group: str
    group_name: str
    category: str | None
    building: str | None
    reported_on: date
    due_on: date | None
    days: int
    overdue: bool
    status: str
    responsible: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFigure:
    """What community or street is asked for in a matter that was passed up, as it was asked last.

    Attributes:
        number: the issue's, such as `2026-0007`.
        title: what it is about; of one that stays in the house what stands for it outside.
        kept_back: whether it stays in the house; then nothing more is told.
        building: its code; None where there is none.
        situation: how things are.
        work_done: what was done, one by one.
        stuck: what the complex cannot do by itself.
        request: what is asked for; empty where only the street's call is on record.
        level: who is asked; None where that is not on record.
        departments: who should be called, the one in the lead first.
        wanted_by: the day by which it is wanted.
        called: whom the street called last, the one in the lead first.
        arrived: of these, who came.
    """

    number: str
    title: str
    kept_back: bool = False
    place: str = ""
    building: str | None = None
    situation: str = ""
    work_done: tuple[str, ...] = ()
    stuck: str = ""
    request: str = ""
    level: Level | None = None
    departments: tuple[str, ...] = ()
    wanted_by: date | None = None
    called: tuple[str, ...] = ()
    arrived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCount:
    """How many meetings of one type were held.

    Attributes:
        expected: who was on their rolls, all meetings together; None where one has no roll.
        present: how many of these came.
    """

    type: str
    held: int
    expected: int | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionFigure:
    """A resolution such as `M12-1` or an action item such as `A5`: what, who does it, by when.

    Attributes:
        status: what had become of it when the period ended.
    """

    number: str
    text: str
    owner: str | None
    due_on: date | None
    status: ResolutionStatus = ResolutionStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """A meeting that is recorded for a day to come."""

    number: str
    type: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigure:
    """An elevator plan of the period that is of no project, the latest of its lift; money in fen.

    Attributes:
        households: how many pay.
        lowest: the smallest amount one of them pays; None when nobody pays.
        highest: the largest.
    """

    number: str
    name: str
    building: str | None
    total: int
    net: int
    households: int
    lowest: int | None
    highest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFigures:
    """Members of the branch and those who have reported in, when the period ended.

    Attributes:
        served: how often those who reported in did a service in the period.
        served_people: how many of them did.
        served_minutes: for how long together, as far as it was said.
        letters: employers' letters (征求意见) that came in the period.
        letters_replied: of these, replied when it ended.
        earlier_letters_replied: replied in the period, and came before it.
    """

    full: int = 0
    probationary: int = 0
    report_ins: int = 0
    new_report_ins: int = 0
    served: int = 0
    served_people: int = 0
    served_minutes: int = 0
    letters: int = 0
    letters_replied: int = 0
    earlier_letters_replied: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFigure:
    """Where an elevator project stood when the period ended: numbers of doors, money in fen.

    Attributes:
        place: the building and the entrance, `3-1`.
        kind: installation or replacement.
        ended_on: when it was given up; None where it goes on.
        asked: doors that are parties to the scheme.
        agree: of these, those that agree without a condition.
        disagree: those that disagree.
        unheard: those of whom no answer is known.
        signed: doors that have signed the payment agreement for what they owe now.
        payers: doors that pay.
        total: what it costs, by the version in force or the settlement; None while there is none.
        due: what the doors bear of it together.
        lowest: the smallest amount a door pays; None when nobody pays.
        highest: the largest.
        received: what doors have paid in, what they were paid back taken off.
        elsewhere: what came in from elsewhere, such as subsidies.
        spent: what was paid for the works.
    """

    number: str
    building: str
    entrance: str | None
    place: str
    kind: str
    stage: str
    ended_on: date | None
    asked: int
    agree: int
    disagree: int
    unheard: int
    signed: int
    payers: int
    total: int | None
    due: int
    lowest: int | None
    highest: int | None
    received: int
    elsewhere: int
    spent: int

    @property
    def moved(self) -> bool:
        """Whether any money has come or gone."""
        return any(getattr(self, name) for name in MOVED)

    @property
    def balance(self) -> int:
        """What the account holds."""
        return self.received + self.elsewhere - self.spent


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksFigure:
    """Where works in the complex stood when the period ended; money in fen.

    Attributes:
        title: what is done, without names.
        stage: the stored word of their stage.
        since: since when they are there.
        ended_on: when they were given up; None where they go on.
        members: who of the branch took part in that stage; nobody in what is posted.
        budget: what they may cost; None where nobody said.
        contract: the price of the contract; None before it is signed.
        paid: what purses and partners have paid for them.
    """

    number: str
    title: str
    stage: str
    since: date
    ended_on: date | None
    members: tuple[str, ...]
    budget: int | None
    contract: int | None
    paid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFigures:
    """What residents ordered of what is offered, counted as issues are.

    Attributes:
        received: ordered in the period.
        free: of these, those that cost nothing.
        closed: orders closed in the period and not opened again when it ended.
        ratings: what residents said of closed orders.
    """

    received: int = 0
    free: int = 0
    closed: int = 0
    ratings: Ratings = field(default_factory=Ratings)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureFigures:
    """What was posted, objected to, asked and answered.

    Attributes:
        posted: notices of all types posted in the period.
        objections: objections received in it.
        answered: of these, those answered.
        questions: what residents asked in it.
        replied: of these, those answered.
        in_time: of these, those answered within their limit.
        decisions: of the notices posted, those of what a public meeting decided.
        results: those of what came of it.
        unposted: decisions and results that were to be posted by its end and were not.
    """

    posted: int = 0
    objections: int = 0
    answered: int = 0
    questions: int = 0
    replied: int = 0
    in_time: int = 0
    decisions: int = 0
    results: int = 0
    unposted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PutRightFigures:
    """What evaluations found and was to be put right: given by the end, and done by it."""

    count: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFigure:
    """A body of owners when the period ended.

    Attributes:
        body: the stored word.
        people: who sits in it.
        in_party: of these, members of the Party.
        seats: how many seats it has; None where nobody said.
    """

    body: str
    people: int
    in_party: int
    seats: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceFigures:
    """How the branch guides the bodies of owners (三驾马车).

    Attributes:
        deliberated: items of the branch's meetings by which it deliberated first.
        sat_in: meetings of the owners' committee at which somebody of the branch's committee sat.
        bodies: those in which anybody sits.
    """

    deliberated: int = 0
    sat_in: int = 0
    bodies: tuple[BodyFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedMeeting:
    """A kind of meeting that was due by its rule and not held, or not often enough.

    Attributes:
        missing: how many more were due.
        spans: the months, quarters … in which they were.
    """

    type: str
    missing: int
    spans: tuple[DaySpan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFigures:
    """The street called in.

    Attributes:
        asked: issues for which the branch asked the street or the district for a call.
        called: issues for which the street called departments.
        arrivals: how often a department arrived, counted each time (个次).
    """

    asked: int = 0
    called: int = 0
    arrivals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who reports to whom.

    Attributes:
        author: who filled it in: the secretary, or whoever is named with `--user`.
        checksum: the head of the history's chain as it is printed; `db check --head` takes it.
    """

    complex: str
    branch: str
    superior: str | None
    street: str | None
    author: str
    made_on: date
    checksum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """All that is known of a month.

    Attributes:
        previous: the month before; None where there is nothing to compare with: the month is
            still running, or the records begin in it.
        open_issues: what was open at the end, the longest overdue first; secret ones left out.
        requests: of these, what was passed up, and what was asked for.
        unlisted: how many open issues are secret and so not in that list.
        correction: which correction of a report that was handed in this is; 0 for none.
        public: only what may be posted is in it.
        folded: groups with few issues are counted among the others.
        ages: of every open issue, the days since it was reported and whether it is overdue.
    """

    period: PassedStretch
    letterhead: Letterhead
    groups: tuple[GroupFigures, ...] = ()
    buildings: tuple[BuildingFigures, ...] = ()
    previous: Flow | None = None
    open_issues: tuple[OpenIssue, ...] = ()
    requests: tuple[RequestFigure, ...] = ()
    unlisted: int = 0
    ages: tuple[tuple[int, bool], ...] = ()
    calls: CallFigures = CallFigures()
    meetings: tuple[MeetingCount, ...] = ()
    missed: tuple[MissedMeeting, ...] = ()
    projects: tuple[ProjectFigure, ...] = ()
    works: tuple[WorksFigure, ...] = ()
    partners: PartnerTotals = NO_PARTNERS
    tasks: tuple[TaskFigure, ...] = ()
    surveys: tuple[SurveyOnDay, ...] = ()
    evaluations: tuple[EvaluationOnDay, ...] = ()
    put_right: PutRightFigures = PutRightFigures()
    orders: OrderFigures = OrderFigures()
    services: ServiceTotals = NO_SERVICES
    disclosure: DisclosureFigures = DisclosureFigures()
    guidance: GuidanceFigures = GuidanceFigures()
    planned_meetings: tuple[PlannedMeeting, ...] = ()
    resolutions: tuple[ResolutionFigure, ...] = ()
    due_resolutions: tuple[ResolutionFigure, ...] = ()
    due_actions: tuple[ResolutionFigure, ...] = ()
    plans: tuple[PlanFigure, ...] = ()
    purses: tuple[PurseRow, ...] = ()
    members: MemberFigures = MemberFigures()
    correction: int = 0
    public: bool = False
    folded: bool = False

    @property
    def total(self) -> Flow:
        """All issues."""
        return sum((g.flow for g in self.groups), Flow())

    @property
    def ratings(self) -> Ratings:
        """All ratings."""
        return sum((g.ratings for g in self.groups), Ratings())

    @property
    def meetings_held(self) -> int:
        """All meetings, without the services that are recorded like meetings."""
        return sum(m.held for m in self.meetings if m.type not in service_types())

    @property
    def services_held(self) -> int:
        """The services that are recorded like meetings."""
        return sum(m.held for m in self.meetings if m.type in service_types())

    @property
    def empty(self) -> bool:
        """Whether nothing was recorded for this month."""
        return not (
            any(not g.flow.idle or g.ratings != Ratings() for g in self.groups)
            or self.meetings
            or self.resolutions
            or self.plans
            or self.projects
            or self.works
            or self.partners != NO_PARTNERS
            or self.tasks
            or self.surveys
            or self.evaluations
            or self.put_right != PutRightFigures()
            or self.disclosure != DisclosureFigures()
            or self.guidance.deliberated
            or any(purse.entries for purse in self.purses)
            or self.calls != CallFigures()
            or self.members.new_report_ins
            or self.members.served
            or self.members.letters
            or self.members.earlier_letters_replied
        )

    @property
    def received_change(self) -> CountChange | None:
        """Issues received beside those of the month before."""
        if self.previous is None:
            return None
        return CountChange(now=self.total.received, before=self.previous.received)

    @property
    def closed_change(self) -> CountChange | None:
        """Issues closed beside those of the month before."""
        if self.previous is None:
            return None
        return CountChange(now=self.total.closed, before=self.previous.closed)

    @property
    def main_rise(self) -> GroupFigures | None:
        """The group that explains at least half of a notable rise in what was received."""
        change = self.received_change
        if change is None or change.difference < NOTABLE_RISE:
            return None
        group = max(self.groups, key=lambda g: g.flow.received - g.received_before)
        rise = group.flow.received - group.received_before
        return group if 2 * rise >= change.difference else None
