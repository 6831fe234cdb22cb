"""Dimensions of statistics: by what the figures of issues are told apart."""

from __future__ import annotations

from collections.abc import Iterable

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import listed
from jinlin.core.word import Word


class Side(Word, refusal=N_("“{text}” is nothing figures can be told apart by.")):
    """By what figures are told apart."""

    CATEGORY = "category", N_("Category")
    GROUP = "group", N_("Group of categories")
    BUILDING = "building", N_("Building"), "楼"
    STEWARD = "steward", N_("In charge"), "红管家"
    STATUS = "status", N_("Status")
    MONTH = "month", N_("Month"), "月"
    CHANNEL = "channel", N_("Channel"), "渠道"
    LEVEL = "level", N_("Level"), "级别"
    DEPARTMENT = "department", N_("Department")


def read_sides(words: Iterable[str]) -> tuple[Side, ...]:
    """Read by what figures are to be told apart: `category,building`, `类别，楼栋`.

    Raises:
        UsageError: one is not known, is said twice, or departments stand beside others.
    """
    said = (one for word in words for one in listed(word) or [word])
    sides = tuple(dict.fromkeys(map(Side.read, said)))
    if Side.DEPARTMENT in sides and len(sides) > 1:
        raise UsageError(
            _("Departments are counted by their calls, not together with other sides."),
            hint=_("Write --by department alone."),
        )
    return sides
