"""What jinlin writes, only this user can read; and nothing is left beside the one file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Jinlin

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps this in the folder's list")


@pytest.fixture(autouse=True)
def _generous_umask() -> Iterator[None]:
    """The user's machine would let everybody read everything."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_database_and_its_folder_are_private(bare: Jinlin) -> None:
    bare("init", "--name", "梅苑小区", "--db", "资料/近邻/jinlin.db")
    assert mode(bare.folder / "资料" / "近邻" / "jinlin.db") == 0o600
    assert mode(bare.folder / "资料" / "近邻") == 0o700
    assert mode(bare.folder / "资料") == 0o700


def test_backups_and_what_a_restore_replaces_are_private(jinlin: Jinlin) -> None:
    kept = jinlin("db", "backup", "--json").data["path"]
    jinlin("db", "restore", kept, "--yes")
    folder = jinlin.folder / "备份"
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3
    assert mode(jinlin.db) == 0o600


@pytest.mark.parametrize("ending", ["json", "csv", "md", "xlsx"])
def test_a_result_in_a_file_is_private(jinlin: Jinlin, ending: str) -> None:
    jinlin("building", "list", "-o", f"楼栋.{ending}")
    assert mode(jinlin.folder / f"楼栋.{ending}") == 0o600


def test_a_clean_exit_leaves_one_file(jinlin: Jinlin) -> None:
    for words in (
        ("building", "add", "3"),
        ("building", "list"),
        ("building", "add", "3"),
        ("building", "add", "4", "--dry-run"),
        ("undo",),
        ("redo",),
        ("log",),
    ):
        jinlin(*words, code=None)
        assert [path.name for path in jinlin.folder.iterdir()] == ["jinlin.db"]
