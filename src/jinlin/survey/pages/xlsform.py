"""A questionnaire as an XLSForm, of which ODK and Kobo make a form for phones (xlsform.org).

It has the sheets `survey`, `choices` and `settings` as the standard names them, and names nobody.
The answers come back as the sheet those write with labels for headers: `jinlin survey import`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.exchange.table.fields import field_label
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer
from jinlin.survey.rules.questions import SurveyQuestion

if TYPE_CHECKING:
    from jinlin.documents.xlsx import Leaf

_TYPES: Final = {
    AnswerKind.SINGLE: "select_one",
    AnswerKind.MULTIPLE: "select_multiple",
    AnswerKind.NUMBER: "decimal",
    AnswerKind.TEXT: "text",
    AnswerKind.RATING: "select_one",
    AnswerKind.STANCE: "select_one",
}
_GROUPS: Final = "rater_group"
_ASKED: Final = ("type", "name", "label", "hint", "required")
_CHOICES: Final = ("list_name", "name", "label")
_SETTINGS: Final = ("form_title", "form_id", "version", "default_language")


def xlsform(
    survey: Survey, asked: Sequence[SurveyQuestion], *, form_id: str, told: str
) -> list[Leaf]:
    """Return the sheets of a form.

    Args:
        survey: the questionnaire.
        asked: its questions.
        form_id: what the servers of such forms know it by; of another round it is another.
        told: what those asked are told first.
    """
    settings = [
        (survey.title, form_id, f"{survey.opened_on.replace('-', '')}{survey.round:02}", "zh")
    ]
    return [
        _leaf("survey", _ASKED, [*_questions(survey, asked, told)]),
        _leaf("choices", _CHOICES, [*_choices(survey, asked)]),
        _leaf("settings", _SETTINGS, settings),
    ]


def _leaf(title: str, names: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Leaf:
    from jinlin.documents.xlsx import Leaf

    return Leaf(title, tuple(Column(name, name) for name in names), rows)


def _questions(
    survey: Survey, asked: Sequence[SurveyQuestion], told: str
) -> Iterator[tuple[str | None, ...]]:
    yield "note", "told", told, None, None
    if survey.per is AnswersPer.HOUSEHOLD:
        yield "text", "door", field_label("address"), _("Such as 3-1-502."), "yes"
    elif survey.per is AnswersPer.PERSON:
        yield "text", "person", field_label("name"), None, "yes"
    if survey.groups:
        yield f"select_one {_GROUPS}", _GROUPS, field_label(_GROUPS), None, "yes"
    for one in asked:
        kind, name = _TYPES[one.kind], f"q{one.position}"
        yield f"{kind} {name}" if one.values else kind, name, one.text, None, None


def _choices(survey: Survey, asked: Sequence[SurveyQuestion]) -> Iterator[tuple[str, ...]]:
    for place, group in enumerate(survey.rater_groups, start=1):
        yield _GROUPS, f"g{place}", group
    for one in asked:
        for place, label in enumerate(one.values.values(), start=1):
            yield f"q{one.position}", f"c{place}", label
