"""The words that commands about works take alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from jinlin.core.i18n import N_
from jinlin.output.command.kinds import WHO
from jinlin.project.kinds import PROJECT
from jinlin.works.words import which, which_first, which_named

Number: TypeAlias = Annotated[str | None, which(PROJECT)]
FirstProject: TypeAlias = Annotated[str | None, which_first(PROJECT)]
Named: TypeAlias = Annotated[str | None, which_named(PROJECT)]
People: TypeAlias = Annotated[
    Sequence[str],
    WHO.several(called=N_("A,B")).option("--by", help=N_("Who was there, members or others.")),
]
