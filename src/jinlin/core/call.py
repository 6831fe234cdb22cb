"""What one command was called with: options, streams, environment; passed in, never looked up.

Values on every command's path are NamedTuples: making a frozen dataclass costs 1.4 ms at import
on a slow machine, a NamedTuple 0.2 ms, and start-up is felt on each command.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TextIO, cast

_NARROW: Final = 20
"""No screen is narrower."""

if TYPE_CHECKING:
    from typing import Protocol

    from jinlin.core.clock import SaidDays

    class Window(Protocol):
        """The window in which commands are typed one after another, as far as they know of it."""

        def ask(self, prompt: str, choices: Sequence[str] = (), param: Any = None) -> str:
            """Return what is answered to a prompt, without checking it against the choices.

            Args:
                prompt: what is asked.
                choices: answers that are offered while something is typed.
                param: the parameter it is for, where what the data knows of it may be offered.

            Raises:
                KeyboardInterrupt: nothing is to be done after all.
            """

        def at_first_question(self) -> None:
            """Say that a command asks nothing before; a walk that led to it asks again.

            Raises:
                KeyboardInterrupt: that.
            """

        def listed(
            self,
            records: Mapping[str, str],
            noun: Sequence[str] | None = None,
            places: Mapping[str, str] = MappingProxyType({}),
        ) -> None:
            """Keep what was just listed: records by the words that now mean them.

            Args:
                records: what is typed, and the record it means.
                noun: whose verbs they take; None for that of the command.
                places: the same by their places on the list, where it has any.
            """

        def told(self, number: str) -> None:
            """Keep the number that a command has just told of what it wrote."""

        def refused(self, message: str, hint: str) -> None:
            """Keep why a command was refused, and how that is put right."""

        def proposed(self, words: Sequence[str]) -> None:
            """Keep a line that is carried out only where it is agreed to next."""

        @property
        def root(self) -> Any:
            """The whole command line, of which what was typed before is loaded already."""

        def ran(self, ctx: Any) -> None:
            """Keep what has been carried out: the context of the command."""

        @property
        def named(self) -> Mapping[str, str]:
            """What was named last of each kind of record, as `core.reference` calls it.

            The one that was named last of all stands last.
            """


class Environment(NamedTuple):
    """The world outside, so that a test can set all of it.

    Attributes:
        variables: the environment variables.
        folder: the working folder.
        now: the clock of the machine, in UTC.
        said_days: the days that the command was told; None before one begins.
        window: the window in which it was typed; None where it is a process of its own.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    variables: Mapping[str, str]
    folder: Path
    now: Callable[[], datetime]
    said_days: SaidDays | None = None
    window: Window | None = None

    @classmethod
    def of_process(cls) -> Environment:
        """Return the environment this process runs in."""
        return cls(
            stdin=sys.stdin or _nowhere("r"),
            stdout=sys.stdout or _nowhere("w"),
            stderr=sys.stderr or _nowhere("w"),
            variables=os.environ,
            folder=_working_folder(),
            now=lambda: datetime.now(UTC),
        )

    def tell(self, text: str) -> None:
        """Say one line that is not a result; nothing in it steers the terminal."""
        from jinlin.core.text import shown

        self.stderr.write(f"{self.folded(shown(text), self.stderr)}\n")

    def folded(self, text: str, stream: TextIO) -> str:
        """Return a text as it goes to a stream: on a terminal no line breaks within a word."""
        if len(text) < _NARROW or not stream.isatty():
            return text
        from jinlin.core.text import in_lines

        columns = self.variables.get("COLUMNS", "")
        wide = int(columns) if columns.isdecimal() else shutil.get_terminal_size().columns
        return in_lines(text, wide or _NARROW)

    def path(self, named: str) -> Path:
        """Return the file that somebody named; `~` alone and `~/` are the user's own folder.

        `~$房屋.xlsx` and `~.csv` are files here, not folders of other users.
        """
        first = named.replace(os.sep, "/").partition("/")[0]
        if first != "~":
            return self.folder / named
        try:
            return self.folder / Path(named).expanduser()
        except RuntimeError:  # nobody knows where it is
            return self.folder / named

    @property
    def interactive(self) -> bool:
        """Whether there is a person to ask."""
        return self.stdin.isatty() and self.stderr.isatty()


def _nowhere(mode: str) -> TextIO:
    """Return a stream in place of one that the caller closed."""
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _working_folder() -> Path:
    """Return the working folder; its name when it has been deleted, so that errors can name it."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("PWD") or os.sep)


class Call(NamedTuple):
    """One command as it was typed: the options that every command knows.

    Attributes:
        command: the command in English words, such as `issue add`.
        database: the `--db` option; None when not given.
        user: the `--user` option; None when not given.
        language: the `--lang` option; None when not given.
        operation: the `--operation` option: repeating it repeats nothing.
        words: a digest of the command's own arguments and of the files they name; only with an
            operation.
        limit: how many rows a listing shows; None for the usual number, 0 for all.
        output: the file named by `-o`, without the `.age` that says it is encrypted.
        encrypt: that file is encrypted.
        passphrase: with what, once it is known.
        fields: the columns named by `--fields`; None for the usual ones.
        open: open the file that was written.
        new_files: files it has written and takes away if nothing is saved; None where they stay.
        answered: what was answered to its questions, by their texts; a command that is refused may
            ask again, and then it is what Enter means. None where nothing is asked twice.
    """

    environment: Environment
    command: str = ""
    database: str | None = None
    user: str | None = None
    language: str | None = None
    operation: str | None = None
    words: str | None = None
    verbose: bool = False
    quiet: bool = False
    yes: bool = False
    dry_run: bool = False
    json: bool = False
    csv: bool = False
    md: bool = False
    output: str | None = None
    encrypt: bool = False
    passphrase: str | None = None
    force: bool = False
    limit: int | None = None
    fields: str | None = None
    unmask: bool = False
    open: bool = False
    new_files: list[Path] | None = None
    answered: dict[str, str] | None = None

    def tell(self, text: str) -> None:
        """Say something that is not a result, unless `--quiet`."""
        if not self.quiet:
            self.environment.tell(text)

    @property
    def names_columns(self) -> bool:
        """Whether columns were named: then any can be had, and not only the usual ones."""
        return self.fields is not None
