"""`jinlin issue categories`."""

from __future__ import annotations

import typer

from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.issue.categories import Category, categories
from jinlin.output.grammar import called
from jinlin.output.listing import Listing
from jinlin.output.show import show
from jinlin.store.command import reading


def categories_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        known = categories(reader)
    names = {category.code: category.name for category in known if category.is_group}
    whole = call.json or call.csv or bool(call.output)
    columns = [
        Column(key="group", heading=_("Group")),
        Column(key="category", heading=_("Category")),
        Column(key="respond", heading=_("Reach by")),
        Column(key="close", heading=_("Close by")),
        Column(key="escalate", heading=_("Raise after")),
        Column(key="first_handler", heading=_("First handler")),
        Column(key="category_code", heading=_("Code")),
        Column(key="goes_to", heading=_("Goes to")),
        Column(key="privacy", heading=_("Privacy")),
        Column(key="spoken", heading=_("What residents say")),
        Column(key="advice", heading=_("Mind")),
    ]
    shown = columns if whole else columns[:6]
    rows = [
        (
            names[c.group_code], c.name, *_limits(c, as_data=call.json), c.first_handler, c.code,
            c.goes_to, c.privacy, c.spoken, c.advice,
        )[: len(shown)]
        for c in known
    ]  # fmt: skip
    show(
        call,
        Listing(
            key="categories",
            title=_("Categories and the branch's own limits"),
            columns=tuple(shown),
            rows=rows,
            notes=(_("Reach: the resident or the place; raise: to the Friday council or upward."),),
        ),
    )


def _limits(category: Category, *, as_data: bool) -> list[object]:
    limits = (category.respond, category.close, category.escalate)
    return [limit.data if as_data else limit.text for limit in limits]
