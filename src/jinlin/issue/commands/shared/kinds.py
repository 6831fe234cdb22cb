"""The kinds of words that commands about issues take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.issue.rules.numbers import parse_number
from jinlin.issue.rules.texts import TITLE_LENGTH, one_line, several_lines
from jinlin.output.command.kind import WordKind


class OneLineKind(WordKind[str]):
    """The kind of a text that is kept on one line."""

    def __init__(self, name: str, called: str, longest: int = TITLE_LENGTH) -> None:
        super().__init__(name, called, str)
        self.longest = longest

    def take(self, text: str, what: str) -> str:
        """Read a text.

        Raises:
            UsageError: it is too long.
        """
        return one_line(text, what=what, longest=self.longest)


class LinesKind(WordKind[str]):
    """The kind of a text that is kept as it was written."""

    def take(self, text: str, what: str) -> str:
        """Read a text.

        Raises:
            UsageError: it is too long.
        """
        return several_lines(text, what=what)


def _number(text: str) -> str:
    parse_number(text)
    return text


ISSUE: Final = WordKind("issue", N_("NUMBER"), _number)
"""An issue: its number, with or without the year."""
TITLE: Final = OneLineKind("title", N_("ISSUE"))
LINES: Final = LinesKind("text", N_("TEXT"), str)
