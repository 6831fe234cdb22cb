"""The words that commands around a project take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.complex.kinds import HOME
from jinlin.core.i18n import N_
from jinlin.elevator.project.parent import PROJECT
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import FILE, TEXT
from jinlin.works.words import which, which_first, which_named

Project: TypeAlias = Annotated[str | None, which_named(PROJECT)]
Number: TypeAlias = Annotated[str | None, which(PROJECT)]
FirstProject: TypeAlias = Annotated[str | None, which_first(PROJECT)]
File: TypeAlias = Annotated[
    str | None,
    FILE.option("--file", help=N_("The scan; its path and digest are kept, not itself.")),
]
Source: TypeAlias = Annotated[
    str | None, TEXT.option(help=N_("Where it is written, or who said it."))
]
Again: TypeAlias = Annotated[bool, flag("--again", help=N_("Only doors that must be asked again."))]
Home: TypeAlias = Annotated[
    str,
    HOME.argument(
        help=N_("Such as 3-1-502, 3-502 or 3号楼1单元502室."), asked=AskedFor(N_("Which household"))
    ),
]
