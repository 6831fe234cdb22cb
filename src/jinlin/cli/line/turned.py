"""A line whose first word is no command, but what follows it, or is meant by it, tells which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from jinlin.cli.line.several import several
from jinlin.cli.line.shapes import is_time
from jinlin.cli.line.verb_homes import SHORT_CUTS, homes
from jinlin.complex.rules.address import is_door
from jinlin.core.errors import JinlinError
from jinlin.core.line.option_names import spellings_of
from jinlin.core.naming import whole_only
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later

_TOLD: Final = "(.+?)(?:报告|总结|汇报)"
"""What is told of a month: `本月报告`."""
REPORTS: Final = ("周报", "月报", "季报", "年报")
"""Reports of a period, as they are typed."""
_LISTS: Final = frozenset({"list", "列表"})
"""Verbs of most nouns: what stands before one that is alone is a noun with a slip in it."""
_WITH_NUMBER: Final = r"([^\x00-\x7f]+)([a-zA-Z]?\d[\w\-#,，、~～]*)"
A_ROOM: Final = re.compile(r"\d{3,4}")
"""What may be a door without its entrance."""
_WITH_A_WORD: Final = tuple(
    name
    for option in ("--db", "--lang", "--user", "--operation", "--output", "--limit", "--fields")
    for name in spellings_of(option)
)


def without_options(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of a line, and the options anywhere on it that take a word, with theirs."""
    words: list[str] = []
    kept: list[str] = []
    left = iter(args)
    for word in left:
        if word in _WITH_A_WORD or word == "-o":
            kept += [word, *([value] if (value := next(left, None)) is not None else [])]
        else:
            words.append(word)
    return words, kept


_INTO: Final = re.compile(
    "(存成|存为|保存成|保存为|另存为|导出成?|输出成?)?(word|打印|docx|excel|xlsx|表格|网页|html|pdf)",
    re.IGNORECASE,
)
_ENDINGS: Final = {"word": "docx", "打印": "docx", "excel": "xlsx", "表格": "xlsx", "网页": "html"}


def into_file(args: Sequence[str]) -> list[str]:
    """Return a line with the file it goes into, where a word says its kind: `月报 存成word`."""
    report = args[0][-1:] in "报告"
    found = [
        match for word in args[1:] if (match := _INTO.fullmatch(word)) and (match[1] or report)
    ]
    if not found:
        return list(args)
    words = [word for word in args if word != found[0][0]]
    ending = found[0][2].lower()
    name = "".join(word for word in words if word.isalnum())
    return [*words, "-o", f"{name}.{_ENDINGS.get(ending, ending)}"]


def noun_behind(ctx: Any, word: str, rest: Sequence[str]) -> list[str] | None:
    """Return the line of a verb behind which its noun stands: `新增 党员 张德福`."""
    noun = ctx.command.words.get(rest[0], rest[0]) if rest else ""
    noun = noun if noun in ctx.command.commands else noun.removesuffix("s")
    command = ctx.command.commands.get(noun)
    if isinstance(command, Later):
        command = command.load()
    if not isinstance(command, Noun):
        return None
    verb = command.words.get(word, word)
    return [noun, word, *rest[1:]] if verb.split()[0] in command.commands else None


_ADDED: Final = frozenset({"加", "新", "添", "新加", "增加"})
"""What people say for a new one, together with what it is: `加党员`."""


def glued(ctx: Any, word: str, rest: Sequence[str]) -> list[str] | None:
    """Return the line of a verb and its noun in one word: `新增党员 张德福`, `新项目 充电棚`."""
    for noun in sorted(ctx.command.words, key=len, reverse=True):
        verb = word.removesuffix(noun)
        if verb and verb != word:
            return noun_behind(ctx, "新增" if verb in _ADDED else verb, [noun, *rest])
    return None


def number_apart(word: str, known: Callable[[str], object]) -> list[str]:
    """Return a verb and the number behind it, typed as one word: `办结44`, `收款3-1-502`.

    Args:
        word: the word.
        known: whether a word is such a verb.
    """
    match = re.fullmatch(_WITH_NUMBER, word)
    return [*match.groups()] if match and known(match[1]) else []


def turned(ctx: Any, word: str, rest: Sequence[str]) -> list[list[str]]:
    """Return the lines that may be meant by one that begins with what a command is about.

    Its verb stands behind (`43 办结`, `张德福 入队 …`), or is told by a word that only one takes
    (`43 满意`, `502 同意`, `支委会 周五 19:30`, `10月月报`).

    Args:
        ctx: the context of the whole command line.
        word: the first word, which is no command.
        rest: the words after it.
    """
    verb = rest[0] if rest and rest[0] not in _LISTS else ""
    if (verb in SHORT_CUTS or verb in homes()) and not ctx.command.begun(word):
        return [[rest[0], word, *rest[1:]]]
    if rest:
        lines = _answered(word, rest[0], rest[1:]) or _answered(rest[0], word, rest[1:])
        if lines:
            return lines
    return [*_of_a_meeting(word, rest), *_of_a_period(word, rest)]


def _answered(about: str, said: str, more: Sequence[str]) -> list[list[str]]:
    """Return the lines that record what a resident says to an issue or at a door."""
    from jinlin.elevator.rules.answers import Choice, Opinion
    from jinlin.issue.rules.satisfaction import Satisfaction

    if said.isdecimal():
        return []
    if not is_door(about) and several(about)[0].isdecimal() and Satisfaction.said(said) is not None:
        return [["issue", "rate", about, said, *more]]
    papers = {"consult": Opinion, "ballot": Choice}
    return [
        ["elevator", paper, about, said, *more]
        for paper, answers in papers.items()
        if (is_door(about) or A_ROOM.fullmatch(about)) and answers.said(said) is not None
    ]


def _of_a_meeting(word: str, rest: Sequence[str]) -> list[list[str]]:
    """Return the lines that put a meeting on record, a service day as one to come first."""
    from jinlin.meeting.rules.kinds import parse_type

    try:
        with whole_only():
            kind = parse_type(word)
    except JinlinError:
        return []
    if not kind.service:
        return [["meeting", "add", word, *rest]]
    more = any(not one.startswith("-") for one in rest)
    verbs = ("add", "done") if more else ("kind",)
    return [["service", verb, word, *rest] for verb in verbs]


def _of_a_period(word: str, rest: Sequence[str]) -> list[list[str]]:
    match = re.fullmatch(rf"(.+?)({'|'.join(REPORTS)})", word)
    if match is None:
        told = re.fullmatch(_TOLD, word)
        return [["report", told[1], *rest]] if told and is_time(told[1]) else []
    period = f"{match[1]}月" if match[1].isdecimal() and match[2] == "月报" else match[1]
    return [[match[2], period, *rest]] if is_time(period) else []
