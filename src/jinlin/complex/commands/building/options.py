"""What the commands of `jinlin building` share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.complex.kinds import BUILDING
from jinlin.core.i18n import N_
from jinlin.output.command.kind import AskedFor

Code: TypeAlias = Annotated[
    str,
    BUILDING.argument(
        help=N_("What people call it: 3, A, 3号楼."), asked=AskedFor(N_("Which building"))
    ),
]
