"""The folder of the site: written whole, never over what is somebody else's."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jinlin.core.errors import FileError
from jinlin.core.files.disk import is_full, replace
from jinlin.core.i18n import _
from jinlin.store.file.drafts import draft_of
from jinlin.store.file.public_folders import PUBLIC


def write_site(target: Path, pages: Iterable[tuple[str, str]]) -> list[str]:
    """Write a site into a folder, in the place of the one that was there.

    The pages are readable for this user alone, like everything jinlin writes; whoever puts them
    on a server sets its rights there. A folder that was there keeps its own rights.

    Args:
        target: the folder; new, empty, or a site written before.
        pages: the name and the content of each file.

    Returns:
        The names of the files.

    Raises:
        FileError: the folder holds other files, or cannot be written.
    """
    folder = target.absolute()
    check_folder(folder)
    draft = draft_of(folder)
    with _explained(folder):
        draft.mkdir(0o700)
        try:
            names = _fill(draft, pages)
            _put_in_place(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    return names


def check_folder(folder: Path) -> None:
    """Refuse a folder with anything in it that we did not put there.

    Raises:
        FileError: it names what is in it.
    """
    if not os.path.lexists(folder):
        return
    with _explained(folder):
        if folder.is_symlink() or not folder.is_dir():
            raise FileError(
                _("{path} is not a folder.").format(path=folder),
                hint=_("Name a new folder, such as 公示网站."),
            )
        there = {path.name for path in folder.iterdir()}
        ours = _ours(folder) if PUBLIC in there else set()
    foreign = sorted(there - ours - {PUBLIC})
    if foreign:
        raise FileError(
            _("{path} holds other files: {names}.").format(
                path=folder,
                names=_(", ").join(foreign[:3]) + ("…" if len(foreign) > 3 else ""),  # noqa: PLR2004
            ),
            hint=_("Name a new or an empty folder, such as 公示网站; nothing was changed."),
        )


def _ours(folder: Path) -> set[str]:
    return set((folder / PUBLIC).read_text("utf-8").splitlines())


def _fill(draft: Path, pages: Iterable[tuple[str, str]]) -> list[str]:
    names = []
    for name, content in pages:
        _write(draft / name, content)
        names.append(name)
    _write(draft / PUBLIC, "".join(f"{name}\n" for name in names))
    return names


def _write(path: Path, content: str) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content.encode())


def _put_in_place(draft: Path, folder: Path) -> None:
    """Let the new folder have the name; the old one comes back where that fails or is stopped."""
    if not folder.exists():
        draft.rename(folder)
        return
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "the folder is read-only")
    draft.chmod(stat.S_IMODE(folder.stat().st_mode))
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        replace(folder, old)
        replace(draft, folder)
    finally:
        if not folder.exists():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            if not folder.parent.is_dir():
                raise FileError(
                    _("The folder {path} does not exist.").format(path=folder.parent),
                    hint=_("Create it, or choose another one."),
                    detail=str(error),
                ) from error
        raise FileError(
            _("{path} cannot be written.").format(path=folder),
            hint=_("The disk is full: free some space, then try again.")
            if is_full(error)
            else _("Close what is open in it, or choose another folder."),
            detail=str(error),
        ) from error
