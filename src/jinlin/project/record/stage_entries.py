"""The way works have gone: when they came to a stage or passed it over, and against what."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.project.record.projects import CommunityProject
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader
from jinlin.works.stages import said_missing


class StageEntry(NamedTuple):
    """A stage works came to, or passed over; the day is ISO text.

    Attributes:
        skipped: why it was passed over; None where it was entered.
        override_reason: why it was entered although something was missing, or out of turn.
        missing: what was missing then.
    """

    stage: ProjectStage
    entered_on: str
    skipped: str | None
    override_reason: str | None
    missing: tuple[str, ...]


def stage_entries(reader: Reader, project: CommunityProject) -> tuple[StageEntry, ...]:
    """Return the stages works came to or passed over, the first one first."""
    return tuple(
        StageEntry(
            ProjectStage(row["stage"]),
            row["entered_on"],
            row["skipped"],
            row["override_reason"],
            tuple(said_missing(row["overridden"])),
        )
        for row in reader.rows(
            "SELECT stage, entered_on, skipped, override_reason, overridden FROM project_stage"
            " WHERE project_id = ? ORDER BY id",
            (project.id,),
        )
    )
