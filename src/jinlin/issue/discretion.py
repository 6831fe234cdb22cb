"""Free text that leaves the house without the names of residents and of who brought an issue."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.output.discretion import discreet
from jinlin.store.tx import Reader


def discreet_texts(reader: Reader, texts: Sequence[str]) -> list[str]:
    """Return texts without the names of people who hold no post, and of reporters."""
    if not texts:
        return []
    everything = "\n".join(texts)
    rows = reader.rows(
        "SELECT name FROM person WHERE instr(?, name) AND NOT EXISTS"
        " (SELECT 1 FROM post WHERE person_id = person.id AND removed_at IS NULL)"
        " UNION SELECT reporter FROM issue WHERE instr(?, reporter)",
        (everything, everything),
    )
    names = [str(row[0]) for row in rows]
    return [discreet(text, names) for text in texts]
