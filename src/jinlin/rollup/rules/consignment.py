"""A consignment (转报包): the unchanged bundles of many on their way to the next level.

A zip, stored, of the bundles as they came, `index.csv` with what is known of each here, and its
signature. The trusted comment of the signature names who made it and with which key.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final, NamedTuple

from jinlin.rollup.rules.bundle import LARGEST, BadBundle, Fault
from jinlin.rollup.rules.minisign import (
    BadSignature,
    PublicKey,
    SecretKey,
    public_key,
    trusted_comment,
    verify,
)

INDEX: Final = "index.csv"
SIGNATURE: Final = f"{INDEX}.minisig"
_HEADER: Final = ("digest", "received_on", "problems")
_PUBLISHED: Final = "published/"
"""Before the month, in the place of a digest, in the line that names who published it."""
_MOST: Final = 64 * 2**20
"""No index has more bytes."""
_FIXED: Final = (1980, 1, 1, 0, 0, 0)
_DAY: Final = re.compile(r"20\d\d-\d\d-\d\d")


class IndexLine(NamedTuple):
    """What those below know of a bundle.

    Attributes:
        received_on: when it came to them first.
        problems: the codes of what is wrong with its month there.
    """

    received_on: str
    problems: tuple[str, ...] = ()


class PublishedMonth(NamedTuple):
    """What those below have published themselves, so that nobody above publishes it once more.

    Attributes:
        period: the month; empty where nothing was published.
        organisations: their codes.
    """

    period: str = ""
    organisations: tuple[str, ...] = ()


_NOTHING: Final = PublishedMonth()


class Sender(NamedTuple):
    """Who made a consignment.

    Attributes:
        published: what they and those below them have published of it.
    """

    organisation: str
    key: PublicKey
    published: PublishedMonth = _NOTHING


def write_consignment(
    file: BinaryIO,
    bundles: Iterable[tuple[str, bytes]],
    index: Mapping[str, IndexLine],
    organisation: str,
    key: SecretKey,
    published: PublishedMonth = _NOTHING,
) -> None:
    """Write a consignment; the same bundles, index and key always have the same bytes.

    Args:
        file: where it goes.
        bundles: what each file is called, and its bytes.
        index: by digest, in hexadecimal.
        organisation: who makes it.
        key: its key.
        published: what it and those below it have published of the month.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(_HEADER)
    lines.writerows(
        (digest, line.received_on, " ".join(line.problems))
        for digest, line in sorted(index.items())
    )
    if published.period:
        lines.writerow((f"{_PUBLISHED}{published.period}", "", " ".join(published.organisations)))
    content = text.getvalue().encode()
    signature = key.sign(content, f"{organisation} {key.public.line}")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, member in ((INDEX, content), (SIGNATURE, signature), *bundles):
            info = zipfile.ZipInfo(name, _FIXED)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, member)


def is_consignment(names: Iterable[str]) -> bool:
    """Return whether a zip with such members is one."""
    return {INDEX, SIGNATURE} <= set(names)


def opened_index(archive: zipfile.ZipFile) -> tuple[Sender, Mapping[str, IndexLine]]:
    """Read who made a consignment and what is said in it of each bundle, by digest.

    Raises:
        BadBundle: it is damaged, or not signed by the key it names.
    """
    try:
        content, signature = (archive.read(_stored(archive, name)) for name in (INDEX, SIGNATURE))
    except Exception as error:
        raise BadBundle(Fault.DAMAGED, "no index") from error
    try:
        organisation, _blank, line = trusted_comment(signature).partition(" ")
        key = public_key(line)
        verify(content, signature, key)
    except BadSignature as error:
        raise BadBundle(Fault.SIGNATURE, str(error)) from error
    try:
        rows = list(csv.reader(io.StringIO(content.decode()), strict=True))[1:]
        index = {
            digest: _line(day, codes)
            for digest, day, codes in rows
            if not digest.startswith(_PUBLISHED)
        }
    except (ValueError, csv.Error) as error:
        raise BadBundle(Fault.DAMAGED, "no index") from error
    told = (
        PublishedMonth(first.removeprefix(_PUBLISHED), tuple(codes.split()))
        for first, _day, codes in rows
        if first.startswith(_PUBLISHED)
    )
    return Sender(organisation, key, next(told, _NOTHING)), index


def _line(day: str, codes: str) -> IndexLine:
    if _DAY.fullmatch(day) is None:
        raise ValueError("no day")
    return IndexLine(day, tuple(codes.split()))


def _stored(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Return a member that takes no more room than it has in the file."""
    info = archive.getinfo(name)
    if info.compress_type != zipfile.ZIP_STORED or info.file_size > _MOST:
        raise ValueError("packed, or too large")
    return info


def bundles_in(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield what each bundle of a consignment is called, and its bytes; where damaged, none."""
    for info in archive.infolist():
        if info.filename in {INDEX, SIGNATURE}:
            continue
        try:
            with archive.open(_stored(archive, info.filename)) as member:
                yield info.filename, member.read(LARGEST + 1)
        except Exception:  # noqa: BLE001  (whatever the reader of zips trips over)
            yield info.filename, b""
