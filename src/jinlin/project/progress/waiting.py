"""What of works that go on asks for somebody: a stage that is due, unwatched, or silent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.project.record.projects import GOES_ON
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader

SILENT: Final = timedelta(days=30)
"""After so long without a note somebody should look."""


class WaitingWorks(NamedTuple):
    """Works that go on; days are ISO text.

    Attributes:
        label: their number.
        due_on: by when their stage is to be over.
        watched: a member of the branch takes part in it.
        last_on: when something was last noted, or their stage begun.
    """

    label: str
    title: str
    stage: ProjectStage
    due_on: str | None
    watched: bool
    last_on: str

    @property
    def text(self) -> str:
        """Title and stage."""
        return _("{what} ({option})").format(what=self.title, option=self.stage.label)

    def is_due(self, by: date) -> bool:
        """Return whether the stage is to be over by a day."""
        return self.due_on is not None and self.due_on <= by.isoformat()

    def is_silent(self, today: date) -> bool:
        """Return whether nothing was noted for long."""
        return self.last_on <= (today - SILENT).isoformat()


_GOING_ON: Final = f"""
    SELECT 'G' || p.number AS label, p.title, p.stage, p.due_on,
      EXISTS (SELECT 1 FROM project_hand AS h WHERE h.project_id = p.id AND h.stage = p.stage
              AND h.ours AND h.removed_at IS NULL) AS watched,
      max(p.stage_since, ifnull((SELECT max(n.noted_on) FROM project_note AS n
          WHERE n.project_id = p.id AND n.removed_at IS NULL), '')) AS last_on
    FROM project AS p WHERE p.removed_at IS NULL{GOES_ON} ORDER BY p.number"""  # noqa: S608  (our own words)


def going_on(reader: Reader) -> Sequence[WaitingWorks]:
    """Return the works that go on, the oldest first."""
    return [
        WaitingWorks(
            row["label"], row["title"], ProjectStage(row["stage"]), row["due_on"],
            bool(row["watched"]), row["last_on"],
        )
        for row in reader.rows(_GOING_ON)
    ]  # fmt: skip
