"""Commands in a process of their own and all in one, side by side; run as a process itself.

On standard input come, as JSON, a folder and commands: each with its words, its language and the
database it finds. Each is typed in a fork of this process that has typed nothing else; then all of
them in this one, in turn. What was said otherwise goes to standard output, with how many were typed.
With a folder and a number as its words it types so many rounds of commands, and tells what is left.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import re
import shutil
import sys
import traceback
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jinlin

NOON = datetime(2026, 11, 5, 4, tzinfo=UTC)
_RANDOM = re.compile(r"\b[0-9a-f]{7,}\b|jinlin-fault-\w+|\d{8}-\d{6}")
"""What is another each time: checksums, the names of reports of faults, the time of a copy."""


def said_to(words: list[str], language: str, folder: Path) -> list[Any]:
    """Type a command; return its exit code, what it printed and what it said."""
    from jinlin.cli.main import run
    from jinlin.core.call import Environment

    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _each in "oe")
    environment = Environment(
        stdin=io.StringIO(),
        stdout=out,
        stderr=err,
        variables={
            "COLUMNS": "80",
            "JINLIN_DB": str(folder / "jinlin.db"),
            "JINLIN_CONFIG": str(folder / "settings.toml"),
            "JINLIN_LANG": language,
        },
        folder=folder,
        now=lambda: NOON,
    )
    with contextlib.redirect_stdout(out):
        code = run(words, environment)
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(_RANDOM.sub("*", stream.read()))
    return [code, *texts]


def alone(words: list[str], language: str, folder: Path) -> list[Any]:
    """Type a command in a process that has typed no other."""
    read, write = os.pipe()
    if not (child := os.fork()):
        code = 1
        try:
            with os.fdopen(write, "w", encoding="utf-8") as pipe:
                json.dump(said_to(words, language, folder), pipe)
            code = 0
        except BaseException:  # noqa: BLE001  (the parent sees that nothing came)
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    answer: list[Any] = json.loads(told)
    return answer


def load_all() -> None:
    """Load every module before the first command, so that a fork need not."""
    for module in pkgutil.walk_packages(jinlin.__path__, "jinlin."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("sqlmodel", "rich.table", "rich.console"):
        importlib.import_module(name)


def begin(folder: Path, database: str) -> None:
    """Let a command find the database it is typed for, and nothing that another one wrote."""
    for path in folder.glob("jinlin.db*"):
        path.unlink()
    shutil.rmtree(folder / "备份", ignore_errors=True)
    shutil.copyfile(database, folder / "jinlin.db")


ROUND = (
    (["issue", "add", "路灯不亮", "--category", "公共照明"], "zh", 0),
    (["issue", "list"], "en", 0),
    (["undo"], "zh", 0),
    (["issue", "show", "99"], "en", 3),
)


def type_round(folder: Path) -> None:
    """Type the commands of one round."""
    for words, language, code in ROUND:
        assert said_to(words, language, folder)[0] == code, words


def tell_memory(folder: Path, rounds: int) -> None:
    """Print how many bytes and objects more there are after the last round than after the third."""
    for _warm in range(2):
        type_round(folder)
    tracemalloc.start()
    type_round(folder)
    gc.collect()
    before, objects = tracemalloc.get_traced_memory()[0], len(gc.get_objects())
    for _each in range(rounds):
        type_round(folder)
    gc.collect()
    told = {
        "bytes": tracemalloc.get_traced_memory()[0] - before,
        "objects": len(gc.get_objects()) - objects,
    }
    json.dump(told, sys.stdout)


def main() -> None:
    """Type all commands both ways and print what differed."""
    given = json.load(sys.stdin)
    folder = Path(given["folder"])
    load_all()
    before = {path.name for path in folder.iterdir()}
    told: list[list[list[Any]]] = []
    for type_it in (alone, said_to):
        said = []
        for words, language, database in given["commands"]:
            for path in folder.iterdir():  # what the command before wrote
                if path.is_file() and path.name not in before:
                    path.unlink()
            begin(folder, database)
            said.append(type_it(words, language, folder))
        told.append(said)
    differed = [
        [command[:2], one, other]
        for command, one, other in zip(given["commands"], *told, strict=True)
        if one != other
    ]
    json.dump({"typed": len(told[0]), "differed": differed}, sys.stdout)


if __name__ == "__main__":
    if sys.argv[1:]:
        tell_memory(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
