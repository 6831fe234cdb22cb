"""The program as a shell sees it: bytes, pipes, consoles of other encodings."""

from __future__ import annotations

import json
import subprocess
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from processes import run_jinlin, run_python, surroundings
from report.records import recording

_IN_TURN = """
import json, sys
from jinlin.cli.main import main
codes = []
for words in json.loads(sys.argv[1]):
    sys.argv = ["jinlin", *words]
    try:
        main()
    except SystemExit as leaving:
        codes.append(leaving.code)
sys.stderr.write(json.dumps(codes))
"""


def typed_in_turn(
    *commands: Sequence[str], folder: Path, **variables: str
) -> tuple[list[int], bytes, list[bytes]]:
    """Run commands in one fresh process.

    Returns:
        Their exit codes, what they printed, and the lines of what they said was wrong.
    """
    done = run_python("-c", _IN_TURN, json.dumps(commands), folder=folder, variables=variables)
    assert done.returncode == 0, done.stderr
    *errors, codes = done.stderr.splitlines()
    return json.loads(codes), done.stdout, errors


@pytest.mark.parametrize("encoding", ["gbk:strict", "utf-8", "cp1252:strict"])
def test_a_console_of_any_encoding_never_fails(jinlin: Jinlin, encoding: str) -> None:
    jinlin("building", "add", "3", "--name", "𠮷祥里 ✓")
    codes, printed, [refusal] = typed_in_turn(
        ["building", "list"],
        ["--help"],
        ["log"],
        ["building", "list", "--db", "缺.db"],
        folder=jinlin.folder,
        PYTHONIOENCODING=encoding,
    )
    assert codes == [0, 0, 0, 4]
    printed.decode(encoding.partition(":")[0])
    assert b"Traceback" not in refusal


def test_machine_formats_are_utf_8_on_every_console(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--name", "𠮷祥里")
    codes, printed, errors = typed_in_turn(
        ["building", "list", "--json"],
        ["building", "list", "--csv"],
        folder=jinlin.folder,
        PYTHONIOENCODING="gbk:strict",
    )
    assert (codes, errors) == ([0, 0], [])
    document, csv = printed.split(BOM_UTF8)
    assert json.loads(document.decode("utf-8"))["data"][0]["name"] == "𠮷祥里"
    assert "𠮷祥里" in csv.decode("utf-8")


def test_without_a_locale_and_below_a_chinese_path_it_runs(jinlin: Jinlin) -> None:
    folder = jinlin.folder / "我的 资料"
    folder.mkdir()
    codes, _printed, errors = typed_in_turn(
        ["init", "--name", "梅苑小区"],
        ["issue", "add", "路灯不亮", "--category", "公共照明"],
        ["issue", "list"],
        folder=folder,
        LC_ALL="C",
        JINLIN_DB=str(folder / "近邻.db"),
    )
    assert codes == [0, 0, 0], errors
    assert sorted(path.name for path in folder.iterdir()) == ["近邻.db"]


@seeded
def built_up(jinlin: Jinlin) -> Jinlin:
    """A complex of which a list is longer than a pipe holds."""
    rows = [f"('{n}', '{'很长的备注' * 40}')" for n in range(400)]
    with recording(jinlin.folder, jinlin.now) as records:
        records.tx.write(f"INSERT INTO building (code, name) VALUES {', '.join(rows)}")
    return jinlin


@pytest.mark.parametrize(
    "line",
    [
        *(f"building list {form}" for form in ("--json", "--csv", "--md", "--limit=all")),
        "building --help",
    ],
)
def test_a_reader_that_closes_the_pipe_is_no_error(built_up: Jinlin, line: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "jinlin", *line.split()],
        cwd=built_up.folder,
        env=surroundings(built_up.folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


def test_a_question_at_the_end_of_the_input_is_no_traceback(jinlin: Jinlin) -> None:
    done = run_jinlin("building", "add", folder=jinlin.folder)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
