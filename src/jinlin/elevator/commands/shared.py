"""The words that commands around a project take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.complex.kinds import HOME
from jinlin.core.i18n import _
from jinlin.core.said import SaidDay
from jinlin.elevator.project.parent import PROJECT
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import FILE, PAST_DAY, TEXT

Project: TypeAlias = Annotated[
    str | None,
    PROJECT.option("--project", help=_("Which project; left away where only one goes on.")),
]
Number: TypeAlias = Annotated[
    str | None, PROJECT.argument(help=_("Which project; left away where only one goes on."))
]
FirstProject: TypeAlias = Annotated[
    str | None, PROJECT.argument(help=_("The project; may be left away."), cleared=None)
]
On: TypeAlias = Annotated[
    SaidDay | None, PAST_DAY.option("--on", help=_("When; today if left away."))
]
File: TypeAlias = Annotated[
    str | None,
    FILE.option("--file", help=_("The scan; its path and digest are kept, not itself.")),
]
Source: TypeAlias = Annotated[str | None, TEXT.option(help=_("Where it stands, or who said it."))]
Again: TypeAlias = Annotated[bool, flag("--again", help=_("Only doors that must be asked again."))]
Home: TypeAlias = Annotated[
    str,
    HOME.argument(
        help=_("Such as 3-1-502, 3-502 or 3号楼1单元502室."), asked=AskedFor(_("Which household"))
    ),
]
