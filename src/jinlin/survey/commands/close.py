"""`jinlin survey close`, and the deletion of single answers when their purpose is over."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.history.forgetting import pack
from jinlin.survey.commands import shared
from jinlin.survey.commands.surveys import as_json
from jinlin.survey.record.actions import close_survey
from jinlin.survey.record.counts import papers
from jinlin.survey.record.forgetting import COMMAND, forget_answers
from jinlin.survey.record.surveys import find_survey
from jinlin.works.words import On


def close_(
    call: Call,
    number: shared.Number = None,
    forget: Annotated[
        bool,
        flag("--forget", help=N_("Delete the single answers for good; what was counted stays.")),
    ] = False,
    on: On = None,
) -> None:
    if forget:
        _forget(call, number, on)
        return
    with writing(call) as tx:
        closed = close_survey(tx, find_survey(tx, number), day_on(on, tx.clock))
        whole = papers(tx, closed, closed.round)[-1]
    text = (
        _("{number} {title} is closed: {answered} papers without a name came back.")
        if whole.by_slips
        else _("{number} {title} is closed: {answered}/{asked} answered.")
    )
    done(
        call,
        text.format(
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


def _forget(call: Call, number: str | None, on: SaidDay | None) -> None:
    """Delete the single answers, of what still takes some once it is closed."""
    with reading(call) as reader:
        label = find_survey(reader, number).label
    confirm(
        call,
        _("The single answers of {number} are deleted for good; no undo brings them back.").format(
            number=label
        ),
    )
    with writing(call._replace(command=COMMAND)) as tx:
        survey = find_survey(tx, label)
        if survey.closed_on is None:
            survey = close_survey(tx, survey, day_on(on, tx.clock))
        count = forget_answers(tx, survey, tx.clock.today)
        path = tx.path
    if not call.dry_run:
        try:
            pack(path)
        except StoreError as error:
            call.tell(error.hint)
    done(
        call,
        _("{number} {title}: the answers of {count} papers are deleted; the counts stay.").format(
            number=survey.label, title=survey.title, count=count
        ),
        number=survey.label,
        data={"number": survey.label, "forgotten": count},
    )
    call.tell(_("Backups and papers made before still hold them; those are yours to delete."))
