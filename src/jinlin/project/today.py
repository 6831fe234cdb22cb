"""Which works want somebody: a stage due within a week, one without a member, a long silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.project.progress.waiting import going_on
from jinlin.store.transaction.tx import Reader

AHEAD: Final = timedelta(days=7)
"""So long beforehand a stage is told of."""


def _due(reader: Reader) -> Iterator[TodayLine]:
    by = reader.clock.today + AHEAD
    for one in sorted(going_on(reader), key=lambda one: one.due_on or ""):
        if one.is_due(by):
            yield TodayLine(one.label, one.text, one.due_on)


def _unwatched(reader: Reader) -> Iterator[TodayLine]:
    for one in going_on(reader):
        if not one.watched:
            yield TodayLine(one.label, one.text)


def _silent(reader: Reader) -> Iterator[TodayLine]:
    for one in going_on(reader):
        if one.is_silent(reader.clock.today):
            yield TodayLine(one.label, one.text, one.last_on)


SECTIONS: Final = (
    TodaySection(
        172,
        "works_due",
        N_("Stages of projects that are to be over"),
        N_("jinlin project show {number}"),
        _due,
    ),
    TodaySection(
        174,
        "works_unwatched",
        N_("Stages of projects without a member of the branch"),
        N_("jinlin project note {number} … --by …"),
        _unwatched,
    ),
    TodaySection(
        176,
        "works_silent",
        N_("Projects without a note for 30 days"),
        N_("jinlin project note {number} …"),
        _silent,
    ),
)
