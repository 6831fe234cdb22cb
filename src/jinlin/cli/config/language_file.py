"""This computer's settings file: one line of it is changed, all else stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from jinlin.core.call import Environment
from jinlin.core.config import settings, settings_file
from jinlin.core.errors import FileError
from jinlin.core.files.disk import give_name, write_new
from jinlin.core.files.reading import read_toml
from jinlin.core.i18n import _
from jinlin.output.delivery.files import file_error

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
    return keep_line(environment, "language", value)


def keep_line(environment: Environment, key: str, value: str | None, table: str = "") -> Path:
    """Write a line into the settings file, and leave all else in it as it is.

    Args:
        environment: the surroundings.
        key: what the line says.
        value: its text; None takes the line away.
        table: the table it stands in; empty for before all tables.

    Returns:
        The file.

    Raises:
        FileError: the file cannot be read or written.
    """
    settings(environment)  # a broken file is refused before it is touched
    path = settings_file(environment)
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
        new = _with_line(text, key, value, table)
        _check(path, new)
        _replace(path, new)
    except OSError as error:
        raise file_error(path, error) from error
    return path


def _with_line(text: str, key: str, value: str | None, table: str) -> str:
    """Return the text of a TOML file with another line for a key, in its table or before any."""
    first, last = _part(text, table)
    if last < 0:
        if value is None:
            return text
        gap = "" if not text or text.endswith("\n\n") else "\n" if text[-1] == "\n" else "\n\n"
        text = f"{text}{gap}[{table}]\n"
        first = last = len(text)
    said = key if key.isascii() and key.isidentifier() else json.dumps(key, ensure_ascii=False)
    line = "" if value is None else f"{said} = {json.dumps(value, ensure_ascii=False)}\n"
    names = "|".join(re.escape(one) for one in (key, f'"{key}"', f"'{key}'"))
    part, known = re.subn(
        rf"(?m)^[ \t]*(?:{names})[ \t]*=.*(?:\n|\Z)", lambda _found: line, text[first:last], count=1
    )
    return text[:first] + (part if known else line + text[first:last]) + text[last:]


def _part(text: str, table: str) -> tuple[int, int]:
    """Return where a table of a TOML file begins and ends; -1 for its end where there is none."""
    first = 0
    if table:
        head = re.search(rf"(?m)^[ \t]*\[{table}\][ \t]*(?:#.*)?(?:\n|\Z)", text)
        if head is None:
            return len(text), -1
        first = head.end()
    after = _TABLE_LINE.search(text, first)
    return first, after.start() if after else len(text)


def _check(path: Path, text: str) -> None:
    """Refuse to write what would be read no more: it says the same in another way already.

    Raises:
        FileError: it would not.
    """
    try:
        read_toml(text)
    except ValueError as error:
        raise FileError(
            _("The settings file {path} says that in a way that is not known here.").format(
                path=path
            ),
            hint=_("Change it there yourself."),
            detail=str(error),
        ) from error


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    try:
        write_new(draft, text.encode())
        give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
