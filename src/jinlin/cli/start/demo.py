"""`jinlin demo`: the example complex, built before her eyes with the commands she will type."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Final

import typer

import jinlin
from jinlin.cli.start import walk
from jinlin.cli.start.demo_folder import built, check_folder, drop_backups
from jinlin.core.call import Call, Environment
from jinlin.core.clock import stamp
from jinlin.core.config import DATABASE_NAME, language
from jinlin.core.i18n import N_, Message, _, speaking
from jinlin.core.typed import about
from jinlin.output.command.kinds import FOLDER
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.file.drafts import new_private_file

USUAL_FOLDER: Final = "示例小区"
STOPPED: Final = 130
_UNSET: Final = ("JINLIN_DB", "JINLIN_USER")


def demo(
    call: Call,
    folder: Annotated[
        str | None,
        FOLDER.argument(
            help=N_(
                "Where to; otherwise the folder 示例小区 here. Made anew only if demo made it."
            ),
        ),
    ] = None,
) -> None:
    target = call.environment.path(folder or USUAL_FOLDER)
    check_folder(target)
    database = target / DATABASE_NAME
    data = {"folder": str(target), "database": str(database), "today": "2026-11-03"}
    if call.dry_run:
        text = _("The example complex would be built in {path}: {files}.").format(
            path=target, files=_(", ").join((DATABASE_NAME, *walk.FILES))
        )
        done(call, text, number=str(database), data=data)
        return
    with built(target):
        for name in walk.FILES:
            new_private_file(target / name)
            (target / name).write_bytes(examples().joinpath(name).read_bytes())
        _walk(call, target)
        drop_backups(target)
    done(call, "\n".join(_farewell(call, database)), number=str(database), data=data)


def examples() -> Traversable:
    """Return the folder of the example spreadsheets: in the package, or beside the source."""
    packed = resources.files(jinlin).joinpath("examples")
    return packed if packed.is_dir() else Path(jinlin.__file__).parents[2] / "examples"


def _walk(call: Call, target: Path) -> None:
    """Type the commands of the walk, one part after the other."""
    fixed = False
    say = call.environment.stdout if not (call.quiet or call.json) else io.StringIO()
    for number, step in enumerate(walk.STEPS, start=1):
        if step.day == walk.TODAY and not fixed:
            _stand_still(call, target)
            fixed = True
        heading = _("[{number}] {text}").format(number=number, text=_(step.text))
        say.write(f"{heading}\n" if number == 1 else f"\n{heading}\n")
        for words in step.commands:
            say.write(f"$ {typed('jinlin', *words)}\n")
            say.flush()
            _type(call, target, words, day=step.day)


def _type(call: Call, target: Path, words: tuple[str, ...], *, day: datetime) -> None:
    """Run one command as if she had typed it in the folder.

    Raises:
        Exit: it failed, and has said why.
        KeyboardInterrupt: it was stopped.
    """
    from jinlin.cli.main import run

    silent = call.quiet or call.json
    notes = io.StringIO()
    environment = call.environment._replace(
        stdin=io.StringIO(),
        stderr=notes,
        stdout=_sink() if silent else call.environment.stdout,
        variables=_variables(call.environment),
        folder=target,
        now=lambda: day,
        window=None,
    )
    code = run((*words, "--quiet") if silent else words, environment)
    if code == STOPPED:
        raise KeyboardInterrupt
    if code:
        call.environment.stderr.write(notes.getvalue())
        stopped = _("The demonstration stopped at this command; nothing of it was kept: {command}")
        call.tell(stopped.format(command=typed("jinlin", *words)))
        raise typer.Exit(code)


def _sink() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)


def _variables(environment: Environment) -> dict[str, str]:
    kept = {k: v for k, v in environment.variables.items() if k not in _UNSET}
    return {**kept, "JINLIN_LANG": speaking()}


def _stand_still(call: Call, target: Path) -> None:
    """Let every later command on this database run on the same day."""
    environment = call.environment._replace(now=lambda: walk.TODAY, variables={})
    database = str(target / DATABASE_NAME)
    with writing(Call(environment=environment, command="demo", database=database)) as tx:
        tx.insert("setting", key="fixed_now", value=stamp(walk.TODAY))
        day = {"day": tx.clock.local(stamp(walk.TODAY)).date().isoformat()}
        tx.describe(
            Message(N_("The example stands still on {day}"), day),
            reverse=Message(N_("let the days of the example pass again")),
        )


def _farewell(call: Call, database: Path) -> Iterator[str]:
    """Yield what she has now, and what to type next: in its folder, which makes the lines short."""
    here, there = call.environment.folder, call.environment._replace(folder=database.parent)
    spoken = "" if speaking() == language(None, call.environment) else f" --lang {speaking()}"
    yield ""
    yield _("The database of the example is {path}; there it is always 2026-11-03.").format(
        path=_near(database, here)
    )
    yield _("Everybody in it is invented. Try next; the last line opens the window:")
    if there.folder != here:
        yield f"  cd {typed(_near(there.folder, here))}"
    for line in walk.NEXT:
        said = _(line).replace("jinlin", program(there.folder), 1)
        yield f"  {about(database, said, there)}{spoken}"


def program(folder: Path) -> str:
    """Return how this program was started, so that the next command can be copied."""
    if Path(sys.argv[0]).parts[-2:] != ("jinlin", "__main__.py"):
        return "jinlin"
    return f"{typed(_near(Path(sys.executable), folder))} -m jinlin"


def _near(path: Path, folder: Path) -> str:
    """Return a path as short as it can be named from a folder."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def typed(*words: str) -> str:
    """Return words as cmd, PowerShell and sh read them alike."""
    return " ".join(f'"{word}"' if set(word) & set(" &();") else word for word in words)
