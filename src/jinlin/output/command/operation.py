"""What an operation id (an idempotency key) stands for: words that were typed, files they name."""

from __future__ import annotations

from contextlib import suppress

import typer

from jinlin.core.call import Environment
from jinlin.output.command.kind import SEVERAL, TYPED, NamedThing, TypedWord
from jinlin.output.command.named_files import words_naming


def digest_of(ctx: typer.Context, environment: Environment) -> str:
    """Return a digest of what was typed, and of what is in the files that it names."""
    import hashlib

    typed: dict[str, list[str]] = dict(ctx.meta.get(TYPED, {}))
    if several := ctx.meta.get(SEVERAL):  # of them only the first was read as a word so far
        typed |= dict([several])
    others = {
        str(param.name): ctx.params.get(str(param.name))
        for param in ctx.command.params
        if not isinstance(param.type, TypedWord)
    }
    total = hashlib.sha256(repr((sorted(typed.items()), sorted(others.items()))).encode())
    for named in words_naming(ctx, NamedThing.FILE):
        path = environment.path(named)
        with suppress(OSError):  # the command itself says what is wrong with it
            if path.is_file():  # what is piped in can be read only once
                with path.open("rb") as file:
                    total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()
