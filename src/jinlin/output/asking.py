"""Asking a person: for what is missing, and whether to go on."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import JinlinError, RuleError, StoreError, UnansweredError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.people.wholenames import check_unmasked
from jinlin.core.text import clean, folded, listed, pad, shown, width

BACK: Final = "<"
"""What is typed to answer the question before once more."""
HELP: Final = ("?", "？")
LEAVING: Final = ("返回", "取消", "cancel")
"""What is typed instead of an answer by who wants nothing done after all; so is Ctrl-C."""
YES: Final = ("y", "yes", "是", "好", "确认", "可以")
_NO: Final = ("n", "no", "否", "不", "不要")
_TRIES: Final = 2
"""After so many answers that are not taken it is said how to leave."""
_BESIDE: Final = 6
"""So many choices stand beside a question; more have lines of their own."""
_COLUMNS: Final = 76


class Question(NamedTuple):
    """Something a command needs to know.

    Attributes:
        option: how it is given on the command line, such as `--category`.
        text: what is asked.
        given: what was given; None to ask.
        choices: the possible answers, shown with the question; their numbers answer as well.
        optional: an empty answer is accepted, and without a terminal it is not asked.
        check: reads an answer; its error is shown and the question asked again.
        default: what an empty answer means, shown with the question; also where nobody is asked.
        about: what it is for; told to whoever answers `?`.
        leads: those behind it are asked only where this one is answered.
        param: the parameter of a command it is for, of which the data may know words to offer.
    """

    option: str
    text: str
    given: str | None
    choices: Sequence[str] = ()
    optional: bool = False
    check: Callable[[str], object] | None = None
    default: str = ""
    about: str = ""
    leads: bool = False
    param: Any = None


class BackError(Exception):
    """What was asked before these questions is to be asked again."""


def answers(
    call: Call,
    questions: Sequence[Question],
    *,
    asking: bool = False,
    behind: bool = False,
    from_last: bool = False,
) -> list[str]:
    """Return an answer to every question, asking on a terminal for those not given.

    `?` tells what a question is for, `<` asks the one before again, `取消` leaves. Where a command
    that was refused asks again, Enter means what was answered before.

    Args:
        call: the command.
        questions: what it needs to know.
        asking: ask for the optional ones even where nothing else is missing: the talk goes on.
        behind: something was asked before them, to which `<` goes back from the first.
        from_last: they were all answered before; the last of them is asked first.

    Returns:
        The answers in order; an optional one may be empty.

    Raises:
        UnansweredError: something is missing and nobody can be asked.
        KeyboardInterrupt: nothing is to be done after all.
        BackError: what was asked before is to be asked again.
    """
    missing = [q for q in questions if q.given is None and not q.optional]
    if missing and (not call.environment.interactive or call.yes):
        raise _unanswered(missing)
    found = [q.default if q.given is None else q.given for q in questions]
    if not (asking or missing):
        return found
    before = {} if call.answered is None else call.answered
    wanted = [number for number, q in enumerate(questions) if q.given is None]
    place = _kept(questions, wanted, before, found) if from_last else 0
    while place < len(wanted):
        number = wanted[place]
        asked = questions[number]
        answer = _ask(call, asked._replace(default=before.get(asked.text, asked.default)))
        if answer is not None:
            found[number] = before[asked.text] = answer
        if answer is None and not place and behind:
            raise BackError
        if answer is None and not place:
            _nothing_before(call)
        if answer == "" and questions[number].leads:
            break
        place = max(0, place + (-1 if answer is None else 1))
    return found


def _kept(
    questions: Sequence[Question], wanted: Sequence[int], before: Mapping[str, str],
    found: list[str],
) -> int:  # fmt: skip
    """Take what was answered before; return the place of the last question that was answered.

    Args:
        questions: all of them.
        wanted: the places of those that are asked.
        before: what was answered, by the text of a question.
        found: where answers go.
    """
    for place, number in enumerate(wanted):
        asked = questions[number]
        found[number] = before.get(asked.text, asked.default)
        if place == len(wanted) - 1 or _refusal(asked, found[number]):
            return place
        if asked.leads and not found[number]:
            return place
    return 0


def _nothing_before(call: Call) -> None:
    """Say that nothing was asked before; in a walk what led to the command is asked again.

    Raises:
        KeyboardInterrupt: that.
    """
    if call.environment.window is not None:
        call.environment.window.at_first_question()
        return
    call.environment.tell(_("This is the first question."))


def _unanswered(missing: Sequence[Question]) -> UnansweredError:
    """Return the refusal of questions nobody answers."""
    each = _("{what} ({option})")
    names = _(", ").join(
        q.text if q.text == q.option else each.format(what=q.text, option=as_typed(q.option))
        for q in missing
    )
    return UnansweredError(
        _("Missing: {names}.").format(names=names), hint=_("Give it on the command line.")
    )


def _ask(call: Call, question: Question) -> str | None:
    """Return what is answered to a question; None where the one before is to be asked again.

    Raises:
        KeyboardInterrupt: nothing is to be done after all.
    """
    refused = 0
    while True:
        said = clean(_read(call, _prompt(question), question))
        if said == BACK:
            return None
        if said in HELP:
            call.environment.tell(_explained(call, question))
            continue
        if said.lower() in LEAVING and said not in question.choices:
            raise KeyboardInterrupt
        answer = _chosen(said, question.choices) or question.default
        if wrong := _refusal(question, answer):
            refused += 1
            way_out = [_("To leave: cancel, or Ctrl+C.")] if refused >= _TRIES else []
            call.environment.tell(" ".join([wrong, *way_out]))
            continue
        return answer


def _explained(call: Call, question: Question) -> str:
    """Return what a question is for; in the window nobody is told of options."""
    if question.about:
        return question.about
    if call.environment.window is not None:
        return _("Type it as it is to stand on paper.")
    return _("Give it as {option}.").format(option=question.option)


def one_of(choices: Sequence[str]) -> Callable[[str], None]:
    """Return the check for a question that takes nothing but its choices."""

    def check(answer: str) -> None:
        if answer not in choices:
            raise UsageError(_("Choose one of these by its number."))

    return check


def _refusal(question: Question, answer: str) -> str:
    """Return why an answer is not taken; nothing where it is.

    Raises:
        StoreError: no other answer helps.
    """
    if not answer:
        return "" if question.optional else _("This needs an answer.")
    if len(question.choices) <= _BESIDE and _past_the_last(answer, question.choices):
        return _("Choose one of these by its number.")
    try:
        check_unmasked(answer)
        if question.check is not None:
            question.check(answer)
    except StoreError:
        raise
    except JinlinError as error:
        if len(question.choices) > _BESIDE:  # they are listed once more below
            return shown(error.message)
        return shown(f"{error.message} {error.hint}".rstrip())
    if _past_the_last(answer, question.choices):
        return _("Choose one of these by its number.")
    return ""


def _past_the_last(answer: str, choices: Sequence[str]) -> bool:
    """Return whether an answer is a number that none of the numbered choices has."""
    return (
        len(choices) > 1
        and answer.isdecimal()
        and answer not in choices
        and not any(choice[:1].isdecimal() for choice in choices)
    )


def _prompt(question: Question) -> str:
    choices = question.choices
    numbered = [f"{n} {text}" for n, text in enumerate(choices, 1)] if len(choices) > 1 else choices
    optional = _(" (Enter to skip)") if question.optional and not question.default else ""
    usual = f" [{question.default}]" if question.default else ""
    if len(choices) > _BESIDE:
        return "\n".join([f"{question.text}{optional}{usual}", *_table(numbered), "> "])
    among = _(" ({choices})").format(choices=_(", ").join(numbered)) if choices else ""
    return f"{question.text}{among}{optional}{usual}: "


def _table(texts: Sequence[str]) -> Iterator[str]:
    """Return lines with as many texts beside one another as fit; they are read line by line."""
    cell = max(map(width, texts)) + 2
    beside = max(1, _COLUMNS // cell)
    for start in range(0, len(texts), beside):
        yield "  " + "".join(pad(text, cell) for text in texts[start : start + beside]).rstrip()


def _chosen(answer: str, choices: Sequence[str]) -> str:
    """Return the choice of a number; where a choice is a number itself, numbers choose nothing."""
    if (
        not answer.isdecimal()
        or len(answer) > len(str(len(choices)))
        or any(c[:1].isdecimal() for c in choices)
    ):
        return answer
    return choices[int(answer) - 1] if 1 <= int(answer) <= len(choices) else answer


def secret(call: Call, prompt: str, *, option: str) -> str:
    """Read a passphrase from the terminal, without showing it.

    Args:
        call: the command.
        prompt: what is asked.
        option: how it can be given where nobody can be asked.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: the input has ended.
    """
    if not call.environment.interactive:
        raise UsageError(
            _("Missing: {names}.").format(names=prompt),
            hint=_("Give it with {option}.").format(option=as_typed(option)),
        )
    if call.environment.stdin is not sys.__stdin__:
        return _read(call, f"{prompt}: ").removesuffix("\n")
    from getpass import getpass

    try:
        return getpass(f"{prompt}: ", stream=call.environment.stderr)
    except EOFError as error:
        raise KeyboardInterrupt from error


def confirm(call: Call, text: str) -> None:
    """Go on only when the user agrees; `--yes` agrees beforehand, a rehearsal only tells it.

    In the window Enter agrees, as it does wherever something is about to be done there.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she does not agree.
    """
    if call.dry_run:
        call.tell(text)
    if call.yes or call.dry_run:
        return
    if not call.environment.interactive:
        raise UsageError(
            _("This needs a confirmation: {text}").format(text=text),
            hint=_("Confirm it beforehand with --yes."),
        )
    if call.environment.window is not None:
        call.environment.tell(text)
        agreed(call, _("Enter goes on, cancel leaves it: "))
        return
    question = _("Go on? [y/N]")
    if _read(call, f"{text} {question} ").strip().lower() not in YES:
        raise KeyboardInterrupt


def agreed_to(call: Call, text: str, count: int) -> Sequence[int]:
    """Return which of so many that were shown with their places are to be changed.

    Where nobody chooses, as with `--yes` or in the window, `confirm` decides about all of them.

    Args:
        call: the command.
        text: what is asked.
        count: how many there are.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: none is to be changed.
    """
    environment = call.environment
    if call.yes or call.dry_run or not environment.interactive or environment.window is not None:
        confirm(call, text)
        return range(count)
    question = _("[y all / N / 1,3-5 only these / -2 without these]")
    while True:
        answer = _read(call, f"{text} {question} ").strip().lower()
        if answer in YES:
            return range(count)
        if not answer or answer in _NO:
            raise KeyboardInterrupt
        if (places := _places(answer, count)) is not None:
            return places
        environment.tell(
            _("“{text}” is none of them: write numbers from 1 to {count}.").format(
                text=answer, count=count
            )
        )


def _places(answer: str, count: int) -> list[int] | None:
    """Return the places, from 0, that an answer names; None where it names none or other ones."""
    without = answer.startswith("-")
    named: set[int] = set()
    for part in listed(folded(answer.removeprefix("-"))):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            return None
        span = range(int(first), int(last or first) + 1)
        if not span or span[0] < 1 or span[-1] > count:
            return None
        named.update(span)
    chosen = [n - 1 for n in range(1, count + 1) if (n in named) is not without]
    return chosen if named and chosen else None


def agreed(call: Call, prompt: str, *also: str) -> str:
    """Wait in the window for Enter, by which what was said is done; nothing else is taken for it.

    Args:
        call: the command.
        prompt: says what Enter does, and what else may be answered.
        also: the other answers there are.

    Returns:
        The answer; nothing for Enter.

    Raises:
        KeyboardInterrupt: it is not to be done.
    """
    while True:
        said = clean(_read(call, prompt)).lower()
        if not said or said in YES:
            return ""
        if said in also:
            return said
        if said in (*LEAVING, *_NO):
            raise KeyboardInterrupt
        call.environment.tell(_("Nothing was done yet: press Enter, or type cancel."))


def told_of(refusal: Sequence[str], answered: Mapping[str, str]) -> list[str]:
    """Return which answers a refusal is about: of those it names the one that it names last.

    Args:
        refusal: what was said, and how it is put right; the second only where the first names none.
        answered: the answers, by what they were for; the same answer to two questions is both.
    """
    for text in refusal:
        found = {
            key: max((match.start() for match in _named(answer, text)), default=-1)
            for key, answer in answered.items()
            if answer
        }
        if (last := max(found.values(), default=-1)) >= 0:
            return [key for key, place in found.items() if place == last]
    return []


def _named(answer: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![0-9A-Za-z])0*{re.escape(answer)}(?![0-9A-Za-z])", text)


def overtaken() -> RuleError:
    """Return the error for a question that another window has changed the ground of meanwhile."""
    return RuleError(
        _("Another window has done something in the meantime."),
        hint=_("See: jinlin log"),
    )


def _read(call: Call, prompt: str, question: Question | None = None) -> str:
    """Read one line from the terminal.

    Raises:
        KeyboardInterrupt: the input has ended.
    """
    if call.environment.window is not None:
        choices, param = (question.choices, question.param) if question else ((), None)
        return call.environment.window.ask(shown(prompt), choices, param)
    call.environment.stderr.write(shown(prompt))
    call.environment.stderr.flush()
    answer = call.environment.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer
