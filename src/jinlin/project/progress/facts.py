"""What is known of works where their gates ask, in a fixed number of questions."""

from __future__ import annotations

from typing import Final

from jinlin.meeting.record.held import HELD
from jinlin.notice.about_record import open_objections, period_over
from jinlin.project.record.projects import KIND, PROJECTS, CommunityProject
from jinlin.project.record.quotes import PROJECT_QUOTES
from jinlin.project.rules.gates import ProjectFacts
from jinlin.project.rules.stages import ProjectMilestone
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestones
from jinlin.works.quotes import chosen_quote

_COUNCILS: Final = (
    "friday_council", "neighbours_council", "building_council", "complex_hearing",
    "joint_meeting", "residents_meeting",
)  # fmt: skip
"""The tables at which residents deliberate; their vote is advice, never the owners' decision."""
_BRANCH: Final = ("general_meeting", "committee_meeting")
"""The meetings in which the branch deliberates first (党支部先议)."""


def _held(types: tuple[str, ...]) -> str:
    named = ", ".join(map(repr, types))
    return (
        "EXISTS (SELECT 1 FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id"  # noqa: S608
        " WHERE i.source_kind = ?2 AND i.source_ref = ?3 AND i.removed_at IS NULL"
        f" AND m.removed_at IS NULL AND m.type IN ({named}) AND m.held_at <= ?4 AND {HELD})"
    )


_KNOWN: Final = f"""
    SELECT
      EXISTS (SELECT 1 FROM project_hand WHERE project_id = ?1 AND stage = ?5 AND ours
              AND removed_at IS NULL) AS watched,
      (SELECT count(DISTINCT household_id) FROM visit WHERE about_kind = ?2 AND about_number = ?3
       AND removed_at IS NULL) AS doors,
      {_held(_COUNCILS)} AS council,
      {_held(_BRANCH)} AS first,
      (SELECT v.passed FROM vote AS v JOIN agenda_item AS i ON i.id = v.item_id
       WHERE i.source_kind = ?2 AND i.source_ref = ?3 AND i.removed_at IS NULL
       AND v.kind = 'owners' AND NOT v.superseded ORDER BY v.taken_at DESC, v.id DESC LIMIT 1)
        AS decided,
      EXISTS (SELECT 1 FROM notice WHERE about_kind = ?2 AND about_number = ?3
              AND type = 'public_notice' AND posted_on IS NOT NULL AND withdrawn_on IS NULL
              AND removed_at IS NULL) AS posted,
      EXISTS (SELECT 1 FROM notice WHERE about_kind = ?2 AND about_number = ?3
              AND matter = 'result' AND posted_on IS NOT NULL AND withdrawn_on IS NULL
              AND removed_at IS NULL) AS result"""  # noqa: S608  (our own words)


def facts_of(reader: Reader, project: CommunityProject) -> ProjectFacts:
    """Return what the gates of works ask about."""
    [known] = reader.rows(
        _KNOWN, (project.id, KIND, project.label, reader.clock.stamp, project.stage)
    )
    chosen = chosen_quote(reader, PROJECT_QUOTES, project)
    return ProjectFacts(
        number=project.label,
        stage=project.stage,
        watched=bool(known["watched"]),
        doors=known["doors"],
        council=bool(known["council"]),
        first=bool(known["first"]),
        undecided=project.matter is not None and not known["decided"],
        posted=bool(known["posted"]),
        commented=period_over(reader, KIND, project.label),
        objections=open_objections(reader, KIND, project.label),
        chosen=chosen is not None and bool(chosen.accepted_reason),
        quotes=len(PROJECT_QUOTES.rows(reader, project)),
        fewer=chosen is not None and bool(chosen.fewer_reason),
        responsible=project.responsible is not None,
        result=bool(known["result"]),
        milestones=frozenset(milestones(reader, PROJECTS, project, ProjectMilestone)),
    )
