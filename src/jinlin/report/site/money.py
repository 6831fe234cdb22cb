"""The page of income and spending: what was disclosed in all, by month, and entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final, TypeAlias

from jinlin.core.days.written import month_words
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.html import safe
from jinlin.member.board.disclosed import DisclosedEntry, moved
from jinlin.member.rules.purses import Direction, Purse
from jinlin.notice.questions import QuestionRow
from jinlin.report.site.frame import heading, paragraph, table

OF_MONEY: Final = frozenset({"fund_entry"})
"""What a question is about that stands below the entries."""


_Part: TypeAlias = tuple[tuple[str, ...], Sequence[DisclosedEntry]]
"""What a line of sums is called, and the entries it sums up."""


def money(
    entries: Sequence[DisclosedEntry],
    questions: Sequence[QuestionRow],
    shown: Callable[[QuestionRow], str],
) -> Iterator[str]:
    """Yield the page.

    Args:
        entries: what was disclosed, the latest first.
        questions: those that stand on the site.
        shown: sets one of them.
    """
    yield heading(_("Income and spending"), 1)
    yield paragraph(
        _("What was disclosed stands here entry by entry; dues are disclosed within the Party.")
    )
    if not entries:
        yield paragraph(_("Nothing has been disclosed yet."))
    else:
        since = date.fromisoformat(min(entry.day for entry in entries))
        yield heading(_("In all since {month}").format(month=month_words(since)))
        yield _sums((_("Purse"),), (((purse.label,), of) for purse, of in _by_purse(entries)))
        yield heading(_("By month"))
        yield _sums((_("Month"), _("Purse")), _by_month(entries))
        yield heading(_("Entry by entry"))
        yield _each(entries)
    asked = [one for one in questions if one.about and one.about.kind in OF_MONEY]
    if asked:
        yield heading(_("Questions about it"))
        yield from map(shown, asked)


def _by_purse(
    entries: Sequence[DisclosedEntry],
) -> Iterator[tuple[Purse, Sequence[DisclosedEntry]]]:
    """Yield the purses in their order, with what moved in each; they are never added up."""
    for purse in Purse:
        if of := [entry for entry in entries if entry.purse is purse]:
            yield purse, of


def _by_month(entries: Sequence[DisclosedEntry]) -> Iterator[_Part]:
    for month, of in groupby(entries, lambda entry: month_words(date.fromisoformat(entry.day))):
        for purse, found in _by_purse(tuple(of)):
            yield (month, purse.label), found


def _sums(names: Sequence[str], parts: Iterable[_Part]) -> str:
    return table(
        (*names, _("Entries"), _("Income (yuan)"), _("Spending (yuan)")),
        ((*map(safe, named), str(len(of)), *map(yuan, moved(of))) for named, of in parts),
        numeric=range(len(names), len(names) + 3),
        searched=False,
    )


def _each(entries: Sequence[DisclosedEntry]) -> str:
    return table(
        (
            _("Date"), _("Purse"), _("What for"), _("From or to"), _("Income (yuan)"),
            _("Spending (yuan)"), _("Approved and decided"), _("Handled by"),
        ),
        (
            (
                entry.day,
                safe(entry.purse.label),
                safe(entry.purpose),
                safe(entry.counterparty),
                yuan(entry.signed) if entry.direction is Direction.INCOME else "",
                yuan(entry.signed) if entry.direction is Direction.SPENDING else "",
                safe(entry.grounds),
                safe(entry.hands),
            )
            for entry in entries
        ),
        numeric=(4, 5),
    )  # fmt: skip
