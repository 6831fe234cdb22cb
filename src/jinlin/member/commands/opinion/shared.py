"""What the verbs of the letters share."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.output.command.kind import WordKind

LETTER: Final = WordKind("opinion", N_("LETTER"), clean)
Number: TypeAlias = Annotated[str, LETTER.argument(help=N_("The number of the letter: Y3."))]
