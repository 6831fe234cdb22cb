"""Lines that say in two words what one verb does: `完成 43`, `延期 43 周五`, `打印 月报`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import is_time
from jinlin.cli.line.turned import REPORTS, into_file
from jinlin.core.line.option_names import as_typed
from jinlin.core.reference import NAMED
from jinlin.output.contribution.notice_sources import NoticeSource

_DONE: Final = frozenset({"完成", "办完", "办好", "解决", "done"})
_TASKS: Final = frozenset({"待办", "任务", "action"})
_ANOTHER_DAY: Final = frozenset({"改期", "延期", "改期限", "改时间"})
_ANOTHER_CATEGORY: Final = frozenset({"改类别", "改分类"})
_PAID: Final = frozenset({"收款", "缴款"})
_SHEET: Final = frozenset({"模板", "空表"})
_ON_PAPER: Final = frozenset({"打印", "导出", "print"})
_A_PERIOD: Final = r".*(?:季度?|半年|年度?)|\d{4}-[qhQH]\d"
_ON_THE_BOARD: Final = frozenset({"公开", "张贴", "上墙"})


def reworded(word: str, rest: Sequence[str]) -> list[str] | None:
    """Return the line that is meant; None where the words say no more than the first one.

    Args:
        word: the first word, or what it is about: `43 延期 周五`.
        rest: the words after it.
    """
    if not rest:
        return None
    return _said(word, *rest) or _said(rest[0], word, *rest[1:])


def _said(word: str, *rest: str) -> list[str] | None:
    about, more = rest[0], rest[1:]
    if word in _DONE:
        return _done(rest)
    if word in _TASKS and about in _DONE and more:
        return ["meeting", "done", *more]
    if word in _ANOTHER_CATEGORY and more and _is_issue(about):
        return ["issue", "edit", about, as_typed("--category"), *more]
    if word in _PAID | _ON_PAPER:
        return _on_paper(word, *rest)
    if word in _ON_THE_BOARD:
        return hung(about, more)
    return _moved(about, more) if word in _ANOTHER_DAY else None


def hung(about: str, more: Sequence[str]) -> list[str] | None:
    """Return the line that posts what is drawn from records: `公开 经费`, `张贴 权力清单`."""
    if NoticeSource.said(about) is None:
        return None
    period = more and (is_time(more[0]) or re.fullmatch(_A_PERIOD, more[0]))
    which = [as_typed("--of")] if period else []
    return ["notice", "post", as_typed("--from", "--取自"), about, *which, *more]


def _on_paper(word: str, about: str, *more: str) -> list[str] | None:
    if word in _PAID and about in _SHEET:
        return ["elevator", "template", *more]
    if word in _ON_PAPER and about in REPORTS:
        return ["report", *into_file([about, *more, "word"])]
    return None


def _done(rest: Sequence[str]) -> list[str] | None:
    """Return the line that closes an issue, or says that an action item is done."""
    if re.fullmatch(r"[aA]\d+", rest[0]):
        return ["meeting", "done", *rest]
    return ["issue", "close", *rest] if _is_issue(rest[0]) else None


def _is_issue(text: str) -> bool:
    return several(text)[0].isdecimal()


def _moved(about: str, more: Sequence[str]) -> list[str] | None:
    """Return the line that gives an issue or a meeting another day."""
    if not more or not is_time(more[0]):
        return None
    if _is_issue(about):
        return ["issue", "edit", about, as_typed("--due"), *more]
    if NAMED["meeting"].fullmatch(about.lower()):
        time, options = (
            [one for one in more if one[0] != "-"],
            [one for one in more if one[0] == "-"],
        )
        return ["meeting", "edit", about, as_typed("--time"), " ".join(time), *options]
    return None
