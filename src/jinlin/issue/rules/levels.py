"""The ladder an issue climbs where the complex cannot settle it (escalation levels)."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Level(Word, refusal=N_("“{text}” is no level.")):
    """Who has an issue on the table."""

    COMPLEX = "complex", N_("complex"), "小区", "支部"
    FRIDAY = "friday", N_("Friday council"), "周五", "议事日"
    COMMUNITY = "community", N_("community")
    STREET = "street", N_("street")
    DISTRICT = "district", N_("district"), "区", "区县"
