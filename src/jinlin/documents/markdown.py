"""Markdown in which what people wrote stands as they wrote it, whatever marks are in it."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*_\[\]<>|#~&$])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return " ".join(paragraph for paragraph in escaped_lines(text) if paragraph)


def escaped_lines(text: str) -> list[str]:
    """Return the lines of a text, each as Markdown shows it as it is."""
    return [_escaped_line(line.strip()) for line in text.split("\n")]


def _escaped_line(line: str) -> str:
    marked = _INLINE.sub(r"\\\1", line)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", marked)
