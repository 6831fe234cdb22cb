"""`jinlin demo`: the example complex, built before her eyes with the commands she will type."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Final

import typer

import jinlin
from jinlin.cli.start import walk
from jinlin.core.call import Call, Environment
from jinlin.core.clock import stamp
from jinlin.core.config import DATABASE_NAME, language
from jinlin.core.errors import FileError
from jinlin.core.files.disk import is_full
from jinlin.core.i18n import N_, Message, _, speaking
from jinlin.output.command.grammar import Command, called
from jinlin.output.delivery.show import done
from jinlin.store.backup import kept
from jinlin.store.command.command import saved, writing
from jinlin.store.file import own_files
from jinlin.store.file.connection import open_reading
from jinlin.store.file.drafts import new_private_file
from jinlin.store.transaction.tx import setting

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FOLDER: Final = "示例小区"
MARKER: Final = ".jinlin-demo"
STOPPED: Final = 130
OWN_FILES: Final = (DATABASE_NAME, f"{DATABASE_NAME}-journal", *walk.FILES, MARKER)
"""What a demonstration writes; the marker goes last: a folder half removed is still its own."""
_UNSET: Final = ("JINLIN_DB", "JINLIN_USER")


@app.command("demo", cls=Command, help=_("Build the example complex and walk through it."))
def demo(
    ctx: typer.Context,
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar=_("FOLDER"),
            help=_("Where to; otherwise the folder 示例小区 here. Made anew only if demo made it."),
        ),
    ] = None,
) -> None:
    call = called(ctx)
    target = call.environment.path(folder or FOLDER)
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
        _drop_backups(target)
    done(call, "\n".join(_farewell(call, database)), number=str(database), data=data)


def examples() -> Traversable:
    """Return the folder of the example spreadsheets: in the package, or beside the source."""
    packed = resources.files(jinlin).joinpath("examples")
    return packed if packed.is_dir() else Path(jinlin.__file__).parents[2] / "examples"


def check_folder(target: Path) -> None:
    """Refuse a place where anything but an earlier demonstration would be written over.

    Raises:
        FileError: it is a file, holds something else, or another database.
    """
    hint = _("Name another folder: jinlin demo FOLDER")
    try:
        if not target.exists() or (target.is_dir() and not any(target.iterdir())):
            return
        made_here = (target / MARKER).is_file()
    except OSError as error:
        raise _folder_error(target, error) from error
    if not made_here:
        raise FileError(
            _("{path} was not made by jinlin demo and stays as it is.").format(path=target),
            hint=hint,
        )
    database = target / DATABASE_NAME
    if database.exists() and not _is_example(database):
        raise FileError(
            _("The database {path} is not the example's and stays as it is.").format(path=database),
            hint=hint,
        )


def _is_example(database: Path) -> bool:
    """Tell the example's database, which stands on a fixed day, from one with real data."""
    try:
        connection = open_reading(database)
        try:
            return setting(connection, "fixed_now") is not None
        finally:
            connection.shut()
    except Exception:  # noqa: BLE001  (whatever it is, it is not ours to replace)
        return False


@contextmanager
def built(target: Path) -> Iterator[None]:
    """Make the folder, without what an earlier demonstration left; a failure leaves none of ours.

    Files she put there herself stay.

    Raises:
        FileError: the folder cannot be written.
    """
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(target)
        new_private_file(target / MARKER)
        yield
    except BaseException as error:
        with suppress(OSError):
            _remove(target)
            saved.clear()
            target.rmdir()  # unless something else is in it
        if isinstance(error, OSError):
            raise _folder_error(target, error) from error
        raise


def _remove(target: Path) -> None:
    for name in OWN_FILES:
        (target / name).unlink(missing_ok=True)
    _drop_backups(target)


def _drop_backups(target: Path) -> None:
    """Delete the backups that imports made on the way: the example can be built again."""
    for one in kept.backups_of(target / DATABASE_NAME):
        one.path.unlink()
        kept.sidecar(one.path).unlink()
    with suppress(OSError):  # there is none, or she put something there
        (target / own_files.FOLDER).rmdir()


def _folder_error(target: Path, error: OSError) -> FileError:
    return FileError(
        _("The folder {path} cannot be written.").format(path=target),
        hint=_("The disk is full: free some space, then try again.")
        if is_full(error)
        else _("Close what is open in it, or name another folder: jinlin demo FOLDER"),
        detail=str(error),
    )


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
    """Yield what she has now, and what to type next."""
    shown = _near(database, call.environment.folder)
    spoken = () if speaking() == language(None, call.environment) else ("--lang", speaking())
    yield ""
    yield _("The database of the example is {path}; there it is always 2026-11-03.").format(
        path=shown
    )
    yield _("Everybody in it is invented. Try next:")
    for words in walk.NEXT:
        yield f"  {program(call.environment.folder)} {typed(*words, '--db', shown, *spoken)}"


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
