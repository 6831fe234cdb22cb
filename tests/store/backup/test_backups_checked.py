"""What `db check` says of the backups, and what it advises."""

from __future__ import annotations

import os

import pytest
from harness import NOON, Jinlin
from store.meddling import meddle


def said(jinlin: Jinlin, *, code: int | None = 0) -> tuple[str, str]:
    """Return state and finding about the backups."""
    rows = jinlin("db", "check", "--json", code=code, lang="en").data
    [row] = [row for row in rows if row["check"] == "backups"]
    return row["state"], row["found"]


def test_a_backup_with_a_name_of_her_own_counts(jinlin: Jinlin) -> None:
    (jinlin.folder / "备份").mkdir()
    jinlin("db", "backup", "备份/good.db")
    os.utime(jinlin.folder / "备份" / "good.db", (NOON.timestamp(),) * 2)
    assert said(jinlin) == ("ok", "1, the latest of 2026-11-05")
    (jinlin.folder / "备份" / "good.db").write_bytes(b"spoilt")
    assert "none is as it was written: good.db" in said(jinlin)[1]


def test_a_flawed_copy_does_not_count(jinlin: Jinlin) -> None:
    meddle(jinlin, "CREATE INDEX mine ON issue (title)")
    jinlin("db", "backup", code=4)
    assert said(jinlin, code=4)[1].startswith("none in")


def test_where_nothing_can_be_written_another_place_is_advised(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(jinlin)[1] == "none in 备份; make one: jinlin db backup"
    monkeypatch.setattr(os, "access", lambda *_words: False)
    assert "make one elsewhere: jinlin db backup FILE" in said(jinlin)[1]


def test_a_file_in_the_way_of_the_folder_is_named(jinlin: Jinlin) -> None:
    (jinlin.folder / "备份").write_text("mine")
    assert "备份 is a file" in said(jinlin)[1]


def test_of_damaged_data_no_backup_is_advised(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--name", "东楼")
    meddle(jinlin, "UPDATE building SET name = '西楼'")
    assert said(jinlin, code=4)[1] == "none in 备份"
