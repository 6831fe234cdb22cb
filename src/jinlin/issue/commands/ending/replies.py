"""`jinlin issue replies`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.issue.commands.shared.kinds import CATEGORY
from jinlin.issue.escalation import replies as answering
from jinlin.issue.record.categories import Category, categories, find_category
from jinlin.issue.rules.statuses import Status, read_statuses
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


class ReplyAct(Word, refusal=N_("“{text}” is nothing to do with replies."), whole=True):
    """What is done with the texts of replies."""

    LIST = "list", N_("list")
    SET = "set", N_("set")
    REMOVE = "remove", N_("remove")


class EveryCategory(Word):
    """What is said for all categories."""

    ANY = "any", "", "all", "全部", "通用"


def _status(text: str) -> Status:
    found = read_statuses(text)
    if len(found) > 1:
        raise UsageError(
            _("“{text}” is more than one status.").format(text=text),
            hint=_("Name one, such as 已办结."),
        )
    return next(iter(found))


STATUS: Final = WordKind("issue status", N_("WORD"), _status)


def replies(
    call: Call,
    action: Annotated[
        ReplyAct, choice(ReplyAct, called=N_("WHAT")).argument(help=N_("list, set or remove."))
    ] = ReplyAct.LIST,
    category: Annotated[
        str | None,
        CATEGORY.argument(called=N_("CATEGORY"), help=N_("A category, a group, or any for all.")),
    ] = None,
    status: Annotated[Status | None, STATUS.argument(help=N_("Such as 已办结."))] = None,
    text: Annotated[
        str | None,
        TEXT.argument(help=N_("With {title}, {number}, {due}, {result} in their places.")),
    ] = None,
) -> None:
    if action is ReplyAct.LIST:
        _list(call)
        return
    if category is None or status is None or (action is ReplyAct.SET and text is None):
        raise UsageError(
            _("A category and a status are needed; to set one, its text too."),
            hint=_("Write it like: jinlin issue replies set 设施 已办结 “……{result}……”"),
        )
    with writing(call) as tx:
        chosen = _category(tx, category)
        if text is not None and action is ReplyAct.SET:
            answering.set_template(tx, chosen, status, text)
            said = _("Kept.")
        else:
            answering.remove_template(tx, chosen, status)
            said = _("Removed; the one that came with the program holds again.")
    done(call, said, data={"category_code": chosen.code if chosen else "any", "status": status})


def _category(reader: Reader, text: str) -> Category | None:
    return None if EveryCategory.said(text) else find_category(categories(reader), text)


def _list(call: Call) -> None:
    with reading(call) as reader:
        names = {category.code: category.label for category in categories(reader)}
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
