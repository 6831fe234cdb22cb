"""What a complex of which nothing is recorded yet begins with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.store.transaction.tx import Reader


class FirstStep(NamedTuple):
    """Something to begin with.

    Attributes:
        what: what it is, not yet translated.
        begun: the question whether any of it is recorded.
        line: what to type, in English words.
    """

    what: str
    begun: str
    line: str


_STEPS: Final = (  # the secretary is a member from the first day on
    FirstStep(N_("Its buildings"), "SELECT EXISTS (SELECT 1 FROM building)", "jinlin building add"),
    FirstStep(
        N_("Its households, from a list"),
        "SELECT EXISTS (SELECT 1 FROM household)",
        "jinlin household template",
    ),
    FirstStep(
        N_("The members of the branch"),
        "SELECT EXISTS (SELECT 1 FROM member LIMIT 1 OFFSET 1)",
        "jinlin member add",
    ),
    FirstStep(
        N_("The first thing that somebody reports"),
        "SELECT EXISTS (SELECT 1 FROM issue)",
        "jinlin issue add",
    ),
)


def first_steps(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield what is not begun yet, translated, each with the line to type."""
    for step in _STEPS:
        if not reader.value(step.begun):
            yield _(step.what), as_spoken(step.line)
