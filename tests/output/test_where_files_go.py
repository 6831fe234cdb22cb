"""Where the files of `-o` land, what else lies there, and what is said where they cannot."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Jinlin
from platforms import needs_links
from processes import as_somebody, needs_fork

NOBODY = 4_194_305
"""A process number that no Linux gives."""


@pytest.fixture
def closed(jinlin: Jinlin) -> Iterator[Jinlin]:
    """A complex whose folder `公用` everybody may read and nobody write to, with two files.

    A fork as somebody else can import nothing any more: what it needs is imported before.
    """
    (jinlin.folder / "房屋.csv").write_text("楼栋,房号,业主,电话\n3,,张三,138\n", "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes", code=5)
    jinlin("issue", "list", "-o", "清单.xlsx")
    folder = Path(tempfile.mkdtemp())
    shared = folder / "公用"
    shared.mkdir()
    (shared / "房屋.csv").write_text("楼栋,房号,业主,电话\n3,501,张三,138\n", "utf-8")
    (shared / "旧.csv").write_text("mine")
    shutil.copy(jinlin.db, folder / "jinlin.db")
    for path, mode in ((folder, 0o777), (folder / "jinlin.db", 0o666), (shared, 0o555)):
        path.chmod(mode)
    yield Jinlin(folder)
    shared.chmod(0o700)
    shutil.rmtree(folder)


@needs_fork
def test_a_folder_that_is_closed_to_her_is_not_blamed_on_excel(closed: Jinlin) -> None:
    def both() -> list[str]:
        return [
            closed("issue", "list", "-o", f"公用/{name}", "--force", code=5, lang="en").err
            for name in ("清单.csv", "旧.csv", "清单.xlsx")
        ]

    for said in as_somebody(both).result:
        assert "You may not write in that folder: choose a folder of your own." in said


def test_a_file_that_is_held_open_is_said_to_be(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_words: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    jinlin("issue", "list", "-o", "清单.csv")
    monkeypatch.setattr(Path, "replace", held)
    said = jinlin("issue", "list", "-o", "清单.csv", "--force", code=5, lang="en").err
    assert "If it is open in Excel, WPS or Word, close it there" in said


@needs_fork
def test_refused_rows_that_cannot_be_given_back_say_how_to_get_them(closed: Jinlin) -> None:
    def both() -> tuple[str, list[str]]:
        said = closed("household", "import", "公用/房屋.csv", "--yes", code=5, lang="en").err
        shutil.copy(closed.folder / "公用" / "房屋.csv", closed.folder / "房屋.csv")
        closed("household", "import", "房屋.csv", "--yes", code=5)
        return said, [path.name for path in closed.folder.glob("房屋-*")]

    said, given_back = as_somebody(both).result
    assert "公用/房屋-refused.csv cannot be written. You may not write in that folder" in said
    assert "copy it into a folder of your own and import it there" in said
    assert given_back == ["房屋-退回.csv"]


@needs_links
def test_a_link_to_nothing_is_not_replaced_without_being_told(jinlin: Jinlin) -> None:
    link, elsewhere = jinlin.folder / "链接.csv", jinlin.folder / "别处.csv"
    link.symlink_to(elsewhere)
    assert "There is a file at" in jinlin("issue", "list", "-o", link, code=5, lang="en").err
    assert link.is_symlink()
    jinlin("issue", "list", "-o", link, "--force")
    assert not link.is_symlink()
    assert not elsewhere.exists()


@needs_fork
def test_what_killed_exports_left_goes_with_the_next_one(jinlin: Jinlin) -> None:
    def draft(name: str, process: int, hours: float) -> Path:
        path = jinlin.folder / f".{name}.{process}.new"
        path.write_text("张三 13805911234")
        then = time.time() - hours * 3600
        os.utime(path, (then, then))
        return path

    long = "长" * 40
    gone = [draft(name, NOBODY, 2) for name in ("清单.xlsx", f"{long}.docx", "名册.csv")]
    digest = jinlin.folder / "名册.csv.sha256"
    digest.write_text("hers")
    stay = [
        draft("清单.xlsx", NOBODY + 1, 0.5),
        draft("清单.xlsx", os.getppid(), 2),
        draft("照片.jpg", NOBODY, 2),
        digest,
    ]
    jinlin("issue", "list", "-o", "a.csv", "--dry-run")
    assert all(path.exists() for path in (*gone, *stay))
    jinlin("issue", "list", "-o", f"{long}.docx")
    assert not [path.name for path in gone if path.exists()]
    assert all(path.exists() for path in stay)
