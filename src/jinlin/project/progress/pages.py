"""Works as a record: where they stand, who watched which stage, the money, what is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.meeting.rules.owners_matters import matters, scopes
from jinlin.member.rules.purses import Purse
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.output.listing.values import as_text
from jinlin.project.progress.status import WorksStatus
from jinlin.project.progress.words import where
from jinlin.project.record.meetings_about import MeetingAbout
from jinlin.project.record.notes import ProjectNote
from jinlin.project.record.projects import CommunityProject
from jinlin.project.rules.facts import DecisionState, TalkState
from jinlin.project.rules.kinds import project_kinds
from jinlin.project.rules.stages import PASSED_OVER, PROJECT_STAGES, ProjectStage

_FOLLOWS: Final = ("stage_since", "owners_vote", "rest_fen")
"""What is not said itself: it follows from what is."""


def changed_words(before: WorksStatus, after: WorksStatus) -> str:
    """Return what of works reads otherwise after a correction: `实施主体 业委会`."""
    was = {column.key: value for column, value in _fields(before)}
    return _("; ").join(
        f"{column.heading} {as_text(column, value) or _('none')}"
        for column, value in _fields(after)
        if was.get(column.key) != value and column.key not in _FOLLOWS
    )


def works_record(status: WorksStatus, noted: Sequence[ProjectNote], *, older: int = 0) -> Record:
    """Return works by themselves, with what was noted of them, and how much more was before."""
    project = status.project
    return Record.of(
        title=f"{project.label} {project.title}" + (_(" (given up)") if project.ended_on else ""),
        fields=[*_fields(status)],
        listings=(
            _stages(status),
            _blockers(status),
            _meetings(status),
            _notes(project, noted, older),
        ),
        extra={
            "hands": [
                {"stage": one.stage.value, "name": one.name, "ours": one.ours}
                for one in status.hands
            ],
            "decision": {
                "vote": status.facts.decision.vote or None,
                "passed": None if project.matter is None else not status.facts.undecided,
            },
        },
    )


def _fields(status: WorksStatus) -> Iterator[tuple[Column, Any]]:
    project, money = status.project, status.money
    yield Column(key="number", heading=_("Number")), project.label
    kinds = {one.code: one.name for one in project_kinds().values()}
    yield Column(key="kind", heading=_("Kind of works"), labels=kinds), project.kind_code
    yield Column(key="title", heading=_("Title")), project.title
    yield Column(key="place", heading=_("Place")), where(project)
    yield Column(key="stage", heading=_("Stage"), labels=ProjectStage.labels()), project.stage
    yield (
        Column(key="stage_since", heading=_("Stage since"), kind=Kind.DATE),
        project.stage_since,
    )
    yield Column(key="due_on", heading=_("To be over by"), kind=Kind.DATE), project.due_on
    yield Column(key="started_on", heading=_("Begun on"), kind=Kind.DATE), project.started_on
    yield Column(key="responsible", heading=_("Carried out by")), project.responsible
    yield Column(key="contact", heading=_("Questions to")), project.contact
    names = {code: one.name for code, one in matters().items()} if project.matter else {}
    yield Column(key="matter", heading=_("The owners decide"), labels=names), project.matter
    yield Column(key="matter_reason", heading=_("No owners' vote, because")), project.matter_reason
    names = {code: one.name for code, one in scopes().items()} if project.scope else {}
    yield Column(key="scope", heading=_("Whose owners decide"), labels=names), project.scope
    yield Column(key="owners_vote", heading=_("Owners' vote")), _owners_vote(status)
    yield Column(key="about", heading=_("Comes from")), project.about_number
    for key, heading, fen in (
        ("budget_fen", _("Budget (yuan)"), money.budget),
        (
            "contract_fen",
            _("Contract (yuan)") if money.signed else _("Quote that was chosen (yuan)"),
            money.contract,
        ),
        ("paid_fen", _("Paid for it (yuan)"), money.paid or None),
        ("purses_fen", _("Of that from purses (yuan)"), money.purses if money.direct else None),
        ("direct_fen", _("Of that paid by partners themselves (yuan)"), money.direct or None),
        ("rest_fen", _("Still to be paid (yuan)"), money.rest),
    ):
        yield Column(key=key, heading=heading, kind=Kind.MONEY), fen
    yield Column(key="purse", heading=_("Paid out of"), labels=Purse.labels()), project.purse
    if project.ended_on is not None:
        yield Column(key="ended_on", heading=_("Given up on"), kind=Kind.DATE), project.ended_on
        yield Column(key="ended_reason", heading=_("Why given up")), project.ended_reason


def _owners_vote(status: WorksStatus) -> str | None:
    """Return what the owners voted; None where they decide nothing."""
    decision = status.facts.decision
    if decision.state is DecisionState.NOT_NEEDED:
        return None
    if decision.state not in (DecisionState.CARRIED, DecisionState.LOST):
        return _("not voted yet")
    return _outcome(decision.vote, passed=decision.state is DecisionState.CARRIED)


def _outcome(vote: str, *, passed: bool) -> str:
    return _("{vote}: {outcome}").format(
        vote=vote, outcome=_("carried") if passed else _("not carried")
    )


def how_far(status: WorksStatus, stage: ProjectStage) -> str:
    """Return whether works have left a stage, are in it, come to it, or pass it over."""
    here, place = (PROJECT_STAGES.index(one) for one in (status.project.stage, stage))
    if any(one.stage is stage and one.skipped for one in status.way):
        return "passed_over"
    if place == here and status.following is None:
        return "ended" if status.project.ended_on else "used"
    if place == here:
        return "here"
    return "done" if place < here else "ahead"


def who_of_the_branch(status: WorksStatus, stage: ProjectStage) -> str:
    """Return who of the branch took part in a stage."""
    return _(", ").join(one.name for one in status.hands if one.ours and one.stage is stage)


def _stages(status: WorksStatus) -> Listing:
    """Return the stages, with who of the branch took part in each."""
    return Listing.of(
        "stages",
        _("Stages"),
        (
            Cell("stage", _("Stage"), lambda stage: stage, labels=ProjectStage.labels()),
            Cell(
                "state",
                _("How far"),
                lambda stage: how_far(status, stage),
                labels={
                    "done": _("behind"),
                    "here": _("here"),
                    "used": _("being used"),
                    "ended": _("given up here"),
                    "ahead": _("ahead"),
                    "passed_over": _("passed over"),
                },
            ),
            Cell("entered_on", _("Entered on"), status.entered.get, Kind.DATE),
            Cell("members", _("Of the branch"), lambda stage: who_of_the_branch(status, stage)),
        ),
        status.project.course.stages,
        notes=(*_passed_over(status), *_overridden(status)),
    )


def _passed_over(status: WorksStatus) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for one in status.way:
        if one.skipped:
            reasons.setdefault(one.skipped, []).append(one.stage.label)
    for reason, stages in reasons.items():
        yield _("Passed over: {stages}, because {reason}").format(
            stages=_(", ").join(stages), reason=reason
        )


def _overridden(status: WorksStatus) -> Iterator[str]:
    """Yield against what stages were entered."""
    for one in status.way:
        if one.override_reason:
            said = _("“{stage}” was entered all the same: {reason}").format(
                stage=one.stage.label, reason=one.override_reason
            )
            yield (
                _("{said}; missing then: {missing}").format(
                    said=said, missing=_("; ").join(one.missing)
                )
                if one.missing
                else said
            )


def _blockers(status: WorksStatus) -> Listing:
    following = status.following
    return Listing.of(
        "blockers",
        _("What blocks the next stage “{stage}”").format(stage=following.label)
        if following
        else _("What blocks the next stage"),
        (
            Cell("reason", _("What is missing"), lambda shut: shut.reason.text()),
            Cell("way", _("What to do"), lambda shut: as_spoken(shut.way.text())),
        ),
        status.shut,
        notes=(_may_be_passed_over(status.project),) if following in PASSED_OVER else (),
        empty=_nothing_shut(status),
    )


def _nothing_shut(status: WorksStatus) -> str:
    project = status.project
    if status.following is not None:
        return _("Nothing: jinlin project stage {number} {stage}").format(
            number=project.label, stage=quoted(status.following.label)
        )
    if project.ended_on:
        return _("It was given up; there is no further stage.")
    return _("It is in use; there is no further stage.")


def _may_be_passed_over(project: CommunityProject) -> str:
    """Return how works come past stages they do not need."""
    stages = project.course.stages
    after = next(one for one in stages[stages.index(project.stage) + 1 :] if one not in PASSED_OVER)
    return _(
        "Where nothing is to be sited, measured or designed:"
        " jinlin project stage {number} {stage} --skip REASON"
    ).format(number=project.label, stage=quoted(after.label))


def _meetings(status: WorksStatus) -> Listing:
    return Listing.of(
        "meetings",
        _("Deliberated and voted on"),
        (
            Cell("day", _("Date"), lambda one: one.talk.day, Kind.DATE),
            Cell("meeting", _("Number"), lambda one: one.talk.meeting),
            Cell("type", _("Meeting"), lambda one: one.name),
            Cell(
                "outcome", _("What came of it"), lambda one: _came(status, one),
                personal=Personal.TEXT,
            ),
        ),
        status.meetings,
        empty=_("No meeting had it on its agenda yet."),
    )  # fmt: skip


LATEST: Final = 10
"""So many notes stand below where works stand, unless all are asked for."""
_CAME: Final = {
    TalkState.AHEAD: N_("not held yet"),
    TalkState.NOBODY: N_("nobody recorded as present"),
    TalkState.HELD: N_("talked about"),
}


def _came(status: WorksStatus, meeting: MeetingAbout) -> str:
    """Return what was voted and resolved in a meeting; else whether it was held."""
    votes = [one for one in reversed(status.votes) if one.meeting == meeting.number]
    told = [
        *(_outcome(one.label, passed=one.passed) for one in votes),
        *status.resolved.get(meeting.number, ()),
    ]
    return _("; ").join(told) or _(_CAME[meeting.talk.state])


def _notes(project: CommunityProject, noted: Sequence[ProjectNote], older: int) -> Listing:
    more = _("{count} older ones: jinlin project show {number} --all")
    return Listing.of(
        "notes",
        _("Course of the works"),
        (
            Cell("number", _("No."), kind=Kind.INTEGER),
            Cell("noted_on", _("Date"), kind=Kind.DATE),
            Cell("stage", _("Stage"), labels=ProjectStage.labels()),
            Cell("text", _("What happened"), personal=Personal.TEXT),
            Cell("people", _("On the spot"), personal=Personal.TEXT),
            Cell("file", _("File")),
        ),
        noted,
        notes=(more.format(count=older, number=project.label),) if older else (),
        empty=_("Nothing is noted yet: jinlin project note TEXT --by NAME"),
    )
