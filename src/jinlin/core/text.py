"""Text as people type it: full-width forms, stray spaces, controls; and its width on a screen."""

from __future__ import annotations

import unicodedata

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def folded(text: str) -> str:
    """Return the text for comparing: half-width, without outer spaces (NFKC)."""
    return unicodedata.normalize("NFKC", text).strip()


def compact(text: str) -> str:
    """Return the text for comparing names of things: half-width, no spaces at all, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def clean(text: str) -> str:
    """Return the text for keeping: no controls, directions or broken bytes, one kind of newline."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (
        c
        for c in joined
        if c in "\n\t" or (unicodedata.category(c) not in {"Cc", "Cs"} and c not in _BIDI)
    )
    return "".join(kept).strip()


def shown(text: str) -> str:
    """Return the text for a screen: what could steer a terminal is made visible or dropped."""
    return "".join(
        c
        if c == "\n" or (unicodedata.category(c) != "Cc" and c not in _BIDI)
        else " "
        if c == "\t"
        else "\ufffd"
        for c in text
    )


def width(text: str) -> int:
    """Return how many columns the text takes on a terminal (a Chinese character takes two)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def pad(text: str, columns: int) -> str:
    """Return the text followed by as many spaces as fill the columns."""
    return text + " " * max(0, columns - width(text))


_NOT_FIRST = frozenset("，。、；：？！）》」』】”’…,.;:?!)")


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most so many columns.

    Latin words stay whole, Chinese breaks anywhere but before a closing mark.
    """
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph):
            if line and width(line) + width(piece.rstrip()) > columns and piece not in _NOT_FIRST:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip(" ")
            while width(line.rstrip()) > columns + 2:
                cut = _cut(line, columns)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """Take a text apart where a line may break: after a space, around each wide character."""
    pieces: list[str] = []
    word = ""
    for char in text:
        if unicodedata.east_asian_width(char) in "WF":
            pieces += [word, char] if word else [char]
            word = ""
        elif char == " ":
            pieces.append(word + char)
            word = ""
        else:
            word += char
    return [*pieces, word] if word else pieces


def _cut(text: str, columns: int) -> int:
    """Return how many characters of a text fit into the columns; at least one."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > columns:
            return max(index, 1)
    return len(text)
