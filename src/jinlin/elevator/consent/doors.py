"""The doors of a project with what lies on each of the three papers, in one question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from jinlin.complex.household.door import Door, doors_meant, find_household
from jinlin.complex.rules.address import home_words, label
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.consent.ballots import latest_ballot
from jinlin.elevator.project.projects import Project, adopted_plan, project, projects
from jinlin.elevator.rules.answers import BallotQuestion, Choice, Opinion, stands
from jinlin.elevator.rules.version_effects import Consent
from jinlin.store.transaction.tx import Reader


class PaperDoor(NamedTuple):
    """One door and its papers. Fen; days as ISO text.

    Attributes:
        inside: it lies in the project's entrance.
        amount: what it is to pay by the version in force; None where there is none.
        status: whether it is a party to that version.
        owners: the registered owners.
        representative: whom the register names to vote for it, and by what authority.
        opinion: what it said last in the consultation, in which round, and told which amount.
        next_on: when it is to be visited next.
        scheme: its vote on the scheme in the latest ballot, told which amount.
        fund: its vote on the use of the maintenance fund.
        signed: the amount of its payment agreement; None where it signed none, or withdrew.
    """

    id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    inside: bool
    area: int | None
    area_basis: str | None
    amount: int | None
    status: Participation | None
    owners: tuple[str, ...]
    representative: str | None
    authority: str | None
    opinion: Opinion | None
    opinion_round: int | None
    opinion_told: int | None
    answered_on: str | None
    reason: str | None
    handling: str | None
    next_on: str | None
    scheme: Choice | None
    scheme_told: int | None
    fund: Choice | None
    signed: int | None
    signed_on: str | None

    @property
    def label(self) -> str:
        """How we write it: `3-1-502`."""
        return label(self.building, self.entrance, self.room)

    @property
    def called(self) -> str:
        """How papers write it: `3号楼1单元502室`."""
        return home_words(self.building, self.entrance, self.room)

    @property
    def party(self) -> bool:
        """Whether the consultation asks it: it lies in the entrance and is not left out."""
        return self.inside and self.status is not Participation.EXCLUDED

    @property
    def votes(self) -> Mapping[BallotQuestion, Choice | None]:
        """Its vote on each question."""
        return {BallotQuestion.SCHEME: self.scheme, BallotQuestion.FUND: self.fund}

    @property
    def again(self) -> tuple[Consent, ...]:
        """The papers whose consent no longer holds, since it pays more than they named."""
        told = {
            Consent.OPINION: self.opinion_told if self.opinion is Opinion.AGREE else None,
            Consent.VOTE: self.scheme_told if self.scheme is Choice.FOR else None,
            Consent.AGREEMENT: self.signed,
        }
        return tuple(paper for paper, fen in told.items() if not stands(fen, self.amount))


_DOORS: Final = """
    SELECT h.id, b.code AS building, h.entrance, h.room, h.floor, h.area, h.area_basis,
           h.building_id = :building AND h.entrance IS :entrance AS inside,
           s.amount, s.status, o.names AS owners, r.name AS representative,
           h.representative_authority AS authority, p.answer AS opinion, p.round AS opinion_round,
           p.amount AS opinion_told, p.answered_on, p.reason, p.handling,
           (SELECT v.next_on FROM visit AS v WHERE v.household_id = h.id AND v.removed_at IS NULL
            ORDER BY v.visited_on DESC, v.id DESC LIMIT 1) AS next_on,
           vs.choice AS scheme, vs.amount AS scheme_told, vf.choice AS fund,
           a.amount AS signed, a.signed_on
    FROM household AS h JOIN building AS b ON b.id = h.building_id
    LEFT JOIN person AS r ON r.id = h.representative_id
    LEFT JOIN (SELECT household_id, group_concat(name, char(10)) AS names FROM (
                   SELECT w.household_id, n.name FROM ownership AS w
                   JOIN person AS n ON n.id = w.person_id WHERE w.removed_at IS NULL
                   AND (:ids IS NULL OR w.household_id IN (SELECT value FROM json_each(:ids)))
                   ORDER BY w.id) GROUP BY household_id) AS o ON o.household_id = h.id
    LEFT JOIN plan_share AS s ON s.plan_id = :plan AND s.household_id = h.id
    LEFT JOIN elevator_opinion AS p ON p.id = (
        SELECT id FROM elevator_opinion WHERE project_id = :project AND household_id = h.id
        AND superseded_at IS NULL ORDER BY round DESC LIMIT 1)
    LEFT JOIN elevator_vote AS vs ON vs.ballot_id = :ballot AND vs.household_id = h.id
         AND vs.question = 'scheme' AND vs.superseded_at IS NULL AND vs.signer <> 'tenant'
    LEFT JOIN elevator_vote AS vf ON vf.ballot_id = :ballot AND vf.household_id = h.id
         AND vf.question = 'fund' AND vf.superseded_at IS NULL AND vf.signer <> 'tenant'
    LEFT JOIN elevator_agreement AS a ON a.project_id = :project AND a.household_id = h.id
         AND a.superseded_at IS NULL AND a.withdrawn_on IS NULL
    WHERE h.removed_at IS NULL
          AND CASE WHEN :ids IS NULL THEN h.building_id = :building AND h.entrance IS :entrance
              ELSE h.id IN (SELECT value FROM json_each(:ids)) END
    ORDER BY h.floor, length(h.room), h.room, h.id"""


def unsigned(reader: Reader, project: Project, ids: Sequence[int]) -> list[str]:
    """Return which of these households are to pay by the version in force and signed nothing."""
    doors = paper_doors(reader, project, ids=ids)
    return [door.label for door in doors if door.amount and door.signed is None]


def paper_doors(
    reader: Reader, project: Project, *, ids: Sequence[int] | None = None
) -> list[PaperDoor]:
    """Return doors with their papers, from the lowest floor up.

    Args:
        reader: the database.
        project: the project.
        ids: which households; None for all of the project's entrance.
    """
    plan = adopted_plan(reader, project)
    ballot = latest_ballot(reader, project)
    rows = reader.connection.execute(
        _DOORS,
        {
            "building": project.building_id,
            "entrance": project.entrance,
            "project": project.id,
            "plan": plan.id if plan else None,
            "ballot": ballot.id if ballot else None,
            "ids": None if ids is None else json.dumps(ids),
        },
    )
    return list(map(_door, rows))


def _door(row: sqlite3.Row) -> PaperDoor:
    values = dict(row)
    return PaperDoor(
        inside=bool(values.pop("inside")),
        status=Participation(status) if (status := values.pop("status")) else None,
        owners=tuple((values.pop("owners") or "").split("\n")) if values["owners"] else (),
        opinion=Opinion(said) if (said := values.pop("opinion")) else None,
        scheme=Choice(said) if (said := values.pop("scheme")) else None,
        fund=Choice(said) if (said := values.pop("fund")) else None,
        **{name: value for name, value in values.items() if name != "owners"},
    )


def paper_door(reader: Reader, project: Project, door: Door) -> PaperDoor:
    """Return one door with its papers."""
    [found] = paper_doors(reader, project, ids=[door.id])
    return found


def project_of_door(reader: Reader, number: str | None, home: str) -> tuple[Project, Door]:
    """Return the door that is meant and the project it is about.

    Args:
        reader: the database.
        number: the project; None for the one that goes on in the door's entrance, else for the
            only one that goes on.
        home: the door.

    Raises:
        NotFoundError: there is no such door or project, or several are meant.
    """
    door = _door_in(reader, number, home)
    if number is not None:
        return project(reader, number), door
    here = [
        one
        for one in projects(reader, open_only=True)
        if (one.building_id, one.entrance) == (door.building_id, door.entrance)
    ]
    return (here[0] if here else project(reader, None)), door


def _door_in(reader: Reader, number: str | None, home: str) -> Door:
    """Return the door a text means; where several could be, the one of the project that goes on."""
    found = doors_meant(reader, home)
    if len(found) > 1:
        with suppress(NotFoundError):
            which = project(reader, number)
            at = which.building_id, which.entrance
            inside = [door for door in found if (door.building_id, door.entrance) == at]
            if len(inside) == 1:
                return inside[0]
    return find_household(reader, home)


def check_inside(project: Project, door: PaperDoor) -> None:
    """Refuse a door that is no party to the project's scheme.

    Raises:
        NotFoundError: it lies elsewhere, or the version in force leaves it out.
    """
    if door.party:
        return
    raise NotFoundError(
        _("{home} is no party to {number}, {place}.").format(
            home=door.label, number=project.label, place=project.place
        ),
        hint=_("An owner whom the works touch: jinlin elevator affected add {home}").format(
            home=door.label
        ),
    )
