"""A file from outside: fetched within limits, and known by its content, never by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from jinlin.core.files.reading import read_file
from jinlin.core.i18n import N_, _
from jinlin.exchange.file import refusals
from jinlin.exchange.file.csvfile import csv_sheet
from jinlin.exchange.file.jsonfile import json_sheet, looks_like_json
from jinlin.exchange.file.looks import Watcher
from jinlin.exchange.file.sheets import MAX_BYTES, Sheet
from jinlin.store.backup.encryption import is_sealed

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_BEGINNINGS: Final = {
    b"%PDF": N_("a PDF"),
    b"\x89PNG": N_("a picture"),
    b"\xff\xd8\xff": N_("a picture"),
    b"GIF8": N_("a picture"),
    b"Rar!": N_("an archive"),
    b"7z\xbc\xaf": N_("an archive"),
    b"\x1f\x8b": N_("an archive"),
    b"SQLite format 3\0": N_("a database"),
}
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|table|body|meta)\b", re.IGNORECASE)
_OLD_XML = re.compile(rb"<\?xml|<workbook\b", re.IGNORECASE)


class Source(StrEnum):
    """How a file keeps its tables."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The sheets of a file.

    Attributes:
        sheets: in the order of the file, hidden ones too.
        digest: the SHA-256 of the file.
    """

    sheets: Sequence[Sheet]
    digest: str


def read_book(path: Path) -> Book:
    """Return the sheets of a workbook, or the one of a csv or of JSON of our own.

    Raises:
        FileError: it is not there, cannot be read, is too large, damaged, or no table.
    """
    import hashlib

    data = _fetch(path)
    return Book(sheets=_sheets(path, data), digest=hashlib.sha256(data).hexdigest())


def _sheets(path: Path, data: bytes) -> list[Sheet]:
    watcher = Watcher()
    match _source(path, data, watcher):
        case Source.TEXT:
            return [csv_sheet(path, data)]
        case Source.JSON:
            return [json_sheet(path, data)]
        case _:
            from jinlin.exchange.file.workbook import workbook_sheets

            return workbook_sheets(path, data, watcher)


def _fetch(path: Path) -> bytes:
    """Return the whole content of a file with something in it."""
    data = read_file(path, MAX_BYTES)
    if not data.strip(b"\r\n\t \0\xef\xbb\xbf"):
        raise refusals.empty(path)
    return data


def _source(path: Path, data: bytes, watcher: Watcher) -> Source:
    """Tell the format by the content; a wrong ending is nobody's fault and does not matter."""
    if data.startswith(_ZIP):
        from jinlin.exchange.file.gate import check_archive

        check_archive(path, data, watcher)
        return Source.XLSX
    if data.startswith(_OLE):
        _check_old_office(path, data)
        return Source.XLS
    if is_sealed(data):
        raise refusals.sealed(path)
    for beginning, what in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise refusals.no_table(path, _(what))
    head = data[:2000]
    if _WEB_PAGE.search(head) or _OLD_XML.match(head.lstrip(b"\xef\xbb\xbf\r\n\t ")):
        raise refusals.no_table(path, _("a web page, whatever its name ends with"), opens=True)
    return Source.JSON if looks_like_json(data) else Source.TEXT


def _check_old_office(path: Path, data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refusals.locked(path)
    if "WordDocument".encode("utf-16-le") in data:
        raise refusals.no_table(path, _("a Word document"))
