"""The posts of one person in one cell, written so that they can be read again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.errors import JinlinError
from jinlin.core.text import compact, listed
from jinlin.member.rules.posts import POST_LABELS, Body, Held, body_of, held_by_title

SEPARATOR: Final = "、"
NO_POST: Final = frozenset({"党员", "普通党员", "正式党员", "预备党员", "群众", "无"})
"""What rosters write where somebody holds no post."""

_ALSO_BETWEEN: Final = "/"
_EXPLICIT: Final = re.compile(
    r"(?P<title>[^()（）]+)[(（](?P<body>[^()（）·]+)(?:·(?P<unit>[^()（）]+))?[)）]"
)
_OF_A_UNIT: Final = sorted(POST_LABELS, key=len, reverse=True)


def read_posts(text: str) -> tuple[Held, ...]:
    """Read the posts of a cell: `书记、业委会主任`, `经理（物业·阳光物业）`.

    Raises:
        UsageError: one is too long to be a post.
    """
    parts = listed(text, also=_ALSO_BETWEEN)
    return tuple(dict.fromkeys(_read(part) for part in parts if compact(part) not in NO_POST))


def _read(text: str) -> Held:
    match = _EXPLICIT.fullmatch(text)
    if match is not None:
        try:
            body = Body.read(match["body"])
        except JinlinError:
            return held_by_title(text)
        return Held(body, match["title"].strip(), match["unit"])
    held = held_by_title(text)
    if held.body is Body.BRANCH and held.title not in POST_LABELS:
        for title in _OF_A_UNIT:
            unit = held.title.removesuffix(title)
            if unit != held.title:
                return Held(body_of(title), title, unit)
    return held


def posts_cell(posts: Iterable[Held]) -> str | None:
    """Return the posts of one person as one cell; None where she holds none."""
    return SEPARATOR.join(map(_written, posts)) or None


def _written(held: Held) -> str:
    """Return a post as people say it where that is enough, else with its body and unit."""
    said = held.text
    if listed(said, also=_ALSO_BETWEEN) == [said] and _told(said) == held:
        return said
    body = held.body.short
    return f"{held.title}（{body}·{held.unit}）" if held.unit else f"{held.title}（{body}）"


def _told(text: str) -> Held | None:
    try:
        return _read(text)
    except JinlinError:
        return None
