"""Text as people type it: full-width forms, stray spaces, controls; and its width on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

STARTS_FORMULA: Final = tuple("'=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula, and the mark it takes off a text."""
NEWLINES: Final = dict.fromkeys(map(ord, "\u2028\u2029"), "\n")
"""Marks that end a line in some programs only, and what ends it everywhere."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
_BREAKING: Final = frozenset({"Cc", "Zl", "Zp"})
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def folded(text: str) -> str:
    """Return the text for comparing: half-width, without outer spaces (NFKC)."""
    return unicodedata.normalize("NFKC", text).strip()


def compact(text: str) -> str:
    """Return the text for comparing names of things: half-width, no spaces at all, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def plain_word(text: str) -> str:
    """Return a word for comparing with those of a list: `compact`, and no dashes."""
    return compact(text).replace("-", "").replace("_", "")


def clean(text: str) -> str:
    """Return the text for keeping: nothing that is not seen or broken, one kind of newline.

    Controls, directions and marks without width go, so that a text that shows nothing is empty.
    """
    joined = text.replace("\r\n", "\n").replace("\r", "\n").translate(NEWLINES)
    if not joined.isprintable():  # nor are blanks other than the usual one
        joined = "".join(c for c in joined if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    return joined.strip()


def listed(text: str, *, also: str = "") -> list[str]:
    """Return the words of a list as people write it: between commas, `、`, `；` or line ends.

    Args:
        text: what was typed, or stands in a cell.
        also: more marks that stand between words here.
    """
    parts = re.split(f"[,，、;；\n{re.escape(also)}]", text)
    return [word for part in parts if (word := part.strip())]


def shown(text: str) -> str:
    """Return the text for a screen: what could steer a terminal is made visible or dropped."""
    return "".join(
        c
        if c == "\n" or (unicodedata.category(c) not in _BREAKING and c not in _BIDI)
        else " "
        if c in "\t\u2028\u2029"
        else "\ufffd"
        for c in text
    )


def width(text: str) -> int:
    """Return how many columns the text takes on a terminal (a Chinese character takes two)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    return 0 if unicodedata.combining(char) else 2 if _is_wide(char) else 1


def pad(text: str, columns: int) -> str:
    """Return the text followed by as many spaces as fill the columns."""
    return text + " " * max(0, columns - width(text))


def cut(text: str, columns: int) -> str:
    """Return the text in one line of at most so many columns; `…` ends it where some is missing."""
    line = " ".join(text.split())
    return line if width(line) <= columns else f"{line[: _cut(line, columns - 2)].rstrip()}…"


_CLOSING = frozenset("，。、；：？！）》」』】”’…,.;:?!)%")
_WHOLE: Final = r"(--[\w-]+|[^\s：，。；]*[/\\][^\s，。；]+|[^\s：，。；]+\.[a-z]{2,4}\b)"
"""The name of an option, and that of a file."""
_OPENING = frozenset("（《「『【“‘(")


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most so many columns, each of at least one character.

    Latin words stay whole; Chinese breaks anywhere but before a closing or after an opening mark.
    """
    columns = max(columns, 1)
    lines = []
    for paragraph in text.split("\n"):
        if width(begun := paragraph.lstrip(" ")) <= columns:
            lines.append(begun.rstrip())
            continue
        line, used = "", 0
        for piece, seen in _pieces(paragraph):
            if line and used + seen > columns:
                lines.append(line.rstrip())
                line, used = "", 0
            more = piece if line else piece.lstrip(" ")
            line, used = line + more, used + width(more)
            while used > columns and width(line.rstrip()) > columns:
                fitting = _cut(line, columns)
                lines.append(line[:fitting])
                line = line[fitting:]
                used = width(line)
        lines.append(line.rstrip())
    return lines


def in_lines(text: str, columns: int) -> str:
    """Return a text whose lines break between words where they are too long for so many columns.

    What begins a line with blanks stands below itself.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        said = line.lstrip(" ")
        indent = " " * (len(line) - len(said))
        room = columns - len(indent)
        fits = width(said) <= room or room <= 0
        lines += [line] if fits else [f"{indent}{part}" for part in _filled(said, room)]
    return "\n".join(lines)


def _filled(text: str, columns: int) -> Iterator[str]:
    """Yield the lines of a text; what is to be typed or copied whole is never parted."""
    line, used = "", 0
    for part in re.split(_WHOLE, text):
        pieces = [(part, width(part))] if re.fullmatch(_WHOLE, part) else _pieces(part)
        for piece, seen in pieces:
            if line and used + seen > columns:
                yield line.rstrip()
                line, used = "", 0
            more = piece if line else piece.lstrip(" ")
            line, used = line + more, used + width(more)
    yield line.rstrip()


@lru_cache(maxsize=1024)  # a page is measured again for each size of its letters
def _pieces(text: str) -> tuple[tuple[str, int], ...]:
    """Take a text apart where a line may break: after a space, around each wide character.

    With each piece goes its width without the spaces that end it.
    """
    pieces: list[str] = []
    for char in text:
        last = pieces[-1][-1] if pieces else " "
        joins = (
            char in _CLOSING
            or last in _OPENING
            or not (_is_wide(char) or _is_wide(last) or last == " ")
        )
        if pieces and (char == " " or (joins and last != " ")):
            pieces[-1] += char
        else:
            pieces.append(char)
    return tuple((piece, width(piece.rstrip())) for piece in pieces)


@cache
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _cut(text: str, columns: int) -> int:
    """Return how many characters of a text too long for the columns fit; at least a visible one."""
    used = 0
    for index, char in enumerate(text):
        if used and used + width(char) > columns:
            return index
        used += width(char)
    return len(text)
