"""Files with names like one that is not there: in its folder, and where the database lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.naming import readings

_TOLD: Final = 4
"""So many are named; a name that means more says nothing."""
_READ: Final = frozenset({".xlsx", ".xls", ".csv", ".json", ".txt", ".md", ".toml"})
"""What the files end with that a command can read."""


def near_files(
    missing: Path, words: Sequence[str], call: Call
) -> tuple[str, tuple[str, ...]] | None:
    """Return the word that names a missing file, and what may be typed in its place.

    Args:
        missing: the file.
        words: the line.
        call: where the file was looked for, and where the database lies.

    Returns:
        None where no word names it, or no file is called so.
    """
    values = [word.rpartition("=")[2] if word.startswith("-") else word for word in words]
    typed = next((one for one in values[::-1] if call.environment.path(one) == missing), None)
    if typed is None:
        return None
    beside = [str(Path(typed).with_name(one.name)) for one in _called_so(missing, missing.parent)]
    elsewhere = database_path(call).parent
    found = beside or [str(one) for one in _called_so(missing, elsewhere)]
    return (typed, tuple(found)) if 0 < len(found) <= _TOLD else None


def _called_so(missing: Path, folder: Path) -> list[Path]:
    return readings(missing.stem, [*_files(folder)], lambda one: (one.stem,))


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for one in sorted(folder.iterdir()):
            if (
                one.suffix.lower() in _READ
                and not one.name.startswith(("~$", "."))
                and one.is_file()
            ):
                yield one
