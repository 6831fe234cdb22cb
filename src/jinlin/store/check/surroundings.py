"""What `db check` looks at around a database: the program, the disk, the folder, the backups."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.core.typed import quoted
from jinlin.store.backup.kept import backups_beside, folder_of, is_as_written
from jinlin.store.check.checks import Finding, State, named
from jinlin.store.file.own_files import FOLDER

Version = tuple[int, ...]

FAULTY: Final[tuple[Version, Version]] = ((3, 7, 0), (3, 51, 2))
"""SQLite versions that can lose data in WAL mode ("WAL-reset"), which jinlin never uses."""
MENDED: Final[frozenset[Version]] = frozenset({(3, 50, 7), (3, 44, 6)})
SYNCED: Final[Mapping[str, tuple[str, ...]]] = {
    "OneDrive": ("onedrive",),
    "坚果云": ("坚果云", "nutstore"),
    "百度网盘": ("百度网盘", "baidunetdisk", "baidusyncdisk", "百度云同步"),
    "WPS 云盘": ("wps云盘", "wpsdrive", "wps云文档", "kingsoftcloud"),
    "iCloud": ("icloud", "com~apple~clouddocs", "mobiledocuments"),
    "Dropbox": ("dropbox",),
    "Google Drive": ("googledrive",),
    "微云": ("weiyun", "微云", "腾讯微云"),
    "阿里云盘": ("阿里云盘", "aliyundrive"),
}
"""What folders are called that a program keeps in step with another computer."""
REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "ceph", "glusterfs",
     "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse"}
)  # fmt: skip
"""File systems that lie on another computer."""
ROOM: Final = 3
"""So many times its own size a database needs: itself, a backup, a restore."""
OLD: Final = timedelta(days=7)
_DRIVE_REMOTE: Final = 4


def around(path: Path, moment: datetime, *, sound: bool) -> Iterator[Finding]:
    """Look at what the database needs around it.

    Args:
        path: the database.
        moment: now, in local time.
        sound: its data is as it should be, so that a backup of it is worth making.
    """
    yield sqlite_finding(sqlite3.sqlite_version_info)
    yield folder_finding(path)
    yield _space(path, shutil.disk_usage(path.parent).free)
    yield _privacy(path)
    yield _backups(path, moment, sound=sound)


def sqlite_finding(version: Version) -> Finding:
    """Say whether this SQLite is known to lose data, in which way that does not concern us."""
    name = ".".join(map(str, version))
    what = "sqlite"
    if FAULTY[0] <= version <= FAULTY[1] and version not in MENDED:
        return Finding(
            what,
            State.OK,
            _("{version}; its known fault concerns WAL mode, which jinlin never uses").format(
                version=name
            ),
        )
    return Finding(what, State.OK, name)


def folder_finding(path: Path) -> Finding:
    """Say whether the folder of a database is one that another computer writes to as well."""
    what, folder = "folder", Path(os.path.realpath(path.absolute().parent))
    if client := sync_client(folder):
        return Finding(
            what,
            State.WARNING,
            _("inside {client}: never use it on two computers at once; better move it out, and"
              " put only backups there").format(client=client),
        )  # fmt: skip
    if on_network(folder):
        return Finding(
            what,
            State.WARNING,
            _("on another computer: locks are not reliable there; better keep it on this one"),
        )
    return Finding(what, State.OK)


def sync_client(folder: PurePath) -> str | None:
    """Return which program keeps a folder in step with another computer; None where none does."""
    for part in folder.parts:
        said = "".join(part.split()).lower()
        for client, names in SYNCED.items():
            if said.startswith(names) or (said.startswith("我的") and said[2:].startswith(names)):
                return client
    return None


def on_network(folder: Path) -> bool:
    """Return whether a folder lies on another computer, as far as this system says."""
    if str(folder).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:  # macOS keeps no such list; nobody can tell
        return False
    return kind_of_mount(folder, mounts) in REMOTE


def kind_of_mount(folder: PurePath, mounts: Iterable[str]) -> str:
    """Return the kind of file system a folder lies on, of lines as in `/proc/mounts`."""
    best, kind = -1, ""
    for line in mounts:
        _device, point, found, *_rest = line.split(" ")
        place = PurePath(point.replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), found
    return kind


def _space(path: Path, free: int) -> Finding:
    needed = ROOM * path.stat().st_size
    said = _("{free} MB free").format(free=free // 10**6)
    if free >= needed:
        return Finding("space", State.OK, said)
    return Finding(
        "space",
        State.WARNING,
        _("{said}; backup and restore want {needed} MB").format(
            said=said, needed=-(-needed // 10**6)
        ),
    )


def _privacy(path: Path) -> Finding:
    what = "readers"
    if os.name == "posix" and path.stat().st_mode & 0o077:
        return Finding(
            what,
            State.WARNING,
            _("other users of this computer too; to change that: chmod 600 {path}").format(
                path=quoted(str(path))
            ),
        )
    return Finding(what, State.OK)


def _backups(path: Path, moment: datetime, *, sound: bool) -> Finding:
    what = "backups"
    try:
        folder = folder_of(path)
    except StoreError as error:
        return Finding(what, State.WARNING, error.message)
    if folder.exists() and not folder.is_dir():
        return Finding(
            what,
            State.WARNING,
            _("{folder} is a file, so that none can be made there: rename it").format(
                folder=FOLDER
            ),
        )
    known = backups_beside(path)
    good = [one for one in known if is_as_written(one.path)]
    bad = [one.path.name for one in known if one not in good]
    age = timedelta() if not good else moment.replace(tzinfo=None) - good[0].made
    if not known:
        said = _("none in {folder}").format(folder=FOLDER)
    elif not good:
        said = _("none is as it was written: {names}").format(names=named(bad))
    else:
        said = _("{count}, the latest of {day}").format(count=len(good), day=good[0].made.date())
        if bad:
            said = _("{said}; not as they were written: {names}").format(
                said=said, names=named(bad)
            )
        elif age > OLD:
            said = _("{said}, {days} days old").format(said=said, days=age.days)
        else:
            return Finding(what, State.OK, said)
    if sound:
        place = folder if folder.exists() else path.parent
        said = (
            _("{said}; make one: jinlin db backup").format(said=said)
            if os.access(place, os.W_OK)
            else _("{said}; nothing can be written here, so make one elsewhere: jinlin db backup"
                   " FILE").format(said=said)
        )  # fmt: skip
    return Finding(what, State.WARNING, said)
