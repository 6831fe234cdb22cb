"""A shell that hands over broken words, closed streams, full devices, no working folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from conftest import Jinlin
from processes import run_python
from report.records import at, recording

from jinlin.store import command

IN_A_DELETED_FOLDER = """
import os, runpy, sys
os.mkdir("gone"); os.chdir("gone"); os.rmdir("../gone")
sys.argv = ["jinlin", "building", "list", "--json", "--db", sys.argv[1]]
runpy.run_module("jinlin", run_name="__main__")
"""

AFTER_THIS = """
import os, sys
exec(sys.argv[1])
os.execv(sys.executable, [sys.executable, "-m", "jinlin", *sys.argv[2:]])
"""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("building", "add", "3", "--name", "\udcff"), 2),
        (("household", "list", "--text", "\udcff"), 2),
        (("household", "list", "--limit", "9" * 20), 2),
        (("household", "import", "~$房屋.xlsx"), 5),
        (("household", "import", "x" * 300), 5),
        (("household", "list", "--db", "~nobody-here/x.db"), 4),
        (("household", "list", "--db", "x" * 300), 4),
        (("household", "list", "-o", "x" * 300 + ".csv"), 2),
        (("db", "backup", "x" * 300), 2),
        (("db", "restore", "x" * 300), 4),
        (("db", "restore", "jinlin.db", "--db", "x" * 300), 4),
    ],
)
def test_no_word_is_a_fault_of_ours(jinlin: Jinlin, words: tuple[str, ...], code: int) -> None:
    before = jinlin.db.read_bytes()
    assert jinlin(*words, code=code).err.startswith("错误：")
    assert jinlin.db.read_bytes() == before


def test_a_file_that_begins_with_a_tilde_is_a_file(jinlin: Jinlin) -> None:
    jinlin("building", "list", "-o", "~$楼栋.csv")
    assert (jinlin.folder / "~$楼栋.csv").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX descriptors")
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_is_no_fault(jinlin: Jinlin, closed: int) -> None:
    words = (f"os.close({closed})", "building", "add", "3")
    done = run_python("-c", AFTER_THIS, *words, folder=jinlin.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert jinlin.sql("SELECT code FROM building") == [("3",)]


@pytest.mark.skipif(sys.platform == "win32", reason="an open folder cannot be deleted there")
def test_a_deleted_working_folder_is_no_fault(jinlin: Jinlin) -> None:
    done = run_python("-c", IN_A_DELETED_FOLDER, str(jinlin.db), folder=jinlin.folder)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_for_the_result_does_not_deny_what_was_saved(jinlin: Jinlin) -> None:
    full = "os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    words = (full, "--lang", "en", "building", "add", "3")
    done = run_python("-c", AFTER_THIS, *words, folder=jinlin.folder)
    assert done.returncode == 5
    assert b"The command was saved; do not repeat it." in done.stderr
    assert jinlin.sql("SELECT code FROM building") == [("3",)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words",
    [
        ("issue", "list"),
        ("issue", "list", "--json"),
        ("report", "monthly", "--md"),
        ("report", "monthly", "2026-10", "--final", "--yes"),
        ("help", "elevator", "split"),
        ("today", "--json"),
    ],
)
def test_a_full_device_for_a_long_result_is_one_sentence(
    jinlin: Jinlin, words: tuple[str, ...]
) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for number in range(200):
            records.issue(at("10-02"), title=f"路灯不亮{number}", private=0)
    full = "os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    done = run_python("-c", AFTER_THIS, full, "--lang", "en", *words, folder=jinlin.folder)
    assert done.returncode == 5
    said = done.stderr.decode()
    assert "The result cannot be written where it was sent." in said
    assert ("The command was saved" in said) == ("--final" in words)
    assert "Exception ignored" not in said
    assert "nside jinlin" not in said


def test_stopped_after_saving_says_so(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "shut_cleanly", stop)
    outcome = jinlin("building", "add", "3", code=130, lang="en")
    assert outcome.err.startswith("Stopped after the command was saved")
    monkeypatch.undo()
    assert jinlin.sql("SELECT code FROM building") == [("3",)]


def test_without_a_folder_of_her_own_the_database_is_in_the_working_folder(
    bare: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: Path("~/Documents"))
    bare.variables["JINLIN_DB"] = ""
    bare("init", "--name", "新苑")
    assert os.listdir(bare.folder) == ["jinlin.db"]  # noqa: PTH208


def test_a_rehearsed_init_leaves_no_folder(bare: Jinlin) -> None:
    bare("init", "--name", "新苑", "--db", "a/b/c.db", "--dry-run")
    assert not list(bare.folder.iterdir())
    bare("init", "--name", "新苑", "--db", "a/b/c.db")
    assert (bare.folder / "a" / "b" / "c.db").is_file()
