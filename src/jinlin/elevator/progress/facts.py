"""What is known of a project where its gates ask, in a fixed number of questions."""

from __future__ import annotations

from jinlin.elevator.consent.tally import ballot_state
from jinlin.elevator.project.plans import NOTICE_KIND, PlanRow
from jinlin.elevator.project.projects import LIFTS, Project, adopted_plan
from jinlin.elevator.rules.gates import BallotState, GateFacts, NoticeState
from jinlin.elevator.rules.stages import Milestone
from jinlin.notice.about_record import open_objections, out_for_comment
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestones


def standing_of(reader: Reader, project: Project) -> GateFacts:
    """Return what the gates of a project ask about."""
    plan = adopted_plan(reader, project)
    [counts] = reader.rows(
        "SELECT (SELECT count(DISTINCT household_id) FROM elevator_opinion WHERE project_id = ?1)"
        " AS sounded,"
        " (SELECT count(*) FROM elevator_quote WHERE project_id = ?1 AND accepted_on IS NOT NULL"
        "  AND removed_at IS NULL) AS accepted,"
        " (SELECT count(DISTINCT household_id) FROM affected_owner WHERE project_id = ?1"
        "  AND settled_on IS NULL AND removed_at IS NULL) AS affected",
        (project.id,),
    )
    return GateFacts(
        responsible=project.responsible is not None,
        sounded=counts["sounded"],
        quote_accepted=counts["accepted"] > 0,
        adopted=plan is not None,
        ballot=BallotState.NONE if plan is None else ballot_state(reader, project),
        notice=NoticeState.NONE if plan is None else notice_state(reader, plan),
        objections=0 if plan is None else open_objections(reader, NOTICE_KIND, plan.label),
        affected_open=counts["affected"],
        milestones=frozenset(milestones(reader, LIFTS, project, Milestone)),
    )


def notice_state(reader: Reader, plan: PlanRow) -> NoticeState:
    """Return how far the public notice of a version has come."""
    posted = out_for_comment(reader, NOTICE_KIND, plan.label)
    if posted is None:
        return NoticeState.NONE
    return NoticeState.OVER if posted.over else NoticeState.RUNNING
