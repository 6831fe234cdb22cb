"""A shell that hands over broken words, closed streams, full devices, no working folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from platforms import needs_windows
from processes import run_python, surroundings
from report.records import at, recording

from jinlin.core.files.disk import give_name
from jinlin.output.listing.stream import has_gone
from jinlin.store.command import command

IN_A_DELETED_FOLDER = """
import os, runpy, sys
os.mkdir("gone"); os.chdir("gone"); os.rmdir("../gone")
sys.argv = ["jinlin", "building", "list", "--json", "--db", sys.argv[1]]
runpy.run_module("jinlin", run_name="__main__")
"""


def with_its_streams(
    redirected: str, *words: str, folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does that closes or redirects one of its streams."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m jinlin "$@" {redirected}', sys.executable, *words],
        cwd=folder,
        env=surroundings(folder),
        input=b"",
        capture_output=True,
        check=False,
        timeout=60,
    )


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


@pytest.mark.parametrize("name", ["~$楼栋.csv", "~.csv", "~楼栋.csv"])
def test_a_file_that_begins_with_a_tilde_is_a_file(jinlin: Jinlin, name: str) -> None:
    jinlin("building", "list", "-o", name)
    assert (jinlin.folder / name).is_file()


@pytest.mark.parametrize("slash", ["/", os.sep])
def test_a_tilde_before_a_slash_is_her_own_folder(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, slash: str
) -> None:
    home = jinlin.folder / "林秀英"
    home.mkdir()
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    jinlin("building", "list", "-o", f"~{slash}楼栋.csv")
    assert (home / "楼栋.csv").is_file()


@needs_windows
def test_a_file_that_is_open_elsewhere_is_named_and_stays(jinlin: Jinlin) -> None:
    table = jinlin.folder / "楼栋.csv"
    table.write_text("旧")
    with table.open():
        told = jinlin("building", "list", "-o", table, "--force", code=5, lang="en").err
    assert "close it there" in told
    assert table.read_text() == "旧"
    assert sorted(path.name for path in jinlin.folder.iterdir()) == ["jinlin.db", "楼栋.csv"]


def test_what_is_open_for_a_moment_on_windows_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, path, waited = tmp_path / "新", tmp_path / "名", list[float]()
    draft.write_text("新")
    move, busy = Path.replace, [PermissionError(13, "busy"), PermissionError(13, "busy")]

    def replace(one: Path, other: Path) -> Path:
        if busy:
            raise busy.pop()
        return move(one, other)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr("sys.platform", "win32")
    give_name(draft, path)
    assert (path.read_text(), len(waited)) == ("新", 2)


def test_a_broken_pipe_is_told_from_a_bad_name_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert has_gone(OSError(errno.EINVAL, "Invalid argument"))
    assert not has_gone(OSError(errno.EINVAL, "Invalid argument", "a?.csv"))
    assert not has_gone(OSError(errno.ENOSPC, "No space left on device"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX descriptors")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_fault(jinlin: Jinlin, closed: str) -> None:
    words = ("config", "set", "satisfaction_days", "10")
    done = with_its_streams(closed, *words, folder=jinlin.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    kept = jinlin.sql("SELECT value FROM setting WHERE key = 'satisfaction_days'")
    assert kept == [("10",)]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX descriptors")
def test_what_is_missing_is_not_asked_of_a_closed_input(jinlin: Jinlin) -> None:
    done = with_its_streams("<&-", "building", "add", folder=jinlin.folder)
    assert done.returncode == 2, done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="an open folder cannot be deleted there")
def test_a_deleted_working_folder_is_no_fault(jinlin: Jinlin) -> None:
    done = run_python("-c", IN_A_DELETED_FOLDER, str(jinlin.db), folder=jinlin.folder)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_for_the_result_does_not_deny_what_was_saved(jinlin: Jinlin) -> None:
    words = ("--lang", "en", "issue", "add", "路灯不亮", "--category", "公共照明")
    done = with_its_streams(">/dev/full", *words, folder=jinlin.folder)
    assert done.returncode == 5
    assert b"The command was saved; do not repeat it." in done.stderr
    assert jinlin.sql("SELECT title FROM issue") == [("路灯不亮",)]


@seeded
def eventful(jinlin: Jinlin) -> Jinlin:
    """A month whose list and report are longer than a stream's buffer."""
    with recording(jinlin.folder, jinlin.now) as records:
        for number in range(200):
            records.issue(at("10-02"), title=f"路灯不亮{number}", private=0)
    return jinlin


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
    eventful: Jinlin, words: tuple[str, ...]
) -> None:
    done = with_its_streams(">/dev/full", "--lang", "en", *words, folder=eventful.folder)
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
