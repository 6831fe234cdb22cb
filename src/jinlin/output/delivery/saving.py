"""What a command shows of what it saves: only once it is saved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from jinlin.core.call import Call
from jinlin.output.delivery.files import open_written, take_away
from jinlin.output.listing.stream import handing_on, was_saved


@contextmanager
def once_saved(call: Call, *, asking: bool = False) -> Iterator[Call]:
    """Hand out a call that says nothing until the block is left, and nothing if it fails.

    Around `writing`, it lets a command make its page before anything is recorded, so that where
    the page cannot be written nothing is: a file is written at once, and taken away again if
    nothing is saved. What is said waits, since whoever reads it takes it for saved.

    Args:
        call: the command.
        asking: questions are asked with the call that is handed out, so that only the result waits.
    """
    environment = call.environment
    out, notes = _Waiting(environment.stdout), _Notes(environment.stderr)
    err: TextIO = environment.stderr if asking else notes
    files: list[Path] = []
    try:
        yield call._replace(
            environment=environment._replace(stdout=out, stderr=err), open=False, new_files=files
        )
    except BaseException:
        if not was_saved():
            take_away(files)
        raise
    try:
        with handing_on(environment.stdout):
            out.let_go()
    finally:
        environment.stderr.write(notes.getvalue())
    if call.open and call.output and not call.dry_run:
        open_written(call, environment.path(call.output))


class _Waiting(io.TextIOWrapper):
    """Keeps what is written for another stream, and looks like that stream."""

    waits = True

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
        if self.isatty():
            self._stream.buffer.flush()


class _Notes(io.StringIO):
    """Keeps what is told beside the result, and looks like the stream it is for."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def isatty(self) -> bool:
        return self._stream.isatty()
