"""`jinlin household`: one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_, _
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    CorrectingCommand,
    ExportCommand,
    PageCommand,
    PersonalListingCommand,
    TemplateCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


app = noun(
    _("Households, their areas and owners."),
    later=(
        _verb("add", "add:add", _("Add a household, such as 3-1-502.")),
        _verb(
            "list",
            "list:list_",
            _("Households with floor, area and owners."),
            filtered(PersonalListingCommand, "jinlin.complex.household.filters:HOUSEHOLDS"),
        ),
        _verb("show", "show:show_", _("Everything kept of one household."), PersonalListingCommand),
        _verb(
            "edit",
            "add:edit",
            _("Change what is kept of a household."),
            edits(N_("For example: --state let, --area 89.5, or --note '' to clear the remark.")),
        ),
        _verb("remove", "add:remove", _("Take a household out of the register.")),
        _verb("owner", "owner:owner", _("Record or correct who owns a household.")),
        _verb("sell", "sell:sell", _("Record that a household has new owners.")),
        _verb(
            "representative", "representative:representative", _("Say who votes for a household.")
        ),
        _verb("occupant", "occupant:occupant", _("Record who lives in a household.")),
        _verb(
            "care",
            "care:care",
            _("Record a care tag, with the consent to it."),
            CorrectingCommand,
        ),
        _verb("visit", "visit:visit", _("Record a visit at a household.")),
        _verb(
            "visits",
            "visits:visits",
            _("Visits made, and visits due."),
            filtered(PersonalListingCommand, "jinlin.complex.household.filters:VISITS"),
        ),
        _verb(
            "consent-form",
            "consent_form:consent_form_",
            _("The notice on personal data, with the consent to be signed."),
            PageCommand,
        ),
        _verb(
            "import",
            "import_:import_",
            _("Take a roster of households from an xlsx, xls or csv file."),
        ),
        _verb(
            "export",
            "export:export_",
            _("All households into a file that can be imported."),
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
