"""What a command tells without being carried out in sight: rows, facts, what it would do."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from jinlin.cli.main import run
from jinlin.core.call import Call, Environment
from jinlin.core.errors import JinlinError


def rows_of(call: Call, words: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a listing as texts, by column.

    Raises:
        JinlinError: it is refused; none is not the same.
    """
    data = _told(call, words)
    if isinstance(data, Mapping):
        data = next((value for value in data.values() if isinstance(value, list)), [])
    return [_texts(row) for row in data or ()]


def facts_of(call: Call, words: Sequence[str]) -> dict[str, str]:
    """Return what is told of one record, or of the last row of a listing.

    Raises:
        JinlinError: it is refused.
    """
    data = _told(call, words)
    if isinstance(data, list):
        data = data[-1] if data else None
    return _texts(data or {})


def rehearsed(call: Call, words: Sequence[str]) -> bool:
    """Show what a command would do, saving nothing; where something is missing, show nothing.

    Returns:
        Whether it was shown.
    """
    heard = _Heard()
    if run([*words, "--dry-run", "--yes"], heard.environment(call, aside=heard.stream)):
        return False
    call.environment.stderr.write(heard.text())
    return True


class _Heard:
    """What a command writes, kept instead of shown."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self.stream = io.TextIOWrapper(self._bytes, "utf-8", newline="", write_through=True)

    def environment(self, call: Call, *, aside: TextIO) -> Environment:
        """Return the environment in which nobody is asked and nothing is shown."""
        return call.environment._replace(
            stdout=self.stream, stderr=aside, stdin=io.StringIO(), window=None
        )

    def text(self) -> str:
        """Return what was written."""
        return self._bytes.getvalue().decode()


def _told(call: Call, words: Sequence[str]) -> Any:
    """Return the data of a command's JSON.

    Raises:
        JinlinError: it is refused, or has found what it must not pass over.
    """
    heard, aside = _Heard(), io.StringIO()
    if run([*words, "--json"], heard.environment(call, aside=aside)):
        refused = json.loads(aside.getvalue().splitlines()[-1])["error"]
        raise JinlinError(refused["message"], hint=refused["hint"])
    return json.loads(heard.text())["data"]


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what a row says, by column; a line to type as it is typed in the window."""
    return {
        key: "" if value is None else str(value).removeprefix("jinlin ")
        for key, value in row.items()
        if not isinstance(value, list | dict)
    }
