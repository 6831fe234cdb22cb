"""What is asked from door to door: a sheet a home with boxes to tick, and the leader's list.

It sounds out what people need and think; it is no vote, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.sentences import boxes
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, across, pairs
from jinlin.documents.page import BLANK, Closing, Form, Page, Paragraph, Table

MOST_QUESTIONS: Final = 8
"""So many stand on one sheet with room to write."""
_COLUMNS: Final = (18, 32, 18, 32)
_WIDE: Final = len(_COLUMNS)
_REMARKS: Final = 22
"""How high the row for whatever else people say is; millimetres."""


_FEW: Final = 4
_FEW_LINES: Final = 20
"""How high the row for an answer in words is where there are few questions; millimetres."""


class FormQuestion(NamedTuple):
    """A question; without choices people write."""

    text: str
    choices: tuple[str, ...] = ()


class QuestionSheet(NamedTuple):
    """What is filled in; an empty text leaves a blank.

    Attributes:
        complex: whose homes are asked.
        about: what it is about.
        asked_by: who asks, and keeps the answers.
        contact: whom to turn to.
        until: by when the sheet is given back, as it is written.
        home: whose sheet it is.
    """

    complex: str
    about: str
    questions: tuple[FormQuestion, ...]
    asked_by: str
    contact: str = ""
    until: str = ""
    home: str = ""


def parse_question(text: str) -> FormQuestion:
    """Read a question with its choices: `是否赞成改造：赞成/不赞成/无所谓`.

    Raises:
        UsageError: there is no question, or a single choice.
    """
    asked, _colon, said = text.strip().replace(":", "：").partition("：")
    choices = tuple(word.strip() for word in said.replace("／", "/").split("/") if word.strip())
    if not asked.strip():
        raise UsageError(
            _("“{text}” asks nothing.").format(text=text),
            hint=_("Write it like 是否赞成：赞成/不赞成; without choices it is answered in words."),
        )
    if len(choices) == 1:
        raise UsageError(
            _("“{text}” has one choice only.").format(text=text),
            hint=_("Put a / between the choices: {question}：{choice}/…").format(
                question=asked, choice=choices[0]
            ),
        )
    return FormQuestion(asked.strip(), choices)


def question_page(sheet: QuestionSheet) -> Page:
    """Return one home's sheet in the user's language."""
    return Page(
        title=_("{complex}: questions on {about}").format(complex=sheet.complex, about=sheet.about),
        blocks=(
            Paragraph(
                _(
                    "{who} would like to know what you need and think. Answering is voluntary; this"
                    " is no vote and binds nobody. What you say serves this matter only, is kept by"
                    " {who} and is not made public by home or name."
                ).format(who=sheet.asked_by)
            ),
            Box(_COLUMNS, tuple(_rows(sheet))),
            Closing((sheet.asked_by,)),
        ),
        form=Form.SHEET,
        one_sheet=True,
    )


def _rows(sheet: QuestionSheet) -> Iterator[BoxRow]:
    yield pairs(
        _("Home"), sheet.home, _("People living there"), "", columns=_WIDE, height=TO_WRITE_IN
    )
    yield pairs(_("Who answers"), "", _("Phone (voluntary)"), "", columns=_WIDE, height=TO_WRITE_IN)
    yield from question_rows(sheet.questions, columns=_WIDE)
    yield pairs(_("Anything else"), "", columns=_WIDE, height=_REMARKS)
    yield pairs(
        _("Visitors (two sign)"), "", _("Date of the visit"), "", columns=_WIDE, height=TO_WRITE_IN
    )
    yield pairs(
        _("Give back by"), sheet.until, _("Questions to"), sheet.contact, columns=_WIDE,
        height=0 if sheet.until and sheet.contact else TO_WRITE_IN,
    )  # fmt: skip


def question_rows(questions: Sequence[FormQuestion], *, columns: int) -> Iterator[BoxRow]:
    """Yield the rows of a form that ask: boxes to tick, or room to write."""
    written = _FEW_LINES if len(questions) <= _FEW else TO_WRITE_IN
    for number, one in enumerate(questions, 1):
        yield across(_("{number}. {text}").format(number=number, text=one.text), columns=columns)
        choices = boxes("　　".join(f"□ {choice}" for choice in one.choices))
        yield across(choices, columns=columns, height=TO_WRITE_IN if choices else written)


def check_number(questions: Sequence[FormQuestion]) -> None:
    """Refuse more questions than one sheet holds.

    Raises:
        UsageError: there are too many.
    """
    if len(questions) > MOST_QUESTIONS:
        raise UsageError(
            _("{count} questions do not fit on one sheet.").format(count=len(questions)),
            hint=_("Ask at most {most}, the others on another sheet.").format(most=MOST_QUESTIONS),
        )


def door_list_page(title: str, table: Table, *, complex_name: str, today: date, code: str) -> Page:
    """Return the leader's list over many doors: no names, no phones, handed back.

    Args:
        title: what it is a list for.
        table: a row for each door.
        complex_name: whose doors they are.
        today: when it is printed.
        code: what helps to find the record.
    """
    return Page(
        title=title,
        above=(complex_name,),
        below=(
            _("Printed on {day}; doors: {count}").format(
                day=day_words(today), count=len(table.rows)
            ),
        ),
        blocks=(
            table,
            Paragraph(
                _("For the visitors alone: no photos, not to be passed on, to be handed back."),
                flush=True,
            ),
            Closing(
                (
                    _("Handed out to {blank} on {blank}").format(blank=BLANK),
                    _("Handed back to {blank} on {blank}").format(blank=BLANK),
                ),
                left=True,
            ),
        ),
        form=Form.SHEET,
        code=code,
    )
