"""A bundle (月度报送包): a Data Package of Frictionless as a zip with three members, signed."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import Any, Final, NamedTuple

from jinlin.rollup.rules.cells import HEADER, BadCells, Cells, cells_in, lines_of
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
        digest: its identity, the SHA-256 of the descriptor in hexadecimal; not of the zip.
    """

    head: MonthHead
    cells: Cells
    key: PublicKey
    digest: str


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


def opened(content: bytes) -> Bundle:
    """Open a bundle, and see that it is whole and signed by the key it names.

    Raises:
        BadBundle: it is damaged, of a newer format, or not signed so.
    """
    descriptor, table, signature = _members(content)
    said = _json(descriptor)
    own = said.get("jinlin")
    form = own.get("format") if isinstance(own, dict) else None
    if not isinstance(own, dict) or type(form) is not int or form < 1:
        raise BadBundle(Fault.DAMAGED, "no bundle of jinlin")
    if form > FORMAT:
        raise BadBundle(Fault.NEWER, f"format {form}")
    head = _head(said, own)
    try:
        key = public_key(str(own.get("key")))
        verify(descriptor, signature, key)
    except BadSignature as error:
        raise BadBundle(Fault.SIGNATURE, str(error)) from error
    _check_table(said, table)
    try:
        cells = cells_in(table)
    except BadCells as error:
        raise BadBundle(Fault.DAMAGED, str(error)) from error
    return Bundle(head, cells, key, hashlib.sha256(descriptor).hexdigest())


def identity(content: bytes) -> bytes | None:
    """Return the digest of what says to be a bundle, unverified; None where nothing can be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(_first(archive)) as member:
            return hashlib.sha256(member.read(MEMBERS[DESCRIPTOR] + 1)).digest()
    except Exception:  # noqa: BLE001  (whatever the reader of zips trips over)
        return None


def cells_of(content: bytes) -> tuple[Sequence[str], bytes]:
    """Return the tables that a bundle covers, and the lines of its cells, as they stand in it.

    Args:
        content: a bundle that was opened before, and is kept.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        covers = json.loads(archive.read(DESCRIPTOR))["jinlin"]["covers"]
        return covers, archive.read(CELLS).removeprefix(HEADER)


def _members(content: bytes) -> list[bytes]:
    """Return the three members; whatever the reader of zips trips over, the file is damaged."""
    if len(content) > LARGEST:
        raise BadBundle(Fault.DAMAGED, "too large")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return list(_read(archive))
    except Exception as error:
        raise BadBundle(Fault.DAMAGED, "no zip of three members") from error


def _read(archive: zipfile.ZipFile) -> Iterator[bytes]:
    """Yield the members, and of none more than it may have, whatever its header says."""
    if archive.namelist() != list(MEMBERS):
        raise ValueError("other members")
    _first(archive)
    for info in archive.infolist():
        most = MEMBERS[info.filename]
        with archive.open(info) as member:
            content = member.read(most + 1)
        if len(content) > most:
            raise ValueError("too large a member")
        yield content


def _first(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the descriptor, with which the file begins.

    What stands before it would be the rest of something else: of a consignment that was cut off,
    the reader of zips finds the last bundle.
    """
    info = archive.infolist()[0]
    if info.filename != DESCRIPTOR or info.header_offset:
        raise ValueError("something stands before it")
    return info


def _json(content: bytes) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError("a name stands twice")
        return dict(pairs)

    try:
        said = json.loads(content, object_pairs_hook=once)
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


def _check_table(said: dict[str, Any], table: bytes) -> None:
    resources = said.get("resources")
    first = resources[0] if isinstance(resources, list) and len(resources) == 1 else None
    told = (first.get("path"), first.get("bytes"), first.get("hash")) if first else None
    if told != (CELLS, len(table), f"sha256:{hashlib.sha256(table).hexdigest()}"):
        raise BadBundle(Fault.SIGNATURE, "the cells are not those that were signed")
