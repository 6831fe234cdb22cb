"""One row of a table, asked for what its cells mean; what cannot be read is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar

from jinlin.core.clock import Clock
from jinlin.core.days.said_days import parse_day
from jinlin.core.errors import JinlinError, RowProblem
from jinlin.core.i18n import _
from jinlin.core.money import parse_area, parse_money
from jinlin.core.numerals import int_of
from jinlin.core.people.phone import read_phone
from jinlin.core.text import clean, compact
from jinlin.exchange.file.sheets import MAX_CELL, NO_RESULT
from jinlin.exchange.table.headers import Headers
from jinlin.exchange.table.serial_days import day_in_words
from jinlin.exchange.table.value_words import blank_words

_DESTROYED = re.compile(r"(?<![0-9a-z])[+-]?\d(?:\.\d+)?e\+?\d+")
_FLOOR = re.compile(
    r"第?(?P<below>负|地下|b|-)?第?(?P<number>\d{1,3}|[一二两三四五六七八九十百零]+)(?:层|楼|f)?"
)
_ABOUT = re.compile(r"[约大左右余多近?？±~～]|about", re.IGNORECASE)
_SEVERAL = re.compile(r"\d+(?:\.\d+)?(?:㎡|m2|平方米|平米|平)?[/／、,;；|(（+]\D*\d.*")
_HAN_NAME = re.compile(r"[\u3400-\u9fff·]+")
_Value = TypeVar("_Value")
STAR: Final = "*"
"""What stands for hidden characters; a table that was masked cannot be read back."""


class RowError(Exception):
    """A row cannot be taken; the others can.

    Args:
        problems: which columns, and why; at least one.
    """

    def __init__(self, *problems: RowProblem) -> None:
        super().__init__(problems[0].reason)
        self.problems = problems

    @property
    def problem(self) -> RowProblem:
        """The first of its problems."""
        return self.problems[0]


def all_faults(reads: Iterable[Callable[[], object]]) -> None:
    """Read every part of a row, so that all its faults are told at once.

    Raises:
        RowError: with the problems of every part that cannot be read.
    """
    problems: dict[RowProblem, None] = {}
    for read in reads:
        try:
            read()
        except RowError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise RowError(*problems)


@dataclass(slots=True)
class Row:
    """One row of data.

    Attributes:
        number: its number in the file, the first row being 1.
        cells: its cells as the file writes them.
        headers: what the columns hold.
    """

    number: int
    cells: list[str]
    headers: Headers

    def text(self, field: str) -> str:
        """Return a cell cleaned; empty when there is no such column, or nothing is known.

        Raises:
            RowError: it holds more than `MAX_CELL` characters, or a formula without its result.
        """
        column = self.headers.columns.get(field)
        if column is None or column >= len(self.cells) or not self.cells[column]:
            return ""
        return self._cell(field, column)

    def texts(self, field: str) -> list[tuple[str, str]]:
        """Return header and cell of every column that holds a field, without the empty ones.

        Raises:
            RowError: as for `text`.
        """
        columns = (self.headers.columns.get(field), *self.headers.further.get(field, ()))
        cells = ((c, self._cell(field, c)) for c in columns if c is not None)
        return [(self.headers.names[column], cell) for column, cell in cells if cell]

    def kept(self, field: str) -> str:
        """Return a cell of a table that we wrote: `无` and `-` are what somebody wrote there.

        Raises:
            RowError: as for `text`.
        """
        column = self.headers.columns.get(field)
        return "" if column is None else self._written(field, column)

    def _cell(self, field: str, column: int) -> str:
        cell = self._written(field, column)
        return "" if cell in blank_words() else cell

    def _written(self, field: str, column: int) -> str:
        if column >= len(self.cells):
            return ""
        cell = self.cells[column]
        if len(cell) > MAX_CELL:
            raise self.error(field, _("more than {count} characters").format(count=MAX_CELL))
        if cell == NO_RESULT:
            raise self.error(
                field,
                _("a formula whose result is not saved: open the file in Excel or WPS and save it"),
            )
        return cell.strip() if cell.isprintable() else clean(cell)

    def required(self, field: str) -> str:
        """Return a cell that must not be empty.

        Raises:
            RowError: it is.
        """
        text = self.text(field)
        if not text:
            raise self.error(field, _("nothing is filled in"))
        return text

    def name(self, field: str) -> str:
        """Return somebody's name, without the spaces that only align it: `张 三` is `张三`.

        Raises:
            RowError: part of it is hidden.
        """
        return without_padding(self.whole(field))

    def phone(self, field: str) -> str:
        """Return a phone number in digits: `13805911234`, `0591-87654321`, `87654321-802`.

        Raises:
            RowError: it is none, more than one, partly hidden, or a spreadsheet destroyed it.
        """
        said = self.whole(field)
        if not said:
            return ""
        self.refuse_destroyed(field, said)
        number = read_phone(said)
        if number is None:
            raise self.error(field, _("“{text}” is not one phone number").format(text=said))
        return number

    def floor(self, field: str) -> int | None:
        """Return a floor: 5 for `5`, `5层`, `五楼`; -1 for `-1`, `负一层`, `B1`; None when empty.

        Raises:
            RowError: it is no floor, or more than one.
        """
        said = self.text(field)
        floor = _floor(said)
        if said and floor is None:
            raise self.error(field, _("“{text}” is not one floor").format(text=said))
        return floor

    def area(self, field: str) -> int | None:
        """Return an area in hundredths of a square metre; None when empty.

        Raises:
            RowError: it is none.
        """
        said = self.text(field)
        if not said:
            return None
        try:
            return _area(said)
        except JinlinError as error:
            raise self.error(field, _no_area(said) or reason_of(error)) from error

    def money(self, field: str) -> int | None:
        """Return an amount in fen; None when empty.

        Raises:
            RowError: it is none.
        """
        said = self.text(field)
        return self.read(field, lambda: parse_money(said)) if said else None

    def read(
        self,
        field: str,
        read: Callable[[], _Value],
        *,
        lasting: bool = False,
        hinted: bool = False,
    ) -> _Value:
        """Return what a rule makes of a cell; what the rule refuses is told as this row's fault.

        Args:
            field: as `error`.
            read: the rule, with the cell in it.
            lasting: as `error`.
            hinted: as `reason_of`.

        Raises:
            RowError: the rule refuses it.
        """
        try:
            return read()
        except JinlinError as error:
            raise self.error(field, reason_of(error, hinted=hinted), lasting=lasting) from error

    def day(
        self, field: str, clock: Clock, *, planned: bool = False, past: bool = False
    ) -> date | None:
        """Return a day, also of a moment or as a spreadsheet numbers it; None when empty.

        Args:
            field: the field.
            clock: for a day without its year.
            planned: as `parse_day`.
            past: as `parse_day`.

        Raises:
            RowError: it is none.
        """
        said = day_in_words(self.text(field)).replace("T", " ").partition(" ")[0]
        if not said:
            return None
        return self.read(field, lambda: parse_day(said, clock, planned=planned, past=past))

    def error(self, field: str, reason: str, *, lasting: bool = False) -> RowError:
        """Return the error that refuses this row because of one field.

        Args:
            field: the field; empty when the whole row is meant.
            reason: why, in the user's language.
            lasting: another row says otherwise.
        """
        column = self.headers.name(field) if field else ""
        return RowError(RowProblem(self.number, column, reason, self.sheet, lasting))

    @property
    def where(self) -> str:
        """Where it stands, for messages: `sheet 3号楼, row 5`."""
        return RowProblem(self.number, "", "", self.sheet).where

    @property
    def sheet(self) -> str:
        """Which sheet it stands on, where the file has several; else empty."""
        return self.headers.sheet if self.headers.several else ""

    def whole(self, field: str) -> str:
        """Return a cell of which nothing may be hidden.

        Raises:
            RowError: part of it is.
        """
        return self.unhidden(field, self.text(field))

    def unhidden(self, field: str, text: str) -> str:
        """Return what was read from a cell, of which nothing may be hidden.

        Raises:
            RowError: part of it is.
        """
        if STAR in text or "＊" in text:
            raise self.error(field, _("part of it is hidden by *"))
        return text

    def refuse_destroyed(self, field: str, said: str) -> None:
        """Refuse a number whose digits a spreadsheet has thrown away.

        Raises:
            RowError: it is one: `1.38E+10`.
        """
        if _DESTROYED.search(said.lower()):
            raise self.error(
                field,
                _(
                    "the spreadsheet turned the number into {text} and its digits are lost: "
                    "set the column to text and enter it again"
                ).format(text=said),
            )


def reason_of(error: JinlinError, *, hinted: bool = False) -> str:
    """Return what a rule says, as it is told beside a row: without the full stop.

    Args:
        error: what the rule raised.
        hinted: whether its way out is told too.
    """
    said = _("{message} {hint}").format(message=error.message, hint=error.hint) if hinted else ""
    return (said.strip() or error.message).rstrip(".。")


def without_padding(name: str) -> str:
    """Return a name without the spaces that only align it."""
    words = name.split()
    joined = "".join(words)
    return joined if _HAN_NAME.fullmatch(joined) else " ".join(words)


def _no_area(text: str) -> str:
    """Return why people write an area that is none; empty when it is something else."""
    if _ABOUT.search(text):
        return _("“{text}” is only about right: take the figure of the certificate").format(
            text=text
        )
    if _SEVERAL.fullmatch(compact(text)):
        return _("“{text}” holds two areas: keep the one of the certificate").format(text=text)
    return ""


@lru_cache(maxsize=4096)
def _area(text: str) -> int:
    """Read an area; rosters repeat the same few."""
    return parse_area(text)


@lru_cache(maxsize=1024)
def _floor(text: str) -> int | None:
    match = _FLOOR.fullmatch(compact(text))
    if match is None:
        return None
    number = int_of(match["number"])
    return -number if number is not None and match["below"] else number
