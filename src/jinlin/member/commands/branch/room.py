"""`jinlin branch room`."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.member.branch.rooms import ROOMS
from jinlin.output.register.verbs import register_family

app = register_family(
    ROOMS,
    _("Rooms and their several uses."),
    verbs=("add", "list", "show", "edit", "remove"),
    helps={
        "add": _("Add a room with its uses."),
        "list": _("All rooms and what they are used for."),
        "show": _("One room with its uses."),
        "edit": _("Change a room or its uses."),
        "remove": _("Take a room out of the list."),
    },
)
