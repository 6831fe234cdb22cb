"""`jinlin survey answer`: a door with its answers, what else became of its paper, or a slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple

from jinlin.complex.household.door import doors_meant
from jinlin.complex.kinds import NEXT
from jinlin.complex.rules.visits import SaidNext
from jinlin.core.call import Call
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.survey.commands import shared
from jinlin.survey.commands.door_questions import at_the_door
from jinlin.survey.record.counts import PaperCounts, papers
from jinlin.survey.record.papers import (
    NewPaper,
    Respondent,
    WrittenPaper,
    respondent,
    write_paper,
    write_slips,
)
from jinlin.survey.record.surveys import Survey, find_survey, questions
from jinlin.survey.rules.kinds import AnswersPer, PaperState
from jinlin.survey.rules.questions import SurveyQuestion, read_answers
from jinlin.works.words import On

_WITH_STATE: Final = 2
"""A door and what became of its paper."""


class AnswerWords(NamedTuple):
    """How an answer came, as it is said."""

    by: Annotated[
        Sequence[str] | None,
        NAME.several(called=N_("A,B")).option(
            "--by", help=N_("Who went to the door, preferably two: it is recorded as a visit.")
        ),
    ] = None
    on: On = None
    next_: Annotated[
        SaidNext | None, NEXT.option("--next", help=N_("The next visit: 2周后, 10天后, a day."))
    ] = None
    group: Annotated[
        str | None,
        NAME.option(
            "--group", "--身份", "--评议人", help=N_("As what somebody rates bodies: 居民代表.")
        ),
    ] = None
    round_: Annotated[
        int | None,
        shared.COUNT.option("--round", help=N_("Which round; the one that is on, or the next.")),
    ] = None


def answer_(
    call: Call,
    words: Annotated[
        list[str],
        TEXT.argument(
            called=N_("HOME_ANSWERS"),
            help=N_("The door, then one word per question; or 没见到, 拒答."),
            asked=AskedFor(
                N_("The door, or the door and its answers, such as 3-1-502 有 12 少盐"),
                then=at_the_door,
            ),
        ),
    ],
    said: AnswerWords,
) -> None:
    number, words = _number_of(words)
    with writing(call) as tx:
        survey = find_survey(tx, number)
        asked = questions(tx, survey)
        words, said = _with_group(survey, words, said)
        if survey.per is AnswersPer.ANONYMOUS and _is_slip(tx, words):
            _check_slip(survey, said)
            answers = read_answers(asked, words)
            group = _group(survey, said.group)
            write_slips(tx, survey, [(group, answers)], said.round_ or survey.round)
            who = None
        else:
            who, new = _paper(tx, survey, asked, words, said)
            written = write_paper(tx, survey, who, new)
        counted = papers(tx, survey, said.round_ or survey.round)
    if who is None:
        _tell_slip(call, survey)
    else:
        _tell_paper(call, survey, who, new, written, counted)


def _number_of(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return which survey is meant, where the first word says so, and the other words.

    Raises:
        UsageError: no word is left.
    """
    words = [part for word in words for part in word.split()] if len(words) == 1 else [*words]
    number = words.pop(0) if shared.is_number(words[0]) else None
    if not words:
        raise UsageError(
            _("Who answered, and what?"), hint=_("Like: jinlin survey answer W1 3-1-502 有 12 少盐")
        )
    return number, words


def _with_group(
    survey: Survey, words: list[str], said: AnswerWords
) -> tuple[list[str], AnswerWords]:
    """Return the answers apart from as what somebody rates, which may be said first of all."""
    if said.group is None and words[1:] and words[0] in survey.rater_groups:
        return words[1:], said._replace(group=words[0])
    return words, said


def _is_slip(reader: Reader, words: Sequence[str]) -> bool:
    """Return whether the words are answers, and no door with what became of its paper.

    Raises:
        RuleError: they are a door with answers, which an anonymous survey never brings together.
    """
    if not doors_meant(reader, words[0]):
        return True
    if len(words) == _WITH_STATE and PaperState.of_visit(words[1]) is not None:
        return False
    if "-" in words[0] or "号" in words[0]:
        raise RuleError(
            _("The survey is anonymous: a door and answers are never recorded together."),
            hint=_(
                "First which doors gave a paper back: {home} 已收; then the papers, mixed."
            ).format(home=words[0]),
        )
    return True


def _check_slip(survey: Survey, said: AnswerWords) -> None:
    """Refuse what would tell of an anonymous paper where it comes from.

    Raises:
        RuleError: it is said who went, on which day, or when to come again.
        UsageError: the round is not the one that is on.
    """
    if said.by or said.next_ or said.on:
        raise RuleError(
            _("An anonymous paper bears no day and no visit: they would lead to a door."),
            hint=_("Leave --by, --date and --next away; they belong to the door: 3-1-502 已收"),
        )
    if said.round_ not in (None, survey.round):
        raise UsageError(
            _("{number} is in round {round}.").format(number=survey.label, round=survey.round),
            hint=_("A new round begins with a door: 3-1-502 已收 --round {next}").format(
                next=survey.round + 1
            ),
        )


def _group(survey: Survey, said: str | None) -> str | None:
    """Return as what somebody rates.

    Raises:
        UsageError: it is missing, or none of those of the survey.
    """
    if not survey.rater_groups and said is None:
        return None
    if said in survey.rater_groups:
        return said
    known = _(", ").join(survey.rater_groups)
    raise UsageError(
        _("As what does she rate?"),
        hint=_(
            "Say one of {known} before the answers: jinlin survey answer {number} {first} …"
        ).format(known=known, number=survey.label, first=survey.rater_groups[0])
        if known
        else _("Leave it away: {number} asks for no groups.").format(number=survey.label),
    )


def _paper(
    tx: Tx,
    survey: Survey,
    asked: Sequence[SurveyQuestion],
    words: Sequence[str],
    said: AnswerWords,
) -> tuple[Respondent, NewPaper]:
    """Return whose paper it is and what became of it.

    Raises:
        JinlinError: the door or the person is not found, or the answers cannot be read.
    """
    who = respondent(tx, survey, words[0])
    state = (
        PaperState.of_visit(words[1])
        if len(words) == _WITH_STATE and not _is_choice(asked, words)
        else None
    )
    if state is None and survey.per is AnswersPer.ANONYMOUS:
        raise UsageError(
            _("What became of the paper of {home}?").format(home=who.label),
            hint=_("Say: 已发, 已收, 没见到 or 拒答."),
        )
    anonymous = survey.per is AnswersPer.ANONYMOUS
    if state is None or (state is PaperState.ANSWERED and not anonymous):
        state, answers = PaperState.ANSWERED, read_answers(asked, words[1:])
    else:
        answers = None
    day = day_on(said.on, tx.clock)
    visitors = tuple(said.by or ()) or ((tx.user,) if said.next_ and tx.user else ())
    return who, NewPaper(
        state,
        day,
        answers,
        visitors,
        next_on=said.next_.after(day, tx.clock) if said.next_ else None,
        round=said.round_,
    )


def _is_choice(asked: Sequence[SurveyQuestion], words: Sequence[str]) -> bool:
    """Return whether the one word behind a door answers the only question by its own name."""
    [_home, word] = words
    return len(asked) == 1 and word in asked[0].values.values()


def _tell_paper(
    call: Call,
    survey: Survey,
    who: Respondent,
    new: NewPaper,
    written: WrittenPaper,
    counted: Sequence[PaperCounts],
) -> None:
    text = _("{number} {home}: {state} (round {round}).").format(
        number=survey.label, home=who.label, state=new.state.label, round=written.round
    )
    if written.visit is not None:
        text += _(" Visit {number}.").format(number=written.visit)
    if new.next_on:
        text += _(" Next: {day}.").format(day=new.next_on)
    done(
        call,
        text + _so_far(who, counted),
        number=who.label,
        data={
            "survey": survey.label,
            "who": who.label,
            "state": new.state.value,
            "round": written.round,
            "answers": None if new.answers is None else [list(one) for one in new.answers],
            "visit": written.visit,
            "next_on": new.next_on.isoformat() if new.next_on else None,
        },
    )
    if written.before is PaperState.ANSWERED:
        call.tell(_("It had answered already: what it said before stays on record behind it."))


def _so_far(who: Respondent, counted: Sequence[PaperCounts]) -> str:
    """Return how many papers of the building are in; empty where none of a door is."""
    building = who.door.building if who.door else None
    here = next((one for one in counted if one.building == building), None)
    if building is None or here is None:
        return ""
    return _(" Building {building}: {answered}/{asked} in.").format(
        building=here.building, answered=here.answered, asked=here.asked
    )


def _tell_slip(call: Call, survey: Survey) -> None:
    done(
        call,
        _("{number} {title}: an anonymous paper is recorded.").format(
            number=survey.label, title=survey.title
        ),
        number=survey.label,
        data={"survey": survey.label, "who": None},
    )
