"""Works as chains of a major matter: which records prove their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.meeting.chain.steps import Chain, ChainStep, StepProof, major_of
from jinlin.meeting.voting.queries import vote_row
from jinlin.notice.about_record import PostedAbout, posted_about
from jinlin.project.progress.facts import facts_of
from jinlin.project.record.decision import deciding, votes_about
from jinlin.project.record.projects import KIND, CommunityProject, projects
from jinlin.project.rules.facts import DecisionState, ProjectFacts, Talk, TalkState
from jinlin.project.rules.notices import WorksNotice
from jinlin.project.rules.stages import PROJECT_STAGES, ProjectMilestone, ProjectStage
from jinlin.store.transaction.tx import Reader

_REACHED: Final = (
    (ProjectStage.NOTICE, ChainStep.DECISION),
    (ProjectStage.DECISION, ChainStep.VOTE),
    (ProjectStage.PLAN, ChainStep.COUNCIL),
)
"""Once works have left a stage, how far they went whatever is proved."""


def chains(reader: Reader) -> Iterator[Chain]:
    """Yield the works that are major matters and were not given up, the latest first."""
    posted = posted_about(reader, KIND)
    for project in projects(reader):
        matter = major_of(project.matter or project.kind_code)
        if matter is not None and project.ended_on is None:
            facts = facts_of(reader, project)
            yield Chain(
                project.label,
                project.title,
                matter,
                {
                    step: proof
                    for step, proof in _proofs(reader, project, facts, posted)
                    if proof is not None
                },
                _reached(facts),
            )


def _proofs(
    reader: Reader,
    project: CommunityProject,
    facts: ProjectFacts,
    posted: Sequence[PostedAbout],
) -> Iterator[tuple[ChainStep, StepProof | None]]:
    yield ChainStep.FIRST, _talked(facts.first)
    yield ChainStep.COUNCIL, _talked(facts.council)
    if facts.decision.state is DecisionState.CARRIED:
        vote = deciding(project, votes_about(reader, project))
        assert vote is not None
        taken = vote_row(reader, vote.meeting_id, vote.id).taken_at
        yield ChainStep.VOTE, StepProof(vote.label, taken.date().isoformat())
    for step, wanted in (
        (ChainStep.DECISION, (WorksNotice.PLAN, WorksNotice.JOINT_PLAN)),
        (ChainStep.RESULT, (WorksNotice.RESULT,)),
    ):
        found = [one for one in posted if one.number == project.label and one.matter in wanted]
        first = min(found, key=lambda one: one.posted_on, default=None)
        yield step, first and StepProof(first.notice, first.posted_on)


def _talked(talk: Talk) -> StepProof | None:
    return StepProof(talk.meeting, talk.day) if talk.state is TalkState.HELD else None


def _reached(facts: ProjectFacts) -> ChainStep | None:
    if facts.stage is ProjectStage.USE or ProjectMilestone.ACCEPTED in facts.milestones:
        return ChainStep.RESULT
    place = PROJECT_STAGES.index(facts.stage)
    return next((step for stage, step in _REACHED if place > PROJECT_STAGES.index(stage)), None)
