"""`jinlin branch`: the branch itself, its venue, rooms, groups and purses."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.grammar import ListingCommand, edits
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


def _family(name: str, file: str, text: str) -> FamilyLater:
    return FamilyLater(name, module=f"{__name__}.{file}", text=text)


app = noun(
    N_("The branch: what it is, its venue, groups and purses."),
    later=(
        _verb("show", "show:show_", N_("Everything kept of the branch."), ListingCommand),
        _verb(
            "edit",
            "edit:edit",
            N_("Change what is kept of the branch."),
            edits(N_("For example: jinlin branch edit --term 3 --term-from 2024-06-18")),
        ),
        _family("venue", "venue", N_("The venue's six-item checklist.")),
        _family("room", "room", N_("Rooms and their several uses.")),
        _family("group", "group", N_("The buildings' Party groups.")),
        _family("manager", "manager", N_("Who manages the complex, and since when.")),
        _family("offer", "offer", N_("What is offered to residents and ordered by the owners.")),
        _family("task", "task", N_("Tasks given by street or community, and how far they are.")),
        FamilyLater(
            "fund",
            module=f"{__name__}.fund",
            text=N_("Seven purses, never mixed: income, spending, disclosure."),
        ),
    ),
)
