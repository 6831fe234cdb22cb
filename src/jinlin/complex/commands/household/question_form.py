"""`jinlin household question-form`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.complex.building.queries import building_id, complex_name
from jinlin.complex.commands.household import options
from jinlin.complex.household.door import doors_of, find_household
from jinlin.complex.household.question_form import (
    FormQuestion,
    QuestionSheet,
    check_number,
    parse_question,
    question_page,
)
from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import PLANNED_DAY, TEXT, WHO
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_QUESTION: Final = WordKind("text", N_("QUESTION: A/B"), parse_question)


def question_form(
    call: Call,
    about: Annotated[
        str, TEXT.argument(help=N_("What it is about."), asked=AskedFor(N_("What is it about")))
    ],
    question: Annotated[
        list[FormQuestion],
        _QUESTION.option(
            "--question",
            help=N_("Such as 是否赞成：赞成/不赞成, or without choices to write; repeat it."),
            asked=AskedFor(N_("What is asked")),
        ),
    ],
    home: options.AnyHomeOption = None,
    building: Annotated[
        str | None, BUILDING.option(help=N_("A sheet for each home of this building."))
    ] = None,
    until: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("By when it is given back."))
    ] = None,
    by: Annotated[str | None, WHO.option("--by", help=N_("Who asks; else the branch."))] = None,
    contact: Annotated[
        str | None, TEXT.option(help=N_("Whom to turn to, with a phone; else the secretary."))
    ] = None,
) -> None:
    check_number(question)
    with reading(call) as reader:
        name = complex_name(reader)
        blank = QuestionSheet(
            complex=name,
            about=about,
            questions=tuple(question),
            asked_by=by or _("Party branch of {complex}").format(complex=name),
            contact=contact or reader.setting("secretary") or "",
            until=day_words(until.on(reader.clock)) if until else "",
        )
        homes = _homes(reader, home, building)
    pages = [question_page(blank._replace(home=one)) for one in homes or [""]]
    show_pages(call, pages, data={"about": about, "households": homes}, template="入户征询表")


def _homes(reader: Reader, home: str | None, building: str | None) -> list[str]:
    if home:
        return [find_household(reader, home).label]
    if building:
        return [door.label for door in doors_of(reader, building_id(reader, building))]
    return []
