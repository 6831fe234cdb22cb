"""Rows that no command tells of: filled in by the schema scripts, or slipped in by somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinlin.store.schema.upgrade import version_of
from jinlin.store.transaction.tx import Reader

Filled = Mapping[int, Mapping[str, object]]
"""Rows by id: columns and values."""

_TAKEN = {"since": "1990-01-01", "warn_days": 1, "source": "本支部承诺，非法定期限"}
_ADDED = {"code": "unsorted", "group_code": "unsorted", "name": "待归类", "privacy": "private"}
"""The category that an upgrade added behind the others."""
_ADDED_BY = 14
"""The version to which that one led."""
_ADDED_LIMIT = {
    **_TAKEN,
    "respond_amount": 1,
    "close_amount": 10,
    "raise_amount": 15,
    **dict.fromkeys(("respond_unit", "close_unit", "raise_unit"), "working_days"),
}
_LIMIT = (
    "respond_amount",
    "respond_unit",
    "close_amount",
    "close_unit",
    "raise_amount",
    "raise_unit",
)


def untold_rows(reader: Reader, table: str, by_scripts: Filled, *, empty: bool) -> Iterator[int]:
    """Return the ids of rows that came, went or changed without a command.

    The history tells of every row but those that a schema script filled in; these must be there as
    the script wrote them, unless a command has touched them since.

    Args:
        reader: the database.
        table: a table of it.
        by_scripts: the rows that the scripts fill into it where they know them beforehand.
        empty: it has no rows.
    """
    untold = {} if empty else _never_told(reader, table)
    filled = _filled(reader, table, untold, by_scripts)
    for row_id, row in untold.items():
        if row_id not in filled or not filled[row_id].items() <= row.items():
            yield row_id
    for row_id in filled.keys() - untold.keys():
        if not _told(reader, table, row_id):
            yield row_id


def _never_told(reader: Reader, table: str) -> Filled:
    """Return the rows of which the history does not know."""
    return {
        int(row["id"]): dict(row)
        for row in reader.rows(
            f"SELECT t.* FROM {table} AS t WHERE NOT EXISTS (SELECT 1 FROM row_change AS c"
            " WHERE c.table_name = ?1 AND c.row_id = t.id)",
            (table,),
        )
    }


def _told(reader: Reader, table: str, row_id: int) -> bool:
    return (
        reader.value(
            "SELECT 1 FROM row_change WHERE table_name = ? AND row_id = ? LIMIT 1", (table, row_id)
        )
        is not None
    )


def _filled(reader: Reader, table: str, untold: Filled, by_scripts: Filled) -> Filled:
    """Return the rows that the scripts have filled into a table."""
    if table == "public_holiday":
        return _known_days(untold)
    if table == "category":
        return _added_category(reader)
    if table == "category_limit":
        return {**_taken_from_categories(reader), **_added_limit(reader, untold)}
    return by_scripts


def _known_days(untold: Filled) -> Filled:
    """Return the days off that a release wrote into a new database.

    Until they came with the release, a library gave them: what it gave is taken as it is.
    """
    if not untold:
        return {}
    from jinlin.store.schema.known_days import COLUMNS, known_days

    known = {n: dict(zip(COLUMNS, day, strict=True)) for n, day in enumerate(known_days(), 1)}
    sources = {row["source"] for row in untold.values()}
    return known if known and known[1]["source"] in sources else untold


def _taken_from_categories(reader: Reader) -> Filled:
    """Return the limits that an upgrade took from the categories, where they stood before."""
    values = ", ".join(f"json_extract(after, '$.{column}') AS {column}" for column in _LIMIT)
    rows = reader.rows(
        f"SELECT row_id AS category_id, {values} FROM row_change WHERE id IN"
        " (SELECT max(id) FROM row_change WHERE table_name = 'category'"
        " AND json_type(after, '$.respond_amount') IS NOT NULL GROUP BY row_id) ORDER BY row_id"
    )
    return {n: {**_TAKEN, **dict(row)} for n, row in enumerate(rows, 1)}


def _added_category(reader: Reader) -> Filled:
    """Return the category that an upgrade added: a database made since then told of it itself."""
    if version_of(reader.connection) < _ADDED_BY:
        return {}
    [row] = reader.rows(
        "SELECT max(row_id) + 1 AS id, max(json_extract(after, '$.code') = 'unsorted') AS told"
        " FROM row_change WHERE table_name = 'category'"
    )
    return {} if row["id"] is None or row["told"] else {int(row["id"]): _ADDED}


def _added_limit(reader: Reader, untold: Filled) -> Filled:
    """Return the limits of the category that an upgrade added; row 0 where they are missing."""
    for category in _added_category(reader):
        found = (n for n, row in untold.items() if row["category_id"] == category)
        return {next(found, 0): {**_ADDED_LIMIT, "category_id": category}}
    return {}
