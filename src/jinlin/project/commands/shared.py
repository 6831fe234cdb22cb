"""The words that commands about works take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.project.kinds import PROJECT
from jinlin.works.words import which, which_first, which_named

Number: TypeAlias = Annotated[str | None, which(PROJECT)]
FirstProject: TypeAlias = Annotated[str | None, which_first(PROJECT)]
Named: TypeAlias = Annotated[str | None, which_named(PROJECT)]
