"""Which part of a workbook each of its sheets is kept in (ECMA-376-1 18.2.19, OPC relationships).

A parser reads a part as often as a sheet names it, whatever the archive unpacks to: a thousand
sheets that name one part are a thousand times its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.parsers import expat  # no tree, no entities: a document type is refused

from jinlin.exchange.file import refusals

WORKBOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
MAX_LIST: Final = 2**22
"""A list of sheets of more bytes is no real one."""


class Parts:
    """Keeps the two lists of a workbook while the gate unpacks it, and compares them.

    Args:
        path: the file, for messages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lists: dict[str, bytearray] = {WORKBOOK: bytearray(), RELATIONS: bytearray()}

    def see(self, name: str, chunk: bytes) -> None:
        """Look at the next bytes of a member.

        Raises:
            FileError: one of the lists is longer than any real one.
        """
        kept = self._lists.get(name.lower())
        if kept is not None:
            kept += chunk
            if len(kept) > MAX_LIST:
                raise refusals.suspicious(self._path)

    def check(self) -> None:
        """Let the workbook pass when each sheet has a part of its own.

        Raises:
            FileError: two sheets name the same part, or the lists are no XML as workbooks have it.
        """
        part_of: dict[str, str] = {}
        for tag, about in self._tags(RELATIONS):
            if tag == "Relationship":
                part_of[about.get("Id", "")] = about.get("Target", "").rpartition("/")[2].lower()
        sheets = [
            part_of.get(value, value)
            for tag, about in self._tags(WORKBOOK)
            if tag == "sheet"
            for name, value in about.items()
            if name.endswith(":id")
        ]
        if len(set(sheets)) < len(sheets):
            raise refusals.suspicious(self._path)

    def _tags(self, name: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Return each opening tag of a list, without its prefix, and its attributes."""
        found: list[tuple[str, dict[str, str]]] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda tag, about: found.append(
            (tag.rpartition(":")[2], about)
        )
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(bytes(self._lists[name]), True)  # noqa: FBT003  (it takes no names)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: its encoding
            raise refusals.damaged(self._path, str(error)) from error
        yield from found

    def _refuse(self, *_said: object) -> None:
        raise refusals.suspicious(self._path)
