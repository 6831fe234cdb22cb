"""What the registers of a project have in common: quotes, cost lines, subsidies."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.text import clean
from jinlin.elevator.project.projects import project
from jinlin.output.command.kind import WordKind
from jinlin.output.register.rules import Parent
from jinlin.works.words import which_named

PROJECT: Final = WordKind("project", "X1", clean)
"""A project: `X1`."""

OF_PROJECT: Final = Parent(
    column="project_id",
    key="project",
    declared=Annotated[str | None, which_named(PROJECT)],
    find=project,
)
