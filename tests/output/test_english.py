"""English sentences: no Chinese marks between what is listed, and a space after each sentence."""

from __future__ import annotations

import re

import pytest
from harness import Jinlin

CHINESE_MARKS = re.compile("[、，。；：（）]")
RUN_TOGETHER = re.compile(r"[”\w}][.:?][A-Z]|\w Put")


@pytest.mark.parametrize(
    "words",
    [
        ("issue", "list", "-o", "清单.pdf"),
        ("report", "monthly", "-o", "月报.pdf"),
        ("elevator", "schemes", "a", "b"),
        ("issue", "list", "--fields", "nothing"),
        ("household", "list", "--state", "nothing"),
        ("issue", "add", "灯不亮", "--category", "不存在的类"),
        ("issue", "import", "本子.csv", "--yes"),
        ("nothing",),
    ],
    ids=" ".join,
)
def test_an_error_in_english_is_written_as_english_is(
    jinlin: Jinlin, words: tuple[str, ...]
) -> None:
    (jinlin.folder / "本子.csv").write_text(
        "事项,类别,反映日期\n某事,不存在的类,2026-11-01\n", "utf-8"
    )
    refused = jinlin(*words, code=None, lang="en")
    assert refused.code != 0
    told = refused.out + refused.err
    assert not CHINESE_MARKS.search(told)
    assert not RUN_TOGETHER.search(told)


def test_departments_and_buildings_are_listed_with_commas(jinlin: Jinlin) -> None:
    for code in ("3", "4"):
        jinlin("building", "add", code)
    jinlin("member", "add", "张三")
    said = jinlin("team", "cover", "张三", "--building", "3,4", lang="en", code=None)
    assert not CHINESE_MARKS.search(said.out + said.err)
