"""The kinds of words that commands about issues take."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_
from jinlin.core.people.wholenames import check_whole
from jinlin.core.text import clean
from jinlin.issue.rules.numbers import parse_number
from jinlin.issue.rules.texts import NAME_LENGTH, TITLE_LENGTH, named, one_line, several_lines
from jinlin.output.command.kind import WordKind
from jinlin.output.command.typed_words import BLANKS


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


class ReporterKind(OneLineKind):
    """The kind of the name of somebody who brings an issue, or for whom; empty for 匿名."""

    def take(self, text: str, what: str) -> str:
        """Read a name.

        Raises:
            UsageError: it is too long, or holds a `*`.
        """
        name = super().take(text, what)
        check_whole(name)
        return named(name)


def _number(text: str) -> str:
    parse_number(text)
    return text


def _is_department(text: str) -> bool:
    from jinlin.issue.rules.departments import read_department

    with suppress(NotFoundError):
        return bool(read_department(text, whole=True))
    return False


ISSUE: Final = WordKind("issue", N_("NUMBER"), _number)
"""An issue: its number, with or without the year."""
OPEN_ISSUE: Final = WordKind("open issue", N_("NUMBER"), _number)
"""An issue that is mostly an open one."""
CATEGORY: Final = WordKind("category", N_("NAME"), clean)
"""A category of issues or a group of them: its name or code."""
DEPARTMENT: Final = WordKind("department", N_("NAME"), clean, knows=_is_department)
"""A department as people say it."""
DEPARTMENTS: Final = DEPARTMENT.several(also=BLANKS)
TITLE: Final = OneLineKind("text", N_("ISSUE"))
LINE: Final = OneLineKind("text", N_("TEXT"))
SHORT_NAME: Final = OneLineKind("name", N_("NAME"), NAME_LENGTH)
REPORTER: Final = ReporterKind("person", N_("NAME"), NAME_LENGTH)
LINES: Final = LinesKind("text", N_("TEXT"), str)
