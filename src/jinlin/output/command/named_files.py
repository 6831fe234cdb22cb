"""The words of a command line that name files and folders, as their kinds say."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from jinlin.core.call import Call
from jinlin.output.command.kind import NamedThing, TypedWord


def words_naming(ctx: typer.Context, what: NamedThing) -> Iterator[str]:
    """Return the words of a command that name a file, or a folder."""
    for param in ctx.command.params:
        named = ctx.params.get(param.name or "")
        if named and isinstance(param.type, TypedWord) and param.type.kind.names is what:
            several = param.nargs < 0 or getattr(param, "multiple", False)
            yield from map(str, named if several else [named])


def refuse_own_files(ctx: typer.Context, call: Call) -> None:
    """Refuse to take the database for a table or a folder, or its backup; `db` is about it.

    Raises:
        FileError: a word names it.
    """
    if call.command.startswith("db "):
        return
    for named in words_naming(ctx, NamedThing.FILE):
        from jinlin.store.file.own_files import refuse_own

        refuse_own(call, call.environment.path(named))
    for named in words_naming(ctx, NamedThing.FOLDER):
        from jinlin.store.file.own_files import refuse_own_folder

        refuse_own_folder(call, call.environment.path(named))
