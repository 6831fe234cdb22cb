"""Questions: how one is typed (`用餐困难吗=有、没有`), and how an answer to it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import _
from jinlin.core.naming import the_one
from jinlin.core.numerals import int_of
from jinlin.core.sentences import one_line
from jinlin.core.text import clean, compact, folded, listed
from jinlin.core.word import Word
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.survey.rules.kinds import AnswerKind, Stance

PASSED_OVER: Final = frozenset({"-", "—", "——", "跳过", "空"})
"""What is typed for a question that was not answered on the paper."""
MOST_QUESTIONS: Final = 60
MOST_CHOICES: Final = 30
LONGEST: Final = 500
"""More characters than an answer in words has."""
_FIXED: Final[Mapping[AnswerKind, type[Word]]] = {
    AnswerKind.RATING: Satisfaction, AnswerKind.STANCE: Stance,
}  # fmt: skip
_WITH_CHOICES: Final = (AnswerKind.SINGLE, AnswerKind.MULTIPLE)
_NUMBER: Final = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)[^\d.\s]{0,3}")
_OF_A_KIND: Final = re.compile(r"(?P<kind>[^:：|｜]{1,4})[:：](?P<choices>.+)", re.DOTALL)

_BESIDE: Final = re.compile(r"〖[^〗]*〗")
_NOT_SHOWN: Final = frozenset({"(跳过)", "(空)"})
"""What an online form writes where a question was not shown or not answered."""

Answer = tuple[str, ...]
"""What is answered to one question, as it is kept; nothing where it was passed over."""


class SurveyQuestion(NamedTuple):
    """One question.

    Attributes:
        position: its place, from 1.
        choices: the answers of a single or multiple choice, as they were typed.
        subject: the body that is rated, in an evaluation.
    """

    position: int
    text: str
    kind: AnswerKind
    choices: tuple[str, ...] = ()
    subject: str | None = None

    @property
    def values(self) -> Mapping[str, str]:
        """What may be kept of an answer, with what is printed for it; empty where anything may."""
        if (words := _FIXED.get(self.kind)) is not None:
            return words.labels()
        return {choice: choice for choice in self.choices}

    @property
    def how(self) -> str:
        """How it is answered, in words."""
        if self.values:
            return _(", ").join(self.values.values())
        return self.kind.label


def parse_question(text: str) -> SurveyQuestion:
    """Read a question, which has no place yet: `用餐困难吗=有、没有`, `缺什么=多选:理发、义诊`.

    Choices stand between `、`, `/` or `|`, which a shell takes for itself without quotes. Where
    nothing is said of it, it is answered in words.

    Raises:
        UsageError: there is no question, nobody can tell how it is answered, or a choice stands
            there twice or alone.
    """
    asked, sign, how = clean(text).replace("＝", "=").rpartition("=")
    asked, how = asked.strip(), how.strip()
    if not sign and how:
        return SurveyQuestion(0, how, AnswerKind.TEXT)
    if not (asked and how):
        raise UsageError(
            _("“{text}” does not say how it is answered.").format(text=text),
            hint=_("Write it like: 用餐困难吗=有、没有, 一餐愿付几元=数字, 还缺什么=文字."),
        )
    kind, choices = _kind_of(how)
    if kind not in _WITH_CHOICES:
        return SurveyQuestion(0, asked, kind)
    names = [clean(choice) for choice in listed(choices, also="|｜/／")]
    taken = {compact(name) for name in names}
    if len(names) not in range(2, MOST_CHOICES + 1) or len(taken) < len(names):
        raise UsageError(
            _("“{text}”: a choice needs two to {most} different answers.").format(
                text=asked, most=MOST_CHOICES
            ),
            hint=_("Write them with 、 between: 有、没有. Otherwise: 数字, 文字, 评价, 意向."),
        )
    if taken & PASSED_OVER:
        raise UsageError(
            _("“{text}”: “-” stands for what was not answered.").format(text=asked),
            hint=_("Give that choice a word."),
        )
    return SurveyQuestion(0, asked, kind, tuple(names))


def _kind_of(how: str) -> tuple[AnswerKind, str]:
    if (kind := AnswerKind.said(how.replace("｜", "|"))) is not None:
        return kind, ""
    match = _OF_A_KIND.fullmatch(how)
    kind = AnswerKind.said(match["kind"]) if match else None
    if match is not None and kind in _WITH_CHOICES:
        return kind, match["choices"]
    return AnswerKind.SINGLE, how


def numbered(questions: Sequence[SurveyQuestion]) -> tuple[SurveyQuestion, ...]:
    """Return questions with their places.

    Raises:
        UsageError: there are too many, or two are alike.
    """
    if len(questions) > MOST_QUESTIONS or len({one.text for one in questions}) < len(questions):
        raise UsageError(
            _("At most {most} questions, each another one.").format(most=MOST_QUESTIONS),
            hint=_("A short sheet is answered; make two surveys of a long one."),
        )
    return tuple(one._replace(position=place) for place, one in enumerate(questions, start=1))


def as_typed_online(question: SurveyQuestion, cell: str) -> str:
    """Return a cell of an online form's sheet as an answer is typed.

    问卷星 writes `┋` between several answers, what was typed beside a choice as `其他〖…〗`, and
    `(跳过)` for what was passed over; ODK and Kobo have blanks between several answers.
    """
    said = _BESIDE.sub("", cell).strip() if question.values else cell.strip()
    parts = said.split()
    if question.kind is AnswerKind.MULTIPLE and set(parts) <= set(question.choices):
        return "|".join(parts)
    return "" if compact(said) in _NOT_SHOWN else said.replace("┋", "|")


def parts_of(question: SurveyQuestion) -> Mapping[str, str]:
    """Return the columns of choices where a sheet has one for each: 理发 in `要什么(理发)`."""
    if question.kind is not AnswerKind.MULTIPLE:
        return {}
    return {choice: f"{question.text}({choice})" for choice in question.choices}


def read_answer(question: SurveyQuestion, text: str) -> Answer:
    """Read what is answered to one question.

    Raises:
        JinlinError: it cannot be an answer to it.
    """
    said = clean(text)
    if not said or compact(said) in PASSED_OVER:
        return ()
    match question.kind:
        case AnswerKind.TEXT:
            if len(said) > LONGEST:
                raise _refused(question, said)
            return (one_line(said).replace("|", "｜"),)
        case AnswerKind.NUMBER:
            return (_number(question, said),)
        case AnswerKind.MULTIPLE:
            several = [_choice(question, one) for one in listed(said, also="|｜+")]
            return tuple(one for one in question.choices if one in several)
        case AnswerKind.SINGLE:
            return (_choice(question, said),)
        case AnswerKind.RATING | AnswerKind.STANCE:
            word = _FIXED[question.kind].said(said)
            if word is None:
                raise _refused(question, said)
            return (word.value,)


def _choice(question: SurveyQuestion, text: str) -> str:
    """Return the choice a word means: by its name, its place or, where nothing else suits, both."""
    known = {compact(choice): choice for choice in question.choices}
    said = compact(text)
    if said in known:
        return known[said]
    if said.isdecimal() and 0 < int(said) <= len(question.choices):
        return question.choices[int(said) - 1]
    return the_one(
        text, question.choices, lambda one: (one,), none=lambda: _refused(question, text)
    )


def _number(question: SurveyQuestion, said: str) -> str:
    match = _NUMBER.fullmatch(folded(said))
    if match is not None:
        whole, _dot, part = match[1].partition(".")
        part = part.rstrip("0")
        return f"{int(whole)}.{part}" if part else str(int(whole))
    number = int_of(said)
    if number is None:
        raise _refused(question, said)
    return str(number)


def _refused(question: SurveyQuestion, said: str) -> UsageError:
    return UsageError(
        _("Question {number}, “{text}”: {answers}, not “{said}”.").format(
            number=question.position, text=question.text, answers=question.how, said=said
        )
    )


def read_answers(questions: Sequence[SurveyQuestion], words: Sequence[str]) -> tuple[Answer, ...]:
    """Read the answers of a paper, one word a question; the last one in words may be several.

    Raises:
        UsageError: some cannot be answers, are missing, or there are too many: all are named.
    """
    said = list(words)
    if len(said) > len(questions) and questions[-1].kind is AnswerKind.TEXT:
        last = len(questions) - 1
        said[last:] = [" ".join(said[last:])]
    wrong: list[str] = []
    found: list[Answer] = []
    for question, word in zip(questions, said, strict=False):
        try:
            found.append(read_answer(question, word))
        except JinlinError as error:
            wrong.append(error.message.rstrip("。."))
    wrong += [
        _("question {number}, “{text}”, is not answered").format(number=one.position, text=one.text)
        for one in questions[len(said) :]
    ]
    if len(said) > len(questions):
        wrong.append(
            _("there are {count} questions, and {said} answers").format(
                count=len(questions), said=len(said)
            )
        )
    if wrong:
        raise UsageError(
            _("{reasons}.").format(reasons=_("; ").join(wrong)),
            hint=_("One word a question, in their order; - passes one over."),
        )
    return tuple(found)


def as_kept(answers: Sequence[Answer]) -> str:
    """Return answers as the database keeps them: a line a question, several with | between."""
    return "\n".join("|".join(one) for one in answers)


def as_read(kept: str) -> tuple[Answer, ...]:
    """Return answers from what the database keeps."""
    return tuple(tuple(line.split("|")) if line else () for line in kept.split("\n"))


def answer_words(question: SurveyQuestion, answer: Answer) -> str:
    """Return an answer as people read it; empty where the question was passed over."""
    return _(", ").join(question.values.get(one, one) for one in answer)
