"""Every table of the example complex at 80 columns, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Jinlin
from house.sources import commands_in_docs
from house.test_language import COLUMNS, stray

from jinlin.core import i18n
from jinlin.core.text import width

TABLES = [
    ["building", "list"],
    ["household", "list"],
    ["member", "list"],
    ["member", "show", "林秀英"],
    ["member", "post"],
    ["member", "post", "list"],
    ["member", "voters"],
    ["member", "dues"],
    ["team", "skills"],
    ["issue", "list"],
    ["issue", "list", "--status", "closed"],
    ["issue", "show", "1"],
    ["issue", "categories"],
    ["elevator", "list"],
    ["elevator", "show", "E1"],
    ["elevator", "explain", "702"],
    ["elevator", "schemes"],
    ["elevator", "split", "--floors", "18", "--per-floor", "4", "--total", "480万"],
    ["meeting", "list"],
    ["meeting", "show", "M1"],
    ["meeting", "types"],
    ["notice", "due"],
    ["notice", "matters"],
    ["notice", "powers"],
    ["report", "monthly", "2026-10"],
    ["log"],
]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Jinlin]:
    folder = tmp_path_factory.mktemp("example")
    Jinlin(folder)("demo", "here", "--quiet")
    yield Jinlin(Path(folder, "here"))
    i18n.install("zh")


@pytest.fixture(scope="module")
def typed(example: Jinlin) -> set[str]:
    """The English words that are something to type."""
    schemes = {row["name"] for row in example("elevator", "schemes", "--json").data}
    return schemes | {word for command in commands_in_docs() for word in command.split()}


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_a_table_fits_the_screen_cuts_nothing_and_is_chinese_in_chinese(
    example: Jinlin, typed: set[str], words: list[str]
) -> None:
    for lang in ("zh", "en"):
        said = example(*words, lang=lang).out
        lines = said.splitlines()
        assert len(lines) > 1, lang
        assert [line for line in lines if width(line) > COLUMNS] == [], lang
        assert [line for line in lines if re.search(r"…(\s|$)", line)] == [], lang
        if lang == "zh":
            text = re.sub(r"校验码：?\s*[0-9a-f]{4}( [0-9a-f]{4})+", "", said)
            assert stray(text, typed) == []
