"""The words that commands about questionnaires take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.i18n import N_
from jinlin.output.command.kinds import COUNT
from jinlin.survey.kinds import SURVEY

Number: TypeAlias = Annotated[
    str | None, SURVEY.argument(help=N_("Which survey; left away where only one is open."))
]
Round: TypeAlias = Annotated[
    int | None, COUNT.option("--round", help=N_("Which round; the one that is on."))
]
