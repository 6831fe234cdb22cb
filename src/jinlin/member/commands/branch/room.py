"""`jinlin branch room`."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.member.branch.rooms import ROOMS
from jinlin.output.register.verbs import register_family

app = register_family(
    ROOMS,
    N_("Rooms and their several uses."),
    verbs=("add", "list", "show", "edit", "remove", "import", "export", "template"),
    helps={
        "add": N_("Add a room with its uses."),
        "list": N_("All rooms and what they are used for."),
        "show": N_("One room with its uses."),
        "edit": N_("Change a room or its uses."),
        "remove": N_("Take a room out of the list."),
    },
)
