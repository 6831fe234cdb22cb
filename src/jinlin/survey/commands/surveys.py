"""`jinlin survey add`, `list`, `edit`, `remove`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import SaidDay, changes, day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, PAST_DAY, PLANNED_DAY, RECORD, TEXT, choice
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader
from jinlin.survey.commands import shared
from jinlin.survey.commands.asking import LETTER
from jinlin.survey.kinds import QUESTION
from jinlin.survey.record.actions import NewSurvey, add_survey, edit_survey, remove_survey
from jinlin.survey.record.counts import papers
from jinlin.survey.record.evaluated import rating_of
from jinlin.survey.record.surveys import SURVEYS, Survey, find_survey, surveys
from jinlin.survey.rules.kinds import AnswersPer, SurveyKind
from jinlin.survey.rules.questions import SurveyQuestion


class SurveyWords(NamedTuple):
    """What is kept of a survey, as it is said; what is empty clears it in an edit."""

    purpose: Annotated[
        str | None,
        TEXT.option(
            "--purpose",
            "--目的",
            help=N_("What the answers are for; it stands on the sheet."),
            cleared="",
        ),
    ] = None
    until: Annotated[
        SaidDay | None,
        PLANNED_DAY.option("--until", "--截止", help=N_("By when answers are to be in.")),
    ] = None
    keep_until: Annotated[
        SaidDay | None,
        PLANNED_DAY.option(
            help=N_("Until when single answers are kept; otherwise a year after the close.")
        ),
    ] = None
    consent: Annotated[
        str | None,
        TEXT.option(help=N_("How those asked agree, where it asks of health or income.")),
    ] = None
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What it is about: G1, 2026-44."))
    ] = None
    started: Annotated[
        SaidDay | None, PAST_DAY.option(help=N_("Since when it is asked; today if left out."))
    ] = None


class RatedWords(NamedTuple):
    """Which bodies are rated, and as what people rate them, as it is said."""

    evaluate: Annotated[
        Sequence[str] | None,
        NAME.several(called=N_("BODIES")).option(
            "--evaluate", help=N_("Bodies to be rated, such as 业委会,物业,D3; never a person.")
        ),
    ] = None
    groups: Annotated[
        Sequence[str] | None,
        NAME.several(called=N_("A,B")).option(
            "--groups",
            "--评议人",
            "--身份",
            help=N_("As what people rate them: 居民代表,党员,居民."),
        ),
    ] = None

    def questions(self, reader: Reader, per: AnswersPer | None) -> list[SurveyQuestion]:
        """Return a question for each body.

        Raises:
            UsageError: there are groups of raters and nobody is rated, or the raters are known.
            RuleError: a person would be rated.
        """
        if self.groups and not self.evaluate:
            raise UsageError(
                _("Groups are those who rate bodies."),
                hint=_("Name the bodies: --evaluate 业委会,物业"),
            )
        if self.evaluate and per not in (None, AnswersPer.ANONYMOUS):
            raise UsageError(
                _("Who rates a body does so without a name."), hint=_("Leave --per away.")
            )
        return [rating_of(reader, body) for body in self.evaluate or ()]


def add(
    call: Call,
    title: Annotated[
        str,
        TEXT.argument(
            help=N_("What it is called, such as 居民需求."), asked=AskedFor(N_("What it is called"))
        ),
    ],
    question: Annotated[
        list[SurveyQuestion] | None,
        QUESTION.option(
            "--question",
            LETTER,
            help=N_(
                "Such as 用餐困难吗=有、没有; or =多选:a、b, =数字, =文字, =评价, =意向. Repeat it."
            ),
            asked=AskedFor(
                N_("The first question, such as 用餐困难吗=有、没有"),
                where=lambda said: not said["evaluate"],
            ),
        ),
    ] = None,
    *,
    words: SurveyWords,
    rated: RatedWords,
    per: Annotated[
        AnswersPer | None,
        choice(AnswersPer).option("--per", help=N_("Whose answer a paper is: 户, 人 or 无记名.")),
    ] = None,
    building: Annotated[
        str | None, BUILDING.option("--building", help=N_("Only its doors; all if left out."))
    ] = None,
) -> None:  # fmt: skip
    with writing(call) as tx:
        asked = [*rated.questions(tx, per), *(question or ())]
        kept = changes(tx.clock, closes_on=words.until, keep_until=words.keep_until)
        new = NewSurvey(
            title,
            asked,
            per or (AnswersPer.ANONYMOUS if rated.evaluate else AnswersPer.HOUSEHOLD),
            opened_on=day_on(words.started, tx.clock),
            building=building,
            purpose=words.purpose,
            consent=words.consent,
            about=words.about,
            groups=rated.groups or (),
            **kept,
        )
        made = add_survey(tx, new)
        doors = papers(tx, made, made.round)[-1].asked
    done(
        call,
        _("{number} {title}: {count} questions.").format(
            number=made.label, title=made.title, count=len(asked)
        )
        + (_(" Doors to ask: {count}.").format(count=doors) if doors else ""),
        number=made.label,
        data=as_json(made),
    )
    call.tell(_to_answer(made, len(asked)))


def _to_answer(made: Survey, count: int) -> str:
    words = " ".join(_("answer{number}").format(number=one + 1) for one in range(count))
    if made.kind is SurveyKind.EVALUATION:
        if made.groups:
            words = f"{made.rater_groups[0]} {words}"
        return _(
            "A paper without a name: jinlin survey answer {number} {words}. Who belongs to a"
            " body does not rate it: - passes it over."
        ).format(number=made.label, words=words)
    if made.per is AnswersPer.ANONYMOUS:
        return _(
            "A paper without a name: jinlin survey answer {number} {words}; that a door gave one"
            " back: jinlin survey answer {number} 3-1-502 已收"
        ).format(number=made.label, words=words)
    who = "3-1-502" if made.per is AnswersPer.HOUSEHOLD else _("NAME")
    return _("What is answered: jinlin survey answer {number} {who} {words}").format(
        number=made.label, who=who, words=words
    )


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        found = surveys(reader, SURVEYS.condition(reader, asked))
        limit = rows_wanted(call)
        shown = found[: limit or None]
        whole = {one.id: papers(reader, one, one.round)[-1] for one in shown}
    show(
        call,
        Listing.of(
            "surveys",
            _("Surveys"),
            (
                Cell("number", _("Number"), "label"),
                Cell("title", _("Title"), personal=Personal.TEXT),
                Cell("kind", _("What it is for"), labels=SurveyKind.labels()),
                Cell("per", _("Whose answer"), labels=AnswersPer.labels()),
                Cell("building", _("Building")),
                Cell("answered", _("Answered"), lambda one: whole[one.id].answered, Kind.INTEGER),
                Cell("asked", _("Asked"), lambda one: whole[one.id].known, Kind.INTEGER),
                Cell("closes_on", _("Answers by"), kind=Kind.DATE),
                Cell("closed_on", _("Answers closed on"), kind=Kind.DATE),
            ),
            shown,
            total=len(found),
            empty=_("No survey yet. Make one: jinlin survey add 居民需求 -q 用餐困难吗=有、没有"),
        ),
    )


def edit(
    call: Call,
    number: shared.Number = None,
    *,
    title: Annotated[str | None, TEXT.option("--title", help=N_("What it is called."))] = None,
    words: SurveyWords,
) -> None:
    with writing(call) as tx:
        fields = changes(
            tx.clock,
            title=title,
            purpose=words.purpose,
            consent=words.consent,
            closes_on=words.until,
            keep_until=words.keep_until,
            opened_on=words.started,
        )
        if words.about is not None:
            fields |= {"about_kind": words.about.kind, "about_number": words.about.number}
        edited = edit_survey(tx, find_survey(tx, number), fields)
    done(
        call,
        _("{number} {title} is corrected.").format(number=edited.label, title=edited.title),
        number=edited.label,
        data=as_json(edited),
    )


def remove(call: Call, number: shared.Number = None) -> None:
    with writing(call) as tx:
        found = find_survey(tx, number)
        remove_survey(tx, found)
    done(
        call,
        _("{number} {title} was taken out.").format(number=found.label, title=found.title),
        number=found.label,
        data={"number": found.label},
    )


def as_json(one: Survey) -> dict[str, Any]:
    """Return a survey for `--json`."""
    return {
        "number": one.label,
        "title": one.title,
        "kind": one.kind.value,
        "per": one.per.value,
        "building": one.building,
        "round": one.round,
        "opened_on": one.opened_on,
        "closes_on": one.closes_on,
        "closed_on": one.closed_on,
        "keep_until": one.keep_until,
        "about": one.about_number,
    }
