"""The options of the teams' verbs."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.complex.kinds import ENTRANCE
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.member.kinds import TEAM
from jinlin.member.rules.skills import parse_skills
from jinlin.member.team.teams import TEAMS
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.store.command.command import open_or_reading

MANY = 3
"""So many changed records are asked about."""


def _team_names(call: Call) -> list[str]:
    with open_or_reading(call) as reader:
        return [team.name for team in TEAMS.rows(reader)]


Team: TypeAlias = Annotated[
    str,
    TEAM.argument(help=N_("The team's name."), asked=AskedFor(N_("Team"), choices=_team_names)),
]


Entrance: TypeAlias = Annotated[str | None, ENTRANCE.option(help=N_("Only this entrance of it."))]


def _one_skill(text: str) -> str:
    """Read a skill.

    Raises:
        UsageError: there are several, or none.
    """
    words = parse_skills(text)
    if len(words) != 1:
        raise UsageError(
            _("Name one skill at a time."), hint=_("Or leave --skill out: whatever comes.")
        )
    return words[0]


SKILL: Final = WordKind("skill", N_("SKILL"), _one_skill)
Skill: TypeAlias = Annotated[
    str | None, SKILL.option(help=N_("For what, such as 维修员."), free=True)
]
