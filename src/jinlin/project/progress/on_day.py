"""What a report on a period tells of works: where each stood on its last day."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.project.record.money import ProjectMoney, money_of
from jinlin.project.record.projects import PROJECTS, CommunityProject, projects
from jinlin.store.transaction.tx import Reader
from jinlin.works.on_day import standing_on


class WorksOnDay(NamedTuple):
    """Works as they stood on a day.

    Attributes:
        project: with their stage of that day; given up only if they were by then.
        members: who of the branch took part in that stage.
    """

    project: CommunityProject
    members: tuple[str, ...]
    money: ProjectMoney


def works_told(reader: Reader, first: date, last: date) -> list[WorksOnDay]:
    """Return the works a report on a period tells of, each as they stood on the last day.

    Those begun later are not there yet; those given up, or in use, before the first day were told
    then.
    """
    found = standing_on(reader, PROJECTS, projects(reader), first, last)
    stood = [one._replace(**was) for one, was in found]
    return [
        WorksOnDay(one, _members(reader, one, last), money_of(reader, one, last)) for one in stood
    ]


_MEMBERS: Final = """
    SELECT p.name FROM project_hand AS h JOIN person AS p ON p.id = h.person_id
    LEFT JOIN project_note AS n ON n.id = h.note_id
    WHERE h.project_id = ? AND h.stage = ? AND h.ours AND h.removed_at IS NULL
      AND ifnull(n.noted_on <= ?, 1)
    GROUP BY p.id ORDER BY min(h.id)"""


def _members(reader: Reader, project: CommunityProject, day: date) -> tuple[str, ...]:
    rows = reader.rows(_MEMBERS, (project.id, project.stage, day.isoformat()))
    return tuple(row["name"] for row in rows)
