"""The fields of a notice as a paper: what people call them, which it needs, how they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.reference import Reference
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import NoticePeriod, Type, ends_on
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader

FIELD_LABELS: Final[Mapping[str, str]] = {
    "title": N_("title"),
    "body": N_("wording"),
    "basis": N_("basis"),
    "audience": N_("whom it concerns"),
    "signer": N_("signed by"),
    "witness": N_("witnessed by"),
    "contact": N_("where to object or ask"),
    "places": N_("places"),
    "attachments": N_("attachments"),
    "named": N_("names it may show"),
    "period": N_("period"),
    "matter": N_("matter"),
    "about": N_("what it is about"),
}
"""What people call the fields of a notice."""
_NEEDED: Final[Mapping[Type, tuple[str, ...]]] = {
    Type.PUBLIC_NOTICE: ("basis", "contact", "places"),
    Type.ANNOUNCEMENT: ("basis", "places"),
    Type.DISCLOSURE: ("places",),
    Type.NOTIFICATION: ("audience", "places"),
}
"""What must be there before it goes up, by type (practice.md 5.1)."""
_OPTIONS: Final[Mapping[str, Sequence[str]]] = {
    "basis": ["--basis"],
    "contact": ["--contact", "--联系方式"],
    "places": ["--place"],
    "audience": ["--for", "--对象"],
}


def check_complete(type_: Type, fields: Mapping[str, Any]) -> None:
    """Refuse to put up a paper on which something is missing.

    Raises:
        UsageError: it names what.
    """
    missing = [field for field in _NEEDED[type_] if not fields[field]]
    if missing:
        raise UsageError(
            _("Missing: {names}.").format(
                names=_(", ").join(
                    f"{_(FIELD_LABELS[f])}（{as_typed(*_OPTIONS[f])}）" for f in missing
                )
            ),
            hint=_("Give it on the command line, or keep a draft with --draft."),
        )


def last_day(reader: Reader, posted_on: date | None, period: NoticePeriod | None) -> date | None:
    """Return the last day of a notice; None of a draft, and of what hangs as long as it is true.

    Raises:
        UsageError: the day it was put up is yet to come.
    """
    if posted_on is None:
        return None
    if posted_on > reader.clock.today:
        raise UsageError(
            _("{day} is yet to come: what is posted hangs already.").format(day=posted_on),
            hint=_("Keep a draft with --draft, and post it on the day: jinlin notice post N12"),
        )
    return ends_on(posted_on, period, calendar(reader)) if period else None


def day_columns(notice: NoticeRow) -> dict[str, str | None]:
    """Return when a notice hangs, as the database keeps it."""
    first, last = notice.posted_on, notice.ends_on
    return {
        "posted_on": first.isoformat() if first else None,
        "ends_on": last.isoformat() if last else None,
    }


def about_columns(about: Reference | None) -> dict[str, str | None]:
    """Return what a notice is about, as the database keeps it."""
    kind, number = about or (None, None)
    return {"about_kind": kind, "about_number": number}


def period_columns(period: NoticePeriod | None) -> dict[str, object]:
    """Return a period, as the database keeps it."""
    if period is None:
        return {"period_days": None, "period_unit": None, "period_source": ""}
    return {
        "period_days": period.days,
        "period_unit": period.unit.value,
        "period_source": period.source,
    }


def kept(value: str | Sequence[str]) -> str:
    """Return the text of a field, as the database keeps it: several, a line each."""
    return value if isinstance(value, str) else "\n".join(value)
