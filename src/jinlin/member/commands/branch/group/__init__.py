"""`jinlin branch group`: the buildings' Party groups."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.member.branch.group_register import GROUPS
from jinlin.output.command.grammar import ListingCommand, PersonalListingCommand
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import register_family

_verb = partial(verb_in, __name__)


app = register_family(
    GROUPS,
    N_("The buildings' Party groups."),
    verbs=("add", "edit", "remove"),
    helps={
        "add": N_("Add a group with its leader and buildings."),
        "edit": N_("Change a group; a new name is carried to its members."),
        "remove": N_("Dissolve a group."),
    },
    own=(
        _verb(
            "list",
            "list:list_",
            N_("All groups; those that members only name too."),
            ListingCommand,
        ),
        _verb("show", "show:show_", N_("One group with its members."), PersonalListingCommand),
    ),
)
