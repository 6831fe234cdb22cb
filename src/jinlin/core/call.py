"""What one command was called with: options, streams, environment; passed in, never looked up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The world outside, so that a test can set all of it.

    Attributes:
        variables: the environment variables.
        folder: the working folder.
        now: the clock of the machine, in UTC.
    """

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    folder: Path = field(default_factory=Path.cwd)
    now: Callable[[], datetime] = _now

    def tell(self, text: str) -> None:
        """Say one line that is not a result."""
        self.stderr.write(f"{text}\n")

    @property
    def interactive(self) -> bool:
        """Whether there is a person to ask."""
        return self.stdin.isatty() and self.stderr.isatty()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One command as it was typed: the options that every command knows.

    Attributes:
        command: the command in English words, such as `issue add`.
        database: the `--db` option; None when not given.
        user: the `--user` option; None when not given.
        operation: the `--operation` option: repeating it repeats nothing.
        limit: how many rows a listing shows; None for the usual number, 0 for all.
        output: the file named by `-o`.
    """

    environment: Environment
    command: str = ""
    database: str | None = None
    user: str | None = None
    operation: str | None = None
    verbose: bool = False
    quiet: bool = False
    yes: bool = False
    dry_run: bool = False
    json: bool = False
    csv: bool = False
    md: bool = False
    output: str | None = None
    force: bool = False
    limit: int | None = None
    unmask: bool = False
