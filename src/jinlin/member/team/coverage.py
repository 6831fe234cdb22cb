"""Which red steward looks after which building."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.complex.building.queries import building_id, check_entrance
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.member.rules.skills import fit, parse_skills
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx

_NO_FIT = 2


class Cover(NamedTuple):
    """Somebody who looks after a building, or one entrance of it.

    Attributes:
        id: the row's id.
        person: who.
        building: the building's code.
        entrance: None for the whole building.
        skill: what for; None for whatever comes.
        substitute: she stands in when the steward cannot.
        skills: what she can do, as her teams know it.
    """

    id: int
    person: PersonRow
    building: str
    entrance: str | None
    skill: str | None
    substitute: bool
    skills: tuple[str, ...]


class CoverScope(NamedTuple):
    """What somebody is to look after.

    Attributes:
        building: the building's code.
        entrance: None for the whole building.
        skill: None for whatever comes.
        substitute: she stands in when the steward cannot.
    """

    building: str
    entrance: str | None = None
    skill: str | None = None
    substitute: bool = False


_SELECT = (
    "SELECT c.id, c.person_id, p.number, p.name, p.phone, b.code, c.entrance, c.skill,"
    " c.substitute, (SELECT group_concat(t.skills, '、') FROM team_member AS t"
    " WHERE t.person_id = c.person_id AND t.removed_at IS NULL AND t.until IS NULL) AS skills"
    " FROM coverage AS c JOIN person AS p ON p.id = c.person_id"
    " JOIN building AS b ON b.id = c.building_id"
    " WHERE c.removed_at IS NULL AND p.removed_at IS NULL AND b.removed_at IS NULL"
)


def covering(
    reader: Reader, *, building_id: int, entrance: str | None = None, skill: str | None = None
) -> list[Cover]:
    """Return who looks after a building: the best match first, substitutes last.

    Those with the very skill come before those with another of its kind, and these before those who
    look after whatever comes; who looks after the building for something else is left out.

    Args:
        reader: the database.
        building_id: the building's row.
        entrance: where in it; who looks after another entrance is left out.
        skill: what is needed; None for anything.
    """
    found = _covers(reader, " AND c.building_id = ? ORDER BY c.id", building_id)
    ranked = [
        (cover.substitute, _fit(cover, skill), cover.entrance != entrance, cover.id, cover)
        for cover in found
        if entrance is None or cover.entrance in {None, entrance}
    ]
    return [
        cover
        for *_rank, cover in sorted(ranked)
        if skill is None or cover.skill is None or _fit(cover, skill) < _NO_FIT
    ]


def all_covers(reader: Reader, *, person_id: int | None = None) -> list[Cover]:
    """Return who looks after what, by building and entrance, substitutes last.

    Args:
        reader: the database.
        person_id: only what this person looks after.
    """
    one, values = (" AND c.person_id = ?", (person_id,)) if person_id is not None else ("", ())
    return _covers(
        reader,
        f"{one} ORDER BY CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code,"
        " c.substitute, c.entrance, c.id",
        *values,
    )


def cover(tx: Tx, person: PersonRow, scopes: tuple[CoverScope, ...]) -> None:
    """Record what somebody looks after.

    Raises:
        NotFoundError: there is no such building or entrance.
        RuleError: it is recorded already.
    """
    for scope in scopes:
        check_entrance(tx, scope.building, scope.entrance)
        which = building_id(tx, scope.building)
        known = tx.row(
            "SELECT id, substitute FROM coverage WHERE person_id = ? AND building_id = ?"
            " AND entrance IS ? AND skill IS ? AND removed_at IS NULL",
            (person.id, which, scope.entrance, scope.skill),
        )
        if known is None:
            tx.insert(
                "coverage",
                person_id=person.id,
                building_id=which,
                entrance=scope.entrance,
                skill=scope.skill,
                substitute=int(scope.substitute),
            )
        elif known["substitute"] != scope.substitute:
            tx.update("coverage", known["id"], substitute=int(scope.substitute))
        else:
            raise RuleError(
                _("{person} looks after building {building} already.").format(
                    person=f"{person.label} {person.name}", building=scope.building
                ),
                hint=_("See: jinlin team roster"),
            )
    words = {
        "person": f"{person.label} {person.name}",
        "buildings": _joined(dict.fromkeys(scope.building for scope in scopes)),
    }
    tx.describe(
        Message(N_("{person} looks after building {buildings}"), words),
        reverse=Message(N_("{person} no longer looks after building {buildings}"), words),
        subject=person.label,
    )


def uncover(
    tx: Tx, person: PersonRow, *, building: str | None, entrance: str | None, skill: str | None
) -> list[Cover]:
    """Record that somebody no longer looks after something.

    Args:
        tx: the transaction.
        person: who.
        building: the building's code; None for all of them.
        entrance: only this entrance of it.
        skill: only what she does there with this skill.

    Returns:
        What she looked after.

    Raises:
        NotFoundError: she looks after nothing of the kind.
    """
    if building is not None:
        building_id(tx, building)
    found = [
        cover
        for cover in all_covers(tx, person_id=person.id)
        if building in {None, cover.building}
        and entrance in {None, cover.entrance}
        and skill in {None, cover.skill}
    ]
    if not found:
        raise NotFoundError(
            _("{person} looks after nothing of the kind.").format(
                person=f"{person.label} {person.name}"
            ),
            hint=_("See: jinlin team roster"),
        )
    end_covers(tx, found)
    words = {
        "person": f"{person.label} {person.name}",
        "buildings": _joined(dict.fromkeys(cover.building for cover in found)),
    }
    tx.describe(
        Message(N_("{person} no longer looks after building {buildings}"), words),
        reverse=Message(N_("{person} looks after building {buildings}"), words),
        subject=person.label,
    )
    return found


def end_covers(tx: Tx, covers: list[Cover]) -> None:
    """Mark rows of coverage as removed."""
    for each in covers:
        tx.update("coverage", each.id, removed_at=tx.clock.stamp)


def _covers(reader: Reader, rest: str, *values: object) -> list[Cover]:
    return [
        Cover(
            id=row["id"],
            person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
            building=row["code"],
            entrance=row["entrance"],
            skill=row["skill"],
            substitute=bool(row["substitute"]),
            skills=parse_skills(row["skills"] or ""),
        )
        for row in reader.rows(f"{_SELECT}{rest}", values)
    ]


def _fit(cover: Cover, wanted: str | None) -> int:
    """Return how well somebody fits, by what she covers or, without that, by what she can do."""
    if wanted is None:
        return 0 if cover.skill is None else 1
    return fit(wanted, cover.skills if cover.skill is None else (cover.skill,))


def _joined(words: dict[str, None]) -> str:
    return "、".join(words)
