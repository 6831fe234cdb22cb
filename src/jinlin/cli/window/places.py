"""Which word of a command a place in the line of a walk is for."""

from __future__ import annotations

from typing import Any

from jinlin.cli.window.menu import command_at
from jinlin.output.command.noun import Noun


def param_filled(root: Noun, line: str, place: str) -> Any:
    """Return the parameter that the place of a line fills alone; None where it is none.

    Args:
        root: the whole command line.
        line: the line of a walk, its places in braces and brackets.
        place: which of them.
    """
    words = line.replace("[", "").replace("]", "").split()
    command: Any = root
    while words and isinstance(command, Noun) and words[0] in command.commands:
        command = command_at(command, [words.pop(0)])
    if isinstance(command, Noun) or f"{{{place}}}" not in words:
        return None
    at = words.index(f"{{{place}}}")
    named = words[at - 1] if at else ""
    if named.startswith("-"):
        return next((one for one in command.params if named in one.opts), None)
    bare = [n for n in range(at) if not (words[n].startswith("-") or _behind_option(words, n))]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    return arguments[len(bare)] if len(bare) < len(arguments) else None


def _behind_option(words: list[str], at: int) -> bool:
    return at > 0 and words[at - 1].startswith("-")
