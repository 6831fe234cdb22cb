"""`jinlin elevator subsidy`."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.output.register.verbs import register_family

app = register_family(
    SUBSIDIES,
    N_("The subsidies, and how far each has come."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": N_("The subsidies, with state, day and source."),
        "add": N_("Record a subsidy."),
        "edit": N_("Say how far it has come, or correct it."),
        "remove": N_("Take out one that will not come."),
    },
)
