"""`jinlin elevator cost`."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.elevator.project.costs import COSTS
from jinlin.output.register.verbs import register_family

app = register_family(
    COSTS,
    _("The lines that make up the cost."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": _("The lines and their sum."),
        "add": _("Add works, a reduction, or a compensation to a low floor."),
        "remove": _("Take a line out."),
    },
)
