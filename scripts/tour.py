"""Keep README and tour true: what they paste is what the commands print.

python scripts/tour.py     run what both show, in both languages, on the example and paste it
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from jinlin.cli.main import run
from jinlin.core.call import Environment

ROOT = Path(__file__).parent.parent
PAGES = {
    "README": {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"},
    "tour": {"en": ROOT / "docs" / "tour.md", "zh": ROOT / "docs" / "tour.zh-CN.md"},
}
"""What shows commands with what they print, by language."""
NOW = datetime(2026, 11, 3, 4, tzinfo=UTC)
"""The day on which the example stands."""
BLOCK = re.compile(r"^```console\n(\$ jinlin .*?)^```$", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """Return the commands of a page."""
    return [
        line.removeprefix("$ jinlin ")
        for block in BLOCK.findall(text)
        for line in block.splitlines()
        if line.startswith("$ jinlin ")
    ]


def retold(text: str, language: str, folder: Path) -> str:
    """Return a page with the output its commands give in a fresh example, run in order."""
    said = typed("demo example", language, folder)
    example = folder / "example"
    if not (example / "jinlin.db").is_file():
        raise RuntimeError(said)

    def told(block: re.Match[str]) -> str:
        lines = [line for line in block[1].splitlines() if line.startswith("$ jinlin ")]
        said = [
            f"{line}\n{typed(line.removeprefix('$ jinlin '), language, example)}" for line in lines
        ]
        return "```console\n" + "\n".join(said) + "```"

    return BLOCK.sub(told, text)


def typed(words: str, language: str, folder: Path) -> str:
    """Run one command in a folder and return what a terminal would show."""
    screen = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True)
    environment = Environment(
        stdin=io.StringIO(),
        stdout=screen,
        stderr=screen,
        variables={
            "JINLIN_DB": "jinlin.db",
            "JINLIN_LANG": language,
            "JINLIN_CONFIG": os.devnull,
            "COLUMNS": "80",
        },
        folder=folder,
        now=lambda: NOW,
    )
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        run(shlex.split(words), environment)
    buffer = screen.buffer
    assert isinstance(buffer, io.BytesIO)
    said = buffer.getvalue().decode().replace(f"{folder}{os.sep}", "")
    return "\n".join(line.rstrip() for line in said.split("\n"))


def main() -> None:
    """Paste anew."""
    for pages in PAGES.values():
        for language, path in pages.items():
            with tempfile.TemporaryDirectory() as folder:
                path.write_text(retold(path.read_text("utf-8"), language, Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
