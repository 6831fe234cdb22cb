"""`jinlin notice answer`: to an objection or to a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.member.fund.entries import named
from jinlin.notice.commands import options
from jinlin.notice.objections import answer_objection
from jinlin.notice.questions import answer_meanwhile, answer_question
from jinlin.notice.rules.notices import ObjectionOutcome, parse_answered, sounds_unfinished
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import TEXT, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.report.commands.notice.shared import hidden_in, tell_hidden
from jinlin.store.command.command import writing


def _is_objection(said: Mapping[str, Any]) -> bool:
    return said["number"][0] is not None


_ANSWERED: Final = WordKind("question or objection", "Q7|N12-1", parse_answered)


def answer(
    call: Call,
    number: Annotated[
        tuple[int | None, int], _ANSWERED.argument(help=N_("A question or an objection."))
    ],
    text: Annotated[
        str, TEXT.argument(help=N_("What they were told."), asked=AskedFor(N_("The answer")))
    ],
    outcome: Annotated[
        ObjectionOutcome | None,
        choice(ObjectionOutcome, called=N_("OUTCOME")).option(
            help=N_("Of an objection: upheld, partly, rejected."),
            asked=AskedFor(N_("What became of it"), where=_is_objection),
        ),
    ],
    by: Annotated[str | None, WHO.option(help=N_("Who answers a question."))] = None,
    day: options.Day = None,
    interim: Annotated[
        bool,
        flag("--interim", help=N_("An interim answer: the question stays to be answered in time.")),
    ] = False,
) -> None:
    notice, serial = number
    if notice is None:
        if outcome is not None:
            raise UsageError(
                _("A question has no outcome; only an objection has."),
                hint=_("Leave --outcome away."),
            )
        _answer_question(call, serial, text, by, day, interim=interim)
    elif interim:
        raise UsageError(
            _("Only a question has an interim answer; an objection is upheld or not."),
            hint=_("Leave --interim away."),
        )
    else:
        assert outcome is not None
        _answer_objection(call, (notice, serial), text, outcome, day)


def _answer_question(
    call: Call, number: int, text: str, by: str | None, day: SaidDay | None, *, interim: bool
) -> None:
    write = answer_meanwhile if interim else answer_question
    with writing(call) as tx:
        on = day_on(day, tx.clock)
        who = named(tx, by) if by else tx.user or _("the branch")
        question = write(tx, number, answer=text, by=who, on=on)
        hidden = () if question.private else hidden_in(tx, text)
    said = (
        _("{number}: an interim answer of {day}; the answer itself is due by {due}.")
        if interim
        else _("{number} was answered on {day}.")
    )
    done(
        call,
        said.format(number=question.label, day=on, due=question.answer_by),
        number=question.label,
        data={
            "number": question.label,
            "answered_on": None if interim else on.isoformat(),
            "answered_by": who,
            "interim": interim,
        },
    )
    if not interim and sounds_unfinished(text):
        call.tell(
            _(
                "That sounds as if more will follow. If so: jinlin undo, then jinlin notice answer"
                " {number} TEXT --interim"
            ).format(number=question.label)
        )
    if on > question.answer_by:
        call.tell(_("It was to be answered by {day}.").format(day=question.answer_by))
    tell_hidden(call, hidden)


def _answer_objection(
    call: Call,
    which: tuple[int, int],
    text: str,
    outcome: ObjectionOutcome,
    day: SaidDay | None,
) -> None:
    with writing(call) as tx:
        on = day_on(day, tx.clock)
        objection = answer_objection(tx, *which, answer=text, outcome=outcome, on=on)
        hidden = hidden_in(tx, text)
    done(
        call,
        _("{number}: {outcome}, answered on {day}.").format(
            number=objection.label, outcome=outcome.label, day=on
        ),
        number=objection.label,
        data={
            "number": objection.label,
            "outcome": outcome.value,
            "answered_on": on.isoformat(),
        },
    )
    tell_hidden(call, hidden)
