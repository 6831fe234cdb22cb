"""`jinlin issue filter`: filters kept under a name."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.lists import saved_filters
from jinlin.issue.lists.filters import ISSUES
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading, writing

_ACTIONS = {
    "list": "list", "列表": "list", "save": "save", "保存": "save", "remove": "remove",
    "删除": "remove",
}  # fmt: skip


def filter_(
    call: Call,
    asked: FilterWords,
    action: Annotated[
        str, typer.Argument(metavar=_("WHAT"), help=_("list, save or remove."))
    ] = "list",
    name: Annotated[
        str | None, typer.Argument(metavar=_("NAME"), help=_("What it is called, such as 路灯."))
    ] = None,
) -> None:
    wanted = _ACTIONS.get(action)
    if wanted is None:
        raise UsageError(
            _("“{text}” is nothing to do with a filter.").format(text=action),
            hint=_("Choose one of: {known}.").format(known="list, save, remove"),
        )
    if wanted == "list":
        _list(call)
        return
    if name is None:
        raise UsageError(
            _("Which filter? Its name is missing."),
            hint=_("Write it like: jinlin issue filter save 路灯 --category 公共照明 --overdue"),
        )
    with writing(call) as tx:
        if wanted == "remove":
            said = _("Removed the filter “{name}”.").format(
                name=saved_filters.remove_filter(tx, name)
            )
            words = ""
        else:
            found = saved_filters.with_saved(tx, asked)
            replaced = saved_filters.save_filter(tx, name, found)
            text = _("Replaced “{name}”: {words}") if replaced else _("Saved “{name}”: {words}")
            words = ISSUES.typed(found)
            said = text.format(name=name, words=words)
    done(call, said, number=name, data={"name": name, "words": words})


def _list(call: Call) -> None:
    with reading(call) as reader:
        found = saved_filters.saved_filters(reader)
    show(
        call,
        Listing.of(
            "filters",
            _("Saved filters"),
            (
                Cell("name", _("Filter")),
                Cell("words", _("Asks for"), lambda one: ISSUES.typed(one.filter)),
            ),
            found,
            empty=_(
                "No filter is saved. Save one: "
                "jinlin issue filter save 路灯 --category 公共照明 --overdue"
            ),
            notes=(_("Use one: jinlin issue list --filter NAME"),) if found else (),
        ),
    )
