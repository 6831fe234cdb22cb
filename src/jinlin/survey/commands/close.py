"""`jinlin survey close`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.said import day_on
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.survey.commands import shared
from jinlin.survey.commands.surveys import as_json
from jinlin.survey.record.actions import close_survey
from jinlin.survey.record.counts import papers
from jinlin.survey.record.surveys import find_survey
from jinlin.works.words import On


def close_(call: Call, number: shared.Number = None, on: On = None) -> None:
    with writing(call) as tx:
        closed = close_survey(tx, find_survey(tx, number), day_on(on, tx.clock))
        whole = papers(tx, closed, closed.round)[-1]
    done(
        call,
        _("{number} {title} is closed: {answered}/{asked} answered.").format(
            number=closed.label, title=closed.title, answered=whole.answered, asked=whole.asked
        ),
        number=closed.label,
        data=as_json(closed),
    )
    call.tell(
        _(
            "What came out: jinlin survey tally {number}. Single answers are kept until {day}."
        ).format(number=closed.label, day=closed.keep_until)
    )
