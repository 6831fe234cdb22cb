"""Which works a council that hears issues should hear of: those whose stage is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.meeting.agenda.agenda_sources import SourceItem
from jinlin.project.progress.waiting import going_on
from jinlin.project.record.projects import KIND
from jinlin.store.transaction.tx import Reader

SOURCE = KIND
"""What their items on an agenda say of where they come from."""


def items(reader: Reader) -> Iterator[SourceItem]:
    """Yield the works whose stage is overdue."""
    yesterday = reader.clock.today - timedelta(days=1)
    for one in going_on(reader):
        if one.is_due(yesterday):
            yield SourceItem(
                SOURCE,
                one.label,
                one.title,
                _("the stage “{stage}” was to be over by {day}").format(
                    stage=one.stage.label, day=written_day(one.due_on)
                ),
            )
