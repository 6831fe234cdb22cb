"""What many tests prepare in the same way is typed once; the others get a copy of the files it left."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from conftest import Jinlin

from jinlin.core import i18n

P = ParamSpec("P")


def files_of(folder: Path) -> dict[Path, bytes]:
    """Return the content of all files below a folder."""
    there = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in there}


def typed_once(
    prepare: Callable[Concatenate[Jinlin, P], None],
) -> Callable[Concatenate[Jinlin, P], None]:
    """Carry out a preparation once for each folder it began in, time and words.

    Whatever was there before is part of what is compared, to the last byte: a copy is what the
    commands would have left.
    """
    known: dict[tuple[Any, ...], tuple[dict[Path, bytes], datetime]] = {}

    @functools.wraps(prepare)
    def prepared(jinlin: Jinlin, /, *args: P.args, **kwargs: P.kwargs) -> None:
        before = files_of(jinlin.folder)
        words = (repr(args), repr(sorted(kwargs.items())), repr(jinlin.variables))
        key = (frozenset(before.items()), jinlin.now, *words)
        if key in known:
            files, jinlin.now = known[key]
            for path in before.keys() - files.keys():
                (jinlin.folder / path).unlink()
            for path, content in files.items():
                if before.get(path) != content:
                    (jinlin.folder / path).parent.mkdir(parents=True, exist_ok=True)
                    (jinlin.folder / path).write_bytes(content)
        else:
            prepare(jinlin, *args, **kwargs)
            known[key] = files_of(jinlin.folder), jinlin.now
        i18n.install("en")

    return prepared
