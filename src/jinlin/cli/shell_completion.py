"""What a shell offers on Tab: commands with their help, options, and what the database knows.

The shell starts jinlin with `_JINLIN_COMPLETE` set; nothing is written, no question asked, and
where anything is wrong there is simply nothing to offer.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from functools import partial
from typing import Any, Final

from jinlin.core import config, i18n
from jinlin.core.call import Call, Environment
from jinlin.core.errors import JinlinError
from jinlin.core.line.option_names import shown_names, spellings_of
from jinlin.core.text import shown
from jinlin.output.command.noun import Noun

VARIABLE: Final = "_JINLIN_COMPLETE"
_PLAIN: Final = re.compile(r"[\w.#@·•、，：（）/+-]+")
"""What a shell takes as one word; other values are not offered: it would run or split them."""
_UNSAFE: Final = re.compile(r"[\\\"'$`\n]")
"""What zsh, which evaluates the texts beside the values, must not see."""
SHELLS: Final = ("bash", "zsh", "fish", "powershell")


def script(shell: str) -> str:
    """Return what a shell must read at its start to ask jinlin for completions."""
    from jinlin.output.typer_inside import get_completion_script

    return get_completion_script(prog_name="jinlin", complete_var=VARIABLE, shell=shell)


def complete(environment: Environment) -> int:
    """Answer a shell.

    Returns:
        The exit code: 1 where there is nothing to offer, so that fish offers files.
    """
    try:
        said = _answer(environment)
        environment.stdout.write(f"{said}\n" if said is not None else "")
    except Exception:  # noqa: BLE001  (a shell that asks oddly, say without its variables)
        return 1
    return 0 if said else 1


def _answer(environment: Environment) -> str | None:
    """Return what a shell is told; None where it is a shell that nobody knows."""
    from jinlin.output.typer_inside import get_completion_class, shells

    i18n.install("zh")
    with suppress(JinlinError):  # the settings file is damaged; Chinese it is
        i18n.install(config.language(None, environment))
    from jinlin.cli.nouns import root

    shells._sanitize_help_text = lambda text: text  # noqa: SLF001  (our help has no Rich markup)
    shells.completion_init()
    kind = get_completion_class(os.environ[VARIABLE].rpartition("_")[2])
    if kind is None:
        return None
    command = root()
    answer = kind(command, {"obj": environment}, "jinlin", VARIABLE)
    offered = partial(_offered, command, environment)
    vars(answer)["get_completions"] = offered  # Typer's own would ask for what is missing
    return str(answer.complete())


def _offered(command: Any, environment: Environment, args: list[str], word: str) -> list[Any]:
    """Return what fits at a place of the line."""
    from jinlin.output.typer_inside import (
        CompletionItem,
        Parameter,
        resolve_context,
        resolve_incomplete,
    )

    try:
        ctx = resolve_context(command, {"obj": environment}, "jinlin", args)
        place, word = resolve_incomplete(ctx, args, word)
        if isinstance(place, Parameter):
            known = _known(ctx, place, environment, word)
            return [
                CompletionItem(value, help=_UNSAFE.sub(" ", shown(text)))
                for value, text in known
                if _PLAIN.fullmatch(value)
            ]
        if word.startswith("-"):
            return _options(ctx, place, args, word)
        after_chinese = not word and args and not args[-1].isascii()
        chinese = place.chinese_verbs("") if after_chinese and isinstance(place, Noun) else []
        return [*chinese, *place.shell_complete(ctx, word)]
    except (JinlinError, sqlite3.Error, OSError, ValueError):
        return []


def _options(ctx: Any, place: Any, args: list[str], word: str) -> list[Any]:
    """Return the options that begin so, by their names of today, in the letters of the line."""
    chinese = not word.isascii() or (not word.strip("-") and any(not one.isascii() for one in args))
    options = [param for param in place.get_params(ctx) if param.param_type_name == "option"]
    names = {name for param in options for name in shown_names(param)} | {*spellings_of("--help")}
    return [
        item
        for item in place.shell_complete(ctx, word)
        if item.value in names and item.value.isascii() is not chinese
    ]


def _known(ctx: Any, place: Any, environment: Environment, word: str) -> list[tuple[str, str]]:
    """Return values of a parameter that the database knows, with what they are."""
    from jinlin.cli.known_values import known_values
    from jinlin.core.config import database_path
    from jinlin.store.file.connection import open_reading
    from jinlin.store.file.header import check_header
    from jinlin.store.schema.upgrade import VERSION
    from jinlin.store.transaction.tx import Reader

    find = known_values(ctx.command_path.split()[1:], place)
    if find is None:
        return []
    kept = ctx.find_root().meta.get("jinlin", {})
    call = Call(environment=environment, database=kept.get("db"))
    path = database_path(call)
    if check_header(path) != VERSION:
        return []
    connection = open_reading(path)
    try:
        connection.execute("PRAGMA busy_timeout = 200")
        return find(Reader(connection, path, call), word)
    finally:
        connection.shut()
