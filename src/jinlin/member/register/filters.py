"""What members can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.complex.building.filter_terms import building_term
from jinlin.core.i18n import N_
from jinlin.member.register.queries import AFFILIATED, HELD, IN_STATE, OF_GROUP
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import Body
from jinlin.output.listing.filter import (
    Condition,
    Filter,
    FilterTerm,
    any_of,
    each,
    having,
    one_of,
    plain,
)

_IN_TEAM: Final = (
    " FROM team_member AS j JOIN team AS t ON t.id = j.team_id WHERE j.person_id = m.person_id"
    " AND j.removed_at IS NULL AND j.until IS NULL AND t.removed_at IS NULL"
)
_REMARKS: Final = having("m.employer", "m.skills", "m.note")
_OWNING: Final = one_of(
    "h.building_id",
    within="m.person_id IN (SELECT w.person_id FROM ownership AS w"
    " JOIN household AS h ON h.id = w.household_id"
    " WHERE w.removed_at IS NULL AND h.removed_at IS NULL AND {})",
)
_LIVING: Final = one_of(
    "h.building_id",
    within="m.person_id IN (SELECT y.person_id FROM occupancy AS y"
    " JOIN household AS h ON h.id = y.household_id"
    " WHERE y.removed_at IS NULL AND y.until IS NULL AND h.removed_at IS NULL AND {})",
)


def _mentioned(words: Sequence[str]) -> Condition:
    """Return what asks for members whose name, phone, number or remarks hold any of the words."""
    from jinlin.person.people.search import matching

    people = ((sql, tuple(values)) for sql, values in map(matching, words))
    return any_of((_REMARKS(words), *(Condition(sql, values) for sql, values in people)))


MEMBERS: Final = Filter(
    (
        FilterTerm(
            "party_state", N_("full, probationary, activist, applicant."), N_("STATUS"),
            choice=PartyState, where=IN_STATE,
        ),
        FilterTerm(
            "affiliation", N_("here, report-in or none."), N_("WHERE"),
            choice=Affiliation, where=AFFILIATED,
        ),
        FilterTerm(
            "group", N_("The building's Party group."), N_("NAME"), where=OF_GROUP, kind="group",
        ),
        FilterTerm(
            "standing", N_("active, migrant, lost-contact."), N_("STATUS"),
            choice=MemberStanding, where=one_of("m.standing"),
        ),
        FilterTerm(
            "skill", N_("What they can do, such as 水电."), N_("SKILL"),
            where=each(
                "instr(ifnull(m.skills, ''), ?)"
                f" OR EXISTS (SELECT 1{_IN_TEAM} AND instr(j.skills, ?))"
            ),
        ),
        FilterTerm(
            "post", N_("A post held today, such as 书记."), N_("TITLE"),
            where=each(f"EXISTS (SELECT 1{HELD} AND instr(ifnull(o.unit, '') || o.title, ?))"),
        ),
        FilterTerm(
            "body", N_("A body they sit in, such as 业委会."), N_("BODY"),
            choice=Body, where=each(f"EXISTS (SELECT 1{HELD} AND o.body = ?)"),
        ),
        FilterTerm(
            "team", N_("A service team they are in."), N_("NAME"), kind="team",
            where=each(f"EXISTS (SELECT 1{_IN_TEAM} AND instr(t.name, ?))"),
        ),
        building_term(
            lambda ids: any_of((_OWNING(ids), _LIVING(ids))),
            told=N_("Who owns or lives there: 3, A, 3号楼."),
        ),
        FilterTerm(
            "text", N_("In name, pinyin, phone's end, employer, skills or remark."), N_("TEXT"),
            where=_mentioned,
        ),
        FilterTerm(
            "voting", N_("Only those who may vote today."),
            where=plain(
                "m.party_state = 'full' AND m.affiliation = 'here' AND m.no_vote_reason IS NULL"
                " AND (SELECT type FROM branch) <> 'overlay'"
            ),
        ),
        FilterTerm("left", N_("Those who left the register, with the reason.")),
    )
)  # fmt: skip
