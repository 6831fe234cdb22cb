"""Dimensions of statistics: by what the figures of issues are told apart."""

from __future__ import annotations

from collections.abc import Iterable

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word


class Side(Word, refusal=N_("“{text}” is nothing figures can be told apart by.")):
    """By what figures are told apart."""

    CATEGORY = "category", N_("Category")
    GROUP = "group", N_("Group")
    BUILDING = "building", N_("Building"), "楼"
    STEWARD = "steward", N_("In charge"), "红管家"
    STATUS = "status", N_("Status")
    MONTH = "month", N_("Month"), "月"
    CHANNEL = "channel", N_("Channel"), "渠道"
    LEVEL = "level", N_("Level"), "级别"
    DEPARTMENT = "department", N_("Department")


def one_table(said: Iterable[Side]) -> tuple[Side, ...]:
    """Return by what figures are to be told apart, each once.

    Raises:
        UsageError: departments stand beside others.
    """
    sides = tuple(dict.fromkeys(said))
    if Side.DEPARTMENT in sides and len(sides) > 1:
        raise UsageError(
            _("Departments are counted by their calls, not together with other sides."),
            hint=_("Write --by department alone."),
        )
    return sides
