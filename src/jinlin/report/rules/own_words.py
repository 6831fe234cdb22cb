"""What a secretary writes below the figures of a year: its three parts, found by their headings."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class OwnPart(Word):
    """A part of the summary of a year (practice.md 5.6), with what people also call it."""

    DONE = (
        "done",
        N_("Main work of the year"),
        "工作做法",
        "主要工作",
        "工作情况",
        "做法成效",
        "工作成效",
        "主要成效",
    )
    LACKING = (
        "lacking",
        N_("What falls short"),
        "存在问题",
        "主要问题",
        "问题不足",
        "主要不足",
        "不足之处",
    )
    AHEAD = (
        "ahead", N_("What is planned for next year"),
        "下一年打算", "明年计划", "明年工作打算", "明年安排", "工作打算", "下步打算", "下一步打算",
    )  # fmt: skip


class OwnWords(NamedTuple):
    """One part in the words of whoever wrote it.

    Attributes:
        part: None for what stands before the first heading.
    """

    part: OwnPart | None
    paragraphs: tuple[str, ...]


_NUMBERED: Final = (
    r"(?:[#*\s]|第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])*"
)
_HEADING: Final = re.compile(
    rf"{_NUMBERED}(?P<name>[^。：:]{{2,24}}?)[*\s]*(?:[。：:](?P<rest>.*))?"
)


def own_words(text: str) -> tuple[OwnWords, ...]:
    """Return a text by its parts, in the order in which they are written.

    A heading is a line of its own or the beginning of one, numbered or not: `一、主要做法`,
    `# 存在不足`, `明年打算：…`.
    """
    found: list[tuple[OwnPart | None, list[str]]] = [(None, [])]
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line.strip())
        part = _part(heading["name"]) if heading else None
        if heading is None or part is None:
            said = line
        else:
            found.append((part, []))
            said = heading["rest"] or ""
        if said := said.strip():
            found[-1][1].append(said)
    return tuple(OwnWords(part, tuple(said)) for part, said in found if said)


def _part(name: str) -> OwnPart | None:
    """Return the part that a heading names, however it joins two words."""
    return OwnPart.said(re.sub(r"[和与及、的]", "", name))
