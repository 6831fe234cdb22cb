"""Free text that leaves the house without the names of residents and of who brings issues."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jinlin.output.discretion import discreet
from jinlin.store.tx import Reader


def discreet_texts(
    reader: Reader, texts: Sequence[str], *, spared: Collection[str] = ()
) -> list[str]:
    """Return texts without the names of people in no post today, of reporters and for whom.

    Args:
        reader: the database.
        texts: what somebody typed.
        spared: names that may be read all the same.
    """
    if not texts:
        return []
    everything = "\n".join(texts)
    rows = reader.rows(
        "SELECT name FROM person WHERE instr(?1, name) AND NOT EXISTS"
        " (SELECT 1 FROM post WHERE person_id = person.id AND removed_at IS NULL"
        " AND (ended_on IS NULL OR ended_on > civil_today()))"
        " UNION SELECT reporter FROM issue WHERE instr(?1, reporter)"
        " UNION SELECT on_behalf_of FROM issue WHERE instr(?1, on_behalf_of)",
        (everything,),
    )
    names = [str(row[0]) for row in rows if row[0] not in spared]
    return [discreet(text, names) for text in texts]
