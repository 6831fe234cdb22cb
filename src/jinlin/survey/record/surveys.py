"""Questions about questionnaires: which there are, and what they ask."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.building.filter_terms import building_term
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.naming import the_one
from jinlin.core.text import compact
from jinlin.output.listing.filter import (
    EVERYTHING,
    Condition,
    Filter,
    FilterTerm,
    days,
    each,
    one_of,
    plain,
)
from jinlin.store.transaction.tx import Reader
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, SurveyKind
from jinlin.survey.rules.questions import SurveyQuestion

KIND: Final = "survey"
"""What a reference to one is called: `("survey", "W1")`."""
_MOST_DIGITS: Final = 9
_NAMED: Final = 10


class Survey(NamedTuple):
    """A questionnaire; days are ISO text.

    Attributes:
        building: the building whose doors are asked; None for all of the complex.
        purpose: what the answers are for.
        consent: how those asked agree, where it asks of health or income.
        groups: as what people may rate in an evaluation, with | between.
        round: the one that is on.
        closes_on: by when answers are to be in.
        keep_until: until when single answers are kept; None before it is closed.
        forgotten_on: when they were deleted; what was counted of them stays.
        about_kind: what it is about, with `about_number`: works, an issue.
    """

    id: int
    number: int
    title: str
    kind: SurveyKind
    per: AnswersPer
    building_id: int | None
    building: str | None
    purpose: str | None
    consent: str | None
    groups: str | None
    round: int
    opened_on: str
    closes_on: str | None
    closed_on: str | None
    keep_until: str | None
    forgotten_on: str | None
    about_kind: str | None
    about_number: str | None

    @property
    def label(self) -> str:
        """The number people use: `W1`."""
        return f"W{self.number}"

    @property
    def rater_groups(self) -> tuple[str, ...]:
        """As what people may rate; empty where nobody asks."""
        return tuple(self.groups.split("|")) if self.groups else ()

    @property
    def scope(self) -> Condition:
        """What is true of the households `h` whose doors are asked."""
        if self.building_id is None:
            return Condition("h.removed_at IS NULL", ())
        return Condition("h.removed_at IS NULL AND h.building_id = ?", (self.building_id,))


_SURVEYS: Final = """
    SELECT s.id, s.number, s.title, s.kind, s.per, s.building_id, b.code AS building, s.purpose,
           s.consent, s.groups, s.round, s.opened_on, s.closes_on, s.closed_on, s.keep_until,
           s.forgotten_on, s.about_kind, s.about_number
    FROM survey AS s LEFT JOIN building AS b ON b.id = s.building_id WHERE s.removed_at IS NULL"""
OPEN: Final = " AND s.closed_on IS NULL"
"""Of `survey AS s` those that still take answers."""


SURVEYS: Final = Filter(
    (
        FilterTerm("undone", N_("Only those that still take answers."),
                   where=plain("s.closed_on IS NULL")),
        building_term(one_of("s.building_id")),
        *days("s.opened_on", since=N_("Begun from this day on."), until=N_("Begun by this day.")),
        FilterTerm(
            "text", N_("Words in title, purpose or questions."), N_("TEXT"),
            where=each(
                "instr(lower(s.title), lower(?)) OR instr(lower(s.purpose), lower(?))"
                " OR EXISTS (SELECT 1 FROM survey_question AS q WHERE q.survey_id = s.id"
                " AND instr(lower(q.text), lower(?)))"
            ),
        ),
    )
)  # fmt: skip
"""What questionnaires can be asked for."""


def surveys(
    reader: Reader, where: Condition = EVERYTHING, *, still_open: bool = False, limit: int = 0
) -> list[Survey]:
    """Return the questionnaires asked for, open ones and the latest first; limit 0 means all."""
    rows = reader.rows(
        f"{_SURVEYS} AND {where.sql}{OPEN if still_open else ''}"
        " ORDER BY s.closed_on IS NOT NULL, s.number DESC LIMIT ?",
        (*where.values, limit or -1),
    )
    return [_survey(dict(row)) for row in rows]


def find_survey(reader: Reader, number: str | None, *, closed_too: bool = False) -> Survey:
    """Return the questionnaire a number or a title means: `W1`, `1`, `居民需求`.

    Args:
        reader: the database.
        number: what was said; the open one where nothing was.
        closed_too: where nothing was said and none is open, the one that was closed last is meant.

    Raises:
        NotFoundError: there is none of it, or none or several are open and nothing was said.
    """
    if number is None:
        return _the_open_one(reader, closed_too=closed_too)
    said = compact(number).removeprefix("w")
    row = None
    if said.isdecimal() and len(said) <= _MOST_DIGITS:
        row = reader.row(f"{_SURVEYS} AND s.number = ?", (int(said),))
    if row is not None:
        return _survey(dict(row))
    titles = {one.title: one for one in reversed(surveys(reader))}
    return titles[
        the_one(number, titles, lambda one: (one,), none=lambda: _unknown(reader, number))
    ]


def _unknown(reader: Reader, word: str) -> NotFoundError:
    known = _named(surveys(reader, limit=_NAMED))
    return NotFoundError(
        _("There is no survey “{word}”.").format(word=word),
        hint=_("Known: {known}.").format(known=known) if known else _to_add(),
    )


def survey_of_id(reader: Reader, survey_id: int) -> Survey:
    """Return the questionnaire with this id."""
    [row] = reader.rows(f"{_SURVEYS} AND s.id = ?", (survey_id,))
    return _survey(dict(row))


def questions(reader: Reader, survey: Survey) -> tuple[SurveyQuestion, ...]:
    """Return what a questionnaire asks, in order."""
    return tuple(
        SurveyQuestion(
            row["position"],
            row["text"],
            AnswerKind(row["kind"]),
            tuple(row["choices"].split("|")) if row["choices"] else (),
            row["subject"],
        )
        for row in reader.rows(
            "SELECT position, text, kind, choices, subject FROM survey_question WHERE survey_id = ?"
            " ORDER BY position",
            (survey.id,),
        )
    )


def _the_open_one(reader: Reader, *, closed_too: bool) -> Survey:
    found = surveys(reader, still_open=True, limit=_NAMED)
    if len(found) == 1:
        return found[0]
    if not found and closed_too and (every := surveys(reader)):
        return max(every, key=lambda one: (str(one.closed_on), one.number))
    if not found:
        known = _named(surveys(reader, limit=_NAMED))
        raise NotFoundError(
            _("No survey is open."),
            hint=_("Say which one, of {known}.").format(known=known) if known else _to_add(),
        )
    raise NotFoundError(
        _("Several surveys are open: {surveys}.").format(surveys=_named(found)),
        hint=_("Say which survey, first of all: {number}.").format(number=found[0].label),
    )


def _to_add() -> str:
    return _(
        "Make one: jinlin survey add 居民需求 -q 用餐困难吗=有、没有; to rate bodies:"
        " jinlin survey add 下半年两评 --evaluate 业委会,物业"
    )


def _named(found: list[Survey]) -> str:
    return _(", ").join(
        _("{what} ({option})").format(what=one.label, option=one.title) for one in found
    )


def _survey(row: dict[str, object]) -> Survey:
    return Survey(
        **{**row, "kind": SurveyKind(str(row["kind"])), "per": AnswersPer(str(row["per"]))}  # type: ignore[arg-type]
    )
