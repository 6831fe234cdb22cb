"""One command on several records, `办结 21,22`, `派单 21-25 张德福`: all is done, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from typing import Any, Final, TextIO, cast

from jinlin.core.call import Call
from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact, listed
from jinlin.output.asking import confirm
from jinlin.output.command.kind import SEVERAL, TYPED
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
    name, numbers = ctx.meta[SEVERAL]
    param = next(param for param in ctx.command.params if param.name == name)
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
    with ExitStack() as stack:
        asking = call.environment.interactive and not call.yes
        held = stack.enter_context(once_saved(call, asking=asking))
        told = cast("TextIO", _ToldOnce(held.environment.stderr))
        held = held._replace(environment=held.environment._replace(stderr=told))
        stack.enter_context(together())
        printed = []
        for number in numbers:
            ctx.params[name] = param.process_value(ctx, number)
            with _none_done(call, numbers) if not ctx.command.shows else nullcontext():
                act(ctx, held)
            forget_days(held)
            if call.json:
                printed.append(_taken_back(held))
        ctx.meta[TYPED][name] = [",".join(numbers)]
        if call.json:
            _print_all(held, printed)


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


class _ToldOnce:
    """Standard error on which a line that is the same for several records stands once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._told: set[str] = set()

    def write(self, text: str) -> int:
        """Write a text; a whole line that was told is not told again."""
        if not text.endswith("\n"):
            return self._stream.write(text)
        if text not in self._told:
            self._told.add(text)
            self._stream.write(text)
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


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
