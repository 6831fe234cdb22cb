"""Laws as papers name them: in full at their first mention, in short after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_IN_FULL: Final[Mapping[str, str]] = {
    "《民法典》": "《中华人民共和国民法典》",
    "《城市居民委员会组织法》": "《中华人民共和国城市居民委员会组织法》",
    "《建筑物区分所有权解释》": (
        "《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》"
    ),
}
"""What the law itself is called, by what people call it."""


def named_in_full(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts of one paper in their order, each law in full where it is named first."""
    named: set[str] = set()
    for text in texts:
        said = text
        for short, full in _IN_FULL.items():
            if short in text and short not in named:
                named.add(short)
                said = said.replace(short, full, 1)
        yield said
