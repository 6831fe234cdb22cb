"""What comes with the program beside its code: lists in TOML, and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

_PROGRAM: Final = Path(__file__).parents[2]


def shipped(name: str) -> dict[str, Any]:
    """Return what a list that comes with the program holds: `project/kinds.toml`.

    It is read from beside the code: `importlib.resources` costs the start of a command more than
    the list itself.
    """
    import tomllib

    return tomllib.loads(shipped_text(name))


def shipped_text(name: str) -> str:
    """Return a text that comes with the program: `rollup/office/ledger.sql`."""
    return (_PROGRAM / name).read_text("utf-8")
