"""By what figures are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.issue.rules.choices import choices_of, said_word


class Side(StrEnum):
    """By what figures are told apart."""

    CATEGORY = "category"
    GROUP = "group"
    BUILDING = "building"
    STEWARD = "steward"
    STATUS = "status"
    MONTH = "month"
    CHANNEL = "channel"
    LEVEL = "level"
    DEPARTMENT = "department"


SIDE_LABELS: Final[Mapping[Side, str]] = {
    Side.CATEGORY: N_("Category"),
    Side.GROUP: N_("Group of categories"),
    Side.BUILDING: N_("Building"),
    Side.STEWARD: N_("In charge"),
    Side.STATUS: N_("Status"),
    Side.MONTH: N_("Month"),
    Side.CHANNEL: N_("Channel"),
    Side.LEVEL: N_("Level"),
    Side.DEPARTMENT: N_("Department"),
}
SIDE_WORDS: Final[Mapping[str, Side]] = {
    "类别": Side.CATEGORY,
    "大类": Side.GROUP,
    "楼栋": Side.BUILDING,
    "楼": Side.BUILDING,
    "责任人": Side.STEWARD,
    "红管家": Side.STEWARD,
    "状态": Side.STATUS,
    "月份": Side.MONTH,
    "月": Side.MONTH,
    "渠道": Side.CHANNEL,
    "来源": Side.CHANNEL,
    "层级": Side.LEVEL,
    "级别": Side.LEVEL,
    "部门": Side.DEPARTMENT,
    **{side.value: side for side in Side},
}


def read_sides(words: Iterable[str]) -> tuple[Side, ...]:
    """Read by what figures are to be told apart: `category,building`, `类别，楼栋`.

    Raises:
        UsageError: one is not known, is said twice, or departments stand beside others.
    """
    sides: list[Side] = []
    for word in words:
        for said in word.replace("，", ",").replace("、", ",").split(","):
            side = said_word(said, SIDE_WORDS) if compact(said) else None
            if side is None:
                raise UsageError(
                    _("“{text}” is nothing figures can be told apart by.").format(text=said),
                    hint=choices_of(SIDE_LABELS),
                )
            if side not in sides:
                sides.append(side)
    if Side.DEPARTMENT in sides and len(sides) > 1:
        raise UsageError(
            _("Departments are counted by their calls, not together with other sides."),
            hint=_("Write --by department alone."),
        )
    return tuple(sides)
