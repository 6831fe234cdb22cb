"""One value, as people read it, as JSON keeps it, as csv carries it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.decimals import p_over_q
from jinlin.core.i18n import _
from jinlin.core.money import area_text, square_metres, yuan
from jinlin.core.people.surnames import DOUBLE_SURNAMES
from jinlin.core.text import NEWLINES, STARTS_FORMULA
from jinlin.store.schema.retention import FORGOTTEN

if TYPE_CHECKING:
    from fractions import Fraction


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?: |$)")
_AS_THEY_ARE: Final = (None, Personal.ACTING, Personal.TEXT)
"""What a single value cannot be masked by: `output/listing/listed_texts.py` looks at whole rows."""
_PARTS: Final = {
    "phone": Personal.PHONE,
    "other_phone": Personal.PHONE,
    "id_number": Personal.ID,
}


def hidden(column: Column, value: Any, *, unmask: bool) -> Any:
    """Return the value with personal data masked, unless asked not to."""
    if column.personal in _AS_THEY_ARE or unmask or value in (None, ""):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [{**item, **_masked_parts(item, column.personal)} for item in value]
    return masked(str(value), column.personal)


def _masked_parts(item: Mapping[str, Any], name: Personal) -> dict[str, Any]:
    """Return the personal parts of one of several people, masked."""
    parts = {"name": name, **_PARTS}
    return {key: masked(item[key], what) for key, what in parts.items() if item.get(key)}


def as_text(column: Column, value: Any) -> str:  # noqa: PLR0911  (one line a kind)
    """Return what people read; empty where there is nothing."""
    if value is None:
        return ""
    if (label := column.labelled(value)) is not None:
        return label
    if column.kind is Kind.MONEY:
        return yuan(value)
    if column.kind is Kind.AREA:
        return area_text(value)
    if column.kind is Kind.BOOLEAN:
        return _("yes") if value else ""
    if column.kind is Kind.RATE:
        return percent(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, list | tuple):
        return "、".join(str(item["name"]) for item in value)
    return str(value).translate(NEWLINES)


def dated(column: Column, value: Any, written: Callable[[date], str]) -> str:
    """Return what people read of a value, its day as it is written where it stands."""
    text = as_text(column, value)
    if column.kind not in {Kind.DATE, Kind.TIME} or not _DAY.match(text):
        return text
    day, _space, time = text.partition(" ")
    return " ".join((written(date.fromisoformat(day)), time)).rstrip()


def moment_text(moment: datetime) -> str:
    """Return a moment as people read it: midnight is a day without a time."""
    timed = moment.time() != time.min
    return moment.strftime("%Y-%m-%d %H:%M" if timed else "%Y-%m-%d")


def as_json(column: Column, value: Any) -> Any:
    """Return what JSON keeps: fen as integers, areas and fractions as text, moments with offset."""
    if value is None:
        return None
    if column.kind is Kind.AREA:
        return square_metres(value)
    if column.kind is Kind.RATE:
        return p_over_q(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


def as_csv(column: Column, value: Any) -> str:
    """Return what csv carries: plain numbers; text that could start a formula behind a `'`."""
    if value is None:
        return ""
    if column.kind is Kind.MONEY:
        return yuan(value).replace(",", "")
    text = as_text(column, value)
    if column.kind.numeric:
        return text
    return guarded(text)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(STARTS_FORMULA) else text


def percent(rate: Fraction) -> str:
    """Return a rate as a percentage with one decimal, rounded half up exactly."""
    tenths = (2000 * rate.numerator + rate.denominator) // (2 * rate.denominator)
    return f"{tenths // 10}.{tenths % 10}%"


_PHONE_DIGITS = 11


def masked(value: str, personal: Personal) -> str:
    """Return a personal datum with its telling part hidden: `张**`, `138****5678`.

    What stands in the place of somebody who was forgotten tells nothing, and stays.
    """
    if value.startswith(FORGOTTEN):
        return value
    if personal is Personal.NAME:
        return _masked_name(value)
    kept = (3, 4) if personal is Personal.PHONE else (4, 4)
    if personal is Personal.PHONE and len(value) < _PHONE_DIGITS:
        kept = (0, 2)
    hidden = len(value) - sum(kept)
    return value[: kept[0]] + "*" * hidden + value[len(value) - kept[1] :] if hidden > 0 else "****"


def _masked_name(name: str) -> str:
    surname = name[:2] if name[:2] in DOUBLE_SURNAMES and len(name) > 2 else name[:1]  # noqa: PLR2004
    return f"{surname}**"
