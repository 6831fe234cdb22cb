"""`jinlin issue filter`: filters kept under a name."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.core.word import Word
from jinlin.issue.lists import saved_filters
from jinlin.issue.lists.filters import ISSUES
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import choice
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading, writing


class FilterAct(Word, refusal=N_("“{text}” is nothing to do with a filter."), whole=True):
    """What is done with saved filters."""

    LIST = "list", N_("list")
    SAVE = "save", N_("save")
    REMOVE = "remove", N_("remove")


FILTER: Final = WordKind("filter", N_("NAME"), clean)


def filter_(
    call: Call,
    asked: FilterWords,
    action: Annotated[
        FilterAct,
        choice(FilterAct, called=N_("WHAT")).argument(help=N_("list, save or remove.")),
    ] = FilterAct.LIST,
    name: Annotated[
        str | None, FILTER.argument(help=N_("What it is called, such as 路灯."))
    ] = None,
) -> None:
    if action is FilterAct.LIST:
        _list(call)
        return
    if name is None:
        raise UsageError(
            _("Which filter? Its name is missing."),
            hint=_("Write it like: jinlin issue filter save 路灯 --category 公共照明 --overdue"),
        )
    with writing(call) as tx:
        if action is FilterAct.REMOVE:
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
