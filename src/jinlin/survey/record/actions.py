"""What is done with a questionnaire as a whole: made, corrected, closed, taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.complex.building.queries import building_id
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.output.listing.spotting import Names, spots
from jinlin.output.listing.telling import What
from jinlin.store.known import known
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.survey.record.surveys import Survey, survey_of_id
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, SurveyKind
from jinlin.survey.rules.persons import name_alone, post_in, rating
from jinlin.survey.rules.questions import SurveyQuestion, numbered
from jinlin.survey.rules.sensitive import sensitive
from jinlin.works.undertaking import check_past

KEPT: Final = timedelta(days=365)
"""So long after its close single answers are kept, where nothing else is said."""
_PEOPLE: Final = frozenset({What.NAME, What.LIKELY, What.SURNAME})


class NewSurvey(NamedTuple):
    """A questionnaire as it is to be made.

    Attributes:
        building: the code of the building whose doors are asked; None for all.
        consent: how those asked agree, where it asks of health or income.
        groups: as what people may rate, in an evaluation.
    """

    title: str
    questions: Sequence[SurveyQuestion]
    per: AnswersPer
    opened_on: date
    building: str | None = None
    purpose: str | None = None
    consent: str | None = None
    closes_on: str | None = None
    keep_until: str | None = None
    about: Reference | None = None
    groups: Sequence[str] = ()


def add_survey(tx: Tx, new: NewSurvey) -> Survey:
    """Make a questionnaire under a new number.

    Raises:
        UsageError: it asks nothing, or two questions are alike.
        RuleError: one of that title is open, it asks of health or income without saying how those
            asked agree, it would rate a person, or its end is said to come before its answers are
            in.
        NotFoundError: there is no such building, or nothing that it is about.
    """
    asked = numbered(new.questions)
    if not asked:
        raise UsageError(
            _("The survey asks nothing."), hint=_("Add questions: -q 用餐困难吗=有、没有")
        )
    _check_title(tx, new.title)
    if (of := sensitive(asked)) and not new.consent:
        raise RuleError(
            _("“{question}” asks of health or income: that takes a consent of its own.").format(
                question=of[0]
            ),
            hint=_("Say how those asked agree: --consent 单独签字同意 (个人信息保护法第29条)"),
        )
    _check_rates_nobody(tx, new.title, asked)
    check_past(tx, new.opened_on)
    _check_days(new.opened_on.isoformat(), new.closes_on, new.keep_until)
    about = known(tx, new.about) if new.about else None
    survey_id = tx.insert(
        "survey",
        number=tx.next_number("survey"),
        title=new.title,
        kind=_kind_of(asked),
        per=new.per,
        building_id=building_id(tx, new.building) if new.building else None,
        purpose=new.purpose,
        consent=new.consent,
        groups="|".join(new.groups) or None,
        opened_on=new.opened_on.isoformat(),
        closes_on=new.closes_on,
        keep_until=new.keep_until,
        about_kind=about.kind if about else None,
        about_number=about.number if about else None,
    )
    tx.insert_many(
        "survey_question",
        ("survey_id", "position", "text", "kind", "choices", "subject"),
        [
            (
                survey_id, one.position, one.text, one.kind,
                "|".join(one.choices) or None, one.subject,
            )
            for one in asked
        ],
    )  # fmt: skip
    made = survey_of_id(tx, survey_id)
    describe(tx, made, N_("Made {number}: {title}"), N_("take out {number}: {title}"))
    return made


def _check_rates_nobody(tx: Tx, title: str, asked: Sequence[SurveyQuestion]) -> None:
    """Refuse questions that ask how good somebody is, by name or by post.

    Raises:
        RuleError: one of them does.
    """
    for one in rating(asked):
        text = f"{title} {one.text}"
        if name_alone(one.text) or post_in(text) or _names_somebody(tx, text):
            raise RuleError(
                _("Bodies are rated, never a person: “{name}”.").format(name=one.text),
                hint=_("Ask of a service, or rate a body: --evaluate 业委会,物业"),
            )


def _names_somebody(reader: Reader, text: str) -> bool:
    """Return whether a text names somebody on record, also as a volunteer, or looks like it."""
    recorded = KnownNames(reader)
    names = Names(recorded.among(text), none=recorded.none)
    return any(spot.what in _PEOPLE for spot in spots(text, names, leaving=True))


def edit_survey(tx: Tx, survey: Survey, fields: Mapping[str, object]) -> Survey:
    """Correct what is kept of a questionnaire; its questions stay, as they were answered.

    Raises:
        RuleError: nothing would change, one of that title is open, or its end is said to come
            before its answers are in.
        NotFoundError: there is nothing that it is about.
    """
    old = survey._asdict()
    changed = {name: value for name, value in fields.items() if old[name] != value}
    if not changed:
        raise RuleError(
            _("{number} is recorded like that already.").format(number=survey.label),
            hint=_("See: jinlin survey show {number}").format(number=survey.label),
        )
    if "title" in changed:
        _check_title(tx, str(changed["title"]))
    if "about_kind" in changed or "about_number" in changed:
        known(tx, Reference(str(fields["about_kind"]), str(fields["about_number"])))
    if started := changed.get("opened_on"):
        _check_begun(tx, survey, str(started))
    now = {**old, **changed}
    _check_days(now["opened_on"], now["closes_on"], now["keep_until"])
    tx.update("survey", survey.id, **changed)
    describe(tx, survey, N_("Corrected {number}: {title}"), N_("correct {number} back: {title}"))
    return survey_of_id(tx, survey.id)


def close_survey(tx: Tx, survey: Survey, on: date) -> Survey:
    """Take no more answers; single ones are kept for a year, where nothing else was said.

    Raises:
        RuleError: it is closed, or the day lies ahead or before it was made.
    """
    check_open(survey)
    check_day(tx, survey, on)
    keep_until = survey.keep_until or (on + KEPT).isoformat()
    tx.update("survey", survey.id, closed_on=on.isoformat(), keep_until=keep_until)
    describe(tx, survey, N_("Closed {number}: {title}"), N_("open {number} again: {title}"))
    return survey_of_id(tx, survey.id)


def remove_survey(tx: Tx, survey: Survey) -> None:
    """Take out a questionnaire that was made by mistake.

    Raises:
        RuleError: answers were recorded in it.
    """
    answered = tx.value(
        "SELECT 1 FROM survey_paper WHERE survey_id = ?1 AND answers IS NOT NULL"
        " UNION ALL SELECT 1 FROM survey_slip WHERE survey_id = ?1",
        (survey.id,),
    )
    if answered is not None:
        raise RuleError(
            _("{number} was answered, and stays on record.").format(number=survey.label),
            hint=_("Close it: jinlin survey close {number}").format(number=survey.label),
        )
    tx.update("survey", survey.id, removed_at=tx.clock.stamp)
    describe(tx, survey, N_("Took out {number}: {title}"), N_("bring {number} back: {title}"))


def check_open(survey: Survey) -> None:
    """Refuse to go on with a questionnaire that is closed.

    Raises:
        RuleError: it is.
    """
    if survey.closed_on is not None:
        raise RuleError(
            _("{number} “{title}” was closed on {day}.").format(
                number=survey.label, title=survey.title, day=survey.closed_on
            ),
            hint=_("Ask anew: jinlin survey add …; or take the closing back: jinlin undo"),
        )


def check_day(tx: Tx, survey: Survey, on: date) -> None:
    """Refuse a day that lies ahead, or before a questionnaire was made.

    Raises:
        RuleError: it does.
    """
    check_past(tx, on)
    if on.isoformat() < survey.opened_on:
        raise RuleError(
            _("{number} was made only on {day}.").format(number=survey.label, day=survey.opened_on),
            hint=_("Check the day; if it was asked earlier: jinlin survey edit --started DAY"),
        )


def _check_title(tx: Tx, title: str) -> None:
    number = tx.value(
        "SELECT number FROM survey WHERE title = ? AND closed_on IS NULL AND removed_at IS NULL",
        (title,),
    )
    if number is not None:
        raise RuleError(
            _("{number} has that title and is open already.").format(number=f"W{number}"),
            hint=_("See: jinlin survey show {number}").format(number=f"W{number}"),
        )


def _check_begun(tx: Tx, survey: Survey, started: str) -> None:
    check_past(tx, date.fromisoformat(started))
    first = tx.value("SELECT min(said_on) FROM survey_paper WHERE survey_id = ?", (survey.id,))
    if first is not None and first < started:
        raise RuleError(
            _("A door of {number} was asked on {day} already.").format(
                number=survey.label, day=first
            ),
            hint=_("Check the day."),
        )


def _check_days(opened_on: str, closes_on: str | None, keep_until: str | None) -> None:
    if closes_on and closes_on < opened_on:
        raise RuleError(
            _("Answers would be due on {day}, before anybody is asked.").format(day=closes_on),
            hint=_("Check the day: --until"),
        )
    if keep_until and keep_until < (closes_on or opened_on):
        raise RuleError(
            _("Answers would be deleted on {day}, before they are in.").format(day=keep_until),
            hint=_("Say a later day: --keep-until"),
        )


def _kind_of(asked: Sequence[SurveyQuestion]) -> SurveyKind:
    """Return what a questionnaire is for: an evaluation of bodies, a sounding of intentions."""
    if any(one.subject for one in asked):
        return SurveyKind.EVALUATION
    if all(one.kind is AnswerKind.STANCE for one in asked):
        return SurveyKind.SOUNDING
    return SurveyKind.NEEDS


def describe(tx: Tx, survey: Survey, did: str, reverse: str, **more: Value) -> None:
    """Put a sentence about a questionnaire into the history, under its number."""
    words: dict[str, Value] = {"number": survey.label, "title": survey.title, **more}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=survey.label)
