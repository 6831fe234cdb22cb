"""What the verbs of the letters share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.member.report_in.opinions import Cause, ReplyState

Number: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("LETTER"), help=_("The number of the letter: Y3."))
]


def cause_column() -> Column:
    return Column(key="cause", heading=_("Cause"), labels=Cause.labels())


def state_column() -> Column:
    return Column(key="state", heading=_("State"), labels=ReplyState.labels())
