"""The red stewards and building heads, as teams, coverage and posts have them (practice 3, row 15).

They act in a post and are named; their phones stay in the house.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.complex.building.queries import building_id
from jinlin.complex.rules.address import parse_building
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.member.posts.holdings import PostRow, held_on
from jinlin.member.rules.posts import Body
from jinlin.member.team.coverage import Cover, all_covers
from jinlin.member.team.members import TeamMember, members_of_team
from jinlin.member.team.roster_page import steward_duties
from jinlin.member.team.teams import TEAMS, TeamKind
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return who looks after which building, and who else is in the teams of red stewards.

    Args:
        reader: the database.
        which: a building; None for all of them.

    Raises:
        NotFoundError: there is no such building.
        RuleError: nobody is recorded.
    """
    code = parse_building(which) if which else None
    if code is not None:
        building_id(reader, code)
    covers = [cover for cover in all_covers(reader) if code in {None, cover.building}]
    heads = [
        post
        for post in held_on(reader, reader.clock.today)
        if _heads_a_building(post) and (code is None or _is_of(post, code))
    ]
    others = [] if code else list(_others(reader, {cover.person.id for cover in covers}))
    if not (covers or heads or others):
        raise RuleError(
            _("No red steward is recorded, and no head of a building."),
            hint=_("Record them: jinlin team join 红管家服务队 WHO; jinlin team cover WHO"
                   " --building 3"),
        )  # fmt: skip
    people = [*(c.person for c in covers), *(p.person for p in heads), *(m.person for m in others)]
    return Drawn(
        matter="steward_roster",
        title=_title(covers or others, heads),
        body="\n".join((*_covered(covers), *_headed(heads), *_listed(others))),
        audience=_("all residents"),
        named=tuple(dict.fromkeys(person.name for person in people)),
    )


def _title(stewards: Sequence[object], heads: Sequence[object]) -> str:
    if not heads:
        return _("roster of red stewards")
    return _("red stewards and building heads") if stewards else _("roster of building heads")


def _heads_a_building(post: PostRow) -> bool:
    """Return whether somebody is the head of a building, under whichever body it was recorded."""
    return post.held.body is Body.BUILDING or post.held.title.endswith(("楼长", "楼栋长"))


def _is_of(post: PostRow, code: str) -> bool:
    """Return whether a post is one of a building, as people say it: `3号楼楼长`."""
    said = compact(post.held.text)
    return said.startswith(tuple(f"{code}{ending}" for ending in ("号楼", "栋", "幢", "座")))


def _others(reader: Reader, known: set[int]) -> Iterator[TeamMember]:
    """Return the red stewards who look after no building."""
    for team in TEAMS.rows(reader):
        if team.kind is TeamKind.RED_STEWARDS:
            for member in members_of_team(reader, team.id):
                if member.person.id not in known:
                    known.add(member.person.id)
                    yield member


def _covered(covers: Sequence[Cover]) -> Iterator[str]:
    if not covers:
        return
    yield _("Red stewards by building:")
    yield from sheet_rows(
        (_("Building"), _("Red steward"), _("Skills")),
        *(
            (
                _("building no. {building}").format(building=cover.building),
                cover.person.name,
                steward_duties(cover),
            )
            for cover in covers
        ),
    )


def _headed(heads: Sequence[PostRow]) -> Iterator[str]:
    if heads:
        yield _("Building heads: {names}.").format(
            names=_(", ").join(
                _("{name} ({remarks})").format(name=post.person.name, remarks=post.held.text)
                for post in heads
            )
        )


def _listed(others: Sequence[TeamMember]) -> Iterator[str]:
    if others:
        yield _("Other red stewards: {names}.").format(
            names=_(", ").join(
                _("{name} ({remarks})").format(
                    name=one.person.name, remarks=_(", ").join(one.skills)
                )
                if one.skills
                else one.person.name
                for one in others
            )
        )
