"""The ladder an issue climbs where the complex cannot settle it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import LANGUAGES, N_, _, catalogue
from jinlin.issue.rules.choices import choices_of, said_word


class Level(StrEnum):
    """Who has an issue on the table."""

    COMPLEX = "complex"
    FRIDAY = "friday"
    COMMUNITY = "community"
    STREET = "street"
    DISTRICT = "district"


LEVEL_LABELS: Final[Mapping[Level, str]] = {
    Level.COMPLEX: N_("complex"),
    Level.FRIDAY: N_("Friday council"),
    Level.COMMUNITY: N_("community"),
    Level.STREET: N_("street"),
    Level.DISTRICT: N_("district"),
}
LEVEL_WORDS: Final[Mapping[str, Level]] = {
    "小区": Level.COMPLEX,
    "支部": Level.COMPLEX,
    "周五": Level.FRIDAY,
    "周五议事日": Level.FRIDAY,
    "议事日": Level.FRIDAY,
    "社区": Level.COMMUNITY,
    "街道": Level.STREET,
    "区": Level.DISTRICT,
    "区县": Level.DISTRICT,
    "区(县)": Level.DISTRICT,
    **{level.value: level for level in Level},
}


def level_said(text: str) -> Level | None:
    """Return the level a label says, in whichever language it was written down."""
    for level, label in LEVEL_LABELS.items():
        if text in {level.value, label, *(catalogue(one).say(label) for one in LANGUAGES)}:
            return level
    return None


def read_level(text: str) -> Level:
    """Read a level: `complex`, `周五议事日`, `社区`, `街道`, `district`.

    Raises:
        UsageError: it is none of them.
    """
    level = said_word(text, LEVEL_WORDS)
    if level is None:
        raise UsageError(
            _("“{text}” is no level.").format(text=text), hint=choices_of(LEVEL_LABELS)
        )
    return level
