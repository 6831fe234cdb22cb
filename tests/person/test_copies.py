"""Files beside the database are searched for somebody in pieces, however large they are."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from jinlin.person.erasure import copies
from jinlin.person.references.needles import Needle
from jinlin.store.file.own_files import FOLDER
from jinlin.store.schema.personal import Content


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir()
    return tmp_path / "jinlin.db"


def test_a_name_on_the_edge_of_two_pieces_is_found(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_CHUNK", 16)
    needle = Needle("林秀英", Content.NAME, alone=True)
    for before in range(40):
        held = b"x" * before + "林秀英".encode() + b"y" * 20
        (database.parent / FOLDER / "旧.txt").write_bytes(held)
        assert copies.copies_telling(database, 1, [needle]).holding == ("旧.txt",)
    (database.parent / FOLDER / "旧.txt").write_bytes(b"x" * 100)
    assert copies.copies_telling(database, 1, [needle]).holding == ()


def test_a_large_file_takes_little_memory(database: Path) -> None:
    with (database.parent / FOLDER / "旧.txt").open("wb") as file:
        file.truncate(100 * 2**20)
        file.seek(0, 2)
        file.write("林秀英".encode())
    tracemalloc.start()
    told = copies.copies_telling(database, 1, [Needle("林秀英", Content.NAME, alone=True)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.holding == ("旧.txt",)
    assert peak < 20 * 2**20
