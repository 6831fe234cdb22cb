"""Files for the user: whole or not at all, private, never over another without being told."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

import typer

from jinlin.core.call import Call
from jinlin.core.errors import FileError
from jinlin.core.files.disk import give_name, give_new_name, is_full, is_too_long, write_new
from jinlin.core.i18n import _
from jinlin.store.backup.encryption import ENDING
from jinlin.store.file.drafts import abandoned, draft_of
from jinlin.store.file.own_files import refuse_own

_STEM: Final = 40
"""So many characters of a file's name its draft bears."""
_KIND: Final = (
    rf".{{1,{_STEM}}}\.(?:csv|docx|html|hledger|ics|journal|jsonl?|md|txt|vcf|xlsx)(?:\.age)?"
)
"""The names that drafts of exports bear."""


def write_whole(call: Call, target: str, write: Callable[[BinaryIO], None]) -> Path:
    """Write a file through a temporary one beside it; a rehearsal leaves nothing behind.

    It is made in memory first: what makes a workbook or a Word file complains aloud, long after
    the error was told, when the disk fills up under its hands.

    Returns:
        Its full path.

    Raises:
        FileError: it exists and `--force` was not given, or it cannot be written.
    """
    path = check_free(call, target)
    secret = call.passphrase if target == call.output else None
    draft = draft_of(path.with_name(f"{path.stem[:_STEM]}{path.suffix}"))
    try:
        content = BytesIO()
        write(content)
        write_new(draft, content.getbuffer() if secret is None else _sealed(content, secret))
        if not call.dry_run:
            _name(call, draft, path)
            _sweep(path.parent)
    except FileExistsError as error:  # another program was faster
        raise _taken(path) from error
    except OSError as error:
        raise file_error(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


def _sealed(content: BytesIO, secret: str) -> memoryview:
    from jinlin.store.backup.encryption import sealed

    return memoryview(sealed(content.getvalue(), secret))


def _name(call: Call, draft: Path, path: Path) -> None:
    """Give a finished file its name, and note it where it is taken away if nothing is saved."""
    new = not os.path.lexists(path)
    try:
        (give_name if call.force else give_new_name)(draft, path)
    finally:  # Ctrl-C may come when it has its name
        named = not draft.exists() or (path.exists() and draft.samefile(path))
        if new and named and call.new_files is not None:
            call.new_files.append(path)


def take_away(files: Sequence[Path]) -> None:
    """Delete files that were written for something that has not come about."""
    for file in files:
        with suppress(OSError):
            file.unlink()


def _sweep(folder: Path) -> None:
    """Delete what exports that were killed left in a folder: names and phones stand in it."""
    for draft, _file in abandoned(folder, _KIND):
        with suppress(OSError):  # the next time tries again
            draft.unlink()


def check_free(call: Call, target: str) -> Path:
    """Return the full path of a file that may be written.

    Raises:
        FileError: it exists and `--force` was not given, it is the database, or nobody can look.
    """
    sealed = call.encrypt and target == call.output
    path = call.environment.path(f"{target}{ENDING}" if sealed else target).absolute()
    refuse_own(call, path)
    try:
        _check_free(path, force=call.force)
    except (OSError, ValueError) as error:
        raise file_error(path, error) from error
    return path


def free_name(call: Call, stem: str, ending: str) -> str:
    """Return a name in the working folder that is not taken: `房屋模板.xlsx`, `房屋模板2.xlsx`."""
    serial, name = 1, f"{stem}{ending}"
    while os.path.lexists(call.environment.path(name)):
        serial += 1
        name = f"{stem}{serial}{ending}"
    return name


def _check_free(path: Path, *, force: bool) -> None:
    if "\0" in str(path):
        raise ValueError("a name that no file can have")
    if path.is_dir():
        raise FileError(
            _("{path} is a folder.").format(path=path), hint=_("Name a file in it, such as 1.xlsx.")
        )
    if os.path.lexists(path) and not force:  # a link to nothing stands there too
        raise _taken(path)


def _taken(path: Path) -> FileError:
    return FileError(
        _("There is a file at {path} already.").format(path=path),
        hint=_("Choose another name, or replace it with --force."),
    )


def file_error(path: Path, error: OSError | ValueError) -> FileError:
    """Return the error for a file or folder the system does not let be written."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.EACCES, errno.EPERM) and _may_be_open(path):
        hint = _("If it is open in Excel, WPS or Word, close it there; then try again.")
    elif code in (errno.EACCES, errno.EPERM):
        hint = _("You may not write in that folder: choose a folder of your own.")
    elif isinstance(error, OSError) and is_full(error):
        hint = _("The disk is full: free some space, then try again.")
    elif isinstance(error, OSError) and is_too_long(path, error):
        hint = _("Its folders and name are too long together: choose a shorter folder or name.")
    elif code in (errno.ENOENT, errno.ENOTDIR) and (file := _file_in_the_way(path)):
        hint = _("{file} is a file and no folder: choose another folder.").format(file=file)
    elif code in (errno.ENOENT, errno.ENOTDIR):
        hint = _("The folder does not exist: create it, or choose another one.")
    else:
        hint = _("Choose another folder or name.")
    return FileError(_("{path} cannot be written.").format(path=path), hint=hint, detail=str(error))


def _file_in_the_way(path: Path) -> Path | None:
    """Return the file that stands where a folder would have to be; None where none does."""
    return next((one for one in path.parents if os.path.isfile(one)), None)  # noqa: PTH113  (never raises)


def _may_be_open(path: Path) -> bool:
    """Return whether it is the file itself that is held, not its folder that is closed to us."""
    return os.path.isfile(path) and os.access(path.parent, os.W_OK)  # noqa: PTH113  (never raises)


def tell_where(call: Call, path: Path) -> None:
    """Say where a file was written, and open it with `--open`."""
    if call.dry_run:
        call.tell(_("Would be written to {path}.").format(path=path))
        return
    call.tell(_("Written to {path}.").format(path=path))
    if call.open:
        open_written(call, path)


def open_written(call: Call, path: Path) -> None:
    """Open a file that was written, with the program that the system has for it."""
    if typer.launch(str(path)) != 0:
        call.tell(_("It could not be opened here; open it from its folder."))
