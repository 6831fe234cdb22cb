"""`jinlin notice powers`."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.notice.small_powers import POWERS
from jinlin.output.register.verbs import register_family

app = register_family(
    POWERS,
    N_("The list of small powers: who decides what."),
    verbs=("list", "show", "add", "edit", "remove", "import", "export", "template"),
    helps={
        "list": N_("Every line of the list."),
        "show": N_("One line of the list."),
        "add": N_("Add a line to the list."),
        "edit": N_("Change a line of the list."),
        "remove": N_("Take a line out of the list."),
    },
)
