"""`jinlin config show`: each setting with its value, and where that comes from."""

from __future__ import annotations

from contextlib import ExitStack

from jinlin.cli.config.settings import ValueOrigin, values
from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.config import database_path
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def show_(call: Call) -> None:
    with ExitStack() as stack:
        there = database_path(call).is_file()
        reader = stack.enter_context(reading(call)) if there else None
        found = list(values(call, reader))
    show(
        call,
        Listing(
            key="settings",
            title=_("Settings"),
            columns=(
                Column(
                    key="key",
                    heading=_("Setting"),
                    labels={one.key: _(one.key) for one in found},
                ),
                Column(key="value", heading=_("Value")),
                Column(
                    key="origin",
                    heading=_("Origin"),
                    labels=ValueOrigin.labels(),
                ),
                Column(key="source", heading=_("Said in")),
                Column(key="about", heading=_("What it is")),
            ),
            rows=[
                (one.key, one.value, one.origin.value, one.source or None, _(one.about))
                for one in found
            ],
            notes=()
            if there
            else (_("There is no database here yet: jinlin init --name 梅苑小区"),),
        ),
    )
