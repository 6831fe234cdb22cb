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
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from jinlin.cli.main import run
from jinlin.cli.window.window import TypingWindow
from jinlin.core.call import Call, Environment

ROOT = Path(__file__).parent.parent
PAGES = {
    "README": {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"},
    "tour": {"en": ROOT / "docs" / "tour.md", "zh": ROOT / "docs" / "tour.zh-CN.md"},
}
"""What shows commands with what they print, by language."""
NOW = datetime(2026, 11, 3, 4, tzinfo=UTC)
"""The day on which the example stands."""
BLOCK = re.compile(r"^```console\n(\$ jinlin .*?)^```$", re.MULTILINE | re.DOTALL)
WINDOW = re.compile(r"^```console\n(\$ jinlin\n.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block that shows the window; what is typed in it stands behind its prompt."""
TYPED = re.compile(r"^(?:近邻|jinlin)(?: (?:菜单|\[menu\]))?> ?(.*)$", re.MULTILINE)


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

    def seen(block: re.Match[str]) -> str:
        return f"```console\n$ jinlin\n{in_window(TYPED.findall(block[1]), language, example)}```"

    def told(block: re.Match[str]) -> str:
        lines = [line for line in block[1].splitlines() if line.startswith("$ jinlin ")]
        said = [
            f"{line}\n{typed(line.removeprefix('$ jinlin '), language, example)}" for line in lines
        ]
        return "```console\n" + "\n".join(said) + "```"

    return BLOCK.sub(told, WINDOW.sub(seen, text))


class Written:
    """Types lines that are written down, and shows them behind the prompt."""

    def __init__(self, lines: list[str], screen: io.TextIOWrapper) -> None:
        self.lines, self.screen = lines, screen

    def remember(self, _lines: Iterable[str]) -> None:
        """Know no earlier day."""

    def line(self, before: str, _offers: object, _hint: str) -> str:
        """Return the next line."""
        self.screen.write(f"{before}{self.lines[0] if self.lines else ''}\n")
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def answer(self, prompt: str, _offers: object) -> str:
        """Answer with the next line."""
        self.screen.write(f"{prompt}{self.lines[0]}\n")
        return self.lines.pop(0)


def in_window(lines: list[str], language: str, folder: Path) -> str:
    """Return what the window shows while lines are typed in it; the last is still empty."""
    screen = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True)
    call = Call(surroundings(screen, language, folder), command="shell")
    TypingWindow(call, Written([line for line in lines if line], screen)).stay()
    return shown(screen, folder)


def typed(words: str, language: str, folder: Path) -> str:
    """Run one command in a folder and return what a terminal would show."""
    screen = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True)
    environment = surroundings(screen, language, folder)
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        run(shlex.split(words), environment)
    return shown(screen, folder)


def surroundings(screen: io.TextIOWrapper, language: str, folder: Path) -> Environment:
    """Return the surroundings of a command whose results and remarks go to one screen."""
    return Environment(
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


def shown(screen: io.TextIOWrapper, folder: Path) -> str:
    """Return what stands on a screen."""
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
