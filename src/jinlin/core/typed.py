"""A command as somebody types it, or is advised to: paths and words quoted, and read back."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from jinlin.core.call import Call, Environment
from jinlin.core.config import database_path
from jinlin.core.line.option_names import as_typed

_PLAIN: Final = r"[\w@+=:./\\-]+" if sys.platform == "win32" else r"[\w@%+=:,./-]+"
"""What no shell takes for anything but itself, Chinese characters included."""
_WORD: Final = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"']|["'])+""")
_QUOTED: Final = re.compile(r""""([^"]*)"|'([^']*)'""")
_BEFORE: Final = ("＝", "=", "jinlin", "近邻")
"""What may stand before a line that was copied."""
_TO_SAY: Final = ("…", "谁")
"""It stands at the end of a line that a listing names, for what is still to be said."""


def typed(path: Path, folder: Path) -> str:
    """Return a path as it can be typed in a folder: from there if it lies below, else in full.

    Args:
        path: the file.
        folder: the working folder.
    """
    path = path.absolute()
    text = str(path.relative_to(folder) if path.is_relative_to(folder) else path)
    return quoted(f"./{text}" if text.startswith(("-", "~")) else text)


def about(database: Path, command: str, environment: Environment) -> str:
    """Return a command as it can be typed about a database: named, where it is not the usual one.

    Args:
        database: the database.
        command: the command without it.
        environment: the surroundings in which it would be typed.
    """
    if database.absolute() == database_path(Call(environment)).absolute():
        return command
    return f"{command} {as_typed('--db')} {typed(database, environment.folder)}"


def quoted(text: str) -> str:
    """Return a word as a shell hands it on whole."""
    if re.fullmatch(_PLAIN, text):
        return text
    if sys.platform == "win32":
        return f"'{text}'" if '"' in text else f'"{text}"'
    from shlex import quote

    return quote(text)


def words_of(line: str) -> list[str]:
    """Return the words of a line; what is quoted is one, and a backslash stands for itself."""
    words = [_QUOTED.sub(lambda m: m[1] or m[2] or "", word) for word in _WORD.findall(line)]
    while words and words[0] in _BEFORE:
        words.pop(0)
    if len(words) > 1 and words[-1] in _TO_SAY:
        words.pop()
        if len(words) > 1 and words[-1].startswith("-"):
            words.pop()
    return words
