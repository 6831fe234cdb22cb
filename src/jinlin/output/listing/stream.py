"""Standard output, where it is full, broken or closed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from jinlin.core.errors import FileError
from jinlin.core.i18n import _


@contextmanager
def handing_on(stdout: TextIO) -> Iterator[None]:
    """Say in words why a result cannot be written where it was sent.

    Raises:
        BrokenPipeError: whoever was reading has gone.
        FileError: where it goes is full or broken.
    """
    try:
        yield
    except OSError as error:
        if has_gone(error):
            raise BrokenPipeError from error
        let_go(stdout)
        raise FileError(
            _("The result cannot be written where it was sent."),
            hint=_("The command was saved; do not repeat it. See: jinlin log")
            if was_saved()
            else _("Free some space, then type the command again."),
            detail=str(error),
        ) from error


def has_gone(error: OSError) -> bool:
    """Return whether whoever was reading has gone; Windows names no pipe, but another error."""
    windows = sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
    return windows or isinstance(error, BrokenPipeError)


def print_json(stdout: TextIO, data: Any) -> None:
    """Print a JSON document after whatever was printed before."""
    from jinlin.output.listing.formats import json_document

    stdout.flush()
    stdout.buffer.write(json_document(data))
    stdout.buffer.flush()


class Asides:
    """Standard error, on which nothing depends: where it is full or closed, what is said is lost.

    A command that was carried out, or refused, ends with its own code all the same.

    Args:
        stream: where it goes.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write as far as possible."""
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            let_go(self._stream)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write as far as possible."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: what was written is on its way."""


def let_go(stdout: TextIO) -> None:
    """Send what is still to come nowhere; Python must not complain at shutdown."""
    with suppress(OSError):  # it is none of the system's
        number = stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def was_saved() -> bool:
    """Return whether this command has saved something."""
    from jinlin.store.command.command import saved

    return bool(saved)
