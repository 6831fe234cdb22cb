"""`jinlin building`: the register of buildings, and their cards."""

from __future__ import annotations

from functools import partial

from jinlin.complex.building.buildings import BUILDINGS
from jinlin.core.i18n import N_
from jinlin.output.command.grammar import (
    ListingCommand,
    PersonalListingCommand,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import RegisterVerb

_verb = partial(verb_in, __name__)


app = noun(
    N_("Buildings."),
    later=(
        RegisterVerb("add", BUILDINGS, N_("Add a building, such as 3 or A.")),
        _verb(
            "list",
            "list:list_",
            N_("All buildings with their floors and households."),
            ListingCommand,
        ),
        _verb("show", "show:show_", N_("The card of a building."), PersonalListingCommand),
        RegisterVerb("edit", BUILDINGS, N_("Change what is kept of a building.")),
        RegisterVerb("remove", BUILDINGS, N_("Take a building out of the register.")),
        _verb(
            "note", "note:note", N_("Write on the card: a remark, plant, a contact, its history.")
        ),
        RegisterVerb(
            "import", BUILDINGS, N_("Take a list of buildings from an xlsx, xls or csv file.")
        ),
        RegisterVerb("export", BUILDINGS, N_("All buildings into a file that can be imported.")),
        RegisterVerb("template", BUILDINGS),
    ),
)
