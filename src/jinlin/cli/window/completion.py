"""What is offered while she types: nouns, verbs, options, and the words of the data."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple

from jinlin.cli.known_values import MOST, known_values
from jinlin.cli.line.verb_homes import SHORT_CUTS, homes
from jinlin.cli.window.line_words import NOTHING_LISTED, ListedRecords, on_listed
from jinlin.cli.window.menu import first_line, spoken_word
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _, speaking
from jinlin.core.people.pinyin import initials
from jinlin.core.text import shown
from jinlin.core.typed import quoted, words_of
from jinlin.output.command.noun import Noun
from jinlin.output.command.typed_words import name_of
from jinlin.output.command.verb import Later
from jinlin.store.file.connection import open_reading
from jinlin.store.file.header import check_header
from jinlin.store.schema.upgrade import VERSION
from jinlin.store.transaction.tx import Reader

_DASHES: Final = ("-", "－", "—")


class Offer(NamedTuple):
    """Something that fits.

    Attributes:
        text: what stands in the line then.
        replaces: how many characters before the cursor it takes the place of.
        meaning: what stands beside it.
    """

    text: str
    replaces: int
    meaning: str


def fits(begun: str, *texts: str) -> bool:
    """Return whether a text begins so, or is so for short: `sx` for 事项, `ldbl` for 路灯不亮."""
    said = begun.lower()
    if any(text.lower().startswith(said) for text in texts):
        return True
    if not said.isascii():
        return any(said in text for text in texts)
    return said.isalpha() and any(
        not text.isascii() and initials(text).startswith(said) for text in texts
    )


class Offering:
    """Finds what fits behind a text; commands are loaded once.

    Args:
        call: the window's call, which says what database there is.
        root: the whole command line.
    """

    def __init__(self, call: Call, root: Noun) -> None:
        self.call, self.root = call, root

    def after(self, text: str, listed: ListedRecords = NOTHING_LISTED) -> list[Offer]:
        """Return what may stand at the end of a text; nothing where something is wrong.

        Args:
            text: what was typed so far.
            listed: what was listed last; numbers of it may stand first.
        """
        if not text.strip():
            return []
        begun = "" if text[-1:].isspace() else text.rsplit(maxsplit=1)[-1]
        words = words_of(text[: len(text) - len(begun)])
        with suppress(JinlinError, sqlite3.Error, OSError, ValueError):
            on = words and on_listed([words[0], "…"], listed)
            whole = [*listed.noun, *words[1:]] if on else _whole(words)
            return [*self._fitting(whole, begun)]
        return []

    @staticmethod
    def among(choices: Iterable[str], begun: str) -> list[Offer]:
        """Return the choices that fit."""
        return [Offer(one, len(begun), "") for one in choices if fits(begun, one)]

    def values_of(self, param: Any, begun: str) -> list[Offer]:
        """Return what the database knows for an answer."""
        if param is None:
            return []
        with suppress(JinlinError, sqlite3.Error, OSError, ValueError):
            return [*self._values([], param, begun)]
        return []

    def _fitting(self, words: Sequence[str], begun: str) -> Iterator[Offer]:
        path: list[str] = []
        command: Any = self.root
        rest = [*words]
        while isinstance(command, Noun) and rest:
            name = command.words.get(rest[0], rest[0])
            found = command.commands.get(name)
            if found is None:
                break
            path.append(name)
            rest.pop(0)
            command = found.load() if isinstance(found, Later) else found
        if isinstance(command, Noun):
            if not rest:
                yield from _verbs(command, begun)
            if begun and not words:
                yield from _verbs_alone(begun)
            return
        if begun.startswith(_DASHES):
            yield from _options(command, begun)
        elif param := _option_before(command, rest):
            yield from self._values(path, param, begun)
        else:
            for param in _words_left(command, rest):
                yield from self._values(path, param, begun)

    def _values(self, path: Sequence[str], param: Any, begun: str) -> Iterator[Offer]:
        """Yield what the database knows of a parameter, masked as listings are."""
        find = known_values(path, param)
        if find is None:
            return
        file = database_path(self.call)
        if check_header(file) != VERSION:
            return
        connection = open_reading(file)
        try:
            connection.execute("PRAGMA busy_timeout = 50")
            reader = Reader(connection, file, self.call)
            known = dict(find(reader, begun))
            if begun and len(known) < MOST:
                known |= {
                    value: meaning for value, meaning in find(reader, "")
                    if fits(begun, value, meaning)
                }  # fmt: skip
        finally:
            connection.shut()
        for value, meaning in known.items():
            yield Offer(quoted(value), len(begun), shown(meaning))


def _verbs(noun: Noun, begun: str) -> Iterator[Offer]:
    """Yield the verbs that fit, in her language, each with its English name and what it does."""
    for name, command in noun.commands.items():
        if command.hidden:
            continue
        said = [word for word, meant in noun.words.items() if meant == name]
        if fits(begun, name, *said):
            word = spoken_word(noun, name)
            own = next((w for w in said if not begun.isascii() and w.startswith(begun)), word)
            about = first_line(command)
            yield Offer(own, len(begun), about if own == name else f"{name}  {about}")


def _verbs_alone(begun: str) -> Iterator[Offer]:
    """Yield the verbs that need no noun before them, for there is one command they can mean."""
    alone = {word: where[0] for word, where in homes().items() if len(where) == 1}
    alone |= SHORT_CUTS
    for word, command in alone.items():
        if (speaking() == "en") == word.isascii() and fits(begun, word):
            yield Offer(word, len(begun), command)


def _whole(words: Sequence[str]) -> Sequence[str]:
    """Return a line with its noun, where it begins with a verb that is one command's alone."""
    where = homes().get(words[0], ()) if words else ()
    command = SHORT_CUTS.get(words[0]) if words else None
    if command is None and len(where) == 1:
        command = where[0]
    return words if command is None else [*command.split(), *words[1:]]


def _options(command: Any, begun: str) -> Iterator[Offer]:
    bare = begun.lstrip("".join(_DASHES))
    for param in (*command.params, *command.shared_options()):
        if param.param_type_name != "option" or getattr(param, "hidden", False):
            continue
        if fits(bare, *(name.lstrip("-") for name in param.opts)):
            yield Offer(name_of(param), len(begun), shown(_(param.help or "")))


def _option_before(command: Any, words: Sequence[str]) -> Any:
    """Return the option whose word comes next; None where that is no option's."""
    params = (*command.params, *command.shared_options())
    return next(
        (
            param for param in params
            if words and param.param_type_name == "option" and words[-1] in param.opts
            and not param.is_flag
        ),
        None,
    )  # fmt: skip


def _words_left(command: Any, words: Sequence[str]) -> Sequence[Any]:
    """Return the parameters without a name whose word may come next."""
    bare = [word for word in words if not word.startswith(_DASHES)]
    own = [param for param in command.params if param.param_type_name == "argument"]
    left = own[len(bare) :]
    return left[:1] if left else [param for param in own if param.nargs == -1][:1]
