"""Lines to type as they are typed in the window: without `jinlin`, with which hints begin them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, Final, TextIO

_HELP: Final = re.compile(r"(?<![A-Za-z0-9./\\-])jinlin --(?=help|帮助)")
_PROGRAM: Final = re.compile(r"(?<![A-Za-z0-9./\\-])jinlin (?=([A-Za-z-]+|[^\W_a-zA-Z]+))")


class PlainLines:
    """A stream of the screen on which no line to type begins with the program.

    Files, and what is written as bytes (JSON, csv), stay as they are.

    Args:
        stream: where it goes.
        nouns: the words with which a command begins.
    """

    def __init__(self, stream: TextIO, nouns: Collection[str]) -> None:
        self._stream, self._nouns = stream, nouns

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text without the program before a command."""
        self._stream.write(self._plain(text) if "jinlin " in text else text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write lines likewise."""
        for line in lines:
            self.write(line)

    def _plain(self, text: str) -> str:
        def plain(found: re.Match[str]) -> str:
            behind = found[1]
            known = behind in self._nouns or (
                not behind.isascii() and any(behind.startswith(noun) for noun in self._nouns)
            )
            return "" if known or _begins_a_line(behind) else found[0]

        return _PROGRAM.sub(plain, _HELP.sub("", text))


def _begins_a_line(word: str) -> bool:
    """Return whether a line may begin with a word that is no noun: `派单 43 谁`."""
    from jinlin.cli.line.verb_homes import SHORT_CUTS, homes

    return not word.isascii() and (word in SHORT_CUTS or word in homes())
