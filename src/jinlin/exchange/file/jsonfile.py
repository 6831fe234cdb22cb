"""JSON as we write it ourselves, `{"schema": 1, "data": [...]}` or a record a line, as a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jinlin.exchange.file import refusals
from jinlin.exchange.file.sheets import MAX_COLUMNS, MAX_ROWS, Line, Sheet

SEPARATOR: Final = "、"
"""Between the several values of one cell."""
MAX_VALUES: Final = 1_200_000
"""More than the largest file we open can hold as we write it; each takes up to 200 bytes."""
_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
"""Half of a character beyond the first 65 536, as JSON may spell it; two of them make one."""
_ONE_RECORD: Final = re.compile(r"\s*\{.*\}\s*")
"""What each of the JSON Lines looks like; a document in several lines has others."""
UNKNOWN: Final = "—"
"""Holds the place of a value nobody knows, where another follows."""


def looks_like_json(data: bytes) -> bool:
    """Return whether a file begins as JSON does; no table begins so."""
    return data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")


def json_document(path: Path, data: bytes) -> Any:
    """Return what a JSON file says; of JSON Lines the list of them.

    Raises:
        FileError: it is no JSON, holds too much, or text that cannot be kept.
    """
    import json

    if sum(map(data.count, (b",", b"{", b"["))) > MAX_VALUES:
        raise refusals.too_many_values(path, MAX_VALUES)
    try:
        text = data.decode("utf-8-sig")
        lines = [line for line in text.split("\n") if line.strip()]
        each = len(lines) > 1 and all(_ONE_RECORD.fullmatch(line) for line in lines)
        document = [json.loads(line) for line in lines] if each else json.loads(text)
        if _HALF.search(data):
            json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise refusals.half_a_character(path, error) from error
    except (ValueError, RecursionError) as error:
        raise refusals.no_json(path, error) from error
    return document


def json_sheet(path: Path, data: bytes) -> Sheet:
    """Return a JSON document of records as a sheet whose header are the records' keys.

    A list of records in a field, such as the owners of a home, becomes one cell for each of its
    keys, the values in their order.

    Raises:
        FileError: it is no JSON, holds no list of records, or holds too much.
    """
    document = json_document(path, data)
    records = document.get("data", [document]) if isinstance(document, dict) else document
    if not isinstance(records, list) or not all(isinstance(item, dict) for item in records):
        raise refusals.no_records(path)
    if len(records) > MAX_ROWS:
        raise refusals.too_many_rows(path)
    rows = [dict(_cells(record)) for record in records]
    names = list(dict.fromkeys(name for row in rows for name in row))
    if len(names) > MAX_COLUMNS:
        raise refusals.too_many_columns(path, 1)

    def lines() -> Iterator[Line]:
        yield 1, list(names)
        for number, row in enumerate(rows, start=2):
            cells = [row.get(name, "") for name in names]
            if any(cell.strip() for cell in cells):
                yield number, cells

    return Sheet(name="", lines=lines, count=len(rows))


def _cells(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            parts = dict.fromkeys(part for item in value for part in item)
            for part in parts:
                name = key if part == "name" else part if part in _PARTS else f"{key}.{part}"
                yield name, _joined([item.get(part) for item in value])
        elif isinstance(value, list):
            yield key, _joined(value)
        elif isinstance(value, dict):
            for part, inner in value.items():
                yield f"{key}.{part}", _text(inner)
        else:
            yield key, _text(value)


_PARTS: Final = frozenset({"share", "phone", "other_phone", "id_number"})
"""What a record of a person in a list tells of her, under the name of its own column."""


def _joined(values: Sequence[Any]) -> str:
    texts = [_text(value) or UNKNOWN for value in values]
    return "" if all(text == UNKNOWN for text in texts) else SEPARATOR.join(texts)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, str) else str(value)
