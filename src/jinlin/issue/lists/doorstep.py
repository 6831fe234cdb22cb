"""The doors a steward goes to, building by building and floor by floor, with what to ask there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, WantedIssues, matching
from jinlin.issue.record.queries import STATUS_NOW
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import Status
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Reader


class DoorstepRow(NamedTuple):
    """One door, or place, and what to see there.

    Attributes:
        building: the building's code; None where none is named.
        entrance: of the home, if one is named.
        floor: of the home.
        room: of the home.
        place: the words for the place.
        number: the issue.
        title: what it is.
        category: the name of its category.
        private: whether its title is nothing for a sheet of paper.
        status: what it is today.
        urgency: how urgent it is.
        reported_at: since when, as the database keeps it.
        due_on: by when, as ISO text.
        urged: how often it was urged.
        ask: what to ask there, one a line.
        advice: what to mind there.
        reporter_phone: how to reach who brought it.
    """

    building: str | None
    entrance: str | None
    floor: int | None
    room: str | None
    place: str | None
    number: str
    title: str
    category: str
    private: bool
    status: Status
    urgency: Urgency
    reported_at: str
    due_on: str | None
    urged: int
    ask: str
    advice: str
    reporter_phone: str | None

    @property
    def door(self) -> str:
        """The door, or the place in words."""
        if self.room is None:
            return self.place or ""
        return "-".join(part for part in (self.building, self.entrance, self.room) if part)


def visit_list(reader: Reader, wanted: WantedIssues) -> Iterator[DoorstepRow]:
    """Return the open issues to look at, in the order of a walk; never what is secret.

    Buildings as people count them, within one the entrances, from the top floor down; what is in
    no building last.
    """
    condition, values = matching(wanted)
    for row in reader.each(
        "SELECT b.code AS building, h.entrance, h.floor, h.room, i.place, i.year, i.number,"  # noqa: S608  (our own columns)
        f" i.title, {STATUS_NOW} AS status, i.urgency, i.reported_at, i.due_on, i.urged,"
        " c.questions, c.advice, i.reporter_phone, c.name AS category, i.private"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        " LEFT JOIN household AS h ON h.id = i.household_id"
        f" WHERE i.removed_at IS NULL AND i.closed_at IS NULL AND {MAY_BE_HANDED_ON}{condition}"
        " ORDER BY b.code IS NULL, CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code,"
        " h.entrance, h.floor DESC, h.room, i.place, i.reported_at, i.id",
        values,
    ):
        yield DoorstepRow(
            building=row["building"],
            entrance=row["entrance"],
            floor=row["floor"],
            room=row["room"],
            place=row["place"],
            number=issue_label(row["year"], row["number"]),
            title=row["title"],
            category=row["category"],
            private=bool(row["private"]),
            status=Status(row["status"]),
            urgency=Urgency(row["urgency"]),
            reported_at=row["reported_at"],
            due_on=row["due_on"],
            urged=row["urged"],
            ask=row["questions"],
            advice=row["advice"],
            reporter_phone=row["reporter_phone"],
        )
