"""What a command prints of what it saves: only once it is saved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from jinlin.core.call import Call


@contextmanager
def once_saved(call: Call) -> Iterator[Call]:
    """Hand out a call that prints nothing until the block is left, and nothing if it fails.

    Around `writing`, it lets a command make its page before anything is recorded, so that where
    the page cannot be written nothing is: a file is written at once. What is printed waits, since
    whoever reads it takes it for saved.
    """
    waiting = _Waiting(call.environment.stdout)
    yield call._replace(environment=call.environment._replace(stdout=waiting))
    waiting.let_go()


class _Waiting(io.TextIOWrapper):
    """Keeps what is written for another stream, and looks like that stream."""

    def __init__(self, stream: TextIO) -> None:
        self._kept = io.BytesIO()
        self._stream = stream
        super().__init__(self._kept, stream.encoding, stream.errors)

    def isatty(self) -> bool:
        return self._stream.isatty()

    def let_go(self) -> None:
        """Write to the stream what was kept."""
        self.flush()
        self._stream.flush()
        self._stream.buffer.write(self._kept.getvalue())
        self._stream.buffer.flush()
