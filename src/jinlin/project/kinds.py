"""The kinds of words that commands about works take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.output.command.kind import WordKind, imported
from jinlin.project.rules.kinds import ProjectKind

PROJECT: Final = WordKind("works", "G1", clean)
"""Works in the complex: `G1`."""
WORKS_KIND: Final = WordKind[ProjectKind](
    "works kind", N_("KIND"), imported("jinlin.project.rules.kinds:parse_project_kind")
)
