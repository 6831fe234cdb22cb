"""`jinlin survey sheet`: the form for a door, a blank one, one for each door, the leader's list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.documents.page import BLANK
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.importing.form import write_form
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader
from jinlin.survey.commands import shared
from jinlin.survey.record.actions import check_open
from jinlin.survey.record.answer_form import answer_form, form_number
from jinlin.survey.record.doors import AskedDoor, asked_doors
from jinlin.survey.record.papers import respondent
from jinlin.survey.record.surveys import Survey, find_survey, questions
from jinlin.survey.rules.kinds import AnswersPer
from jinlin.survey.sheet_pages import asking_of, form_page, list_page


def sheet_(
    call: Call,
    number: shared.Number = None,
    home: Annotated[
        str | None, HOME.argument(help=N_("The form for this door; a blank one if left out."))
    ] = None,
    all_: Annotated[bool, flag("--all", help=N_("A form for every door that is asked."))] = False,
    list_: Annotated[
        bool,
        flag("--list", "--清单", help=N_("The leader's list instead, also as .xlsx to fill in.")),
    ] = False,
) -> None:
    if number is not None and home is None and not shared.is_number(number):
        number, home = None, number
    if sum((home is not None, all_, list_)) > 1:
        raise UsageError(
            _("For which doors?"), hint=_("Name one, like 3-1-502, or give --all or --list.")
        )
    filled = list_ and (call.output or "").lower().endswith(".xlsx")
    if not filled:
        check_page(call, also=(".xlsx",) if list_ else ())
    with reading(call) as reader:
        survey = find_survey(reader, number)
        check_open(survey)
        doors = _doors(reader, survey, home) if home or all_ or list_ else []
        asking = asking_of(reader, survey, questions(reader, survey))
        number = form_number(reader, survey)
    if filled:
        write_form(
            call,
            answer_form(survey, asking.questions),
            number,
            [(one.label, str(one.floor), one.state_words) for one in doors],
            back=f"jinlin survey import {survey.label}",
            about=survey.title,
        )
        return
    pages = (
        [list_page(asking, doors)] if list_ else [form_page(asking, one) for one in doors]
    ) or [form_page(asking, None)]
    show_pages(
        call,
        pages,
        data={"survey": survey.label, "round": survey.round, "doors": _as_json(doors)},
        template=_("list of doors of a survey") if list_ else _("survey form"),
    )
    if asking.purpose == BLANK and not list_:
        call.tell(
            _("What it is for is blank. Say it: jinlin survey edit {number} --purpose …").format(
                number=survey.label
            )
        )


def _doors(reader: Reader, survey: Survey, home: str | None) -> list[AskedDoor]:
    """Return the doors papers are printed for.

    Raises:
        UsageError: people are asked.
        NotFoundError: the one that is named is not asked.
    """
    if survey.per is AnswersPer.PERSON:
        raise UsageError(
            _("{number} asks people, not doors.").format(number=survey.label),
            hint=_("A blank form: jinlin survey sheet {number}").format(number=survey.label),
        )
    doors = asked_doors(reader, survey)
    if home is None:
        return doors
    who = respondent(reader, survey, home)
    return [one for one in doors if one.label == who.label]


def _as_json(doors: Sequence[AskedDoor]) -> list[dict[str, object]]:
    return [
        {
            "household": one.label,
            "floor": one.floor,
            "state": one.state.value if one.state else None,
            "next_on": one.next_on,
        }
        for one in doors
    ]
