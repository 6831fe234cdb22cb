"""The words of a command line that name files and folders, as its help calls them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import LANGUAGES, catalogue


def words_called(ctx: typer.Context, names: Container[str]) -> Iterator[str]:
    """Return the words of a command that its help calls so."""
    for param in ctx.command.params:
        named = ctx.params.get(param.name or "")
        if named and getattr(param, "metavar", None) in names:
            yield str(named)


@cache
def words_for_files() -> frozenset[str]:
    """Return what the help calls words that name files."""
    return _in_every_language("FILE", "PHOTO", "YEAR|FILE")


@cache
def _folders() -> frozenset[str]:
    return _in_every_language("FOLDER")


def _in_every_language(*known: str) -> frozenset[str]:
    return frozenset(catalogue(language).say(word) for language in LANGUAGES for word in known)


def refuse_own_files(ctx: typer.Context, call: Call) -> None:
    """Refuse to take the database for a table or a folder, or its backup; `db` is about it.

    Raises:
        FileError: a word names it.
    """
    if call.command.startswith("db "):
        return
    for named in words_called(ctx, words_for_files()):
        from jinlin.store.file.own_files import refuse_own

        refuse_own(call, call.environment.path(named))
    for named in words_called(ctx, _folders()):
        from jinlin.store.file.own_files import refuse_own_folder

        refuse_own_folder(call, call.environment.path(named))
