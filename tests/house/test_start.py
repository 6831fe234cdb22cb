"""A command loads what it needs and no more."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from harness import Jinlin
from processes import run_python

from jinlin.cli.nouns import NOUNS

ALWAYS_TOO_HEAVY = {
    "pydantic", "sqlalchemy", "sqlmodel", "asyncio", "xlsxwriter", "openpyxl", "python_calamine",
    "docx", "jinja2", "babel", "unittest", "hypothesis", "prompt_toolkit",
}  # fmt: skip

_LOADED = """
import json, sys
from jinlin.cli.main import main
screen, loaded = sys.stderr, []
for words in json.loads(sys.argv[1]):
    sys.argv = ["jinlin", *words]
    try:
        main()
    except SystemExit as leaving:
        loaded.append([leaving.code, list(sys.modules)])
screen.write("\\n" + json.dumps(loaded))
"""

_IMPORTED = """
import os, sys
from jinlin.cli.nouns import root
nouns = sys.argv[1:]
while len(nouns) > 1 and os.fork():
    nouns.pop(0)
found = root().commands[nouns[0]].load()
print(nouns[0], ",".join(getattr(found, "commands", {found.name: found})))
"""
"""Loads the nouns it is given, each in a process of its own that has loaded no other."""

SAY_NO_TABLE = [
    ["--help"],
    ["issue", "--help"],
    ["issue", "add", "路灯不亮", "--category", "设施"],
    ["issue", "list", "--json"],
    ["issue", "list", "--csv"],
    ["issue", "board", "--json"],
    ["issue", "stats", "--json"],
    ["today"],
    [],
    ["db", "path"],
    ["elevator", "split", "--floors", "6", "--per-floor", "2", "--total", "48万", "--json"],
]
SAY_A_TABLE = [
    ["issue", "list"],
    ["elevator", "split", "--floors", "6", "--per-floor", "2", "--total", "48万"],
]


def loaded_in_turn(folder: Path, *commands: Sequence[str]) -> list[set[str]]:
    """Run commands in a fresh interpreter and return the modules it had loaded after each."""
    done = run_python("-c", _LOADED, json.dumps(commands), folder=folder)
    ended = json.loads(done.stderr.splitlines()[-1])
    assert [code for code, _modules in ended] == [0] * len(commands), done.stderr
    return [set(modules) for _code, modules in ended]


def test_a_frequent_command_loads_nothing_heavy(jinlin: Jinlin) -> None:
    """What a command loads stays loaded, so that the first in whose list it stands needs it."""
    commands = [*SAY_NO_TABLE, *SAY_A_TABLE]
    for words, modules in zip(commands, loaded_in_turn(jinlin.folder, *commands), strict=True):
        heavy = ALWAYS_TOO_HEAVY | ({"rich"} if words in SAY_NO_TABLE else set())
        assert modules & heavy == set(), words


def test_the_measure_sees_what_is_loaded(jinlin: Jinlin) -> None:
    """A declared register writes through SQLModel, and that shows, though not before it does."""
    look, add = ["branch", "room", "list", "--json"], ["branch", "room", "add", "书屋"]
    before, after = loaded_in_turn(jinlin.folder, look, add)
    assert not before & {"sqlmodel", "pydantic"}
    assert after > {"sqlmodel", "pydantic"}


def test_every_noun_of_the_table_loads_in_a_fresh_interpreter(tmp_path: Path) -> None:
    nouns = list(NOUNS)
    processes = [nouns] if hasattr(os, "fork") else [[noun] for noun in nouns]
    found: dict[str, str] = {}
    for these in processes:
        done = run_python("-c", _IMPORTED, *these, folder=tmp_path)
        assert done.stderr == b"", done.stderr.decode()
        for line in done.stdout.decode().splitlines():
            noun, found[noun] = line.split(" ", 1)
    assert found.keys() == NOUNS.keys()
    assert all(found.values()), found


def test_the_chinese_words_of_the_nouns_are_all_different() -> None:
    words = [entry.chinese for entry in NOUNS.values()]
    assert len(set(words)) == len(words)
