"""`jinlin config holidays`: the days that differ from the week, shown, noted, or from a file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from jinlin.cli.config.holiday_files import YEARS, HolidayKind, day_with_year, read_holidays
from jinlin.core.call import Call
from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.columns import Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.output.asking import confirm
from jinlin.output.command.kind import NamedThing, WordKind
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.command.command import reading, writing
from jinlin.store.holidays import BY_HAND, is_published, keep_day, keep_holidays
from jinlin.store.holidays import holidays as holidays_of

_SHOWN: Final = 3
"""So many days that are known are replaced only after a question."""
_PUBLISHED_IN: Final = 11
"""The month in which the State Council usually publishes the days of the year to come."""


def _what(text: str) -> int | date | str:
    """Read a year such as `2026年`, or a day with its year; whatever else is typed names a file.

    Raises:
        UsageError: holidays of that year are not kept.
    """
    if re.fullmatch(r"\d{4}年?", compact(text)):
        return _known_year(int(compact(text)[:4]), text)
    return day_with_year(text) or text


def _known_year(year: int, text: str) -> int:
    if year not in YEARS:
        raise UsageError(
            _("“{text}” is not a year.").format(text=text), hint=_("Write it like 2026.")
        )
    return year


YEAR_DAY_OR_FILE: Final = WordKind("file", N_("YEAR|DAY|FILE"), _what, names=NamedThing.FILE)


def holidays(
    call: Call,
    what: Annotated[
        int | date | str | None,
        YEAR_DAY_OR_FILE.argument(
            help=N_("A year to show; a day such as 2027-02-05; or a file: xlsx, csv, json.")
        ),
    ] = None,
    kind: Annotated[
        HolidayKind | None,
        choice(HolidayKind, called=N_("OFF|WORK")).argument(
            help=N_("With a day: whether it is a day off or a working day.")
        ),
    ] = None,
    source: Annotated[
        str | None, TEXT.option(help=N_("Where the days come from; otherwise the file's name."))
    ] = None,
) -> None:
    if isinstance(what, date):
        _enter(call, what, kind)
    elif kind is not None:
        raise UsageError(
            _("Which day is meant?"), hint=_("For example: jinlin config holidays 2027-02-05 off")
        )
    elif isinstance(what, str):
        _take(call, call.environment.path(what), source)
    else:
        _show(call, what)


def _enter(call: Call, day: date, kind: HolidayKind | None) -> None:
    if kind is None:
        raise UsageError(
            _("Is {day} a day off or a working day?").format(day=day),
            hint=_("jinlin config holidays {day} off, or work").format(day=day),
        )
    with writing(call) as tx:
        changed = keep_day(tx, day, kind, "")
    words = {"day": day, "weekday": _(WEEKDAY_NAMES[day.weekday()]), "kind": kind.label}
    text = (
        _("{day} ({weekday}): {kind}.")
        if changed
        else _("{day} ({weekday}): {kind}, which was known; nothing was changed.")
    )
    done(
        call,
        text.format(**words),
        number=day.isoformat(),
        data={"day": day.isoformat(), "kind": kind, "changed": changed},
    )


def _show(call: Call, year: int | None) -> None:
    asked = year
    with reading(call) as reader:
        if year is None:
            year = _known_year(reader.clock.today.year, str(reader.clock.today.year))
        days = holidays_of(reader, year)
        today = reader.clock.today
        coming = holidays_of(reader, today.year + 1)
    show(
        call,
        Listing.of(
            "holidays",
            _("Public holidays of {year}").format(year=year),
            (
                Cell("day", _("Date"), lambda d: d.day.isoformat(), Kind.DATE),
                Cell(
                    "weekday",
                    _("Weekday"),
                    lambda d: str(d.day.isoweekday()),
                    labels={str(n): _(name) for n, name in enumerate(WEEKDAY_NAMES, 1)},
                ),
                Cell("kind", _("Kind"), labels=HolidayKind.labels()),
                Cell("name", _("Holiday"), lambda d: d.name or None),
                Cell("source", _("Origin"), labels={BY_HAND: _("entered by hand")}),
            ),
            days,
            empty=_unknown(year),
        ),
    )
    if days and not is_published(days):
        call.tell(_unknown(year))
    elif asked is None and today.month >= _PUBLISHED_IN and not is_published(coming):
        call.tell(_unknown(today.year + 1))


def _unknown(year: int) -> str:
    from jinlin.store.schema.known_days import last_year

    return _(
        "The public holidays of {year} are not known: this release has those published up to"
        " {last}. Monday to Friday count as working days.\n"
        "Note a day: jinlin config holidays {year}-02-05 off\n"
        "Take all from a file: jinlin config holidays FILE"
    ).format(year=year, last=last_year())


def _take(call: Call, path: Path, source: str | None) -> None:
    read = read_holidays(path, source or path.name)
    with reading(call) as reader:
        known = len(holidays_of(reader, read.year))
    if known >= _SHOWN:
        confirm(
            call,
            _("The {count} days known of {year} are replaced by the {new} of {path}.").format(
                count=known, year=read.year, new=len(read.days), path=path.name
            ),
        )
    with writing(call) as tx:
        changed = keep_holidays(tx, read.year, read.days)
    off = sum(day.kind == HolidayKind.OFF for day in read.days)
    work = len(read.days) - off
    text = (
        _("Public holidays of {year}: days off {off}, working days on weekends {work}.")
        if changed
        else _("The public holidays of {year} were known like that; nothing was changed.")
    )
    done(
        call,
        text.format(year=read.year, off=off, work=work),
        number=str(read.year),
        data={"year": read.year, "off": off, "work": work, "changed": changed},
    )
    if changed and len(read.days) < known:
        call.tell(
            _("There were {count} days of {year} before; only those of the file are left: {new}.")
            .format(count=known, year=read.year, new=len(read.days)),
        )  # fmt: skip
    if read.untyped:
        call.tell(_("The file has no column 类型 (休 or 班): every day of it is a day off."))
    if read.weekends:
        call.tell(
            _("Days off on a weekend, which need not be recorded: {count}.").format(
                count=read.weekends
            ),
        )
    if not work:
        call.tell(_("No working day on a weekend is in it; check it against the notice."))
