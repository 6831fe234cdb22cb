"""The errors a user can meet, each with its exit code and a sentence that says how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import ClassVar, NamedTuple

from jinlin.core.i18n import _


class RowProblem(NamedTuple):
    """What is wrong with one row of a file.

    Attributes:
        row: the row as a spreadsheet numbers it, the first one being 1.
        column: the header as the file writes it; empty when the whole row is meant.
        reason: one sentence in the user's language.
        sheet: which sheet, where a file has several; else empty.
        lasting: it contradicts another row, and does not become right by coming alone.
    """

    row: int
    column: str
    reason: str
    sheet: str = ""
    lasting: bool = False

    @property
    def where(self) -> str:
        """Where it is, in the user's language: `sheet 3号楼, row 5, column 房号`."""
        said = _("row {row}").format(row=self.row)
        if self.column:
            header = " ".join(self.column.split())  # of several lines in many a spreadsheet
            said = _("row {row}, column {column}").format(row=self.row, column=header)
        return _("sheet {sheet}, {row}").format(sheet=self.sheet, row=said) if self.sheet else said

    @property
    def in_row(self) -> str:
        """What is wrong, said beside the row itself: `房号: nothing is filled in`."""
        if not self.column:
            return self.reason
        return _("{what}: {reason}").format(what=self.column, reason=self.reason)

    @property
    def told(self) -> str:
        """What is wrong, and where, in the user's language."""
        return _("{what}: {reason}").format(what=self.where, reason=self.reason)

    @staticmethod
    def told_by_row(problems: Iterable[RowProblem]) -> Iterator[str]:
        """Yield what is wrong with each row, and where: a sentence a row."""
        for _row, several in groupby(problems, key=lambda one: (one.sheet, one.row)):
            first, *others = several
            yield _("; ").join([first.told, *(one.in_row for one in others)])

    def as_json(self) -> dict[str, str | int]:
        """Return what JSON says of it."""
        sheet = {"sheet": self.sheet} if self.sheet else {}
        return {**sheet, "row": self.row, "column": self.column, "reason": self.reason}


class JinlinError(Exception):
    """Something the user must be told; never shown as a traceback.

    Args:
        message: one sentence in the user's language: what is wrong, and where.
        hint: one sentence: how to put it right.
        detail: what only `--verbose` shows.

    Attributes:
        instead: a word that was typed, and what may stand in its place: the line is told with it.
    """

    exit_code: ClassVar[int] = 1
    kind: ClassVar[str] = "rule"
    instead: tuple[str, tuple[str, ...]] | None = None

    def __init__(self, message: str, *, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail


class RuleError(JinlinError):
    """A rule of the domain forbids it: caps too low, nobody pays, a wrong status."""


class UsageError(JinlinError):
    """The words on the command line cannot be read, or one is missing."""

    exit_code = 2
    kind = "usage"


class UnansweredError(UsageError):
    """A word is missing that nobody is there to be asked for."""


class NotFoundError(JinlinError):
    """There is no such thing, or more than one."""

    exit_code = 3
    kind = "not_found"


class StoreError(JinlinError):
    """The database: missing, newer, damaged, locked, folder read-only, disk full.

    Args:
        message: as for every error.
        hint: as for every error; what is said where no backup of a lost database is found.
        detail: as for every error.
        lost: the database that is missing or no longer what it was, so that a backup may help.
    """

    exit_code = 4
    kind = "database"

    def __init__(
        self, message: str, *, hint: str = "", detail: str = "", lost: Path | None = None
    ) -> None:
        super().__init__(message, hint=hint, detail=detail)
        self.lost = lost


class FileError(JinlinError):
    """Another file: unreadable, wrong format, open elsewhere, not writable, rows refused.

    Args:
        message: as for every error.
        hint: as for every error.
        detail: as for every error.
        rows: the rows that were refused, when it is about rows.
        missing: the file that is not there, so that one of a like name may be meant.
    """

    exit_code = 5
    kind = "file"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        detail: str = "",
        rows: tuple[RowProblem, ...] = (),
        missing: Path | None = None,
    ) -> None:
        super().__init__(message, hint=hint, detail=detail)
        self.rows = rows
        self.missing = missing
