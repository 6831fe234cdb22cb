"""The words that commands about works take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay
from jinlin.output.command.kinds import PAST_DAY
from jinlin.project.kinds import PROJECT

Number: TypeAlias = Annotated[
    str | None, PROJECT.argument(help=N_("Which project; left away where only one goes on."))
]
FirstProject: TypeAlias = Annotated[
    str | None, PROJECT.argument(help=N_("The project; may be left away."), skipped=True)
]
On: TypeAlias = Annotated[
    SaidDay | None, PAST_DAY.option("--date", help=N_("When; today if left away."))
]
