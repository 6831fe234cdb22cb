"""What a merge that was taken back left of somebody in the history of another person's rows."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from jinlin.person.references.personal_columns import told_in
from jinlin.store.schema.person_rows import ABOUT
from jinlin.store.transaction.tx import Reader


def changes_while_merged(reader: Reader, person_ids: Collection[int]) -> Iterator[int]:
    """Return the changes of rows that were completed by somebody's, as long as she was merged.

    A merge fills what the kept person had not: her phone, an employer. Undone it is gone from the
    rows; their history holds it from the merge to its undoing.

    Args:
        reader: the database.
        person_ids: her row, and those that were merged into it.
    """
    people = json.dumps([*person_ids])
    telling = [table for table in ("person", *ABOUT) if told_in(table)]
    for row in reader.rows(
        "WITH turned AS ("  # merged, or made two people again
        " SELECT entry, row_id, json_extract(after, '$.merged_into') IS NOT NULL AS merges"
        " FROM row_change WHERE table_name = 'person'"
        " AND row_id IN (SELECT value FROM json_each(?1))"
        " AND before IS NOT NULL AND after IS NOT NULL"
        " AND json_extract(before, '$.merged_into') IS NOT json_extract(after, '$.merged_into')"
        "), spans AS ("
        " SELECT entry AS first, ifnull((SELECT min(u.entry) FROM turned AS u"
        " WHERE u.row_id = t.row_id AND NOT u.merges AND u.entry > t.entry), t.entry) AS last"
        " FROM turned AS t WHERE merges"
        ")"
        " SELECT DISTINCT c.id FROM spans AS s"
        " JOIN row_change AS m ON m.entry = s.first"
        " JOIN row_change AS c ON c.table_name = m.table_name AND c.row_id = m.row_id"
        " AND c.entry BETWEEN s.first AND s.last"
        " WHERE c.salt IS NOT NULL AND m.table_name IN (SELECT value FROM json_each(?2))",
        (people, json.dumps(telling)),
    ):
        yield int(row[0])
