"""What opens a workbook: Python, the program itself where it is frozen, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from jinlin.core.errors import FileError
from jinlin.exchange.file import opener, workbook

FROZEN = f"""#!{sys.executable}
import sys
sys.frozen, sys.executable = True, {{me!r}}
from jinlin.cli.main import main
main()
"""
"""As a program is that was frozen into one file: there is no Python but within it."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book, path = openpyxl.Workbook(), tmp_path / "楼栋.xlsx"
    for row in (("楼栋", "层数"), ("3", 7), ("5", 11)):
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.skipif(os.name == "nt", reason="a script is no program on Windows")
def test_a_frozen_program_opens_a_workbook_by_itself(tmp_path: Path, book: Path) -> None:
    me = tmp_path / "jinlin"
    me.write_text(FROZEN.format(me=str(me)), "utf-8")
    me.chmod(0o755)
    env = {**os.environ, "JINLIN_DB": str(tmp_path / "x.db"), "JINLIN_LANG": "en"}

    def run(*words: str) -> str:
        words = (str(me), *words)
        done = subprocess.run(words, env=env, capture_output=True, check=False)
        assert not done.returncode, done.stderr.decode()
        return done.stdout.decode()

    run("init", "--name", "梅苑小区")
    run("building", "import", str(book), "--yes")
    assert '"5"' in run("building", "list", "--json")
    opened = subprocess.run(
        (str(me), opener.OPEN), input=book.read_bytes(), capture_output=True, check=False
    )
    assert b'"5"' in opened.stdout


@pytest.mark.parametrize("name", ["python3.11", "python.exe", "pythonw.exe", "pypy3"])
def test_python_is_known_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    python = tmp_path / name
    python.touch()
    monkeypatch.setattr(sys, "executable", str(python))
    assert (workbook.opening() or [])[0] == str(python)


@pytest.mark.parametrize("host", ["", "office-suite.exe"])
def test_within_another_program_the_python_installed_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / host) if host else None)
    python = Path((workbook.opening() or [""])[0])
    assert python.is_relative_to(sys.prefix) or python.is_relative_to(sys.base_prefix)


def test_where_there_is_none_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: Path
) -> None:
    for name in ("executable", "prefix", "base_prefix"):
        monkeypatch.setattr(sys, name, str(tmp_path / "nothing"))
    assert workbook.opening() is None
    with pytest.raises(FileError, match="nothing was found here"):
        workbook._opened(book, book.read_bytes())
