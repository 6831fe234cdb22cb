"""`jinlin project end`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.said import day_on
from jinlin.output.delivery.show import done
from jinlin.project.commands import shared
from jinlin.project.progress.actions import end_project
from jinlin.project.record.projects import find_project
from jinlin.store.command.command import writing
from jinlin.works.words import On, WhyGivenUp


def end(
    call: Call,
    number: shared.Number = None,
    *,
    reason: WhyGivenUp,
    on: On = None,
) -> None:
    with writing(call) as tx:
        ended = end_project(tx, find_project(tx, number), on=day_on(on, tx.clock), reason=reason)
    done(
        call,
        _("{number} was given up; it stays on record.").format(number=ended.label),
        number=ended.label,
        data=shared.as_json(ended),
    )
