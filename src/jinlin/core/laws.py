"""Laws as papers name them: in full at first and in short after it; in English by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from jinlin.core.i18n import speaking
from jinlin.core.numerals import NUMERALS, int_of

_IN_FULL: Final[Mapping[str, str]] = {
    "《民法典》": "《中华人民共和国民法典》",
    "《城市居民委员会组织法》": "《中华人民共和国城市居民委员会组织法》",
    "《建筑物区分所有权解释》": (
        "《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》"
    ),
}
"""What the law itself is called, by what people call it."""
_PLACE: Final = rf"第([{NUMERALS}\d]+)([条款项])"
_PLACES: Final = re.compile(rf"{_PLACE}(?:、?{_PLACE})*")
_MARKS: Final = str.maketrans(
    {"；": "; ", "，": ", ", "：": ": ", "（": " (", "）": ")", "、": " and "}
)
_CHINESE: Final = re.compile("[\u3400-\u9fff]")


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


def basis_words(text: str) -> str:
    """Return on what something rests in the user's language: laws by their English names.

    Args:
        text: the laws, articles and remarks, as the tables of the program and the database keep
            them; what somebody wrote otherwise stands as it is.
    """
    if speaking() == "zh":
        return text
    said = text.replace("》《", "》; 《")
    for chinese, english in _english():
        said = said.replace(chinese, english)
    said = _PLACES.sub(_articles, said).translate(_MARKS)
    return text if _CHINESE.search(said) else said


@cache
def _english() -> tuple[tuple[str, str], ...]:
    """Return what is said in English for what, the longest first."""
    import tomllib
    from importlib import resources

    read = tomllib.loads(resources.files("jinlin.core").joinpath("laws.toml").read_text("utf-8"))
    known = {**read["laws"], **read["remarks"]}
    return tuple(sorted(known.items(), key=lambda one: -len(one[0])))


def _articles(match: re.Match[str]) -> str:
    """Return articles as an English text cites them: `arts 278, items 5 and 6, and 281`."""
    cited: list[str] = []
    for number, unit in re.findall(_PLACE, match[0]):
        place = str(int_of(number))
        if unit == "条":
            cited.append(place)
        elif unit == "款":
            cited[-1] += f", para. {place}"
        elif ", item" in cited[-1]:
            cited[-1] = cited[-1].replace(", item ", ", items ") + f" and {place}"
        else:
            cited[-1] = cited[-1].removesuffix(", para. 1") + f", item {place}"
    between = ", and " if any("," in one for one in cited[:-1]) else " and "
    return f" art{'s' if len(cited) > 1 else '.'} {between.join(cited)}"
