"""What is to be added: files, folders, a stick, consignments; looked through file by file."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.rollup.office.archive import Arrival
from jinlin.rollup.rules.bundle import LARGEST, BadBundle, says_bundle
from jinlin.rollup.rules.consignment import (
    IndexLine,
    Sender,
    bundles_in,
    is_consignment,
    opened_index,
)

_ENDING: Final = ".zip"
_LONGEST: Final = 200
"""So many characters of the name of a file within another are kept."""


class Unreadable(NamedTuple):
    """A file of which the system lets nothing be read."""

    file: str


class PassedBy(NamedTuple):
    """Files of a folder that are not called a zip, and so were not looked at."""

    files: int


class BadConsignment(NamedTuple):
    """A consignment that cannot be taken; its bundles are not looked at.

    Attributes:
        error: why.
    """

    file: str
    error: BadBundle


class Consignment(NamedTuple):
    """The bundles of many, on their way from an office.

    Attributes:
        file: what it is called.
        known: what is said in it of each bundle, by digest.
        archive: the zip, open while it is handed out.
    """

    file: str
    sender: Sender
    known: Mapping[str, IndexLine]
    archive: zipfile.ZipFile


def check_paths(paths: Iterable[Path]) -> None:
    """See that everything that was named is there.

    Raises:
        FileError: something is not.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise FileError(
                _("There is no file {path}.").format(path=path),
                hint=_("Check its name and folder."),
                missing=path,
            )


def sources(
    paths: Iterable[Path], own: Path
) -> Iterator[Arrival | Consignment | BadConsignment | Unreadable | PassedBy]:
    """Yield what lies at some paths; of folders only what is called a zip, however deep.

    Args:
        paths: files and folders.
        own: the office's own folder, into which nobody looks for it.
    """
    for path in paths:
        other: list[str] = []
        for file in sorted(_files(path, own, other), key=str):
            yield from _source(file)
        yield PassedBy(len(other))


def _files(path: Path, own: Path, other: list[str]) -> Iterator[Path]:
    """Yield the zips at a path; what else is there is noted in `other`."""
    if not path.is_dir():
        yield path
        return
    if _is(path, own):
        return
    unread: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unread.append):
        here = Path(folder)
        folders[:] = [name for name in folders if not _is(here / name, own)]
        zips = [name for name in names if name.lower().endswith(_ENDING)]
        other += set(names) - set(zips)
        yield from (here / name for name in zips)
    yield from (Path(error.filename) for error in unread)  # to be told of


def _is(path: Path, own: Path) -> bool:
    with suppress(OSError):
        return path.samefile(own)
    return False


def _source(path: Path) -> Iterator[Arrival | Consignment | BadConsignment | Unreadable]:
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        content = _head_of(path)
    except OSError:
        yield Unreadable(name)
        return
    archive = None if says_bundle(content) else _consignment(path)
    if archive is None:
        yield Arrival(name, content)
        return
    with archive:
        try:
            sender, index = opened_index(archive)
        except BadBundle as error:
            yield BadConsignment(name, error)
            return
        yield Consignment(name, sender, index, archive)


def _head_of(path: Path) -> bytes:
    """Return as much of a file as a bundle may have, and one byte more.

    Raises:
        OSError: it cannot be read, or is none: a pipe may never end.
    """
    told = path.stat()
    if not stat.S_ISREG(told.st_mode):
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(min(told.st_size, LARGEST) + 1)


def _consignment(path: Path) -> zipfile.ZipFile | None:
    """Return a consignment, open; None where a file is none."""
    try:
        archive = zipfile.ZipFile(path)
    except Exception:  # noqa: BLE001  (whatever the reader of zips trips over)
        return None
    if is_consignment(archive.namelist()):
        return archive
    archive.close()
    return None


def arrivals(consignment: Consignment) -> Iterator[Arrival]:
    """Yield the bundles of a consignment."""
    for name, content in bundles_in(consignment.archive):
        yield Arrival(f"{consignment.file}/{name}"[:_LONGEST], content)
