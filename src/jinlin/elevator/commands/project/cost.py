"""`jinlin elevator cost`."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.elevator.project.costs import COSTS
from jinlin.output.register.verbs import register_family

app = register_family(
    COSTS,
    N_("The lines that make up the cost."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": N_("The lines and their sum."),
        "add": N_("Add works, a reduction, or a compensation to a low floor."),
        "remove": N_("Take a line out."),
    },
)
