"""What the verbs of the letters share."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.columns import Column
from jinlin.core.i18n import N_, _
from jinlin.member.report_in.opinions import Cause, ReplyState, parse_opinion_number
from jinlin.output.command.kind import WordKind

LETTER: Final = WordKind("letter", N_("LETTER"), parse_opinion_number)
Number: TypeAlias = Annotated[int, LETTER.argument(help=N_("The number of the letter: Y3."))]


def cause_column() -> Column:
    return Column(key="cause", heading=_("Cause"), labels=Cause.labels())


def state_column() -> Column:
    return Column(key="state", heading=_("State"), labels=ReplyState.labels())
