"""The columns that a listing of the purses and one of their entries share."""

from __future__ import annotations

from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.member.rules.purses import Direction, Purse


def purse_column() -> Column:
    return Column(key="purse", heading=_("Purse"), labels=Purse.labels())


def direction_column() -> Column:
    return Column(key="direction", heading=_("Direction"), labels=Direction.labels())
