"""Type the year into a folder, in this process, each line on its own day."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

HERE: Final = Path(__file__).parent
EXAMPLES: Final = HERE.parents[1] / "examples"
CHINA: Final = timezone(timedelta(hours=8))
TODAY: Final = datetime(2026, 11, 3, 9, 0, tzinfo=CHINA)
"""The day on which every paper is printed."""
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def live(folder: Path) -> None:
    """Type the whole year into an empty folder.

    Raises:
        RuntimeError: a line could not be carried out.
    """
    for file in (*EXAMPLES.iterdir(), *(HERE / "files").iterdir()):
        shutil.copy(file, folder)
    for day, line in lines():
        said = typed(folder, *shlex.split(line), "--yes", now=day)
        if said is not None:
            raise RuntimeError(f"{day:%Y-%m-%d %H:%M} {line}\n{said}")


def lines() -> Iterator[tuple[datetime, str]]:
    """Yield every line of the year with its moment."""
    day = TODAY
    for line in (HERE / "year.txt").read_text("utf-8").splitlines():
        if DAY.fullmatch(line):
            day = datetime.fromisoformat(line).replace(tzinfo=CHINA)
        elif line and not line.startswith("#"):
            yield day, line


def typed(
    folder: Path, *words: str, now: datetime = TODAY, database: str = "jinlin.db"
) -> str | None:
    """Carry out one command; return what it said where it failed."""
    from jinlin.cli.main import run
    from jinlin.core.call import Environment

    stdout, stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in "oe")
    environment = Environment(
        stdin=io.StringIO(),
        stdout=stdout,
        stderr=stderr,
        variables={
            "COLUMNS": "80",
            "JINLIN_DB": str(folder / database),
            "JINLIN_CONFIG": str(folder / "settings.toml"),
        },
        folder=folder,
        now=lambda: now,
    )
    with contextlib.redirect_stdout(stdout):
        if not run(list(words), environment):
            return None
    stderr.seek(0)
    return stderr.read()


def print_paper(year: Path, line: str, target: Path) -> None:
    """Write what a line prints of the year into a file; the year stays as it is.

    Raises:
        RuntimeError: it could not be written.
    """
    copy = year / "印.db"
    shutil.copy(year / "jinlin.db", copy)
    with TemporaryDirectory() as place:
        written = Path(place, target.name)
        words = (*shlex.split(line), "-o", str(written), "--yes")
        if (said := typed(year, *words, database=copy.name)) is not None:
            raise RuntimeError(f"{line} -o {target.name}\n{said}")
        shutil.move(written, target)
    copy.unlink()
