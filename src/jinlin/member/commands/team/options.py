"""The options of the teams' verbs."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

import typer

from jinlin.complex.kinds import ENTRANCE
from jinlin.core.columns import Column
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.member.commands.kinds import TEAM
from jinlin.member.rules.skills import parse_skills
from jinlin.member.team.teams import TeamKind
from jinlin.output.command.kind import WordKind

MAX_NAME = 30


MANY = 3
"""So many changed records are asked about."""


Team: TypeAlias = Annotated[str, TEAM.argument(help=_("The team's name."))]


Kind: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("KIND"), help=_("red-stewards, volunteers or staff."))
]


Duties: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What the team does."))
]


Leader: TypeAlias = Annotated[str | None, typer.Option(metavar=_("WHO"), help=_("Who leads it."))]


def team_name(text: str) -> str:
    """Read the name of a team.

    Raises:
        UsageError: it is empty or too long.
    """
    name = "".join(clean(text).split())
    if not name or len(name) > MAX_NAME:
        raise UsageError(
            _("“{text}” is not a team's name.").format(text=text),
            hint=_("Such as 红管家服务队; at most {count} characters.").format(count=MAX_NAME),
        )
    return name


Entrance: TypeAlias = Annotated[str | None, ENTRANCE.option(help=_("Only this entrance of it."))]


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
Skill: TypeAlias = Annotated[str | None, SKILL.option(help=_("For what, such as 维修员."))]


def kind_column() -> Column:
    return Column(key="kind", heading=_("Team kind"), labels=TeamKind.labels())
