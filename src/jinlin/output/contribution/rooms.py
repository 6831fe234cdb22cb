"""Who contributes to which page: the one table, loaded no earlier than the page is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

ROOMS: Final[Mapping[str, tuple[str, ...]]] = {
    "today": (
        "meeting",
        "issue",
        "complex",
        "member",
        "elevator",
        "project",
        "partner",
        "survey",
        "notice",
        "report",
    ),
    "duties": ("meeting", "notice", "project", "survey"),
    "full_report": ("meeting", "elevator", "member"),
    "spending": ("project",),
    "small_powers": ("notice",),
    "given_for": ("partner",),
    "in_hand": ("issue",),
    "decided": ("meeting",),
    "chains": ("project",),
    "discussed": ("meeting",),
    "evidence": ("issue", "meeting", "partner"),
    "put_right": ("meeting",),
    "ordered": ("issue",),
    "to_deliberate": ("project",),
    "to_partners": ("partner",),
    "invited": ("partner",),
    "search": (
        "member",
        "complex",
        "issue",
        "meeting",
        "notice",
        "project",
        "elevator",
        "partner",
        "survey",
    ),
    "handover": (
        "complex",
        "person",
        "member",
        "issue",
        "meeting",
        "elevator",
        "project",
        "partner",
        "survey",
        "notice",
    ),
}
"""By the page, which is the name of the module in each room: `jinlin.issue.today`."""


def contributed(page: str) -> Iterator[Any]:
    """Load what each room declares for a page."""
    for room in ROOMS[page]:
        yield import_module(f"jinlin.{room}.{page}")
