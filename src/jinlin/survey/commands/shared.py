"""The words that commands about questionnaires take alike."""

from __future__ import annotations

import re
from typing import Annotated, Final, TypeAlias

from jinlin.core.i18n import N_
from jinlin.output.command.kinds import COUNT
from jinlin.survey.kinds import SURVEY

_NUMBER: Final = re.compile(r"[wWｗＷ]\d{1,9}")

Number: TypeAlias = Annotated[
    str | None, SURVEY.argument(help=N_("Which survey; left out where only one is open."))
]
Round: TypeAlias = Annotated[
    int | None, COUNT.option("--round", help=N_("Which round; the one that is on."))
]


def is_number(word: str) -> bool:
    """Return whether a word says which survey, and not which door."""
    return _NUMBER.fullmatch(word) is not None
