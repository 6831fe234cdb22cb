"""Asking for the words of a command that were not given, where its declarations say how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from jinlin.core.call import Call
from jinlin.core.errors import JinlinError, StoreError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.line.option_names import as_typed
from jinlin.core.said import Said
from jinlin.output.asking import BACK, Question, agreed, answers, one_of, told_of
from jinlin.output.command.kind import TYPED, UNSET, AskedFor, TypedWord, WordKind, asked_of, unsaid
from jinlin.output.command.line import ANSWERED, MORE, line_of
from jinlin.output.command.typed_words import name_of
from jinlin.output.listing.stream import was_saved
from jinlin.store.command.command import reading

T = TypeVar("T")
_A_NUMBER: Final = re.compile(r"[A-Z]\d")
"""What the number of a record begins with, such as `M12`: as a name it says too little."""


def ask_for_words(ctx: Any, call: Call) -> None:
    """Ask for what is missing; what may stay unanswered is asked only beside what may not.

    A day that was given is read before anything is asked, and what must be said beside an answer
    is asked after it. In the window what will be saved is said at the end, and Enter saves it.

    Raises:
        UsageError: something is missing and nobody can be asked, or a day cannot be read.
        KeyboardInterrupt: nothing is to be saved.
    """
    if call.environment.interactive:
        for value in ctx.params.values():
            _check_day(call, value)
    given = dict(ctx.params)
    window = None if ctx.command.shows else call.environment.window
    again = False
    while _ask_in_turn(ctx, call, again=again) and window and not _agreed(ctx, call):
        ctx.params.clear()
        ctx.params.update(given)
        again = True


def _ask_in_turn(ctx: Any, call: Call, *, again: bool) -> bool:
    """Ask until nothing is missing; return whether anything had to be asked.

    Args:
        ctx: the context of the command.
        call: the command.
        again: all was asked before; the last question is the first.
    """
    asked: set[str] = set()
    talked = False
    while missing := [p for p in unsaid(ctx.command.params, ctx.params) if p.name not in asked]:
        _refuse_unasked(ctx, call, missing)
        asked |= {param.name for param in missing}
        read: dict[str, Any] = {}
        questions = [_question(call, param, read) for param in missing]
        sought = any(
            one.sought and one.put_to(call) for one in filter(None, map(asked_of, missing))
        )
        talked = talked or sought or not all(question.optional for question in questions)
        said = answers(call, questions, asking=sought, from_last=again)
        again = False
        _keep(ctx, missing, said, read)
        for param, answer in zip(missing, said, strict=True):
            if answer and param.multiple and call.environment.window is not None:
                _ask_for_more(ctx, call, param)
    return talked


def _refuse_unasked(ctx: Any, call: Call, missing: Sequence[Any]) -> None:
    """Say of the only word that is missing what its declaration says, where nobody can be asked."""
    needed = [one for one in map(asked_of, missing) if one is None or one.put_to(call)]
    if len(needed) != 1 or needed[0] is None or (call.environment.interactive and not call.yes):
        return
    if needed[0].refusal is not None:
        raise needed[0].refusal(call, ctx.params)


def _keep(ctx: Any, params: Sequence[Any], said: Sequence[str], read: dict[str, Any]) -> None:
    """Keep what was answered for words, as it was said and as the command takes it."""
    for param, answer in zip(params, said, strict=True):
        if answer and param.name not in read:  # its default, where nobody was asked
            read[param.name] = param.type.taken(answer, name_of(param))
        if param.name in read and (param.nargs == -1 or param.multiple):
            read[param.name] = [read[param.name]]
    ctx.params.update(read)
    whole = {name: value[0] for name, value in read.items() if _is_spelled_out(value)}
    ctx.meta.setdefault(ANSWERED, {}).update(
        {
            param.name: answer and whole.get(param.name, answer)
            for param, answer in zip(params, said, strict=True)
        }
    )


def _is_spelled_out(value: Any) -> bool:
    """Return whether what was read for a word is the text that stands on the line."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)


def _ask_for_more(ctx: Any, call: Call, param: Any) -> None:
    """Ask for a word that may be said again and again, until nothing is answered."""
    values, texts = [*ctx.params[param.name]], list[str]()
    while True:
        read: dict[str, Any] = {}
        text = _("The next one; Enter: that was all")
        asked = _question(call, param, read)._replace(text=text, optional=True, default="")
        said = answers(call._replace(answered=None), [asked], asking=True)[0]
        if not said:
            break
        values.append(read[param.name])
        texts.append(said)
    ctx.params[param.name] = values
    ctx.meta.setdefault(MORE, {})[param.name] = texts


def ask_again(ctx: Any, call: Call, error: JinlinError) -> None:
    """Ask in the window for the words that a refusal names; for all that were asked, if for none.

    What was answered before is what Enter means, unless it alone was refused.

    Raises:
        JinlinError: the same, where no other answer helps.
        KeyboardInterrupt: she leaves it.
    """
    if isinstance(error, StoreError) or was_saved():
        raise error
    call.environment.tell(
        _("Error: {message} {hint}").format(message=error.message, hint=error.hint)
    )
    answered = ctx.meta.get(ANSWERED, {})
    said = {
        **{name: _(", ").join(texts) for name, texts in ctx.meta.get(TYPED, {}).items()},
        **answered,
    }
    about = told_of((error.message, error.hint), said)
    named = [
        param
        for param in (ctx.command.params if answered else ())
        if param.name in about or (said.get(param.name) and _option_in(param, error))
    ]
    wanting = [] if named else [one for one in ctx.command.params if _wanting(ctx, one, error)]
    if not (named or wanting):
        agreed(call, _("Enter goes through your answers once more, cancel leaves it: "))
    again = named or wanting or [p for p in ctx.command.params if p.name in answered]
    read: dict[str, Any] = {}
    questions = [_question(call, param, read) for param in again]
    if wanting:
        questions = [q._replace(optional=len(wanting) > 1) for q in questions]
    if call.answered is not None and len(named) == 1:
        call.answered.pop(questions[0].text, None)
    _keep(ctx, again, answers(call, questions, asking=True), read)
    if again and not ctx.command.shows and not _agreed(ctx, call):
        ask_again(ctx, call, error)


def names_what_is_missing(ctx: Any, error: JinlinError) -> bool:
    """Return whether a refusal only names an option that was not given: `Say why: --reason TEXT`.

    A line of another command is none.
    """
    wanting = [one for one in ctx.command.params if _wanting(ctx, one, error)]
    return isinstance(error, UsageError) and len(wanting) == 1 and "jinlin" not in error.hint


def _wanting(ctx: Any, param: Any, error: JinlinError) -> bool:
    """Return whether a refusal names an option that was not given and takes a word."""
    said = ctx.params.get(param.name)
    return isinstance(param.type, TypedWord) and said in (None, (), []) and _option_in(param, error)


def _option_in(param: Any, error: JinlinError) -> bool:
    """Return whether a refusal names the option of a word."""
    told = f"{error.message} {error.hint}"
    return any(name in told for name in param.opts if name.startswith("--"))


def ask_for_change(ctx: Any, call: Call, params: Sequence[Any]) -> None:
    """Ask what of a record is to change, and to what.

    Args:
        ctx: the context of the command.
        call: the command.
        params: the options that change something.

    Raises:
        KeyboardInterrupt: nothing is to change.
    """
    window = call.environment.window
    by_text = {_(param.help or "").rstrip("。."): param for param in params if not param.hidden}
    given = dict(ctx.params)

    while True:
        choosing = Question(
            "", _("What is to change"), None, choices=[*by_text], check=one_of([*by_text])
        )
        [answer] = answers(call, [choosing])
        param = by_text[answer]
        read: dict[str, Any] = {param.name: True} if param.is_flag else {}
        value = _question(call, param, read)._replace(optional=False)
        said = "" if param.is_flag else answers(call, [value])[0]
        repeated = param.multiple and not param.is_flag
        ctx.params[param.name] = [read[param.name]] if repeated else read[param.name]
        ctx.meta.setdefault(ANSWERED, {})[param.name] = said
        to_come = any(not one.optional for one in _missing(ctx))
        if window is None or to_come or _agreed(ctx, call):
            return
        ctx.params.update(given)
        ctx.meta[ANSWERED].clear()


def _missing(ctx: Any) -> Iterator[AskedFor]:
    """Return how what is missing is asked for."""
    yield from filter(None, map(asked_of, unsaid(ctx.command.params, ctx.params)))


def _agreed(ctx: Any, call: Call) -> bool:
    """Say in the window what will be saved; return whether it is, or is asked for again.

    Raises:
        KeyboardInterrupt: it is not to be saved.
    """
    call.environment.tell(_("To be saved: {line}").format(line=line_of(ctx).text))
    return not agreed(call, _("Enter saves, < goes back, cancel leaves it: "), BACK)


def ask(call: Call, kind: WordKind[T], option: str, text: str) -> T:
    """Return a word that only the command itself knows to be missing, asked for.

    Args:
        call: the command.
        kind: its kind.
        option: how it is given on the command line.
        text: the question.

    Raises:
        UsageError: nobody can be asked.
    """
    typed, option = TypedWord(kind, None, UNSET), as_typed(option)

    def check(answer: str) -> None:
        _check_day(call, typed.taken(answer, option))

    [answer] = answers(call, [Question(option, text, given=None, check=check)])
    return typed.taken(answer, option)


def _question(call: Call, param: Any, read: dict[str, Any]) -> Question:
    """Return the question for a word; its answer stands in `read` then, as the command takes it.

    Args:
        call: the command.
        param: the word.
        read: where the answer goes.
    """
    typed: TypedWord[Any] = param.type
    asked = asked_of(param) or AskedFor(param.help or "")

    def check(answer: str) -> None:
        value = _taken(call, param, answer)
        read[param.name] = asked.then(call, value) if asked.then else value

    return Question(
        option=name_of(param),
        text=_(asked.text) or _described(call, param),
        given=None,
        choices=_choices(call, typed, asked),
        optional=asked.optional,
        check=check,
        default=_(asked.default) or _named_last(call, typed),
        about=_(param.help or ""),
        param=param,
    )


def checked(call: Call, param: Any) -> Callable[[str], None]:
    """Return what reads an answer for a word as its command will; a `JinlinError` refuses it."""

    def check(answer: str) -> None:
        _taken(call, param, answer)

    return check


def _taken(call: Call, param: Any, answer: str) -> Any:
    """Return what is answered for a word, read.

    Raises:
        UsageError: it cannot be.
    """
    typed: TypedWord[Any] = param.type
    try:
        value = typed.taken(answer, name_of(param))
    except ValueError as error:
        said = _("{name} cannot be read: {reason}")
        raise UsageError(said.format(name=name_of(param), reason=typed.wanted)) from error
    _check_day(call, value)
    return value


def _described(call: Call, param: Any) -> str:
    """Return what asks for a word of which nothing says how: what it is for, with its name."""
    about = _(param.help or "").rstrip(".。")
    if not about:
        return name_of(param)
    if not call.environment.interactive:
        return about if _A_NUMBER.match(name_of(param)) else name_of(param)
    return _("{what} ({option})").format(what=about, option=name_of(param))


def _check_day(call: Call, value: object) -> None:
    """Refuse a day that cannot be read, before anything is done.

    Raises:
        UsageError: it cannot.
    """
    if isinstance(value, Said) and value:
        with reading(call) as reader:
            value.on(reader.clock)


def _named_last(call: Call, typed: TypedWord[Any]) -> str:
    """Return the number of the record that was named last in the window, where one is asked for."""
    window = call.environment.window
    taken_away = not TAKING_AWAY.isdisjoint(call.command.split())
    return "" if window is None or taken_away else window.named.get(typed.kind.name, "")


def _choices(call: Call, typed: TypedWord[Any], asked: AskedFor) -> Sequence[str]:
    """Return what is shown with a question; nothing where nobody is there to see it."""
    if not call.environment.interactive:
        return ()
    if callable(asked.choices):
        return asked.choices(call)
    words = typed.kind.words
    return asked.choices or (list(words.labels().values()) if words else ())
