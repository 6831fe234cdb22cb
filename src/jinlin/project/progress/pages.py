"""Works as a record: where they stand, who watched which stage, the money, what is in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.meeting.rules.owners_matters import matters
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.project.progress.status import WorksStatus
from jinlin.project.progress.words import where
from jinlin.project.rules.stages import PROJECT_STAGES, ProjectStage


def works_record(status: WorksStatus) -> Record:
    """Return works by themselves."""
    project = status.project
    return Record.of(
        title=f"{project.label} {project.title}" + (_(" (given up)") if project.ended_on else ""),
        fields=[*_fields(status)],
        listings=(_stages(status), _blockers(status), _notes(status)),
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
    yield Column(key="kind", heading=_("Kind of works")), project.kind.name
    yield Column(key="title", heading=_("Title")), project.title
    yield Column(key="place", heading=_("Place")), where(project)
    yield Column(key="stage", heading=_("Stage"), labels=ProjectStage.labels()), project.stage
    yield (
        Column(key="stage_since", heading=_("Stage since"), kind=Kind.DATE),
        project.stage_since,
    )
    yield Column(key="due_on", heading=_("To be over by"), kind=Kind.DATE), project.due_on
    yield Column(key="responsible", heading=_("Carried out by")), project.responsible
    yield (
        Column(key="matter", heading=_("The owners decide")),
        matters()[project.matter].name if project.matter else project.matter_reason,
    )
    yield (
        Column(key="decided", heading=_("Owners' vote"), kind=Kind.BOOLEAN),
        None if project.matter is None else not status.facts.undecided,
    )
    yield Column(key="about", heading=_("Comes from")), project.about_number
    for key, heading, fen in (
        ("budget_fen", _("Budget (yuan)"), money.budget),
        ("contract_fen", _("Contract (yuan)"), money.contract),
        ("paid_fen", _("Paid for it (yuan)"), money.paid or None),
        ("purses_fen", _("Of that from purses (yuan)"), money.purses if money.direct else None),
        ("direct_fen", _("Of that paid by partners themselves (yuan)"), money.direct or None),
        ("rest_fen", _("Still to be paid (yuan)"), money.rest),
    ):
        yield Column(key=key, heading=heading, kind=Kind.MONEY), fen
    if project.ended_on is not None:
        yield Column(key="ended_on", heading=_("Given up on"), kind=Kind.DATE), project.ended_on
        yield Column(key="ended_reason", heading=_("Why given up")), project.ended_reason


def how_far(status: WorksStatus, stage: ProjectStage) -> str:
    """Return whether works have left a stage, are in it, come to it, or pass it over."""
    here, place = (PROJECT_STAGES.index(one) for one in (status.project.stage, stage))
    if stage in status.passed:
        return "passed_over"
    if place == here:
        return "ended" if status.project.ended_on else "here"
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
            Cell("place", _("Nr"), lambda s: PROJECT_STAGES.index(s) + 1, Kind.INTEGER),
            Cell("stage", _("Stage"), lambda stage: stage, labels=ProjectStage.labels()),
            Cell(
                "state",
                _("How far"),
                lambda stage: how_far(status, stage),
                labels={
                    "done": _("behind"),
                    "here": _("here"),
                    "ended": _("given up here"),
                    "ahead": _("ahead"),
                    "passed_over": _("passed over"),
                },
            ),
            Cell("members", _("Of the branch"), lambda stage: who_of_the_branch(status, stage)),
        ),
        PROJECT_STAGES,
        notes=tuple(
            _("Passed over: {stage}, {reason}").format(stage=stage.label, reason=reason)
            for stage, reason in status.passed.items()
        ),
    )


def _blockers(status: WorksStatus) -> Listing:
    name = "" if status.following is None else status.following.label
    return Listing.of(
        "blockers",
        _("What blocks the next stage “{stage}”").format(stage=name)
        if name
        else _("What blocks the next stage"),
        (
            Cell("reason", _("Why"), lambda shut: shut.reason.text()),
            Cell("way", _("What to do"), lambda shut: as_spoken(shut.way.text())),
        ),
        status.shut,
        empty=_("Nothing: jinlin project stage {stage}").format(stage=name)
        if name
        else _("It was given up; there is no further stage.")
        if status.project.ended_on
        else _("It is in use; there is no further stage."),
    )


def _notes(status: WorksStatus) -> Listing:
    return Listing.of(
        "notes",
        _("What happened"),
        (
            Cell("noted_on", _("Day"), kind=Kind.DATE),
            Cell("stage", _("Stage"), labels=ProjectStage.labels()),
            Cell("text", _("What happened"), personal=Personal.TEXT),
            Cell("people", _("On the spot"), personal=Personal.TEXT),
            Cell("file", _("File")),
        ),
        status.notes,
        empty=_("Nothing is noted yet: jinlin project note TEXT --by NAME"),
    )
