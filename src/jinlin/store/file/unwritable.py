"""Why a file of the store cannot be written, in the user's words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import is_full
from jinlin.core.i18n import _


class TakenError(StoreError):
    """A new file cannot have its name: there is one already."""


class GoneError(StoreError):
    """The database was moved, deleted or replaced while a command was at work on it."""


def gone(path: Path, *, replaced: bool = False) -> GoneError:
    """Return the error about a database that no longer has its name when something was saved."""
    if replaced:
        return GoneError(
            _(
                "Meanwhile another file has taken the place of {path}; what was entered is not"
                " in it."
            ).format(path=path),
            hint=_("Look with jinlin log, then type the command again."),
        )
    return GoneError(
        _("Meanwhile {path} was moved or deleted; what was entered is not there.").format(
            path=path
        ),
        hint=_("Bring the file back, look with jinlin log, then type the command again."),
        lost=path,
    )


def store_error(path: Path, error: OSError) -> StoreError:
    """Return the error about a file that could not be made or written."""
    if isinstance(error, FileExistsError):
        return taken(path, str(error))
    if is_full(error) or error.errno == errno.EIO:
        return failing(path, str(error))
    if error.errno == errno.ENAMETOOLONG:
        return too_long(path, str(error))
    for folder in path.parents:
        if os.path.isfile(folder):  # noqa: PTH113  (Path.is_file raises where nobody may look)
            return StoreError(
                _("{path} is a file, where a folder of that name is needed.").format(path=folder),
                hint=_("Rename the file, then type the command again."),
                detail=str(error),
            )
    return StoreError(
        _("Nothing can be written in the folder {path}.").format(path=path.parent),
        hint=_("Check that you may write there, or name a place in a folder of your own."),
        detail=str(error),
    )


def taken(path: Path, detail: str = "") -> TakenError:
    """Return the error about a new file where there is one already."""
    return TakenError(
        _("There is a file at {path} already.").format(path=path),
        hint=_("Choose another name, or move that file elsewhere."),
        detail=detail,
    )


def too_long(path: Path, detail: str = "") -> StoreError:
    """Return the error about a path or a name that is longer than can be kept."""
    return StoreError(
        _("This path or name is too long: {path}.").format(path=path),
        hint=_("Name a shorter one, such as a folder nearer to the top."),
        detail=detail,
    )


def failing(path: Path, detail: str) -> StoreError:
    """Return the error about a disk that does not keep what is written."""
    return StoreError(
        _("The disk is full or failing; {path} could not be written.").format(path=path),
        hint=_("Free some space, then type the command again."),
        detail=detail,
    )
