"""The program as a shell sees it: bytes, pipes, consoles of other encodings."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from calls import call_in
from conftest import Jinlin
from processes import run_jinlin, run_python, surroundings

from jinlin.store.command import writing


@pytest.mark.parametrize("encoding", ["gbk:strict", "utf-8", "cp1252:strict"])
def test_a_console_of_any_encoding_never_fails(jinlin: Jinlin, encoding: str) -> None:
    jinlin("building", "add", "3", "--name", "𠮷祥里 ✓")
    variables = {"PYTHONIOENCODING": encoding}
    for words in (["building", "list"], ["--help"], ["log"]):
        done = run_jinlin(*words, folder=jinlin.folder, variables=variables)
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode(encoding.partition(":")[0])
    failed = run_jinlin(
        "building", "list", "--db", "缺.db", folder=jinlin.folder, variables=variables
    )
    assert failed.returncode == 4
    assert b"Traceback" not in failed.stderr


def test_machine_formats_are_utf_8_on_every_console(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--name", "𠮷祥里")
    variables = {"PYTHONIOENCODING": "gbk:strict"}
    done = run_jinlin("building", "list", "--json", folder=jinlin.folder, variables=variables)
    assert json.loads(done.stdout.decode("utf-8"))["data"][0]["name"] == "𠮷祥里"
    done = run_jinlin("building", "list", "--csv", folder=jinlin.folder, variables=variables)
    assert "𠮷祥里" in done.stdout.decode("utf-8-sig")


def test_without_a_locale_and_below_a_chinese_path_it_runs(jinlin: Jinlin) -> None:
    folder = jinlin.folder / "我的 资料"
    folder.mkdir()
    variables = {"LC_ALL": "C", "JINLIN_DB": str(folder / "近邻.db")}
    for words in (["init", "--name", "梅苑小区"], ["building", "add", "3"], ["building", "list"]):
        done = run_jinlin(*words, folder=folder, variables=variables)
        assert done.returncode == 0, done.stderr.decode()
    assert sorted(path.name for path in folder.iterdir()) == ["近邻.db"]


_READ_ONE_LINE = """
import subprocess, sys
child = subprocess.Popen(
    [sys.executable, "-m", "jinlin", *sys.argv[1:]], stdout=subprocess.PIPE, stderr=subprocess.PIPE
)
child.stdout.readline()
child.stdout.close()
error = child.stderr.read()
sys.stderr.buffer.write(error)
sys.exit(child.wait())
"""


@pytest.mark.parametrize("form", ["--json", "--csv", "--md", "--limit=all"])
def test_a_reader_that_closes_the_pipe_is_no_error(jinlin: Jinlin, form: str) -> None:
    rows = [f"('{n}', '{'很长的备注' * 40}')" for n in range(400)]
    with writing(call_in(jinlin.folder)) as tx:
        tx.write(f"INSERT INTO building (code, name) VALUES {', '.join(rows)}")
    done = run_python("-c", _READ_ONE_LINE, "building", "list", form, folder=jinlin.folder)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_question_at_the_end_of_the_input_is_no_traceback(jinlin: Jinlin) -> None:
    done = run_jinlin("building", "add", folder=jinlin.folder)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_closed_streams_do_not_crash(jinlin: Jinlin) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m jinlin building add 3 --quiet >&-',
        shell=True,
        cwd=jinlin.folder,
        env=surroundings(jinlin.folder),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    assert jinlin.sql("SELECT count(*) FROM building") == [(1,)]
