"""`jinlin building`: the register of buildings, and their cards."""

from __future__ import annotations

from functools import partial

from jinlin.complex.building.buildings import BUILDINGS
from jinlin.core.i18n import _
from jinlin.output.command.grammar import (
    ExportCommand,
    ListingCommand,
    PersonalListingCommand,
    TemplateCommand,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import RegisterVerb

_verb = partial(verb_in, __name__)


app = noun(
    _("Buildings."),
    later=(
        RegisterVerb("add", BUILDINGS, _("Add a building, such as 3 or A.")),
        _verb(
            "list",
            "list:list_",
            _("All buildings with their floors and households."),
            ListingCommand,
        ),
        _verb("show", "show:show_", _("The card of a building."), PersonalListingCommand),
        RegisterVerb("edit", BUILDINGS, _("Change what is kept of a building.")),
        RegisterVerb("remove", BUILDINGS, _("Take a building out of the register.")),
        _verb(
            "note", "note:note", _("Write on the card: a remark, plant, a contact, its history.")
        ),
        _verb(
            "import",
            "import_:import_",
            _("Take a list of buildings from an xlsx, xls or csv file."),
        ),
        _verb(
            "export",
            "export:export_",
            _("All buildings into a file that can be imported."),
            ExportCommand,
        ),
        _verb(
            "template",
            "template:template",
            _("An empty table to be filled in and imported."),
            TemplateCommand,
        ),
    ),
)
