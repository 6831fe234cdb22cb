"""`jinlin elevator subsidy`."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.output.register.verbs import register_family

app = register_family(
    SUBSIDIES,
    _("The subsidies, and how far each has come."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": _("The subsidies, with state, day and source."),
        "add": _("Record a subsidy."),
        "edit": _("Say how far it has come, or correct it."),
        "remove": _("Take out one that will not come."),
    },
)
