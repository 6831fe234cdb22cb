"""`jinlin team show`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.commands.team.options import Team
from jinlin.member.team.coverage import Cover, all_covers
from jinlin.member.team.members import TeamMember, members_of_team
from jinlin.member.team.teams import TEAMS, TeamKind
from jinlin.member.team.teams import Team as TeamRecord
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.listing.values import masked
from jinlin.output.register.pages import page_of
from jinlin.store.command.command import reading


def show_(
    call: Call,
    team: Team,
) -> None:
    with reading(call) as reader:
        found = TEAMS.find(reader, team)
        inside = members_of_team(reader, found.id)
        covered = _covered(all_covers(reader))
    people = Listing.of(
        "people",
        _("In the team"),
        (
            Cell("number", _("Number"), "person.label"),
            Cell(
                "name",
                _("Name"),
                lambda one: _name(call, found, one),
                personal=Personal.ACTING,
            ),
            Cell("leader", _("Leads"), "leads", kind=Kind.BOOLEAN),
            Cell("skills", _("Skills"), lambda one: "、".join(one.skills) or None),
            Cell("availability", _("Has time")),
            Cell("covers", _("Looks after"), lambda one: covered.get(one.person.id)),
            Cell("phone", _("Phone"), "person.phone", personal=Personal.PHONE),
        ),
        inside,
        empty=_("Nobody is in it yet. Add somebody: jinlin team join {team} WHO").format(
            team=found.name
        ),
    )
    show(call, page_of(TEAMS, found)._replace(title=found.name, listings=(people,)))


def _name(call: Call, team: TeamRecord, one: TeamMember) -> str:
    """Return a name for the team's list: volunteers are masked, who acts in a post is not."""
    if call.unmask or one.leads or team.kind is not TeamKind.VOLUNTEERS:
        return one.person.name
    return masked(one.person.name, Personal.NAME)


def _covered(covers: list[Cover]) -> dict[int, str]:
    """Return which buildings each steward looks after, as one text."""
    found: dict[int, dict[str, None]] = {}
    for one in covers:
        found.setdefault(one.person.id, {})[one.building] = None
    return {person: "、".join(buildings) for person, buildings in found.items()}
