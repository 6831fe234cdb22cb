"""Public holidays from a file: xlsx, xls, csv, or JSON as calendars publish it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.errors import FileError, RowProblem
from jinlin.core.files.reading import read_file
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.exchange.file.jsonfile import json_document
from jinlin.exchange.file.sheets import MAX_BYTES, Line
from jinlin.exchange.file.source import read_book
from jinlin.store.holidays import Holiday

YEARS: Final = range(2000, 2101)
_HEADERS: Final = {
    "day": {"日期", "日子", "day", "date"},
    "kind": {"类型", "休班", "休/班", "kind", "type", "isoffday", "性质", "安排"},
    "name": {"名称", "节日", "节假日", "name", "备注", "说明"},
}
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\s.*)?")
_SATURDAY: Final = 5
_SEARCHED_ROWS: Final = 10

_Record: TypeAlias = tuple[int, str, str | None, str]
"""Number, day, kind and name of a row; no kind where the file has no such column."""


class HolidayKind(Word, refusal=N_("“{text}” is neither a day off nor a working day.")):
    """What a day that differs from the week is."""

    OFF = (
        "off", N_("day off"), "休息", "放假", "假", "假日", "节假日", "法定节假日", "holiday",
        "true",
    )  # fmt: skip
    WORK = (
        "work", N_("working day"), "上班", "补班", "调休", "调休上班", "工作日", "补班日", "false",
    )  # fmt: skip


class HolidayFile(NamedTuple):
    """What a file says.

    Attributes:
        days: the days that differ from the week.
        weekends: how many days off are weekends anyway, and left out.
        year: the year most of its days are in.
        untyped: whether it says no kinds, so that every day of it counts as a day off.
    """

    days: list[Holiday]
    weekends: int
    year: int
    untyped: bool


def read_holidays(path: Path, source: str) -> HolidayFile:
    """Read a file of public holidays.

    Args:
        path: the file.
        source: what is kept as the origin of each day.

    Raises:
        FileError: it cannot be read, or a row cannot be true; all such rows are listed.
    """
    return _checked(path, list(_records(path)), source)


def _records(path: Path) -> Iterator[_Record]:
    """Return number, day, kind and name of each row."""
    if path.suffix.lower() == ".json":
        yield from _from_json(path)
        return
    for sheet in read_book(path).sheets:
        if sheet.hidden:
            continue
        columns, first = _columns(list(islice(sheet.lines(), _SEARCHED_ROWS)))
        if columns is None:
            continue
        for number, cells in sheet.lines():
            if number > first:
                when, kind, name = (
                    cells[place].strip() if place is not None and place < len(cells) else ""
                    for place in columns
                )
                yield number, when, kind if columns[1] is not None else None, name
        return
    raise FileError(
        _("{path} has no column of days.").format(path=path),
        hint=_("One row must say: 日期, 类型, 名称; a type is 休 or 班."),
    )


def _columns(lines: Sequence[Line]) -> tuple[tuple[int | None, ...] | None, int]:
    """Return where day, kind and name stand, and the number of the header row."""
    for number, cells in lines:
        said = [compact(cell) for cell in cells]
        places = tuple(
            next((i for i, cell in enumerate(said) if cell in words), None)
            for words in _HEADERS.values()
        )
        if places[0] is not None and (places[1] is not None or places[2] is not None):
            return places, number
        if cells and day_with_year(cells[0]) is not None:
            return (0, 1, 2), number - 1
    return None, 0


def _from_json(path: Path) -> Iterator[_Record]:
    try:
        said = json_document(path, read_file(path, MAX_BYTES))
        days = said["days"] if isinstance(said, dict) else said
        for number, item in enumerate(days, 1):
            small = {str(key).lower(): str(value) for key, value in item.items()}
            when, kind, name = (
                next((small[word] for word in words if word in small), "")
                for words in _HEADERS.values()
            )
            yield number, when, kind, name
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileError(
            _("{path} is no list of days.").format(path=path),
            hint=_('A day looks like {"date": "2027-01-01", "kind": "off", "name": "元旦"}.'),
            detail=str(error),
        ) from error


def _checked(path: Path, lines: Sequence[_Record], source: str) -> HolidayFile:
    """Return the days of a file.

    Raises:
        FileError: a row cannot be read or is not true; all such rows are listed.
    """
    days: dict[date, Holiday] = {}
    problems, weekends = [], 0
    for number, when, kind_word, name in lines:
        if not (when or kind_word):
            continue
        day, kind = (
            day_with_year(when),
            HolidayKind.OFF if kind_word is None else HolidayKind.said(kind_word),
        )
        if problem := _problem(number, when, kind_word, day, kind, days):
            problems.append(problem)
        elif day is not None and kind is not None:
            if kind is HolidayKind.OFF and day.weekday() >= _SATURDAY:
                weekends += 1
            else:
                days[day] = Holiday(day, kind, clean(name), source)
    if problems or not days:
        raise FileError(
            _("{path} cannot be taken as a list of public holidays.").format(path=path),
            hint=_("Mend the rows and take it again; nothing was changed."),
            rows=tuple(problems),
        )
    year = Counter(day.year for day in days).most_common(1)[0][0]
    untyped = all(kind is None for _number, _when, kind, _name in lines)
    return HolidayFile([days[day] for day in sorted(days)], weekends, year, untyped)


def _problem(
    number: int,
    when: str,
    word: str | None,
    day: date | None,
    kind: HolidayKind | None,
    known: dict[date, Holiday],
) -> RowProblem | None:
    """Say what is wrong with a row; None when nothing is."""
    if day is None:
        return RowProblem(
            number, "日期", _("“{text}” is not a day with its year").format(text=when)
        )
    if kind is None:
        return RowProblem(number, "类型", _("“{text}” is neither 休 nor 班").format(text=word))
    if day in known:
        return RowProblem(number, "日期", _("{day} stands there twice").format(day=day))
    if kind is HolidayKind.WORK and day.weekday() < _SATURDAY:
        weekday = _(WEEKDAY_NAMES[day.weekday()])
        return RowProblem(
            number,
            "类型",
            _("{day} is a {weekday}, a working day anyway").format(day=day, weekday=weekday),
        )
    return None


def day_with_year(text: str) -> date | None:
    """Return a day that is written with its year; None where a text is no such day."""
    match = _DAY.fullmatch(text.strip())
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None
