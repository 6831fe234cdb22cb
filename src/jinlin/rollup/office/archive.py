"""Every bundle that was kept, as it came: by month and addition one zip, never changed."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import give_name, make_folder, sync_folder
from jinlin.core.i18n import _
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.ledger import Kept


class Arrival(NamedTuple):
    """A file that came.

    Attributes:
        file: what it is called, for who is told of it.
        content: its bytes.
        received_below: when those below had it, as far as they say.
        problems: the codes of what those below found wrong with its month.
    """

    file: str
    content: bytes
    received_below: str | None = None
    problems: tuple[str, ...] = ()


def usual_name(organisation: str, period: str, revision: int) -> str:
    """Return what a bundle is called by the branch that makes it."""
    return f"{organisation}-{period}-r{revision}.zip"


def _path(folder: OfficeFolder, period: str, batch: int) -> Path:
    return folder.archive / period / f"{batch:06}.zip"


class NewArchives:
    """What one addition brings into the archive: nothing is there before `finish`."""

    def __init__(self, folder: OfficeFolder, batch: int) -> None:
        self._folder, self._batch = folder, batch
        self._open: dict[str, tuple[Path, zipfile.ZipFile]] = {}

    def put(self, bundle: Kept, arrival: Arrival) -> None:
        """Add a bundle; what is known of its arrival stands beside it.

        Raises:
            OSError: it cannot be written.
        """
        if bundle.period not in self._open:
            path = _path(self._folder, bundle.period, self._batch)
            make_folder(path.parent)
            draft = path.with_name(f".{path.name}.new")
            draft.touch(0o600)
            self._open[bundle.period] = draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED)
        name = usual_name(bundle.organisation, bundle.period, bundle.revision)
        info = zipfile.ZipInfo(name)
        told = {"file": arrival.file, "below": arrival.received_below, "codes": arrival.problems}
        info.comment = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self._open[bundle.period][1].writestr(info, arrival.content)

    def finish(self) -> None:
        """Bring everything down to the disk, and give it its name.

        Raises:
            OSError: it cannot be written.
        """
        for draft, archive in self._open.values():
            archive.close()
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
        for period, (draft, _archive) in self._open.items():
            give_name(draft, _path(self._folder, period, self._batch))
        sync_folder(self._folder.archive)

    def drop(self) -> None:
        """Leave nothing of what has no name yet."""
        for draft, archive in self._open.values():
            with suppress(OSError, ValueError):
                archive.close()
            with suppress(OSError):
                draft.unlink()


def arrivals_in(folder: OfficeFolder, batch: int) -> Iterator[Arrival]:
    """Yield what an addition brought into the archive, as it came.

    Raises:
        StoreError: the archive is damaged.
    """
    for path in sorted(folder.archive.glob(f"*/{batch:06}.zip")):
        with _opened(path) as archive:
            for info in archive.infolist():
                told = json.loads(info.comment.decode("utf-8", "surrogatepass"))
                content = archive.read(info)
                yield Arrival(told["file"], content, told["below"], tuple(told["codes"]))


def has_archives(folder: OfficeFolder, batch: int) -> bool:
    """Return whether an addition brought anything into the archive."""
    return any(folder.archive.glob(f"*/{batch:06}.zip"))


def contents(folder: OfficeFolder, bundles: Iterable[Kept]) -> Iterator[tuple[Kept, bytes]]:
    """Yield bundles with their bytes, addition by addition.

    Raises:
        StoreError: the archive is damaged, or is not there.
    """
    ordered = sorted(bundles, key=attrgetter("period", "batch"))
    for (period, batch), some in groupby(ordered, attrgetter("period", "batch")):
        with _opened(_path(folder, period, batch)) as archive:
            for one in some:
                name = usual_name(one.organisation, one.period, one.revision)
                yield one, archive.read(name)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise StoreError(
            _("The archive {path} is missing or damaged.").format(path=path),
            hint=_("Put it back from a copy; the figures are made of it."),
            detail=str(error),
        ) from error
