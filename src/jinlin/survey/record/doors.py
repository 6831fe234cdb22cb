"""The doors that are asked, with what became of the paper of each and when it is visited next."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER
from jinlin.complex.rules.address import home_words, label
from jinlin.core.i18n import _
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import PaperState


class AskedDoor(NamedTuple):
    """A door that is asked.

    Attributes:
        state: what became of its paper in the round that is on; None where nothing did.
        next_on: when it is to be visited again, as ISO text.
    """

    id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    state: PaperState | None
    next_on: str | None

    @property
    def label(self) -> str:
        """How we write it: `3-1-502`."""
        return label(self.building, self.entrance, self.room)

    @property
    def called(self) -> str:
        """How papers write it: `3号楼1单元502室`."""
        return home_words(self.building, self.entrance, self.room)

    @property
    def state_words(self) -> str:
        """What became of its paper, in words."""
        return self.state.label if self.state else _("no paper yet")


_ASKED: Final = f"""
    SELECT h.id, b.code AS building, h.entrance, h.room, h.floor, p.state, v.next_on
    FROM household AS h JOIN building AS b ON b.id = h.building_id
    LEFT JOIN survey_paper AS p ON p.survey_id = ? AND p.round = ? AND p.household_id = h.id
         AND p.removed_at IS NULL
    LEFT JOIN visit AS v ON v.id = p.visit_id AND v.removed_at IS NULL
    WHERE {{where}}
    ORDER BY {IN_ORDER}, h.entrance, h.floor, length(h.room), h.room, h.id"""


def asked_doors(reader: Reader, survey: Survey) -> list[AskedDoor]:
    """Return the doors that are asked, from the first building and floor up."""
    where = survey.scope
    rows = reader.rows(_ASKED.format(where=where.sql), (survey.id, survey.round, *where.values))
    return [
        AskedDoor(**{**dict(row), "state": PaperState(row["state"]) if row["state"] else None})
        for row in rows
    ]
