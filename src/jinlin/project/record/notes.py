"""What was noted of works, and who took part in which stage."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.member.own_branch import holders
from jinlin.project.record.projects import PROJECTS, CommunityProject
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader


class StageHand(NamedTuple):
    """Somebody who took part in a stage.

    Attributes:
        ours: a member of this branch, or one who reported in.
        times: how often something was noted with the name.
        known: somebody on the register.
    """

    stage: ProjectStage
    name: str
    ours: bool
    times: int
    known: bool


class ProjectNote(NamedTuple):
    """What happened; the day is ISO text.

    Attributes:
        number: its place among all that was ever noted of the works.
    """

    id: int
    number: int
    stage: ProjectStage
    noted_on: str
    text: str
    file: str | None
    people: str


STAYS: Final = (
    "m.affiliation IN ('here', 'report_in') AND ifnull(m.left_on > ?, m.removed_at IS NULL)"
)
"""Whether somebody of `member AS m` is one of this branch on a day, its own or reported in."""
_ANYBODY: Final = (
    "SELECT p.name FROM member AS m JOIN person AS p ON p.id = m.person_id"  # noqa: S608  (our own words)
    f" WHERE p.removed_at IS NULL AND {STAYS} ORDER BY m.id LIMIT 1"
)


_PEOPLE: Final = """
    coalesce((SELECT group_concat(coalesce(p.name, h.name), '、') FROM project_hand AS h
      LEFT JOIN person AS p ON p.id = h.person_id
      WHERE h.note_id = n.id AND h.removed_at IS NULL), '')"""
_NUMBERED: Final = """
    SELECT id, number, stage, noted_on, text, file
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS number FROM project_note
      WHERE project_id = ?)
    WHERE removed_at IS NULL"""


def hands(reader: Reader, project: CommunityProject) -> list[StageHand]:
    """Return who took part in which stage, members of the branch first."""
    rows = reader.rows(
        "SELECT h.stage, coalesce(p.name, h.name) AS name, max(h.ours) AS ours,"
        " count(h.note_id) AS times,"
        " h.person_id IS NOT NULL AS known"
        " FROM project_hand AS h LEFT JOIN person AS p ON p.id = h.person_id"
        " WHERE h.project_id = ? AND h.removed_at IS NULL"
        " GROUP BY h.stage, h.person_id, h.name ORDER BY min(h.id)",
        (project.id,),
    )
    found = [
        StageHand(
            ProjectStage(r["stage"]), r["name"], bool(r["ours"]), r["times"], bool(r["known"])
        )
        for r in rows
    ]
    return sorted(found, key=lambda one: not one.ours)


def notes(reader: Reader, project: CommunityProject, limit: int = 0) -> list[ProjectNote]:
    """Return what happened, the latest first: so many at most, all where it is 0."""
    latest = f"{_NUMBERED} ORDER BY noted_on DESC, id DESC LIMIT ?"
    rows = reader.rows(
        f"SELECT n.*, {_PEOPLE} AS people FROM ({latest}) AS n ORDER BY noted_on DESC, id DESC",  # noqa: S608  (our own words)
        (project.id, limit or -1),
    )
    return [_note(dict(row)) for row in rows]


def noted_times(reader: Reader, project: CommunityProject) -> int:
    """Return how often something was noted of works."""
    counted = "SELECT count(*) FROM project_note WHERE project_id = ? AND removed_at IS NULL"
    return int(reader.value(counted, (project.id,)))


def find_note(reader: Reader, project: CommunityProject, number: int) -> ProjectNote:
    """Return what was noted of works under a number.

    Raises:
        NotFoundError: nothing was.
    """
    row = reader.row(
        f"SELECT n.*, {_PEOPLE} AS people FROM ({_NUMBERED} AND number = ?) AS n",  # noqa: S608  (our own words)
        (project.id, number),
    )
    if row is None:
        raise NotFoundError(
            _("Nothing is noted of {number} as no. {note}.").format(
                number=project.label, note=number
            ),
            hint=PROJECTS.see(project),
        )
    return _note(dict(row))


def _note(row: dict[str, Any]) -> ProjectNote:
    return ProjectNote(**{**row, "stage": ProjectStage(row["stage"])})


def somebody_of_ours(reader: Reader) -> str:
    """Return a member of the branch a line can name, the secretary where there is one."""
    named = next((one.name for one in holders(reader)), None)
    return named or reader.value(_ANYBODY, (reader.clock.today.isoformat(),)) or _("NAME")
