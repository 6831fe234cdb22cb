"""Write down which commands each Chinese verb may be for: src/jinlin/cli/line/verb_homes.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinlin.cli.line.verb_homes import GENERIC
from jinlin.cli.nouns import root
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later

FILE = Path(__file__).parent.parent / "src/jinlin/cli/line/verb_homes.py"
BEGIN = "HOMES: Final[Mapping[str, Sequence[str]]] = {\n"
END = "}  # fmt: skip\n"
WIDTH = 96


def homes() -> dict[str, list[str]]:
    """Return by Chinese verb the commands that have it, the nouns in the order of the help."""
    found: dict[str, list[str]] = {}
    nouns = root()
    for name, later in nouns.commands.items():
        noun = later.load() if isinstance(later, Later) else later
        if isinstance(noun, Noun):
            for word, home in _of(noun, name):
                if not (word.isascii() or word in GENERIC or word in nouns.words):
                    found.setdefault(word, []).append(home)
    return found


def _of(noun: Noun, path: str) -> Iterator[tuple[str, str]]:
    for word, verb in noun.words.items():
        if verb in noun.commands:
            yield word, f"{path} {verb}"
    for verb, command in noun.commands.items():
        if isinstance(command, FamilyLater):
            yield from _of(command.load(), f"{path} {verb}")


def written() -> str:
    """Return the file as it should be."""
    head, _begin, rest = FILE.read_text(encoding="utf-8").partition(BEGIN)
    _old, end, tail = rest.partition(END)
    lines, line = [], "   "
    for word, commands in homes().items():
        said = ", ".join(f'"{one}"' for one in dict.fromkeys(commands))
        piece = f' "{word}": ({said}{"," if len(set(commands)) == 1 else ""}),'
        for part in (piece,) if _width(piece) < WIDTH else piece.replace(", ", ",\0 ").split("\0"):
            if _width(line + part) > WIDTH:
                lines.append(line)
                line = "   "
            line += part
    return f"{head}{BEGIN}{chr(10).join([*lines, line])}\n{end}{tail}"


def _width(text: str) -> int:
    return sum(1 + (char > "\u2e80") for char in text)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
