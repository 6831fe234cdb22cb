"""The real command line, typed against a real database in a temporary folder."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import pytest
import unreal
from opens import watched

from jinlin.cli.main import run
from jinlin.core import i18n
from jinlin.core.call import Environment
from jinlin.store.file.connection import Connection
from jinlin.store.schema.upgrade import OUTSIDE_HISTORY, tables_of, with_rows

P = ParamSpec("P")

NOON = datetime(2026, 11, 5, 4, 0, tzinfo=UTC)
"""Thursday, 5 November 2026, noon in China."""


class Stream(io.TextIOWrapper):
    """A text stream over memory that may pretend to be a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> bytes:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


@dataclass(frozen=True)
class Outcome:
    """What a command left: exit code, output, errors."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The data of a JSON document."""
        document = json.loads(self.out)
        assert document["schema"] == 1
        return document["data"]

    @property
    def error(self) -> Any:
        """The error of a JSON document on standard error."""
        return json.loads(self.err.splitlines()[-1])["error"]


@dataclass
class Jinlin:
    """Runs commands in a folder with its own database, on a day that can be set."""

    folder: Path
    now: datetime = NOON
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def db(self) -> Path:
        return self.folder / "jinlin.db"

    def __call__(
        self,
        *words: object,
        lang: str | None = None,
        typed: str | None = None,
        piped: str = "",
        code: int | None = 0,
    ) -> Outcome:
        """Run one command.

        Args:
            words: the command line.
            lang: the language; Chinese otherwise.
            typed: what a person types on a terminal; without it there is no terminal.
            piped: what comes on standard input where there is none.
            code: the exit code expected; None for any.
        """
        terminal = typed is not None
        stdin, stdout = Stream(typed or piped, terminal=terminal), Stream(terminal=False)
        stderr = Stream(terminal=terminal)
        variables: Mapping[str, str] = {
            "JINLIN_DB": str(self.db),
            "JINLIN_CONFIG": str(self.folder / "settings.toml"),
            "COLUMNS": "80",
            **({"JINLIN_LANG": lang} if lang else {}),
            **self.variables,
        }
        environment = Environment(
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            variables=variables,
            folder=self.folder,
            now=lambda: self.now,
        )
        unreal.begin_anew()
        with (
            contextlib.redirect_stdout(stdout),
            contextlib.redirect_stderr(stderr),
            watched() as opened,
        ):
            got = run([str(word) for word in words], environment)
        assert not opened, f"opened while SQLite holds its locks: {words}: {opened}"
        outcome = Outcome(got, stdout.written().decode(), stderr.written().decode())
        if code is not None:
            assert outcome.code == code, outcome
        return outcome

    def sql(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the database behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            return connection.execute(question, values).fetchall()

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return everything that undo is about: all tables but counters and the history."""
        connection = sqlite3.connect(self.db, factory=Connection)
        try:
            names = [name for name in tables_of(connection) if name not in OUTSIDE_HISTORY]
            there = with_rows(connection, names)
            return {
                name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
                if name in there
                else []
                for name in names
            }
        finally:
            connection.shut()


def seeded(build: Callable[..., Jinlin]) -> Callable[..., Jinlin]:
    """Make a fixture that types a preparation; each test gets the files for itself.

    Args:
        build: types the commands in the folder it takes first, and returns that folder. What it
            leaves must be the same for every test.
    """
    typed = unreal.Typed()

    @pytest.fixture
    @functools.wraps(build)
    def ready(**given: Any) -> Jinlin:
        jinlin: Jinlin = next(iter(given.values()))
        typed.bring(jinlin, (), lambda: build(**given))
        i18n.install("en")
        return jinlin

    return ready


def without_checksums(text: str) -> str:
    """Return a page without the heads and digests on it: salted anew, they may hold any digits."""
    return re.sub(
        r"(?<![0-9a-f])(?:[0-9a-f]{32,64}|[0-9a-f]{4}(?:\s+[0-9a-f]{4}){3})(?![0-9a-f])", "", text
    )


def typed_once(
    prepare: Callable[Concatenate[Jinlin, P], None],
) -> Callable[Concatenate[Jinlin, P], None]:
    """Carry out a preparation once for each folder it began in, time and words.

    Whatever was there before is part of what is compared, to the last byte: a copy is what the
    commands would have left.
    """
    typed = unreal.Typed()

    @functools.wraps(prepare)
    def prepared(jinlin: Jinlin, /, *args: P.args, **kwargs: P.kwargs) -> None:
        before = frozenset(unreal.files_of(jinlin.folder).items())
        words = (repr(args), repr(sorted(kwargs.items())), repr(jinlin.variables))
        typed.bring(jinlin, (before, jinlin.now, words), lambda: prepare(jinlin, *args, **kwargs))
        i18n.install("en")

    return prepared


def taken_back(connection: sqlite3.Connection, *_words: object) -> None:
    """Stand in for a commit that the disk refuses.

    Raises:
        OperationalError: always; nothing is saved.
    """
    connection.execute("ROLLBACK")
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname, error.sqlite_errorcode = "SQLITE_FULL", sqlite3.SQLITE_FULL
    raise error
