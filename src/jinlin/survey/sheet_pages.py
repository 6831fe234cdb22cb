"""The papers of a questionnaire: the form for one door with its receipt, and the leader's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.building.queries import complex_name
from jinlin.complex.household.question_form import (
    MOST_QUESTIONS,
    FormQuestion,
    door_list_page,
    question_rows,
)
from jinlin.core.days.written import day_short, day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.sentences import boxes, in_a_row, to_tick
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, pairs
from jinlin.documents.page import BLANK, Block, Cut, Form, Page, Paragraph, Table
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.doors import AskedDoor
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, SurveyKind
from jinlin.survey.rules.questions import SurveyQuestion

_COLUMNS: Final = (18, 32, 18, 32)
_WIDE: Final = len(_COLUMNS)


class Asking(NamedTuple):
    """What all papers of a questionnaire have in common.

    Attributes:
        complex: whose homes are asked.
        contact: whom to turn to; empty where nobody is set down.
        today: the day they are printed.
    """

    survey: Survey
    questions: Sequence[SurveyQuestion]
    complex: str
    contact: str
    today: date

    @property
    def keeper(self) -> str:
        """Who asks, and keeps the answers."""
        return _("Party branch of {complex}").format(complex=self.complex)

    @property
    def purpose(self) -> str:
        """What the answers are for; of an evaluation it need not be said."""
        if self.survey.purpose is None and self.survey.kind is SurveyKind.EVALUATION:
            bodies = (one.subject for one in self.questions if one.subject)
            return _("rating the work of {bodies}").format(bodies=_(", ").join(bodies))
        return self.survey.purpose or BLANK

    @property
    def anonymous(self) -> bool:
        """Whether nothing on a form may lead to a door."""
        return self.survey.per is AnswersPer.ANONYMOUS


def asking_of(reader: Reader, survey: Survey, asked: Sequence[SurveyQuestion]) -> Asking:
    """Return what the papers of a questionnaire have in common."""
    return Asking(
        survey,
        asked,
        complex_name(reader),
        reader.setting("secretary") or "",
        reader.clock.today,
    )


def form_page(asking: Asking, door: AskedDoor | None) -> Page:
    """Return the form for one door, or a blank one; an anonymous one names it on the receipt."""
    survey = asking.survey
    return Page(
        title=_("{complex}: survey “{title}”").format(complex=asking.complex, title=survey.title),
        below=(
            _("Round {round}, printed on {day}").format(
                round=survey.round, day=day_words(asking.today)
            ),
        ),
        blocks=tuple(_form(asking, door)),
        form=Form.SHEET,
        one_sheet=len(asking.questions) <= MOST_QUESTIONS,
        code=survey.label if door is None or asking.anonymous else f"{survey.label}-{door.label}",
    )


def _form(asking: Asking, door: AskedDoor | None) -> Iterator[Block]:
    yield Paragraph(told_first(asking))
    yield Box(_COLUMNS, tuple(_rows(asking, door)))
    if asking.anonymous:
        yield Cut(_("Receipt, handed in apart: it says which door gave a paper back"))
    else:
        yield Cut(_("Receipt for the household"))
    yield Box(_COLUMNS, tuple(_receipt(asking, door)))


def told_first(asking: Asking) -> str:
    """Return what those asked are told first (个人信息保护法 17)."""
    return in_a_row(_told(asking))


def _told(asking: Asking) -> Iterator[str]:
    survey = asking.survey
    yield _("{who} asks this for: {purpose}.").format(who=asking.keeper, purpose=asking.purpose)
    yield _("Answering is voluntary; no service depends on it. It is no vote.")
    if asking.anonymous:
        yield _("The paper bears no name and no room: please write none on it.")
    else:
        until = survey.keep_until
        yield (
            _("The answers serve this alone, are kept by {who} and deleted after {day}.").format(
                who=asking.keeper, day=written_day(until)
            )
            if until
            else _(
                "The answers serve this alone, are kept by {who} and deleted a year after the end."
            ).format(who=asking.keeper)
        )
    yield _("Only numbers are made public, never who answered what.")
    if survey.consent:
        yield _(
            "It asks of health or income, which needs your separate consent ({how}):"
            " □ I agree  □ I do not, and leave those questions out."
        ).format(how=survey.consent)


def _rows(asking: Asking, door: AskedDoor | None) -> Iterator[BoxRow]:
    if asking.survey.per is AnswersPer.PERSON:
        yield _to_fill(_("Person's name"), "", _("Day of the answer"), "")
    elif not asking.anonymous:
        yield _to_fill(_("Home"), door.called if door else "", _("Day of the answer"), "")
    yield from question_rows([*map(_on_form, asking.questions)], columns=_WIDE)
    if asking.survey.groups:
        yield _to_fill(_("Rated as"), to_tick(asking.survey.rater_groups))
    if asking.survey.per is AnswersPer.HOUSEHOLD:
        yield _to_fill(_("Two visitors, day"), "")


def _to_fill(*texts: str) -> BoxRow:
    return pairs(*texts, columns=_WIDE, height=TO_WRITE_IN)


def _on_form(question: SurveyQuestion) -> FormQuestion:
    """Return a question as it stands on paper."""
    text = question.text
    if question.kind is AnswerKind.MULTIPLE:
        text = _("{question} (several boxes)").format(question=text)
    elif question.kind is AnswerKind.NUMBER:
        text = _("{question} (a number)").format(question=text)
    return FormQuestion(text, tuple(question.values.values()))


def _receipt(asking: Asking, door: AskedDoor | None) -> Iterator[BoxRow]:
    survey = asking.survey
    until = written_day(survey.closes_on) if survey.closes_on else BLANK
    home = door.called if door else ""
    if asking.anonymous:
        yield _to_fill(_("Home"), home, _("Paper given back"), boxes(_("□ yes  □ refused")))
    else:
        yield _to_fill(_("Home"), home, _("Taken in by, day"), "")
    yield pairs(_("Survey"), survey.title, _("Hand in by"), until, columns=_WIDE)
    yield pairs(_("Questions to"), asking.contact or BLANK, columns=_WIDE)


def list_page(asking: Asking, doors: Sequence[AskedDoor]) -> Page:
    """Return the leader's list: room, floor, state, next visit; no names and no answers."""
    headings = (
        _("No."), _("Home"), _("Floor"), _("State of the paper"), _("Next visit"),
        _("State this time"), _("Remark"),
    )  # fmt: skip
    rows = tuple(
        (
            str(place),
            door.label,
            str(door.floor),
            door.state_words,
            day_short(date.fromisoformat(door.next_on)) if door.next_on else "",
            "",
            "",
        )
        for place, door in enumerate(doors, 1)
    )
    return door_list_page(
        _("List of doors, survey “{title}”").format(title=asking.survey.title),
        Table(
            headings,
            rows,
            numeric=(True, False, True, False, False, False, False),
            widths=(8, 15, 8, 17, 14, 15, 23),
            tall=True,
        ),
        complex_name=asking.complex,
        today=asking.today,
        code=asking.survey.label,
    )
