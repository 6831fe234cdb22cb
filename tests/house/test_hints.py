"""Every command that a hint names exists, with the options it names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from babel.messages.pofile import read_po
from harness import Jinlin
from house.sources import SOURCE

from jinlin.cli.nouns import root
from jinlin.output.command.family import Family
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later
from jinlin.output.typer_inside import Context

COMMAND = re.compile(
    r"(?P<before>[:：] ?)?\bjinlin (?P<words>[^\s，。；：、）;,.()]+(?: [^\s，。；：、）;,.()]+)*)"
)
PROSE = {"NOUN", "名词", "VERSION"}


def texts() -> Iterator[str]:
    """Return every sentence of the program in both languages, and the commands the code spells out."""
    with (SOURCE / "locale/zh_CN/LC_MESSAGES/jinlin.po").open("rb") as file:
        for message in read_po(file):
            yield from (str(message.id), str(message.string))
    for path in sorted(SOURCE.rglob("*.py")):
        source = path.read_text("utf-8")
        if not re.search(r"""f?["']jinlin [a-z]""", source):
            continue
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.JoinedStr(values=parts):
                    yield "".join(
                        str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts
                    )
                case ast.Constant(value=str(text)) if text.startswith("jinlin "):
                    yield text


def commands() -> set[tuple[str, bool]]:
    """Return the commands that are named, and whether a colon says that one is to be typed."""
    return {
        (found["words"], found["before"] is not None)
        for text in texts()
        for found in COMMAND.finditer(text)
    }


def loaded(command: Any) -> Any:
    while isinstance(command, Later):
        command = command.load()
    return command


@cache
def command_of(*words: str) -> Any:
    """Return the command that some words call, without its own words; None where there is none."""
    command = loaded(root())
    for word in words:
        if not isinstance(command, Noun):
            break
        name = command.words.get(word, word)
        if name in command.commands:
            command = loaded(command.commands[name])
        elif isinstance(command, Family):
            return loaded(command.commands[command.usual])
        else:
            return None
    return command


def fault_of(line: str, *, typed: bool) -> str:
    """Return what is wrong with a command that is named; empty where nothing is."""
    words = [word.rstrip("'\"`”’:") for word in line.split()]
    heads = [word for word in words if not word.startswith("-")]
    if any(word.startswith("{") for word in heads[:2]):  # filled in as it is said
        return ""
    known = {*root().commands, *root().words}
    if not heads or heads[0] in PROSE or (heads[0] not in known and not typed):  # a sentence
        return ""
    command = command_of(*heads)
    if command is None:
        return "there is no such command"
    options = {
        name
        for one in command.get_params(Context(command))
        for name in (*one.opts, *one.secondary_opts)
    }
    options |= {"--help"}
    unknown = [w for w in words if re.match(r"--[a-z]", w) and w.partition("=")[0] not in options]
    return f"no option {unknown}" if unknown else ""


def test_every_command_that_is_named_exists() -> None:
    wrong = {line: fault for line, typed in commands() if (fault := fault_of(line, typed=typed))}
    assert wrong == {}


def test_a_command_that_does_not_exist_is_found() -> None:
    assert fault_of("issue lst --overdue", typed=False)
    assert fault_of("issue list --overdew", typed=False)
    assert fault_of("isue list", typed=True)
    assert not fault_of("makes them: {names}", typed=False)
    assert not fault_of("member post end P2", typed=True)


@pytest.mark.parametrize(
    "words",
    [
        ("issue", "assign", "1"),
        ("issue", "assign", "1", "李四"),
        ("issue", "show", "99"),
        ("member", "show", "谁"),
        ("household", "show", "3-1-999"),
        ("building", "show", "99"),
        ("elevator", "status", "X9"),
        ("elevator", "affected", "settle", "3-1-502", "--how", "安装隔音窗"),
        ("meeting", "show", "M99"),
        ("notice", "show", "N99"),
        ("member", "report-in", "show", "张三"),
        ("member", "opinion", "show", "Y99"),
        ("branch", "fund", "spend", "启动经费", "100", "打印", "--to", "文印店"),
        ("report", "monthly", "2030-01"),
        ("config", "set", "没有", "1"),
    ],
)
def test_what_an_error_tells_to_type_is_a_command(jinlin: Jinlin, words: tuple[str, ...]) -> None:
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 1)
    jinlin("household", "add", "3-1-502")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    for lang in ("zh", "en"):
        told = jinlin(*words, "--json", lang=lang, code=None)
        assert told.code != 0
        said = f"{told.error['message']} {told.error.get('hint', '')}"
        for found in COMMAND.finditer(said):
            assert fault_of(found["words"], typed=found["before"] is not None) == "", said
