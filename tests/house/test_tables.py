"""Every table of the example complex at 80 columns, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Jinlin
from house.test_language import COLUMNS, pages, stray
from processes import run_jinlin

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
    done = run_jinlin("demo", "here", folder=folder)
    assert done.returncode == 0, done.stderr.decode()
    yield Jinlin(Path(folder, "here"))
    i18n.install("zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_a_table_fits_the_screen_and_cuts_nothing(
    example: Jinlin, words: list[str], lang: str
) -> None:
    lines = example(*words, lang=lang).out.splitlines()
    assert len(lines) > 1
    assert [line for line in lines if width(line) > COLUMNS] == []
    assert [line for line in lines if re.search(r"…(\s|$)", line)] == []


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_a_chinese_table_is_chinese(example: Jinlin, words: list[str]) -> None:
    schemes = {row["name"] for row in example("elevator", "schemes", "--json").data}
    typed = schemes | {word for command in pages("zh") for word in command.split()}
    text = re.sub(r"数据校验码：[0-9a-f]+", "", example(*words, lang="zh").out)
    assert stray(text, typed) == []
