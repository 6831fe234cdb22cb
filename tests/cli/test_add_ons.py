"""Programs `jinlin-NAME` on the path as commands, Git's way, and never in place of our own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from harness import Jinlin
from processes import run_jinlin

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script is no program there")

SAYS = "import os, sys; print(sys.argv[1:], os.environ['JINLIN_DB'], os.environ['JINLIN_LANG'])"


def put(folder: Path, name: str, program: str = SAYS) -> Path:
    """Put a program on the path."""
    folder.mkdir(exist_ok=True)
    file = folder / f"jinlin-{name}"
    file.write_text(f"#!{sys.executable}\n{program}\n", "utf-8")
    file.chmod(0o755)
    return file


def run(jinlin: Jinlin, *words: str, path: str = "") -> tuple[int, str, str]:
    path = path or str(jinlin.folder / "程序")
    done = run_jinlin(*words, folder=jinlin.folder, variables={"PATH": path})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("name", ["weather", "天气"])
def test_it_gets_the_words_behind_its_name_and_the_database(jinlin: Jinlin, name: str) -> None:
    put(jinlin.folder / "程序", name)
    code, out, err = run(jinlin, name, "明天", "--json", "-x", "3 号")
    assert (code, err) == (0, "")
    assert out == f"['明天', '--json', '-x', '3 号'] {jinlin.db} zh\n"
    other = str(jinlin.folder / "别的.db")
    code, out, _err = run(jinlin, "--db", "别的.db", "--lang", "en", name)
    assert out == f"[] {other} en\n"


def test_its_exit_code_is_ours(jinlin: Jinlin) -> None:
    put(jinlin.folder / "程序", "weather", "import sys; sys.exit(7)")
    assert run(jinlin, "weather")[0] == 7


@pytest.mark.parametrize("name", ["issue", "事项", "办结", "today", "help", "version", "close"])
def test_it_never_stands_for_a_word_of_ours(jinlin: Jinlin, name: str) -> None:
    put(jinlin.folder / "程序", name, "print('SHADOWED')")
    assert "SHADOWED" not in run(jinlin, name, "--help")[1]
    assert "SHADOWED" not in run(jinlin, name)[1]


def test_an_alias_of_hers_comes_first(jinlin: Jinlin) -> None:
    put(jinlin.folder / "程序", "看板", "print('SHADOWED')")
    assert "SHADOWED" in run(jinlin, "看板")[1]
    jinlin("config", "alias", "看板=事项 列表")
    assert "SHADOWED" not in run(jinlin, "看板")[1]


def test_one_in_the_working_folder_or_that_may_not_be_run_is_none(jinlin: Jinlin) -> None:
    put(jinlin.folder, "weather", "print('PLANTED')")
    for path in (".", "", os.pathsep):
        assert "PLANTED" not in run(jinlin, "weather", path=path or "/no/such")[1]
    file = put(jinlin.folder / "程序", "weather", "print('PLANTED')")
    file.chmod(0o644)
    code, out, err = run(jinlin, "weather")
    assert (code, out) == (2, "")
    assert "weather" in err
    file.chmod(0o755)
    file.write_bytes(b"\x00no program")
    code, _out, err = run(jinlin, "weather")
    assert code == 5
    assert "jinlin-weather" in err
