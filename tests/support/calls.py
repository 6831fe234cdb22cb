"""Calls for tests that stand below the command line."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinlin.core.call import Call, Environment

NOON = datetime(2026, 11, 5, 4, 0, tzinfo=UTC)


class Typed(io.StringIO):
    """What a person types on a terminal."""

    def isatty(self) -> bool:
        return True


class Screen(io.TextIOWrapper):
    """A stream over memory, a terminal if asked."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), "utf-8", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def content(self) -> bytes:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


def call_in(
    folder: Path,
    *,
    typed: str | None = None,
    variables: dict[str, str] | None = None,
    **options: Any,
) -> Call:
    """Return a call in a folder, on the database `jinlin.db` there.

    Args:
        folder: the working folder.
        typed: what a person types; without it there is no terminal.
        variables: the environment variables.
        options: fields of the call.
    """
    terminal = typed is not None
    return Call(
        environment=Environment(
            stdin=Typed(typed) if typed is not None else io.StringIO(),
            stdout=Screen(),
            stderr=Screen(terminal=terminal),
            variables={"COLUMNS": "80", **(variables or {})},
            folder=folder,
            now=lambda: NOON,
        ),
        **{"command": "test", "database": str(folder / "jinlin.db"), **options},
    )


def said_out(call: Call) -> str:
    """Return what a call wrote to standard output."""
    stream = call.environment.stdout
    assert isinstance(stream, Screen)
    return stream.text


def said_err(call: Call) -> str:
    """Return what a call wrote to standard error."""
    stream = call.environment.stderr
    assert isinstance(stream, Screen)
    return stream.text
