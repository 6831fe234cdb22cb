"""One command on several records, `办结 21,22`, `派单 21-25 张德福`: all is done, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from typing import Any, Final, TextIO, cast

from jinlin.core.call import Call, Environment
from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact, listed
from jinlin.output.asking import confirm, overtaken
from jinlin.output.command.kind import SEVERAL, TYPED
from jinlin.output.command.line import ANSWERED
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import forget_days
from jinlin.output.listing.stream import handing_on, print_json
from jinlin.store.command.command import together
from jinlin.store.command.repetition import answer_repetition

ASKED_FROM: Final = 3
"""From so many records on it is asked whether to go on."""
MOST: Final = 200
"""No more records stand in one line."""
_RANGE: Final = re.compile(r"(\d{1,6})[-~～](\d{1,6})")
_YEARS: Final = range(2000, 2100)


def several(text: str) -> list[str]:
    """Return the numbers of records in a word: `21,22`, `21、22`, `21-25`; one, or none, as it is.

    Raises:
        UsageError: they are too many.
    """
    found: list[str] = []
    for part in listed(text):
        match = _RANGE.fullmatch(compact(part))
        if match and int(match[1]) not in _YEARS and int(match[1]) < int(match[2]):
            found += map(str, range(int(match[1]), min(int(match[2]), int(match[1]) + MOST) + 1))
        else:
            found.append(part)
    if len(found) > MOST:
        raise UsageError(
            _("“{text}” names more than {most} records.").format(text=text, most=MOST),
            hint=_("Write fewer of them, or choose them with: jinlin issue bulk --help"),
        )
    return list(dict.fromkeys(found))


def carry_out_each(ctx: Any, call: Call, act: Callable[[Any, Call], Any]) -> None:
    """Carry a command out on each of several records, in one transaction and as one entry.

    Args:
        ctx: the context of the command.
        call: the call.
        act: what carries it out on the one record that stands among the words then.

    Raises:
        AlreadyDone: it was carried out before under its operation.
        UsageError: each would write the same file.
        KeyboardInterrupt: they are many, and she does not go on.
    """
    _name, numbers = ctx.meta[SEVERAL]
    if call.output:
        raise UsageError(
            _("Several records do not go into one file."), hint=_("Write them one after another.")
        )
    if call.operation:
        answer_repetition(call, shows=ctx.command.shows)
    if not ctx.command.shows and len(numbers) >= ASKED_FROM:
        confirm(
            call,
            _("{count} records at once: {numbers}.").format(
                count=len(numbers), numbers=_(", ").join(numbers)
            ),
        )
    talk, params, meta = _Talk(), dict(ctx.params), dict(ctx.meta)
    while True:
        try:
            with _held(call, talk) as held:
                _in_turn(ctx, call, held, act)
        except _QuestionError:
            talk.answer()
            ctx.params.update(params)
            ctx.meta.pop(ANSWERED, None)
            ctx.meta.update(meta)
        else:
            return


def _in_turn(ctx: Any, call: Call, held: Call, act: Callable[[Any, Call], Any]) -> None:
    name, numbers = ctx.meta[SEVERAL]
    param = next(param for param in ctx.command.params if param.name == name)
    printed = []
    for number in numbers:
        ctx.params[name] = param.process_value(ctx, number)
        ctx.meta[TYPED][name] = [",".join(numbers)]
        with nullcontext() if ctx.command.shows else _none_done(call, numbers):
            act(ctx, held)
        forget_days(held)
        if call.json:
            printed.append(_taken_back(held))
    if call.json:
        _print_all(held, printed)


@contextmanager
def _held(call: Call, talk: _Talk) -> Iterator[Call]:
    """Hand out a call whose result waits until all is saved, and whose questions go to a talk."""
    with ExitStack() as stack:
        asking = call.environment.interactive and not call.yes
        held = stack.enter_context(once_saved(call, asking=asking))
        shared = stack.enter_context(together())
        yield held._replace(environment=talk.environment(held.environment, shared.has_begun))


@contextmanager
def _none_done(call: Call, numbers: Sequence[str]) -> Iterator[None]:
    """Say beside what is wrong with one record that the others are as they were."""
    try:
        yield
    except JinlinError:
        call.tell(
            _("Nothing was done with any of them: {numbers}.").format(numbers=_(", ").join(numbers))
        )
        raise


class _QuestionError(BaseException):
    """A question has come up when something is written already; no command may go on."""


class _Talk:
    """What is asked and told for several records: a line that is the same stands once.

    Nothing is asked while the database is locked: what was done so far is taken back, and it all
    begins anew with the answer; what was answered or told before is not asked or told again.
    """

    def __init__(self) -> None:
        self._answers: list[tuple[str, str]] = []
        self._place = 0
        self._told: set[str] = set()
        self._prompt = ""
        self._read: Callable[[], str] = str

    def environment(self, here: Environment, has_begun: Callable[[], bool]) -> Environment:
        """Return the environment in which all of them are asked about; they begin now.

        Args:
            here: the environment of the command.
            has_begun: whether something is written.
        """
        self._place = 0
        window: Any = here.window

        def tell(text: str) -> int:
            return self._tell(here.stderr, text)

        def read() -> str:
            return self._next(self._prompt, here.stdin.readline, has_begun)

        def ask(prompt: str, *about: Any) -> str:
            return self._next(prompt, partial(window.ask, prompt, *about), has_begun)

        return here._replace(
            stderr=cast("TextIO", _Through(here.stderr, write=tell)),
            stdin=cast("TextIO", _Through(here.stdin, readline=read)),
            window=_Through(window, ask=ask) if window else None,
        )

    def answer(self) -> None:
        """Ask what has come up."""
        self._answers.append((self._prompt, self._read()))

    def _next(self, prompt: str, read: Callable[[], str], has_begun: Callable[[], bool]) -> str:
        if self._place == len(self._answers):
            self._prompt, self._read = prompt, read
            if has_begun():
                raise _QuestionError
            self.answer()
        asked, answer = self._answers[self._place]
        if asked != prompt:
            raise overtaken()
        self._place += 1
        return answer

    def _tell(self, stream: TextIO, text: str) -> int:
        if not text.endswith("\n"):
            self._prompt = text
        if self._place == len(self._answers) and text not in self._told:
            self._told |= {text} if text.endswith("\n") else set()
            stream.write(text)
        return len(text)


class _Through:
    """Something with a method of its own in place of the one it has."""

    def __init__(self, whole: Any, **own: Callable[..., Any]) -> None:
        self._whole = whole
        vars(self).update(own)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)


def _taken_back(held: Call) -> Any:
    """Return what was printed as JSON, and is not handed on alone."""
    stdout = held.environment.stdout
    stdout.flush()
    said = stdout.buffer.getvalue()  # type: ignore[attr-defined]
    stdout.buffer.seek(0)
    stdout.buffer.truncate()
    return json.loads(said)["data"] if said else None


def _print_all(held: Call, printed: Sequence[Any]) -> None:
    with handing_on(held.environment.stdout):
        print_json(held.environment.stdout, printed)
