"""The language in this computer's settings file: one line is changed, all else stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from jinlin.core.call import Environment
from jinlin.core.config import settings, settings_file
from jinlin.core.files.disk import give_name, write_new
from jinlin.core.text import clean
from jinlin.output.delivery.files import file_error

_KEY_LINE: Final = re.compile(r"^[ \t]*language[ \t]*=.*$", re.MULTILINE)
_TABLE_LINE: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)


def keep_language(environment: Environment, value: str | None) -> Path:
    """Write the language into the settings file, and leave all else in it as it is.

    Args:
        environment: the surroundings.
        value: the language; None takes the line away.

    Returns:
        The file.

    Raises:
        FileError: the file cannot be read or written.
    """
    settings(environment)  # a broken file is refused before it is touched
    path = settings_file(environment)
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
        line = "" if value is None else f"language = {json.dumps(value)}"
        _replace(path, _with_line(text, line))
    except OSError as error:
        raise file_error(path, error) from error
    return path


def _with_line(text: str, line: str) -> str:
    """Return the text of a TOML file with another line for the language, before any table."""
    table = _TABLE_LINE.search(text)
    head, tail = (text[: table.start()], text[table.start() :]) if table else (text, "")
    if _KEY_LINE.search(head):
        head = _KEY_LINE.sub(clean(line), head, count=1)
    elif line:
        head = f"{line}\n{head}"
    return head + tail


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    try:
        write_new(draft, text.encode())
        give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
