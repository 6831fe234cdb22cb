"""`jinlin team list`, `show`, `roster` and `skills`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.building.queries import building_id
from jinlin.complex.rules.address import parse_building
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.own_branch import branch
from jinlin.member.rules.skills import usual_skills
from jinlin.member.team.coverage import Cover, all_covers
from jinlin.member.team.roster_page import roster_page
from jinlin.member.team.teams import (
    TeamKind,
    TeamMember,
    TeamRow,
    find_team,
    members_of_team,
    teams,
)
from jinlin.output.command.grammar import called
from jinlin.output.delivery.page import show_pages
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.store.command.command import log_unmasking, reading


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = teams(reader)
    people = sum(team.members for team in found)
    notes = (
        _("Teams: {teams}; places in them: {people}.").format(teams=len(found), people=people),
    )
    show(
        call,
        Listing(
            key="teams",
            title=_("Teams"),
            columns=(
                Column(key="name", heading=_("Team")),
                _kind_column(),
                Column(key="leader", heading=_("Team leader")),
                Column(key="members", heading=_("Team members"), kind=Kind.INTEGER),
                Column(key="skills", heading=_("Skills")),
                Column(key="duties", heading=_("Duties")),
            ),
            rows=[
                (team.name, team.kind, "、".join(team.leaders) or None, team.members,
                 "、".join(team.skills) or None, team.duties)
                for team in found[: rows_wanted(call) or None]
            ],
            total=len(found),
            empty=_("No team is recorded. Add one: jinlin team add 红管家服务队 --kind 红管家"),
            notes=notes if found else (),
        ),
    )  # fmt: skip


def show_(
    ctx: typer.Context,
    team: Annotated[str, typer.Argument(metavar=_("TEAM"), help=_("The team's name."))],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = find_team(reader, team)
        inside = members_of_team(reader, found)
        covered = _covered(all_covers(reader))
    show(
        call,
        Record(
            title=found.name,
            columns=(
                Column(key="name", heading=_("Team")),
                _kind_column(),
                Column(key="leader", heading=_("Team leader")),
                Column(key="members", heading=_("Team members"), kind=Kind.INTEGER),
                Column(key="duties", heading=_("Duties")),
            ),
            values=(
                found.name, found.kind, "、".join(found.leaders) or None, found.members,
                found.duties,
            ),
            listings=(
                Listing(
                    key="people",
                    title=_("In the team"),
                    columns=(
                        Column(key="number", heading=_("Number")),
                        Column(key="name", heading=_("Name"), personal=Personal.ACTING),
                        Column(key="leader", heading=_("Leads"), kind=Kind.BOOLEAN),
                        Column(key="skills", heading=_("Skills")),
                        Column(key="availability", heading=_("Has time")),
                        Column(key="covers", heading=_("Looks after")),
                        Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                    ),
                    rows=[
                        (one.person.label, _name(call, found, one), one.leads,
                         "、".join(one.skills) or None, one.availability,
                         covered.get(one.person.id), one.person.phone)
                        for one in inside
                    ],
                    empty=_("Nobody is in it yet. Add somebody: jinlin team join {team} WHO")
                    .format(team=found.name),
                ),
            ),
        ),
    )  # fmt: skip


def roster(
    ctx: typer.Context,
    building: Annotated[
        str | None, typer.Option(metavar=_("BUILDING"), help=_("Only this building."))
    ] = None,
    phones: Annotated[
        bool,
        typer.Option("--phones", help=_("With phones, of those who consented in writing; logged.")),
    ] = False,
) -> None:
    call = called(ctx)
    code = parse_building(building) if building else None
    if phones:
        log_unmasking(call)
    with reading(call) as reader:
        if code is not None:
            building_id(reader, code)
        covers = [one for one in all_covers(reader) if code in {None, one.building}]
        place = branch(reader).name
        day = reader.clock.today
    show_pages(
        call,
        [roster_page(covers, place=place, day=day, phones=phones)],
        template="红管家名单",
        data={
            "on": day.isoformat(),
            "covers": [
                {
                    "building": one.building,
                    "entrance": one.entrance,
                    "number": one.person.label,
                    "name": one.person.name,
                    "skill": one.skill,
                    "skills": list(one.skills),
                    "substitute": one.substitute,
                    "phone": one.person.phone if phones else None,
                }
                for one in covers
            ],
        },
    )
    if phones:
        call.tell(_("Post phones only of stewards who have consented in writing."))
    if not covers:
        call.tell(_("Nobody looks after a building yet: jinlin team cover WHO --building 3"))


def skills(ctx: typer.Context) -> None:
    call = called(ctx)
    usual = usual_skills()
    show(
        call,
        Listing(
            key="skills",
            title=_("Usual skills"),
            columns=(
                Column(key="kind", heading=_("Red steward")),
                Column(key="skill", heading=_("Usual skill")),
            ),
            rows=[
                *((kind, word) for kind, words in usual.kinds.items() for word in words),
                *((None, word) for word in usual.others),
            ],
            total=len(usual.words) - len(usual.kinds),
            notes=(_("Any other word may be used as well."),),
        ),
    )


def _name(call: Call, team: TeamRow, one: TeamMember) -> str:
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


def _kind_column() -> Column:
    return Column(
        key="kind",
        heading=_("Team kind"),
        labels=TeamKind.labels(),
    )
