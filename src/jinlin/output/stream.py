"""Standard output, where it is full, broken or closed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from jinlin.core.errors import FileError
from jinlin.core.i18n import _


@contextmanager
def handing_on(stdout: TextIO) -> Iterator[None]:
    """Say in words why a result cannot be written where it was sent.

    Raises:
        FileError: where it goes is full or broken.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go(stdout)
        raise FileError(
            _("The result cannot be written where it was sent."),
            hint=_("The command was saved; do not repeat it. See: jinlin log")
            if was_saved()
            else _("Free some space, then type the command again."),
            detail=str(error),
        ) from error


def let_go(stdout: TextIO) -> None:
    """Send what is still to come nowhere; Python must not complain at shutdown."""
    with suppress(OSError):  # it is none of the system's
        number = stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


def was_saved() -> bool:
    """Return whether this command has saved something."""
    from jinlin.store.command import saved

    return bool(saved)
