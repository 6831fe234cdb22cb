"""What of works is to be posted and does not hang yet, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jinlin.core.i18n import _
from jinlin.notice.duties import DutyKind, NoticeDuty
from jinlin.notice.rules.matters import matters
from jinlin.output.contribution.notice_sources import NoticeSource, to_draw
from jinlin.project.progress.facts import facts_of
from jinlin.project.record.projects import PROJECTS, CommunityProject, projects
from jinlin.project.rules.notices import WorksNotice, still_to_post
from jinlin.project.rules.stages import ProjectMilestone
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestone_day


def duties(reader: Reader) -> Iterator[NoticeDuty]:
    """Yield the plan of works once the owners have decided, and the result once accepted."""
    for project in projects(reader):
        wanted = None if project.ended_on else still_to_post(facts_of(reader, project))
        if wanted is not None:
            yield NoticeDuty(
                DutyKind.POST,
                project.label,
                _("{label}: {text}").format(label=project.title, text=matters()[wanted.value].name),
                _by(reader, project) if wanted is WorksNotice.RESULT else None,
                None,
                matters()[wanted.value].basis,
                to_draw(NoticeSource.PROJECT, project.label),
            )


def _by(reader: Reader, project: CommunityProject) -> date | None:
    accepted = milestone_day(reader, PROJECTS, project, ProjectMilestone.ACCEPTED)
    if accepted is None:
        return None
    result = matters()[WorksNotice.RESULT.value]
    return result.due(date.fromisoformat(accepted), calendar(reader))
