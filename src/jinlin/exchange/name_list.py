"""Lists of names from files: a chain from WeChat, or a sheet of a form (问卷星, 腾讯文档)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from jinlin.core.errors import FileError
from jinlin.core.files.reading import read_file, read_text
from jinlin.core.i18n import N_, _
from jinlin.exchange.chain import ListedName, is_chain, read_chain
from jinlin.exchange.file.sheets import MAX_BYTES
from jinlin.exchange.table.reader import read_table, read_whole
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.value_words import meanings, normalised

_NAMES: Final = ("name", "owner")
_WANTED: Final = (*_NAMES, "address", "building", "entrance", "room", "phone", "remark")
_UNREAD: Final = N_("{count} rows of {path} cannot be read; nobody was taken.")
_HEAD: Final = 10
"""So many lines of a text are looked at for a header."""


def read_names(path: Path) -> list[ListedName]:
    """Return who stands on a list in a file, in its order; who stands there twice is told once.

    Args:
        path: a text with a chain or a name a line, or any table with a column of names.

    Raises:
        FileError: it cannot be read, or holds nobody's name.
    """
    text = _text(path)
    found = _table(path) if text is None else read_chain(text)
    once = {(one.name or one.row, one.place): one for one in reversed(found)}
    if not once:
        raise FileError(
            _("{path} holds nobody's name.").format(path=path),
            hint=_("It needs a chain as WeChat writes it, a name a line, or a column “name”."),
        )
    return list(reversed(once.values()))


def _text(path: Path) -> str | None:
    """Return what stands in a file; None where it holds columns: no text, or under a header."""
    if b"\0" in read_file(path, MAX_BYTES)[:1000] or path.suffix.lower() == ".json":
        return None
    text = read_text(path)
    headed = not is_chain(text) and any(map(_is_header, text.splitlines()[:_HEAD]))
    return None if headed else text


def _is_header(line: str) -> bool:
    """Return whether a line heads columns: one of names, or two of anything else."""
    cells = [cell.strip().strip('"') for cell in re.split("[,;\t]", line)]
    found = [known for cell in cells if (known := meanings().get(normalised(cell)))]
    return len(found) > 1 or any(one.field in _NAMES for known in found for one in known)


def _table(path: Path) -> list[ListedName]:
    """Return the names of the rows of a sheet.

    Raises:
        FileError: it has no column of names, or rows of it cannot be read.
    """
    table = read_table(path, _WANTED)
    field = next((wanted for wanted in _NAMES if wanted in table.headers.columns), None)
    if field is None:
        raise FileError(
            _("{path} has no column of names.").format(path=path),
            hint=_("Call the column with the names 姓名 in its first row."),
        )

    def read(row: Row) -> list[ListedName]:
        place = row.text("address") or "-".join(
            part for part in map(row.text, ("building", "entrance", "room")) if part
        )
        note = row.text("remark") or None
        said = read_chain(row.name(field) or row.text("phone"))
        if not said and place:
            said = [ListedName(row.number, "")]
        return [
            one._replace(row=row.number, place=place or one.place, note=note or one.note)
            for one in said
        ]

    return [one for found in read_whole(table, read, refusal=_UNREAD) for one in found]
