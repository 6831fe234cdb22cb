"""Every file that a row keeps is looked after: its column has a digest that `db check` knows."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Jinlin
from store.meddling import guards_aside

from jinlin.store.check.proofs import DIGEST, paper_columns
from jinlin.store.file.connection import Connection

TELLING = re.compile(
    r"path|file|photo|picture|image|scan|voucher|receipt|proof|attach|document|paper|letter|invoice"
)
"""Words in the name of a column that may hold where a file lies."""
EXEMPT = {
    ("import_origin", "file"): "the name of a table that was read once and is not kept",
    ("filed_report", "filed_at"): "a moment",
    ("opinion", "letter"): "the number of a letter that lies in a folder",
    ("transfer", "letter"): "the number of a letter that lies in a folder",
    ("notice", "attachments"): "what the attachments are called on the wall",
}
"""Columns that sound so and keep no file, each with the reason."""


@pytest.fixture(scope="module")
def schema(_made: Path) -> Iterator[Connection]:
    connection = sqlite3.connect(_made, factory=Connection)
    yield connection
    connection.shut()


def columns(schema: Connection) -> set[tuple[str, str]]:
    rows = schema.execute(
        "SELECT t.name, p.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS p"
        " WHERE t.type = 'table' AND p.type = 'TEXT'"
    )
    return {(str(table), str(column)) for table, column in rows}


def test_every_column_with_a_file_has_its_digest(schema: Connection) -> None:
    pairs = paper_columns(schema)
    covered = {(table, path) for table, path, _digest in pairs}
    digests = {(table, digest) for table, _path, digest in pairs}
    telling = {one for one in columns(schema) if TELLING.search(one[1])} - digests
    assert telling - covered == EXEMPT.keys(), "name its digest as `store.proofs` says, or why not"
    assert covered <= telling, "a word is missing in TELLING"


def test_every_digest_belongs_to_one_file(schema: Connection) -> None:
    pairs = paper_columns(schema)
    digests = sorted((table, digest) for table, _path, digest in pairs)
    assert digests == sorted(one for one in columns(schema) if DIGEST in one[1])
    assert len(digests) > 8, "proofs of notices, quotes, opinions, votes, agreements and more"


def test_db_check_looks_at_papers_of_every_kind(jinlin: Jinlin) -> None:
    connection = sqlite3.connect(jinlin.db, factory=Connection)
    pairs = paper_columns(connection)
    connection.shut()
    empty = jinlin.db.read_bytes()
    paper = jinlin.folder / "纸.txt"
    paper.write_text("如约", "utf-8")
    was = hashlib.sha256(paper.read_bytes()).hexdigest()
    for table, path, digest in pairs:
        jinlin.db.write_bytes(empty)
        with guards_aside(jinlin.db) as other:
            other.execute("PRAGMA ignore_check_constraints = ON")
            kept = {path: "纸.txt", digest: was}
            for _place, name, kind, needed, _default, _key in other.execute(
                f"PRAGMA table_info({table})"
            ).fetchall():
                if needed and name not in kept:
                    kept[name] = "1" if kind == "INTEGER" else "2026-11-05"
            marks = ", ".join("?" * len(kept))
            other.execute(
                f"INSERT INTO {table} ({', '.join(kept)}) VALUES ({marks})", (*kept.values(),)
            )
        paper.write_text("如约", "utf-8")
        assert said(jinlin) == "1 files", table
        paper.write_text("改了", "utf-8")
        assert said(jinlin) == "changed since: 纸.txt", table


def said(jinlin: Jinlin) -> str:
    rows = jinlin("db", "check", "--json", code=None, lang="en").data
    return next(str(row["found"]) for row in rows if row["check"] == "papers")
