"""Papers that prove something: a scan or a photo, kept by its path and what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import FileError
from jinlin.core.files.reading import check_regular
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.store.file.connection import Connection
from jinlin.store.file.own_files import own_file, refuse_own
from jinlin.store.schema.upgrade import columns_of, in_sql, known_tables
from jinlin.store.transaction.tx import Reader

_CHUNK: Final = 2**20
DIGEST: Final = "sha256"
PLAIN: Final = ("file", "path")
"""What a paper's column may be called where `sha256` alone is its digest."""


class FileState(Word):
    """What became of a file that was kept as proof."""

    THERE = "there", N_("in place")
    CHANGED = "changed", N_("changed since")
    MISSING = "missing", N_("the file is missing")


class Proof(NamedTuple):
    """A file as it was when it was recorded.

    Attributes:
        path: from the database's folder, if it lies there; else the whole path.
        sha256: the digest of its content.
    """

    path: str
    sha256: str


def file_columns(proof: Proof | None) -> dict[str, str | None]:
    """Return the columns `file` and `sha256` of a row; empty ones where there is no file."""
    return {"file": proof.path, "sha256": proof.sha256} if proof else {"file": None, "sha256": None}


def proof_if_named(call: Call, named: str | None) -> Proof | None:
    """Return path and digest of a file that may have been named; None where none was.

    Raises:
        FileError: it cannot be read, or belongs to the database.
    """
    return proof_of(call, named) if named else None


def proof_of(call: Call, named: str) -> Proof:
    """Return path and digest of a file that somebody named; before the transaction it goes into.

    A large one takes its time, for which nobody else shall wait.

    Raises:
        FileError: it cannot be read, or belongs to the database.
    """
    path = call.environment.path(named).absolute()
    refuse_own(call, path)
    try:
        check_regular(path)
        digest = _digest(path)
    except OSError as error:
        raise FileError(
            _("The file {path} cannot be read.").format(path=path),
            hint=_("Check the name of the file; it must be on this computer."),
            detail=str(error),
        ) from error
    home = database_path(call).absolute().parent
    inside = Path(os.path.normpath(path)).is_relative_to(home)
    kept = Path(os.path.normpath(path)).relative_to(home) if inside else path
    return Proof(kept.as_posix(), digest)


def proof_state(kept: str | None, sha256: str | None, database: Path) -> FileState | None:
    """Return what became of a file; None where none was kept."""
    if kept is None:
        return None
    file = database.absolute().parent / kept
    if own_file(database, file):
        return FileState.CHANGED
    try:
        if not file.is_file():  # a pipe in its place would be waited for
            return FileState.MISSING
        return FileState.THERE if _digest(file) == sha256 else FileState.CHANGED
    except OSError:
        return FileState.MISSING


def paper_columns(connection: Connection) -> list[tuple[str, str, str]]:
    """Return each pair of columns that keeps a paper: the table, its path, its digest.

    The digest of `voucher` stands in `voucher_sha256`; a table that keeps one paper may call them
    `file`, or `path`, and `sha256`. So it is in every table, and a new one needs no more.
    """
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT t.name, p.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS p"
        " WHERE t.type = 'table' AND t.sql GLOB '*sha256*' ORDER BY 1, p.cid"
    ):
        columns.setdefault(str(table), []).append(str(column))
    return [
        (table, path, digest)
        for table in known_tables(connection)
        if table in columns
        for digest in columns[table]
        for path in _digested_by(digest)
        if path in columns[table]
    ]


def _digested_by(column: str) -> Sequence[str]:
    """Return what the column may be called whose file a column digests; nothing for others."""
    if column == DIGEST:
        return PLAIN
    return [column.removesuffix(f"_{DIGEST}")] if column.endswith(f"_{DIGEST}") else ()


def attached(reader: Reader) -> Iterator[tuple[str, str]]:
    """Return path and SHA-256 of each file that a row names, as often as rows do.

    A row that was taken out as a mistake proves nothing.
    """
    for table, path, digest in paper_columns(reader.connection):
        there = " AND removed_at IS NULL" * ("removed_at" in columns_of(reader.connection, table))
        rows = reader.rows(
            f"SELECT {in_sql(path)}, {in_sql(digest)} FROM {in_sql(table)}"
            f" WHERE {in_sql(path)} IS NOT NULL AND {in_sql(digest)} IS NOT NULL{there}"
            " ORDER BY id"
        )
        yield from ((str(row[0]), str(row[1])) for row in rows)


def _digest(path: Path) -> str:
    import hashlib

    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
