"""`jinlin issue replies`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.escalation import replies as answering
from jinlin.issue.record.categories import Category, categories, find_category
from jinlin.issue.rules.statuses import Status, read_statuses
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

_ACTIONS = {
    "list": "list", "列表": "list", "set": "set", "设置": "set", "remove": "remove",
    "删除": "remove",
}  # fmt: skip


_ALL = frozenset({"any", "all", "全部", "通用"})


def replies(
    call: Call,
    action: Annotated[
        str, typer.Argument(metavar=_("WHAT"), help=_("list, set or remove."))
    ] = "list",
    category: Annotated[
        str | None,
        typer.Argument(metavar=_("CATEGORY"), help=_("A category, a group, or any for all.")),
    ] = None,
    status: Annotated[
        str | None, typer.Argument(metavar=_("WORD"), help=_("Such as 已办结."))
    ] = None,
    text: Annotated[
        str | None,
        typer.Argument(
            metavar=_("TEXT"), help=_("With {title}, {number}, {due}, {result} in their places.")
        ),
    ] = None,
) -> None:
    wanted = _ACTIONS.get(action)
    if wanted is None:
        raise UsageError(
            _("“{text}” is nothing to do with replies.").format(text=action),
            hint=_("Choose one of: {known}.").format(known="list, set, remove"),
        )
    if wanted == "list":
        _list(call)
        return
    if category is None or status is None or (wanted == "set" and text is None):
        raise UsageError(
            _("A category and a status are needed; to set one, its text too."),
            hint=_("Write it like: jinlin issue replies set 设施 已办结 “……{result}……”"),
        )
    with writing(call) as tx:
        chosen, state = _category(tx, category), _status(status)
        if wanted == "set":
            answering.set_template(tx, chosen, state, text or "")
            said = _("Kept.")
        else:
            answering.remove_template(tx, chosen, state)
            said = _("Removed; the one that came with the program holds again.")
    done(call, said, data={"category_code": chosen.code if chosen else "any", "status": state})


def _category(reader: Reader, text: str) -> Category | None:
    return None if text.strip().lower() in _ALL else find_category(categories(reader), text)


def _status(text: str) -> Status:
    found = read_statuses(text)
    if len(found) > 1:
        raise UsageError(
            _("“{text}” is more than one status.").format(text=text),
            hint=_("Name one, such as 已办结."),
        )
    return next(iter(found))


def _list(call: Call) -> None:
    with reading(call) as reader:
        names = {category.code: category.name for category in categories(reader)}
        rows = [(t.status, t.category_code, t.text, t.own) for t in answering.templates(reader)]
    limit = rows_wanted(call)
    show(
        call,
        Listing(
            key="replies",
            title=_("Replies to residents"),
            columns=(
                Column(key="status", heading=_("Status"), labels=Status.labels()),
                Column(
                    key="category_code",
                    heading=_("Category"),
                    labels={**names, answering.ANY: _("all")},
                ),
                Column(key="text", heading=_("Text")),
                Column(key="own", heading=_("Own"), kind=Kind.BOOLEAN),
            ),
            rows=rows[:limit] if limit else rows,
            total=len(rows),
        ),
    )
