"""Which name of a list a word means: whole, by its beginning, by a part, or with one slip in it.

What has one reading is taken, and said once the command has ended; two readings are refused, with
the lines that say one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from jinlin.core.errors import JinlinError, NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import plain_word

T = TypeVar("T")
_SLIP_IN: Final = 3
"""A shorter word with another character in it is another word; in letters one of less than four."""
_NAMED: Final = 6
"""So many readings are named; a word that means more says nothing."""
_SHORT: Final = 4
"""A name with characters left out has at least so many."""
_DENYING: Final = ("不", "未", "没", "无", "非", "not", "un", "in", "dis")
_FIGURES: Final = frozenset("0123456789零〇一二两三四五六七八九十百甲乙丙丁")
_NEGATIONS: Final = frozenset("不未没无非否已")
_OPPOSITES: Final = frozenset("东南西北上下左右前后大小男女老新出入正副有可内外")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_taken: Final[dict[str, str]] = {}
"""What words of this command were taken for."""
_trying: Final[list[bool]] = []
"""Not empty while only whole names are taken."""


def take_for(text: str, name: str) -> None:
    """Keep that a word was taken for a name, to be said when the command has ended.

    While only whole names are taken nothing is kept: it is tried what the word looks like.
    """
    if not _trying:
        _taken[text] = name


def taken_for() -> list[tuple[str, str]]:
    """Return the words that were taken for a name, with it; they are forgotten then."""
    said = [(text, name) for text, name in _taken.items() if text != name]
    _taken.clear()
    return said


@contextmanager
def whole_only() -> Iterator[None]:
    """Take only whole names meanwhile: what a word looks like is tried, and nothing said of it."""
    _trying.append(True)
    try:
        yield
    finally:
        _trying.pop()


def the_one(
    text: str,
    known: Iterable[T],
    names: Callable[[T], Iterable[str]],
    *,
    none: Callable[[], JinlinError],
    called: Callable[[T], str] | None = None,
    shown: Callable[[T], str] | None = None,
    whole: bool = False,
) -> T:
    """Return the one of a list that a word means.

    Args:
        text: what was typed.
        known: those there are.
        names: what people call one, its own name first.
        none: makes the error for a word that means none, without what is near.
        called: what it is typed as instead; otherwise its first name.
        shown: what it is called in a sentence; otherwise as it is typed.
        whole: only whole names are taken, as for money, votes and what is deleted.

    Raises:
        JinlinError: there is none, as `none` says, or there are several.
    """
    every = list(known)
    whole = whole or bool(_trying)
    called = called or (lambda one: next(iter(names(one))))
    shown = shown or called
    found = readings(text, every, names, near=False)
    if len(found) == 1:
        return found[0]
    near = found or readings(text, every, names)
    if len(near) == 1 and not whole:
        take_for(text, shown(near[0]))
        return near[0]
    if not near:
        said, whole = plain_word(text), True
        near = [one for one in every if any(_shortens(said, plain_word(n)) for n in names(one))]
    if not near or len(near) > _NAMED:
        raise none()
    told = _(", ").join(map(shown, near))
    if len(near) > 1 and (found or not whole):
        error: JinlinError = NotFoundError(
            _("“{text}” may be several: {names}.").format(text=text, names=told)
        )
    else:
        error = none()
        error.hint = f"{_('Did you mean: {near}?').format(near=told)} {error.hint}"
    error.instead = text, tuple(map(called, near))
    raise error


def misspelt(text: str, known: Iterable[str]) -> list[str]:
    """Return the names that a word is but for one character; none where it is one of them.

    Args:
        text: what was typed.
        known: the names there are.
    """
    said = plain_word(text)
    names = {plain_word(name): name for name in known}
    if said in names:
        return []
    return [name for word, name in names.items() if _slips(said, word)][:_NAMED]


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
    return _tells(said) and word.startswith(said) and not _cut_through(said[-1:], word[len(said) :])


def _holds(said: str, word: str) -> bool:
    """Return whether a word is a part of a name that does not deny it, as 不在家 does 在家."""
    at = word.find(said)
    return (
        _tells(said)
        and at >= 0
        and not word[:at].endswith(_DENYING)
        and not _cut_through(word[:at][-1:], said)
        and not _cut_through(said[-1:], word[at + len(said) :])
    )


def _tells(said: str) -> bool:
    """Return whether a piece of a name says enough: a Chinese character does, a letter does not."""
    return len(said) > 1 or (not said.isascii() and bool(said))


def _cut_through(before: str, after: str) -> bool:
    """Return whether a figure ends one piece and begins the next: 第1 is no beginning of 第12."""
    return bool(before and after) and before in _FIGURES and after[0] in _FIGURES


def _shortens(said: str, word: str) -> bool:
    """Return whether a word is a name with characters left out: 春江小学 of 春江第二中心小学.

    Both begin and end alike, by two characters each. It may be another's, and is only asked about.
    """
    alike = _SHORT // 2
    return (
        len(said) >= _SHORT
        and not said.isascii()
        and said[:alike] == word[:alike]
        and said[-alike:] == word[-alike:]
        and re.fullmatch(".*".join(map(re.escape, said)), word) is not None
    )


def _slips(said: str, word: str) -> bool:
    """Return whether a word is another but for one character: wrong, missing or too many.

    A figure, a letter among Chinese characters, or what turns a sense round is no slip.
    """
    least = _SLIP_IN + word.isascii()
    if min(len(said), len(word)) < least or abs(len(said) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(said), len(word)) and said[start] == word[start]:
        start += 1
    one, other = said[start:], word[start:]
    if not (one[1:] == other[1:] or one[1:] == other or one == other[1:]):
        return False
    wrong, missing = one[: 1 + len(one) - len(other)], other[: 1 + len(other) - len(one)]
    telling = _FIGURES | _NEGATIONS | (frozenset() if word.isascii() else _LETTERS)
    turned = {*wrong, *missing} <= _OPPOSITES
    return not turned and telling.isdisjoint(wrong + missing)
