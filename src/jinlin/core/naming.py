"""Which name of a list a word means: whole, by its beginning, by a part, or with one slip in it.

What has one reading is taken, and said once the command has ended; two readings are refused, with
the lines that say one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from jinlin.core.errors import JinlinError, NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import plain_word

T = TypeVar("T")
_SLIP_IN: Final = 3
"""A shorter word with another character in it is another word; in letters one of less than four."""
_NAMED: Final = 6
"""So many readings are named; a word that means more says nothing."""
_taken: Final[dict[str, str]] = {}
"""What words of this command were taken for."""


def take_for(text: str, name: str) -> None:
    """Keep that a word was taken for a name, to be said when the command has ended."""
    _taken[text] = name


def taken_for() -> list[tuple[str, str]]:
    """Return the words that were taken for a name, with it; they are forgotten then."""
    said = [(text, name) for text, name in _taken.items() if text != name]
    _taken.clear()
    return said


def the_one(
    text: str,
    known: Iterable[T],
    names: Callable[[T], Iterable[str]],
    *,
    none: Callable[[], JinlinError],
    called: Callable[[T], str] | None = None,
    whole: bool = False,
) -> T:
    """Return the one of a list that a word means.

    Args:
        text: what was typed.
        known: those there are.
        names: what people call one, its own name first.
        none: makes the error for a word that means none, without what is near.
        called: what it is typed as instead; otherwise its first name.
        whole: only whole names are taken, as for money, votes and what is deleted.

    Raises:
        JinlinError: there is none, as `none` says, or there are several.
    """
    every = list(known)
    called = called or (lambda one: next(iter(names(one))))
    found = readings(text, every, names, near=False)
    if len(found) == 1:
        return found[0]
    near = found or readings(text, every, names)
    if len(near) == 1 and not whole:
        take_for(text, called(near[0]))
        return near[0]
    raise unclear(text, [called(one) for one in near], none, several=bool(found) or not whole)


def unclear(
    text: str, near: Sequence[str], none: Callable[[], JinlinError], *, several: bool = True
) -> JinlinError:
    """Return the error for a word that means none of a list, or several.

    Args:
        text: what was typed.
        near: what it may mean.
        none: makes the error for one that means none.
        several: what is near is meant, and only not which.
    """
    if not near or len(near) > _NAMED:
        return none()
    names = _(", ").join(near)
    if several and len(near) > 1:
        error: JinlinError = NotFoundError(
            _("“{text}” may be several: {names}.").format(text=text, names=names)
        )
    else:
        error = none()
        error.hint = f"{_('Did you mean: {near}?').format(near=names)} {error.hint}"
    error.instead = text, tuple(near)
    return error


def readings(
    text: str, known: Sequence[T], names: Callable[[T], Iterable[str]], *, near: bool = True
) -> list[T]:
    """Return those of a list that a word can mean.

    Args:
        text: what was typed.
        known: those there are.
        names: what people call one.
        near: also those of whose names it is the beginning, else a part, else a slip; otherwise
            only those that are called so.
    """
    said = plain_word(text)
    called = [(one, [plain_word(name) for name in names(one)]) for one in known]
    for fits in (_is, _begins, _holds, _slips) if near else (_is,):
        found = [one for one, words in called if any(fits(said, word) for word in words)]
        if found:
            return found
    return []


def _is(said: str, word: str) -> bool:
    return said == word


def _begins(said: str, word: str) -> bool:
    return _tells(said) and word.startswith(said)


def _holds(said: str, word: str) -> bool:
    return _tells(said) and said in word


def _tells(said: str) -> bool:
    """Return whether a piece of a name says enough: a Chinese character does, a letter does not."""
    return len(said) > 1 or (not said.isascii() and bool(said))


def _slips(said: str, word: str) -> bool:
    """Return whether a word is another but for one character: wrong, missing or too many."""
    least = _SLIP_IN + word.isascii()
    if min(len(said), len(word)) < least or abs(len(said) - len(word)) > 1 or said.isdecimal():
        return False
    start = 0
    while start < min(len(said), len(word)) and said[start] == word[start]:
        start += 1
    one, other = said[start:], word[start:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:]
