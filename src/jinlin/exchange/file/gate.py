"""The gate before an xlsx is parsed: a workbook, whole, without strange paths, and no bomb."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.exchange.file import refusals
from jinlin.exchange.file.looks import Watcher
from jinlin.exchange.file.parts import WORKBOOK, Parts
from jinlin.exchange.file.reach import Reach

MAX_MEMBERS: Final = 200
MAX_UNPACKED: Final = 100 * 2**20
MAX_RATIO: Final = 200
RATIO_FREE: Final = 2**20
"""Below this size a member may be packed as tightly as it likes: it harms nobody."""

_CHUNK = 2**18
_TWO_VALUES = b"</v><v"
"""A cell with two values: one reader takes the first, another the last."""
_STRANGE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0")
_BY_MEMBER: Final = {
    "xl/workbook.bin": N_("a binary workbook (.xlsb)"),
    "word/document.xml": N_("a Word document"),
    "ppt/presentation.xml": N_("a presentation"),
    "content.xml": N_("an OpenDocument file"),
}
_OPENED_BY_EXCEL: Final = {"xl/workbook.bin", "content.xml"}
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, ValueError, TypeError,
    NotImplementedError, RuntimeError, OSError, struct.error, OverflowError,
)  # fmt: skip


def check_archive(path: Path, data: bytes, watcher: Watcher | None = None) -> None:
    """Let a workbook pass, and nothing else.

    Args:
        path: the file, for messages.
        data: its bytes.
        watcher: looks on while it is unpacked.

    Raises:
        FileError: it would unpack to too much, reaches too far, holds strange paths, is damaged, or
            is no workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_claims(path, members)
            _check_workbook(path, {member.filename for member in members})
            _check_contents(path, archive, members, watcher or Watcher())
    except _UNREADABLE as error:
        raise refusals.damaged(path, f"{type(error).__name__}: {error}") from error


def _check_claims(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the directory of the archive says, before anything is unpacked.

    Readers differ in which of two members they take whose names differ in case alone.
    """
    unpacked = sum(member.file_size for member in members)
    names = {member.filename.lower() for member in members}
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or len(names) < len(members):
        raise refusals.suspicious(path)
    for member in members:
        if _STRANGE.search(member.filename):
            raise refusals.suspicious(path)
        if member.file_size > max(RATIO_FREE, MAX_RATIO * member.compress_size):
            raise refusals.suspicious(path)


def _check_workbook(path: Path, names: set[str]) -> None:
    if WORKBOOK in names:
        return
    what = next((name for name in _BY_MEMBER if name in names), None)
    raise refusals.no_table(
        path, _(_BY_MEMBER[what]) if what else _("an archive"), opens=what in _OPENED_BY_EXCEL
    )


def _check_contents(
    path: Path, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], watcher: Watcher
) -> None:
    """Unpack every member once, counting, so that no directory can lie; its checksum is checked.

    zipfile stops at the size the directory claims, and other readers do not: the claim is set
    aside, so that what is counted is what another reader would get.
    """
    unpacked, reach, parts = 0, Reach(path), Parts(path)
    for member in sorted(members, key=lambda member: watcher.is_sheet(member.filename)):
        claimed, member.file_size = member.file_size, MAX_UNPACKED + 1
        size, before = 0, b""
        sheet = watcher.is_sheet(member.filename)
        with archive.open(member) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > claimed or unpacked + size > MAX_UNPACKED:
                    raise refusals.suspicious(path)
                if sheet and _TWO_VALUES in before + chunk:
                    raise refusals.damaged(path, "a cell with two values")
                before = chunk[-len(_TWO_VALUES) :]
                reach.see(member.filename, chunk)
                watcher.see(member.filename, chunk)
                parts.see(member.filename, chunk)
        unpacked += size
    parts.check()
