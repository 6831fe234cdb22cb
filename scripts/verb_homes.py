"""Write down how commands are called in Chinese.

Which commands each verb may be for stands in src/jinlin/cli/line/verb_homes.py, the word for each
noun and verb in src/jinlin/core/line/spoken_commands.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinlin.cli.line.verb_homes import GENERIC
from jinlin.cli.nouns import NounLater, root
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later

SOURCE = Path(__file__).parent.parent / "src/jinlin"
FILE = SOURCE / "cli/line/verb_homes.py"
WORDS = SOURCE / "core/line/spoken_commands.py"
WORDS_BEGIN = "_CHINESE: Final[Mapping[str, str]] = {\n"
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
        if verb.split()[0] in noun.commands:
            yield word, f"{path} {verb}"
    for verb, command in noun.commands.items():
        if isinstance(command, FamilyLater):
            yield from _of(command.load(), f"{path} {verb}")


def words() -> dict[str, str]:
    """Return the Chinese word for each noun and verb, by its path in English."""
    return dict(_words_of(root(), ""))


def _words_of(noun: Noun, path: str) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for word, verb in noun.words.items():
        if not word.isascii():
            first.setdefault(verb, word)
    for verb, command in noun.commands.items():
        if verb in first:
            yield f"{path}{verb}", first[verb]
            below = command.load() if isinstance(command, Later) and _has_verbs(command) else None
            if isinstance(below, Noun):
                yield from _words_of(below, f"{path}{verb} ")


def _has_verbs(command: Later) -> bool:
    return isinstance(command, FamilyLater | NounLater)


def written() -> str:
    """Return the file of the verbs as it should be."""
    pieces = []
    for word, commands in homes().items():
        said = ", ".join(f'"{one}"' for one in dict.fromkeys(commands))
        piece = f' "{word}": ({said}{"," if len(set(commands)) == 1 else ""}),'
        short = _width(piece) < WIDTH
        pieces += [piece] if short else piece.replace(", ", ",\0 ").split("\0")
    return _filled(FILE, BEGIN, pieces)


def written_words() -> str:
    """Return the file of the words as it should be."""
    return _filled(WORDS, WORDS_BEGIN, [f' "{path}": "{word}",' for path, word in words().items()])


def _filled(file: Path, begin: str, pieces: Iterable[str]) -> str:
    head, _begin, rest = file.read_text(encoding="utf-8").partition(begin)
    _old, end, tail = rest.partition(END)
    lines, line = [], "   "
    for piece in pieces:
        if _width(line + piece) > WIDTH:
            lines.append(line)
            line = "   "
        line += piece
    return f"{head}{begin}{chr(10).join([*lines, line])}\n{end}{tail}"


def _width(text: str) -> int:
    return sum(1 + (char > "\u2e80") for char in text)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
    WORDS.write_text(written_words(), encoding="utf-8")
