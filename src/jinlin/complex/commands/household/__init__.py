"""`jinlin household`: one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
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
    N_("Households, their areas and owners."),
    later=(
        _verb("add", "add:add", N_("Add a household, such as 3-1-502.")),
        _verb(
            "list",
            "list:list_",
            N_("Households with floor, area and owners."),
            filtered(PersonalListingCommand, "jinlin.complex.household.filters:HOUSEHOLDS"),
        ),
        _verb(
            "show", "show:show_", N_("Everything kept of one household."), PersonalListingCommand
        ),
        _verb(
            "edit",
            "add:edit",
            N_("Change what is kept of a household."),
            edits(N_("For example: --state let, --area 89.5, or --note '' to clear the remark.")),
        ),
        _verb("remove", "add:remove", N_("Take a household out of the register.")),
        _verb("owner", "owner:owner", N_("Record or correct who owns a household.")),
        _verb("sell", "sell:sell", N_("Record that a household has new owners.")),
        _verb(
            "representative", "representative:representative", N_("Say who votes for a household.")
        ),
        _verb("occupant", "occupant:occupant", N_("Record who lives in a household.")),
        _verb(
            "care",
            "care:care",
            N_("Record a care tag, with the consent to it."),
            CorrectingCommand,
        ),
        _verb("visit", "visit:visit", N_("Record a visit at a household.")),
        _verb(
            "visits",
            "visits:visits",
            N_("Visits made, and visits due."),
            filtered(PersonalListingCommand, "jinlin.complex.household.filters:VISITS"),
        ),
        _verb(
            "consent-form",
            "consent_form:consent_form_",
            N_("The notice on personal data, with the consent to be signed."),
            PageCommand,
        ),
        _verb(
            "question-form",
            "question_form:question_form",
            N_("A sheet of questions to be asked from door to door."),
            PageCommand,
        ),
        _verb(
            "import",
            "import_:import_",
            N_("Take a roster of households from an xlsx, xls or csv file."),
        ),
        _verb(
            "export",
            "export:export_",
            N_("All households into a file that can be imported."),
            ExportCommand,
        ),
        _verb(
            "template",
            "template:template",
            N_("An empty table to be filled in and imported."),
            TemplateCommand,
        ),
    ),
)
