"""The line that says what a word was meant for: told whole where it was refused, or asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jinlin.core.call import Call, Environment
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.core.typed import quoted


def with_lines(error: JinlinError, words: Sequence[str]) -> str:
    """Return the lines that may have been meant, ready to be typed; else the hint of an error."""
    lines = [" ".join(["jinlin", *map(quoted, line)]) for line in _lines(error, words)]
    if not lines:
        return error.hint
    return _("Type: {lines}").format(lines=_("; ").join(lines))


def asked_anew(error: JinlinError, words: Sequence[str], environment: Environment) -> Sequence[str]:
    """Return the line that is meant, asked for on a terminal.

    Raises:
        JinlinError: no line can be made of what was typed.
        KeyboardInterrupt: none is meant.
    """
    from jinlin.output.asking import Question, answers, confirm

    lines = _lines(error, words)
    if error.instead is None or not lines:
        raise error
    text, names = error.instead
    if len(names) == 1:
        confirm(
            Call(environment),
            _("{message} Do you mean {name}?").format(message=error.message, name=names[0]),
        )
        return lines[0]
    by_answer = dict(zip(names, lines, strict=True))

    def one_of_them(answer: str) -> None:
        if answer not in by_answer:
            raise error

    question = Question(
        "", _("Which one is “{text}”").format(text=text), None, choices=names, check=one_of_them
    )
    [answer] = answers(Call(environment), [question])
    return by_answer[answer]


_ONE: Final = re.compile(r"[^,，、;；\n]+")


def _put(value: str, text: str, name: str) -> str:
    """Return several words between marks with a name in place of one that is the text."""
    return _ONE.sub(lambda one: name if one[0].strip() == text else one[0], value)


def _lines(error: JinlinError, words: Sequence[str]) -> list[list[str]]:
    """Return the line with each of what may stand in place of the word; none where it is not in it.

    The last place where it stands is meant: verbs come first.
    """
    assert error.instead is not None
    text, names = error.instead
    for place in range(len(words) - 1, -1, -1):
        option, equals, value = (
            words[place].rpartition("=") if words[place][:1] == "-" else ("",) * 2 + (words[place],)
        )
        said = listed(value)
        if text != value and text not in said:
            continue
        return [
            [
                *words[:place],
                option + equals + (name if text == value else _put(value, text, name)),
                *words[place + 1 :],
            ]
            for name in names
        ]
    return []
