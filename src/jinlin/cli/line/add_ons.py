"""Commands of others: a program `jinlin-NAME` on the path is the command `jinlin NAME`, Git's way.

It never stands for a word of our own, nor for an alias of hers. It gets the words behind its name,
and the database and the language in `JINLIN_DB` and `JINLIN_LANG`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from jinlin.cli.line.on_record import OnRecord
from jinlin.cli.line.verb_homes import SHORT_CUTS, homes
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import FileError
from jinlin.core.i18n import _, speaking
from jinlin.core.line.command_words import is_command_word

_NAME: Final = re.compile(r"\w[\w-]{0,40}")


def add_on(word: str, call: Call) -> Path | None:
    """Return the program that a word names; None where it is a word of our own, or there is none.

    Args:
        word: the first word of the line, which is no noun.
        call: the surroundings.
    """
    own = word in homes() or word in SHORT_CUTS or is_command_word(word)
    if own or _NAME.fullmatch(word) is None:
        return None
    program = _on_path(f"jinlin-{word}", call.environment.variables)
    if program is None:
        return None
    with OnRecord(call) as record:
        return program if record.alias(word) is None else None


def run_add_on(program: Path, words: Sequence[str], call: Call) -> int:
    """Run a program with the words behind its name, and return its exit code.

    Raises:
        FileError: the system does not run it.
    """
    import subprocess

    call.environment.stdout.flush()
    call.environment.stderr.flush()
    known = {"JINLIN_DB": str(database_path(call).absolute()), "JINLIN_LANG": speaking()}
    try:
        done = subprocess.run(  # noqa: S603  (what the user put on her path and named)
            [program, *words], env={**call.environment.variables, **known}, check=False
        )
    except (OSError, ValueError) as error:
        raise FileError(
            _("The add-on {path} cannot be run.").format(path=program),
            hint=_("It must be a program of this system, or a script that says by what it is run."),
            detail=str(error),
        ) from error
    return done.returncode if done.returncode >= 0 else 128 - done.returncode


def _on_path(name: str, variables: Mapping[str, str]) -> Path | None:
    """Return the program of a name in the folders of the path; never one of the working folder."""
    endings = [""]
    if os.name == "nt":
        endings = [e for e in variables.get("PATHEXT", ".EXE;.BAT;.CMD").lower().split(";") if e]
    for folder in variables.get("PATH", "").split(os.pathsep):
        if not os.path.isabs(folder):  # noqa: PTH117  (as it is said, without its links)
            continue
        for ending in endings:
            found = Path(folder) / f"{name}{ending}"
            if found.is_file() and os.access(found, os.X_OK):
                return found
    return None
