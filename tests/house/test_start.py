"""A command loads what it needs and no more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Jinlin
from processes import run_python

from jinlin.cli.nouns import NOUNS

ALWAYS_TOO_HEAVY = {
    "pydantic", "sqlalchemy", "sqlmodel", "asyncio", "xlsxwriter", "openpyxl", "python_calamine",
    "docx", "jinja2", "babel", "unittest", "hypothesis",
}  # fmt: skip

_LOADED = """
import json, sys
sys.argv = ["jinlin", *sys.argv[1:]]
from jinlin.cli.main import main
try:
    main()
except SystemExit as leaving:
    code = leaving.code
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""

_IMPORTED = """
import sys
from jinlin.cli.nouns import root
found = root().commands[sys.argv[1]].load()
print(",".join(getattr(found, "commands", {found.name: found})))
"""


def loaded(folder: Path, words: Sequence[str]) -> set[str]:
    """Run a command and return the modules it had loaded at its end."""
    done = run_python("-c", _LOADED, *words, folder=folder)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["--help"], {"rich"}),
        (["issue", "--help"], {"rich"}),
        (["issue", "add", "路灯不亮", "--category", "设施"], {"rich"}),
        (["issue", "list", "--json"], {"rich"}),
        (["issue", "list", "--csv"], {"rich"}),
        (["issue", "list"], set()),
        (["issue", "board", "--json"], {"rich"}),
        (["issue", "stats", "--json"], {"rich"}),
        (["today"], {"rich"}),
        ([], {"rich"}),
        (["db", "path"], {"rich"}),
        (["elevator", "split", "--floors", "6", "--per-floor", "2", "--total", "48万"], set()),
        (
            ["elevator", "split", "--floors", "6", "--per-floor", "2", "--total", "48万", "--json"],
            {"rich"},
        ),
    ],
    ids=" ".join,
)
def test_a_frequent_command_loads_nothing_heavy(
    jinlin: Jinlin, words: list[str], heavy: set[str]
) -> None:
    assert loaded(jinlin.folder, words) & (ALWAYS_TOO_HEAVY | heavy) == set()


def test_the_measure_sees_what_is_loaded(jinlin: Jinlin) -> None:
    """Writing a building goes through SQLModel, and that shows."""
    assert loaded(jinlin.folder, ["building", "add", "3"]) > {"sqlmodel", "pydantic"}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_of_the_table_loads_in_a_fresh_interpreter(tmp_path: Path, noun: str) -> None:
    done = run_python("-c", _IMPORTED, noun, folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip()


def test_the_chinese_words_of_the_nouns_are_all_different() -> None:
    words = [entry.chinese for entry in NOUNS.values()]
    assert len(set(words)) == len(words)
