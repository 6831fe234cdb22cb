"""What an urgency shortens: a falling tile does not wait as long as its category allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.issue.rules.limits import Limit, LimitUnit, Promise, earlier


class Most(NamedTuple):
    """The limits that an urgency allows at most; see `Promise`."""

    respond: Limit
    close: Limit
    escalate: Limit


@cache
def most() -> Mapping[Urgency, Most]:
    """Return what an urgency allows at most, for those that shorten anything."""
    return {
        Urgency(word): Most(
            *(Limit(rule[key][0], LimitUnit(rule[key][1])) for key in ("respond", "close", "raise"))
        )
        for word, rule in shipped("issue/urgencies.toml").items()
    }


def shortened(
    promise: Promise, urgency: Urgency, reported: datetime, calendar: Calendar
) -> Promise:
    """Return what is promised for an issue of an urgency: of each pair what ends earlier.

    Args:
        promise: what its category promises.
        urgency: how urgent it is.
        reported: the civil moment from which it counts.
        calendar: which days are working days.
    """
    allowed = most().get(urgency) if urgency is not Urgency.NORMAL else None
    if allowed is None:
        return promise
    return promise._replace(
        respond=earlier(promise.respond, allowed.respond, reported, calendar),
        close=earlier(promise.close, allowed.close, reported, calendar),
        escalate=earlier(promise.escalate, allowed.escalate, reported, calendar),
    )


class Urgency(Word, refusal=N_("“{text}” is not an urgency.")):
    """How urgent an issue is."""

    NORMAL = "normal", N_("normal"), "普通", "不急"
    URGENT = "urgent", N_("urgent"), "急", "加急", "着急"
    CRITICAL = "critical", N_("critical"), "十万火急", "火急"
