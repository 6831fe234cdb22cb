"""`jinlin config show`: each setting with its value, and where that comes from."""

from __future__ import annotations

from contextlib import ExitStack

from jinlin.cli.config.settings import ValueOrigin, values
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading


def show_(call: Call) -> None:
    with ExitStack() as stack:
        there = database_path(call).is_file()
        reader = stack.enter_context(reading(call)) if there else None
        found = list(values(call, reader))
    show(
        call,
        Listing.of(
            "settings",
            _("Settings"),
            (
                Cell("key", _("Setting"), labels={one.key: _(one.key) for one in found}),
                Cell("value", _("Value")),
                Cell("origin", _("Origin"), "origin.value", labels=ValueOrigin.labels()),
                Cell("source", _("Said in"), lambda one: one.source or None),
                Cell("about", _("What it is"), lambda one: _(one.about)),
            ),
            found,
            notes=()
            if there
            else (_("There is no database here yet: jinlin init --name 梅苑小区"),),
        ),
    )
