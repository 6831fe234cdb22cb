"""`jinlin branch group`: the buildings' Party groups."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, PersonalListingCommand, edits
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


app = family(
    N_("The buildings' Party groups."),
    usual="list",
    later=(
        _verb("add", "add:add", N_("Add a group with its leader and buildings.")),
        _verb(
            "list",
            "list:list_",
            N_("All groups; those that members only name too."),
            ListingCommand,
        ),
        _verb("show", "show:show_", N_("One group with its members."), PersonalListingCommand),
        _verb(
            "edit",
            "edit:edit",
            N_("Change a group; a new name is carried to its members."),
            edits(N_("For example: --leader 王强, or --building 3,5"), "since"),
        ),
        _verb("remove", "remove:remove", N_("Dissolve a group.")),
    ),
)
