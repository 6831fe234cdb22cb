"""What the verbs of `jinlin notice` say of a notice, on the screen and in JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import NoticePeriod, Type


def notice_data(notice: NoticeRow) -> dict[str, Any]:
    """Return what JSON says of a notice that was written."""
    return {
        "number": notice.label,
        "title": notice.title,
        "type": notice.type.value,
        "matter": notice.matter,
        "status": notice.status.value,
        "signer": notice.signer,
        "places": list(notice.places),
        "about": "/".join(notice.about) if notice.about else None,
        "posted_on": _iso(notice.posted_on),
        "ends_on": _iso(notice.ends_on),
        "period_days": notice.period.days if notice.period else None,
        "period_unit": notice.period.unit.value if notice.period else None,
        "period_source": notice.period.source if notice.period else None,
    }


def period_told(notice: NoticeRow) -> str:
    """Return how long a notice hangs, with where that stands."""
    if notice.period is None:
        if notice.type.passes:
            return _("It has no period: take it down once what it tells of is over.")
        return _("It hangs until it changes.")
    said = length_told(notice.period)
    if notice.posted_on is None:
        return _("Period once it is posted: {period}.").format(period=said)
    return _("Period: to {last}, {period}; the day of posting is not counted.").format(
        last=notice.ends_on, period=said
    )


def length_told(period: NoticePeriod) -> str:
    """Return how many days a period has, and where that stands."""
    source = (
        _(" (from: {source})").format(source=basis_words(period.source)) if period.source else ""
    )
    return _("{days} {unit}{source}").format(
        days=period.days, unit=period.unit.label, source=source
    )


def tell_duties(call: Call, notice: NoticeRow) -> None:
    """Say what is still to be done about a notice that is over or withdrawn."""
    if notice.to_take_down:
        call.tell(
            _("Take it down, and record it: jinlin notice proof {number} --down").format(
                number=notice.label
            ),
        )
    if notice.open_objections:
        call.tell(
            _("Objections without an answer: {count}. See: jinlin notice show {number}").format(
                count=notice.open_objections, number=notice.label
            ),
        )
    if notice.type is Type.PUBLIC_NOTICE and notice.posted_on and not notice.withdrawn_on:
        call.tell(
            _("The note on its result: jinlin notice print {number} --result").format(
                number=notice.label
            ),
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
