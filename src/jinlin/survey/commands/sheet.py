"""`jinlin survey sheet`: the form for a door, a blank one, one for each door, the leader's list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.files.filenames import ending_of
from jinlin.core.i18n import N_, _
from jinlin.documents.page import BLANK
from jinlin.output.command.kind import flag
from jinlin.output.delivery.files import free_name, write_whole
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.show import done
from jinlin.output.importing.form import write_form
from jinlin.store.command.command import reading
from jinlin.store.history.chain import database_key
from jinlin.store.transaction.tx import Reader
from jinlin.survey.commands import shared
from jinlin.survey.record.actions import check_open
from jinlin.survey.record.answer_form import answer_form, form_number
from jinlin.survey.record.doors import AskedDoor, asked_doors
from jinlin.survey.record.papers import respondent
from jinlin.survey.record.surveys import Survey, find_survey, questions
from jinlin.survey.rules.kinds import AnswersPer
from jinlin.survey.sheet_pages import Asking, asking_of, form_page, list_page, told_first


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
    xlsform: Annotated[
        bool, flag("--xlsform", help=N_("As a form for phones (ODK, Kobo), .xlsx."))
    ] = False,
) -> None:
    if xlsform and (home is not None or all_ or list_):
        raise UsageError(
            _("A form for phones is the same for every door."), hint=_("Give --xlsform alone.")
        )
    if xlsform:
        _save_xlsform(call, number)
        return
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
    if not list_:
        _tell_of_purpose(call, asking)


def _tell_of_purpose(call: Call, asking: Asking) -> None:
    if asking.purpose == BLANK:
        call.tell(
            _("What it is for is blank. Say it: jinlin survey edit {number} --purpose …").format(
                number=asking.survey.label
            )
        )


def _save_xlsform(call: Call, number: str | None) -> None:
    """Write the questions as an XLSForm.

    Raises:
        UsageError: the ending is another than .xlsx.
        FileError: it cannot be written.
    """
    from jinlin.documents.xlsx import write_tables
    from jinlin.survey.pages.xlsform import xlsform

    with reading(call) as reader:
        survey = find_survey(reader, number)
        check_open(survey)
        asking = asking_of(reader, survey, questions(reader, survey))
        form_id = f"{survey.label}-{survey.round}-{database_key(reader)}"
    leaves = xlsform(survey, asking.questions, form_id=form_id, told=told_first(asking))
    target = call.output or free_name(call, f"{survey.label}-XLSForm", ".xlsx")
    ending_of(target, [".xlsx"])
    path = write_whole(call, target, lambda file: write_tables(file, leaves))
    done(
        call,
        _("The form for phones is ready: {path}").format(path=path),
        number=str(path),
        data={"file": str(path), "form_id": form_id},
    )
    _tell_of_purpose(call, asking)
    call.tell(
        _("Answers come back with: jinlin survey import {number} FILE (labels as headers)").format(
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
