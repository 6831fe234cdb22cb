"""A disk that fills up while a file is written: one sentence, nothing half-written, no traceback."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Sequence
from typing import Any

import pytest
from harness import Jinlin, seeded
from processes import in_fork, needs_fork

ROOM: int = 3000
"""The bytes a file may have on this disk."""


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    """Three issues and long settings; what a fork needs for a document is imported."""
    for number in range(3):
        jinlin("issue", "add", f"路灯不亮{number}", "--category", "设施")
    for name in ("清单.docx", "清单.xlsx"):
        jinlin("issue", "list", "-o", name)
        (jinlin.folder / name).unlink()
    (jinlin.folder / "settings.toml").write_text(f'# {"字" * ROOM}\nlanguage = "zh"\n', "utf-8")
    return jinlin


def on_a_full_disk(jinlin: Jinlin, *words: str) -> tuple[int, str, list[str]]:
    """Run one command where no file may grow beyond a few kilobytes.

    Returns:
        Its exit code, its errors, and what Python itself complained of.
    """
    import resource

    def run() -> tuple[int, str, list[str]]:
        ignored: list[str] = []
        sys.unraisablehook = lambda fault: (
            None if isinstance(fault.exc_value, Warning) else ignored.append(repr(fault.exc_value))
        )
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
        outcome = jinlin(*words, code=None, lang="en")
        gc.collect()
        return outcome.code, outcome.err, ignored

    ended = in_fork(run)
    found: tuple[int, str, list[str]] = ended.result
    return found


@needs_fork
@pytest.mark.parametrize(
    "words",
    [
        *(
            ("issue", "list", "-o", f"清单.{ending}")
            for ending in ("xlsx", "docx", "html", "csv", "json", "md")
        ),
        *(("report", "monthly", "-o", f"月报.{ending}") for ending in ("docx", "html")),
        ("household", "template"),
        ("config", "template", "月报"),
        ("config", "set", "language", "en"),
        ("notice", "site", "网站"),
        ("demo", "例"),
    ],
    ids=" ".join,
)
def test_a_file_that_does_not_fit_is_one_sentence_and_leaves_nothing(
    house: Jinlin, words: Sequence[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    if words[-1].endswith((".csv", ".json", ".md")):
        monkeypatch.setattr(sys.modules[__name__], "ROOM", 100)
    before = {path: path.read_bytes() for path in house.folder.rglob("*") if path.is_file()}
    code, err, ignored = on_a_full_disk(house, *words)
    assert (code, ignored) == (5, []), err
    assert "The disk is full" in err
    assert err.count("\n") == 1
    assert {p: p.read_bytes() for p in house.folder.rglob("*") if p.is_file()} == before
    assert not list(scratch.iterdir())


@needs_fork
@pytest.mark.usefixtures("schema_by_statements")
def test_a_database_that_does_not_fit_is_not_begun(bare: Jinlin) -> None:
    code, err, ignored = on_a_full_disk(bare, "init", "--name", "梅苑小区", "--yes")
    assert (code, ignored) == (4, []), err
    assert "disk is full" in err.lower()
    assert list(bare.folder.iterdir()) == []
