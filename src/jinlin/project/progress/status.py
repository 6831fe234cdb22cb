"""Where works stand: the stage, who watched which, the money, and what blocks the next stage."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.project.progress.facts import facts_of
from jinlin.project.record.decision import VoteAbout, votes_about
from jinlin.project.record.meetings_about import MeetingAbout, meetings_about, resolved_about
from jinlin.project.record.money import ProjectMoney, money_of
from jinlin.project.record.notes import StageHand, hands
from jinlin.project.record.projects import CommunityProject
from jinlin.project.record.stage_entries import StageEntry, stage_entries
from jinlin.project.rules.facts import ProjectFacts
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader
from jinlin.works.gates import Blocker


class WorksStatus(NamedTuple):
    """Works on a day.

    Attributes:
        following: the next stage; None at the last, and where they were given up.
        shut: what blocks it.
        hands: who took part in which stage.
        way: the stages they came to or passed over, the first one first.
        meetings: those that have them on their agenda, the first one first.
        votes: those about them, the latest first.
        resolved: by the number of a meeting what it resolved about them.
    """

    project: CommunityProject
    facts: ProjectFacts
    following: ProjectStage | None
    shut: tuple[Blocker, ...]
    money: ProjectMoney
    hands: tuple[StageHand, ...]
    way: tuple[StageEntry, ...]
    meetings: list[MeetingAbout]
    votes: list[VoteAbout]
    resolved: dict[int, list[str]]

    @property
    def entered(self) -> dict[ProjectStage, str]:
        """Return when they came to the stages they came to, the last time."""
        return {one.stage: one.entered_on for one in self.way if not one.skipped}

    @property
    def missing(self) -> str:
        """Return in a sentence what the next stage asks for; empty where nothing is missing."""
        if self.following is None or not self.shut:
            return ""
        return _("For the next stage, “{stage}”, this is missing: {what}.").format(
            stage=self.following.label, what=_("; ").join(one.reason.text() for one in self.shut)
        )


def works_status(reader: Reader, project: CommunityProject) -> WorksStatus:
    """Return where works stand today."""
    facts, course = facts_of(reader, project), project.course
    following = None if project.ended_on else course.following(project.stage)
    return WorksStatus(
        project=project,
        facts=facts,
        following=following,
        shut=()
        if following is None
        else tuple(course.blockers(facts, after=project.stage, to=following)),
        money=money_of(reader, project),
        hands=tuple(hands(reader, project)),
        way=stage_entries(reader, project),
        meetings=meetings_about(reader, project),
        votes=votes_about(reader, project),
        resolved=resolved_about(reader, project),
    )
