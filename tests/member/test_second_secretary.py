"""A branch has one secretary: what makes two says so, with the line by which one leaves."""

from __future__ import annotations

import pytest
from harness import Jinlin

TOLD = "2位书记：林秀英、陈新民。已经卸任的：jinlin 党员 任职 卸任 林秀英 书记"


def test_a_roster_that_brings_another_secretary_says_so(jinlin: Jinlin) -> None:
    roster = jinlin.folder / "党员.csv"
    roster.write_text("姓名,电话,职务\n陈新民,13800000001,书记\n", encoding="utf-8")
    told = jinlin("member", "import", roster, "--source", "街道", "--basis", "工作需要").err
    assert TOLD in told
    jinlin(*TOLD.partition("jinlin ")[2].split())
    again = jinlin("member", "import", roster, "--source", "街道", "--basis", "工作需要").err
    assert "位书记" not in again


@pytest.mark.parametrize(
    "words",
    [
        ("member", "add", "陈新民", "--post", "书记"),
        ("member", "edit", "陈新民", "--post", "书记"),
        ("member", "post", "add", "陈新民", "书记"),
    ],
)
def test_a_second_secretary_is_pointed_out(jinlin: Jinlin, words: tuple[str, ...]) -> None:
    if words[1] != "add":
        jinlin("member", "add", "陈新民")
    assert TOLD in jinlin(*words).err
    assert "位书记" not in jinlin("member", "edit", "陈新民", "--phone", "13800000001").err
