"""Where words are looked for among elevators: where they are, and who has to do with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.elevator.project.projects import Project, place_words, projects
from jinlin.output.contribution.searching import Hit, Searched, Sought
from jinlin.store.transaction.tx import Reader


def _elevators(reader: Reader, sought: Sought) -> tuple[Sequence[Hit], int]:
    found = [
        Hit(project.label, _title(project), project.started_on)
        for project in projects(reader)
        if all(word in _told(project) for word in sought.words)
    ]
    return found[: sought.limit or None], len(found)


def _title(project: Project) -> str:
    return _("{place}, {kind}").format(place=place_words(project), kind=project.kind.label)


def _told(project: Project) -> str:
    return f"{_title(project)}\n{project.contractor}\n{project.responsible}\n{project.note}"


SEARCH: Final = (Searched(N_("Elevator"), _elevators),)
