"""A bundle (月度报送包): a Data Package of Frictionless as a zip with three members, signed."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import Any, Final, NamedTuple

from jinlin.rollup.rules.cells import HEADER, BadCells, Cells, Key, lines_of, rows_in
from jinlin.rollup.rules.minisign import BadSignature, PublicKey, SecretKey, public_key, verify

FORMAT: Final = 1
DESCRIPTOR: Final = "datapackage.json"
CELLS: Final = "cells.csv"
SIGNATURE: Final = f"{DESCRIPTOR}.minisig"
MEMBERS: Final = {DESCRIPTOR: 16_384, CELLS: 262_144, SIGNATURE: 1_024}
"""The members in their order, and how many bytes each may have."""
LARGEST: Final = 300_000
"""No bundle has more bytes."""
_FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""The time of each member, so that the same content has the same bytes."""
_FIRST_NAME: Final = 30
"""Where a zip names its first member."""
_SCHEMAS: Final = "https://datapackage.org/profiles/2.0"
_ORGANISATION: Final = re.compile(r"\d{15}", re.ASCII)
_PERIOD: Final = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
_CREATED: Final = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_MOST_REVISIONS: Final = 1_000


class Fault(StrEnum):
    """Why a file is no bundle that can be taken."""

    DAMAGED = "damaged"
    NEWER = "newer"
    SIGNATURE = "signature"


class BadBundle(ValueError):  # noqa: N818  (it says what the file is)
    """A file is no bundle that can be taken."""

    def __init__(self, fault: Fault, why: str) -> None:
        super().__init__(why)
        self.fault = fault


class MonthHead(NamedTuple):
    """What a bundle is about.

    Attributes:
        organisation: the 15 digits of the complex.
        period: the month, `2026-10`.
        revision: 0 for the first, then which correction.
        created: when it was made first, `2026-11-03T08:00:00Z`.
        definitions: of which month the definitions of its figures are.
        program: the version that made it.
        covers: the tables it knows; a measure that is missing in one of them is 0.
        empty: nothing happened in the month (零报告).
        reason: why it corrects an earlier one; None for the first.
        figures_sha256: the digest of the report that was filed.
    """

    organisation: str
    period: str
    revision: int
    created: str
    definitions: str
    program: str
    covers: Sequence[str]
    empty: bool
    reason: str | None
    figures_sha256: str


class Bundle(NamedTuple):
    """A bundle that was opened, and is whole.

    Attributes:
        rows: its cells, in their order.
        lines: the same as they stand in it, without the header.
        digest: its identity, the SHA-256 of the descriptor in hexadecimal; not of the zip.
    """

    head: MonthHead
    rows: Sequence[tuple[Key, int]]
    lines: bytes
    key: PublicKey
    digest: str

    @property
    def cells(self) -> Cells:
        """Its cells by what they count."""
        return dict(self.rows)


def packed(head: MonthHead, cells: Cells, key: SecretKey) -> bytes:
    """Return the bytes of a bundle; the same content and key always have the same.

    Raises:
        BadCells: a cell is none that a bundle can hold.
    """
    table = lines_of(cells)
    descriptor = _descriptor(head, table, key.public)
    comment = f"{head.organisation} {head.period} r{head.revision}"
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in zip(
            MEMBERS, (descriptor, table, key.sign(descriptor, comment)), strict=True
        ):
            info = zipfile.ZipInfo(name, _FIXED)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return whole.getvalue()


def _descriptor(head: MonthHead, table: bytes, key: PublicKey) -> bytes:
    names = ("table", "item", "measure")
    fields = [{"name": name, "type": "string"} for name in names]
    said = {
        "$schema": f"{_SCHEMAS}/datapackage.json",
        "name": "jinlin-month",
        "created": head.created,
        "resources": [
            {
                "name": "cells",
                "path": CELLS,
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
                "schema": {
                    "fields": [*fields, {"name": "value", "type": "integer"}],
                    "missingValues": [],
                    "primaryKey": list(names),
                },
            }
        ],
        "jinlin": {
            "format": FORMAT,
            **{name: value for name, value in head._asdict().items() if name != "created"},
            "key": key.line,
        },
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def says_bundle(content: bytes) -> bool:
    """Return whether a file begins as a bundle does: a zip with the descriptor first."""
    return content.startswith(DESCRIPTOR.encode(), _FIRST_NAME)


class Envelope(NamedTuple):
    """What says to be a bundle, of which the descriptor was read; nothing of it is verified.

    Attributes:
        said: what the descriptor says.
        digest: the SHA-256 of the descriptor.
    """

    archive: zipfile.ZipFile
    descriptor: bytes
    said: Mapping[str, Any]
    head: MonthHead
    digest: bytes

    def lines(self) -> bytes:
        """Return the cells as they stand in it, unverified: of one that was opened before."""
        return _member(self.archive, CELLS).removeprefix(HEADER)

    def opened(self) -> Bundle:
        """See that it is whole and signed by the key it names, and return what is in it.

        Raises:
            BadBundle: it is not.
        """
        if self.archive.namelist() != list(MEMBERS):
            raise BadBundle(Fault.DAMAGED, "other members")
        table, signature = (_member(self.archive, name) for name in (CELLS, SIGNATURE))
        try:
            key = public_key(str(self.said["jinlin"].get("key")))
            verify(self.descriptor, signature, key)
        except BadSignature as error:
            raise BadBundle(Fault.SIGNATURE, str(error)) from error
        _check_table(self.said, table)
        try:
            rows = rows_in(table)
        except BadCells as error:
            raise BadBundle(Fault.DAMAGED, str(error)) from error
        return Bundle(self.head, rows, table[len(HEADER) :], key, self.digest.hex())


def enveloped(content: bytes) -> Envelope:
    """Read what a bundle says to be.

    The descriptor stands first in it: what stands before would be the rest of something else; of
    a consignment that was cut off, the reader of zips finds the last bundle.

    Raises:
        BadBundle: it is damaged, or of a newer format.
    """
    if len(content) > LARGEST:
        raise BadBundle(Fault.DAMAGED, "too large")
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        first = archive.infolist()[0]
    except Exception as error:
        raise BadBundle(Fault.DAMAGED, "no zip") from error
    if first.filename != DESCRIPTOR or first.header_offset:
        raise BadBundle(Fault.DAMAGED, "no descriptor stands first")
    descriptor = _member(archive, DESCRIPTOR)
    said = _json(descriptor)
    own = said.get("jinlin")
    form = own.get("format") if isinstance(own, dict) else None
    if not isinstance(own, dict) or type(form) is not int or form < 1:
        raise BadBundle(Fault.DAMAGED, "no bundle of jinlin")
    if form > FORMAT:
        raise BadBundle(Fault.NEWER, f"format {form}")
    digest = hashlib.sha256(descriptor).digest()
    return Envelope(archive, descriptor, said, _head(said, own), digest)


def opened(content: bytes) -> Bundle:
    """Open a bundle, and see that it is whole and signed by the key it names.

    Raises:
        BadBundle: it is damaged, of a newer format, or not signed so.
    """
    return enveloped(content).opened()


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member; never more is unpacked than it may have, whatever its header says.

    Raises:
        BadBundle: it is larger, or the reader of zips trips over whatever it is.
    """
    try:
        with archive.open(name) as member:
            content = member.read(MEMBERS[name] + 1)
    except Exception as error:
        raise BadBundle(Fault.DAMAGED, f"{name} cannot be read") from error
    if len(content) > MEMBERS[name]:
        raise BadBundle(Fault.DAMAGED, f"{name} is too large")
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON in which no name stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_once)


def _json(content: bytes) -> dict[str, Any]:
    try:
        said = _DECODER.decode(content.decode())
    except (ValueError, RecursionError) as error:
        raise BadBundle(Fault.DAMAGED, "no descriptor") from error
    if not isinstance(said, dict):
        raise BadBundle(Fault.DAMAGED, "no descriptor")
    return said


def _head(said: dict[str, Any], own: dict[str, Any]) -> MonthHead:
    head = MonthHead(created=said.get("created", ""), **{
        name: own.get(name) for name in MonthHead._fields if name != "created"
    })  # type: ignore[arg-type]  # fmt: skip
    texts = (head.organisation, head.period, head.created, head.definitions, head.program)
    fits = (
        all(isinstance(text, str) for text in (*texts, head.figures_sha256))
        and _ORGANISATION.fullmatch(head.organisation)
        and _PERIOD.fullmatch(head.period)
        and _CREATED.fullmatch(head.created)
        and _is_moment(head.created)
        and re.fullmatch("[0-9a-f]{64}", head.figures_sha256)
        and type(head.revision) is int
        and 0 <= head.revision < _MOST_REVISIONS
        and isinstance(head.empty, bool)
        and (head.reason is None or isinstance(head.reason, str))
        and isinstance(head.covers, list)
        and all(isinstance(table, str) for table in head.covers)
    )
    if not fits:
        raise BadBundle(Fault.DAMAGED, "a property is none")
    return head


def _is_moment(created: str) -> bool:
    """Return whether there is such a moment: 2026-02-30 is no day."""
    try:
        datetime.fromisoformat(created)
    except ValueError:
        return False
    return True


def _check_table(said: Mapping[str, Any], table: bytes) -> None:
    resources = said.get("resources")
    first = resources[0] if isinstance(resources, list) and len(resources) == 1 else None
    told = (first.get("path"), first.get("bytes"), first.get("hash")) if first else None
    if told != (CELLS, len(table), f"sha256:{hashlib.sha256(table).hexdigest()}"):
        raise BadBundle(Fault.SIGNATURE, "the cells are not those that were signed")
