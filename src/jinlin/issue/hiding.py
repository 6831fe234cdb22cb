"""What a redactor must hide, as the database knows it: residents, reporters, accused parties."""

from __future__ import annotations

from jinlin.issue.redaction import Redactor
from jinlin.store.tx import Reader


def shown_title(reader: Reader, title: str) -> str:
    """Return a title as the board shows it where it names somebody or a door; else the title."""
    names = reader.rows(
        "SELECT name FROM person WHERE removed_at IS NULL AND instr(?1, name)"
        " UNION SELECT reporter FROM issue WHERE instr(?1, reporter)"
        " UNION SELECT on_behalf_of FROM issue WHERE instr(?1, on_behalf_of)",
        (title,),
    )
    redactor = Redactor([str(row[0]) for row in names], ())
    return title if redactor.nameless(title) == title else redactor.text(title)


def redactor_of(reader: Reader, *, parties: bool = True) -> Redactor:
    """Return what hides everybody the database knows, and every party an issue is about.

    Args:
        reader: the database.
        parties: whether those parties are hidden too; a council must know whom it talks about.
    """
    names = (
        str(row[0])
        for row in reader.each(
            "SELECT name FROM person WHERE removed_at IS NULL"
            " UNION SELECT reporter FROM issue WHERE reporter IS NOT NULL"
            " UNION SELECT on_behalf_of FROM issue WHERE on_behalf_of IS NOT NULL"
        )
    )
    accused = "SELECT DISTINCT accused FROM issue WHERE accused IS NOT NULL"
    return Redactor(names, [str(row[0]) for row in reader.rows(accused)] if parties else ())
