"""What is known of works where their gates ask, in a fixed number of questions."""

from __future__ import annotations

from jinlin.core.reference import Reference
from jinlin.meeting.rules.kinds import DELIBERATING
from jinlin.notice.about_record import open_objections, out_for_comment, posted_about
from jinlin.project.progress.proposals import proposals
from jinlin.project.record.decision import decided, votes_about
from jinlin.project.record.known_quotes import chosen_of, firms_compared, quotes_of
from jinlin.project.record.meetings_about import meetings_about, talk_of
from jinlin.project.record.projects import KIND, PROJECTS, CommunityProject
from jinlin.project.rules.facts import COUNCILS, ProjectFacts
from jinlin.project.rules.notices import WorksNotice
from jinlin.project.rules.stages import ProjectMilestone
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.about import answers_about
from jinlin.works.milestones import milestones


def facts_of(reader: Reader, project: CommunityProject) -> ProjectFacts:
    """Return what the gates of works ask about."""
    known = reader.row(
        "SELECT EXISTS (SELECT 1 FROM project_hand WHERE project_id = ?1 AND stage = ?4 AND ours"
        " AND removed_at IS NULL) AS watched,"
        " (SELECT count(DISTINCT household_id) FROM visit WHERE about_kind = ?2"
        " AND about_number = ?3 AND removed_at IS NULL) AS doors",
        (project.id, KIND, project.label, project.stage),
    )
    assert known is not None
    answers = answers_about(reader, Reference(KIND, project.label), project.about)
    meetings = meetings_about(reader, project)
    quotes = quotes_of(reader, project)
    chosen = chosen_of(quotes)
    plan = out_for_comment(reader, KIND, project.label)
    return ProjectFacts(
        number=project.label,
        stage=project.stage,
        stages=project.course.stages,
        watched=bool(known["watched"]),
        doors=known["doors"] + answers,
        council=talk_of(meetings, COUNCILS),
        first=talk_of(meetings, DELIBERATING),
        decision=decided(project, votes_about(reader, project)),
        posted=plan.notice if plan else "",
        ends_on=(plan.ends_on or "") if plan else "",
        commented=plan is not None and plan.over,
        objections=open_objections(reader, KIND, project.label),
        chosen=chosen is not None and chosen.reasoned,
        quotes=firms_compared(quotes),
        fewer=chosen is not None and chosen.fewer,
        responsible=project.responsible is not None,
        result=any(
            (one.number, one.matter) == (project.label, WorksNotice.RESULT)
            for one in posted_about(reader, KIND)
        ),
        milestones=frozenset(milestones(reader, PROJECTS, project, ProjectMilestone)),
        proposals=proposals(reader, project, quotes),
    )
