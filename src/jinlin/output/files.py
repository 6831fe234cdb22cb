"""Files for the user: whole or not at all, private, never over another without being told."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from jinlin.core.call import Call
from jinlin.core.disk import give_name, is_full, write_new
from jinlin.core.errors import FileError
from jinlin.core.i18n import _


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
    draft = path.with_name(f".{path.name[:40]}.{os.getpid()}.new")
    try:
        content = BytesIO()
        write(content)
        write_new(draft, content.getbuffer())
        if not call.dry_run:
            give_name(draft, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


def check_free(call: Call, target: str) -> Path:
    """Return the full path of a file that may be written.

    Raises:
        FileError: it exists and `--force` was not given, or nobody can look.
    """
    path = call.environment.path(target).absolute()
    try:
        _check_free(path, force=call.force)
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
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
    if path.exists() and not force:
        raise FileError(
            _("There is a file at {path} already.").format(path=path),
            hint=_("Choose another name, or replace it with --force."),
        )


def unwritable(path: Path, error: OSError | ValueError) -> FileError:
    """Return the error for a file or folder the system does not let be written."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.EACCES, errno.EPERM):
        hint = _("If it is open in Excel, WPS or Word, close it there; then try again.")
    elif is_full(error):
        hint = _("The disk is full: free some space, then try again.")
    elif code in (errno.ENOENT, errno.ENOTDIR):
        hint = _("The folder does not exist: create it, or choose another one.")
    else:
        hint = _("Choose another folder or name.")
    return FileError(_("{path} cannot be written.").format(path=path), hint=hint, detail=str(error))
