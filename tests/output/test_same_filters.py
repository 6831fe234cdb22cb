"""The same filters with the same words on every noun that lists."""

from __future__ import annotations

import pytest
from harness import Jinlin

LISTS = (
    "issue list", "meeting list", "meeting actions", "meeting resolutions", "household list",
    "household visits", "member list", "notice list", "branch fund list", "service list",
    "elevator ledger", "project list", "survey list", "building list", "team list", "branch room",
    "member opinion list", "notice powers", "log",
)  # fmt: skip


@pytest.mark.parametrize("command", LISTS)
def test_every_listing_is_asked_for_words_by_the_same_option(example: Jinlin, command: str) -> None:
    told = example(*command.split(), "--text", "没有这样的词", "--json", code=None)
    assert told.code in {0, 1, 3}, told.err  # an elevator that goes on is not there
    if told.code == 0:
        assert told.data == []


@pytest.mark.parametrize(
    ("command", "words", "count"),
    [
        ("project list", ("--text", "架空层"), 1),
        ("project list", ("--building", "2"), 1),
        ("project list", ("--building", "3"), 0),
        ("project list", ("--undone",), 1),
        ("project list", ("--overdue",), 0),
        ("building list", ("--text", "3"), 1),
        ("building list", ("--text", "没有,3"), 1),
        ("team list", ("--text", "红管家"), 1),
    ],
)
def test_what_is_asked_for_is_listed(
    example: Jinlin, command: str, words: tuple[str, ...], count: int
) -> None:
    found = example(*command.split(), *words, "--json").data
    every = example(*command.split(), "--json").data
    assert (len(found) > 0) == (count > 0)
    assert all(row in every for row in found)


def test_surveys_are_asked_for_by_day_building_and_whether_they_are_open(jinlin: Jinlin) -> None:
    for building in ("2", "3"):
        jinlin("building", "add", building)
        jinlin("household", "add", f"{building}-1-101")
    jinlin("survey", "add", "助餐需求", "-q", "用餐困难吗=有、没有", "--building", "3")
    jinlin("survey", "add", "绿化意向", "-q", "种什么=文字", "--started", "2026-10-01")
    jinlin("survey", "close", "W2", "--yes")

    def found(*words: str) -> list[str]:
        return [row["number"] for row in jinlin("survey", "list", *words, "--json").data]

    assert found() == ["W1", "W2"]
    assert found("--undone") == ["W1"]
    assert found("--building", "3") == ["W1"]
    assert found("--to", "2026-10-31") == ["W2"]
    assert found("--from", "2026-11-01") == ["W1"]
    assert found("--text", "种什么") == ["W2"]
    assert found("--text", "用餐,种", "--text", "绿化") == ["W2"]
