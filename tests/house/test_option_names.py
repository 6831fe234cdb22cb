"""Every option has a Chinese name, and the spellings it had before are still taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from harness import Jinlin

from jinlin.cli.nouns import root
from jinlin.core.line.option_names import shown_names
from jinlin.output.command.verb import Later
from jinlin.output.typer_inside import Context


def commands(found: Any, path: str = "jinlin") -> Iterator[tuple[str, Any]]:
    """Return every command and noun with the words that call it."""
    found = found.load() if isinstance(found, Later) else found
    yield path, found
    for name, verb in getattr(found, "commands", {}).items():
        yield from commands(verb, f"{path} {name}")


EVERY = list(commands(root()))


def options(command: Any) -> list[Any]:
    found = command.get_params(Context(command))
    return [one for one in found if one.param_type_name == "option" and "--help" not in one.opts]


def test_every_option_has_one_chinese_name_that_no_other_of_its_command_has() -> None:
    without, twice = [], []
    for path, command in EVERY:
        names = Counter(name for one in options(command) for name in one.opts + one.secondary_opts)
        twice += [f"{path} {name}" for name, count in names.items() if count > 1]
        without += [
            f"{path} {spellings}"
            for one in options(command)
            for spellings in (one.opts, one.secondary_opts)
            if spellings and all(name.isascii() for name in spellings)
        ]
    assert without == []
    assert twice == []
    assert sum(len(options(command)) for _path, command in EVERY) > 3000


def test_the_day_whoever_acted_a_skill_and_the_departments_are_one_option_each() -> None:
    older = {"--on", "--day", "--at", "--who", "--skills", "--departments"}
    shown = {
        f"{path} {name}"
        for path, command in EVERY
        for one in options(command)
        for name in shown_names(one)
        if name in older
    }
    assert shown == set()


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        (("issue", "close", "1", "--result", "换好", "--at", "11-04 18:00"), "2026-11-04T18"),
        (("issue", "close", "1", "--result", "换好", "--on", "11-04"), "2026-11-04"),
        (("issue", "close", "1", "--结果", "换好", "--日期", "11-04"), "2026-11-04"),
        (("事项", "办结", "1", "--结果=换好", "--时间=11-04"), "2026-11-04"),
    ],
)
def test_older_and_chinese_spellings_are_taken(
    jinlin: Jinlin, words: tuple[str, ...], closed: str
) -> None:
    jinlin("事项", "新增", "路灯不亮", "--类别", "公共照明", "--日期", "11-01")
    jinlin(*words)
    assert jinlin("issue", "show", "1", "--json").data["closed_at"].startswith(closed)


def test_an_older_spelling_that_is_another_option_here_means_that_one(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 1)
    jinlin("household", "add", "3-1-502", "--备注", "空关")
    assert jinlin("household", "show", "3-1-502", "--json").data["note"] == "空关"


@pytest.mark.parametrize(
    ("language", "typed", "hint"),
    [
        ("zh", "--楼幢", "--楼栋"), ("zh", "--紧急度", "--紧急程度"), ("zh", "--buildng", "--building"),
        ("en", "--buildng", "--building"),
    ],
)  # fmt: skip
def test_the_nearest_option_is_named_in_the_letters_that_were_typed(
    jinlin: Jinlin, language: str, typed: str, hint: str
) -> None:
    told = jinlin("issue", "list", typed, "3", "--json", lang=language, code=2)
    assert hint in told.error["hint"].split(": ")[-1]


def test_the_beginning_of_one_option_is_taken_for_it_and_said(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--紧急", "特急", "--类别=公共照明")
    told = jinlin("issue", "add", "水管漏水", "--紧急", "特急")
    assert "“--紧急”读作 --紧急程度" in told.err
    assert jinlin("issue", "show", "1", "--json").data["urgency"] == "critical"
    several = jinlin("elevator", "split", "--每层", "2", code=2)
    assert {"--每层户数", "--每层增加"} <= {
        *several.err.strip("？\n").replace("：", "、").split("、")
    }


def test_an_option_without_a_word_is_named_in_the_users_language(jinlin: Jinlin) -> None:
    for language, name in (("zh", "--楼栋"), ("en", "--building")):
        told = jinlin("issue", "list", "--building", "", "--json", lang=language, code=2)
        assert name in told.error["message"]
