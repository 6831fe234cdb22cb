"""The first hundred bytes of a database: whose it is, and the version of its schema."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file.journals import refuse_strangers_beside
from jinlin.store.file.unwritable import too_long

APPLICATION_ID: Final = 0x4A4C494E
"""`JLIN` in ASCII: the file says which program it belongs to."""


_MAGIC: Final = b"SQLite format 3\x00"


def check_header(path: Path) -> int:
    """Refuse a file that is not a jinlin database, before SQLite touches it.

    Returns:
        The version of its schema.

    Raises:
        StoreError: it is missing, unreadable or not ours, or something stands in its journal's
            place.
    """
    try:
        header = first_bytes(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(
            _("There is no database at {path}.").format(path=path),
            hint=_("Create one with: jinlin init. To use another one: --db FILE."),
            lost=path,
        ) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise too_long(path, str(error)) from error
        raise StoreError(
            _("The database {path} cannot be read.").format(path=path),
            hint=_("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error
    version = read_header(path, header)
    refuse_strangers_beside(path)
    return version


def first_bytes(path: Path) -> bytes:
    """Return the first hundred bytes of a database; none of a pipe, which would be waited for.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        return b""
    with path.open("rb") as file:
        return file.read(100)


def read_header(path: Path, header: bytes) -> int:
    """Return the version of the schema that the first hundred bytes of a database name.

    Raises:
        StoreError: they are not those of a jinlin database.
    """
    version = int.from_bytes(header[60:64])
    if (
        not header.startswith(_MAGIC)
        or int.from_bytes(header[68:72]) != APPLICATION_ID
        or version == 0
    ):
        raise StoreError(
            _("{path} is not a jinlin database.").format(path=path),
            hint=_(
                "Choose another file with --db; or move this one elsewhere, and create one with:"
                " jinlin init"
            ),
            lost=path,
        )
    return version
