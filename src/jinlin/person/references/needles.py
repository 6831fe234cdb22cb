"""What tells of a person wherever it is written: her names, phones and id, the earlier ones too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.schema.retention import FORGOTTEN
from jinlin.store.transaction.tx import Reader

INSTEAD: Final = {Content.NAME: "某某", Content.PHONE: "***", Content.ID_NUMBER: "***"}
"""What stands in a text where it was told."""

_TELLING: Final = ("name", "phone", "other_phone", "id_number")
_SHORTEST_NAME: Final = 2


class Needle(NamedTuple):
    """One name, phone or id as it may stand in a text.

    Attributes:
        text: the words themselves.
        content: NAME, PHONE or ID_NUMBER.
        alone: nobody else recorded here is called so or reached so.
        longer: names of others that it is a part of; where they stand it does not.
    """

    text: str
    content: Content
    alone: bool
    longer: tuple[str, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Return whether a text tells it."""
        return any(match[0] == self.text for match in self._pattern.finditer(text))

    def taken_out(self, text: str, *, instead: str) -> str:
        """Return the text with other words in its place."""
        return self._pattern.sub(lambda match: instead if match[0] == self.text else match[0], text)

    @property
    def _pattern(self) -> re.Pattern[str]:
        """A number is no part of a longer one, nor a Latin name of a longer word."""
        words = sorted({self.text, *self.longer}, key=len, reverse=True)
        either = "|".join(map(re.escape, words))
        edge = "[A-Za-z]" if self.content is Content.NAME else "[0-9A-Za-z]"
        starts, ends = (re.match(edge, c) for c in (self.text[0], self.text[-1]))
        before, after = f"(?<!{edge})" if starts else "", f"(?!{edge})" if ends else ""
        return re.compile(f"{before}(?:{either}){after}")


def needles_of(reader: Reader, person_ids: Collection[int]) -> list[Needle]:
    """Return what tells of a person, as it is recorded now and as it was once.

    Args:
        reader: the database.
        person_ids: her row, and those that were merged into it.
    """
    found = {
        (text, PERSONAL["person"][column])
        for column, text in _values(reader, person_ids)
        if text and text != FORGOTTEN
    }
    return [_needle(reader, text, content, person_ids) for text, content in sorted(found)]


def _values(reader: Reader, person_ids: Collection[int]) -> Iterator[tuple[str, str | None]]:
    marks = ", ".join("?" * len(person_ids))
    for column in _TELLING:
        for row in reader.rows(
            f"SELECT {column} FROM person WHERE id IN ({marks})", tuple(person_ids)
        ):
            yield column, row[0]
        for side in ("before", "after"):
            for row in reader.rows(
                f"SELECT DISTINCT json_extract({side}, '$.{column}') FROM row_change"
                f" WHERE table_name = 'person' AND row_id IN ({marks})",
                tuple(person_ids),
            ):
                yield column, row[0]


def _needle(reader: Reader, text: str, content: Content, person_ids: Collection[int]) -> Needle:
    marks = ", ".join("?" * len(person_ids))
    others = f"FROM person WHERE forgotten_at IS NULL AND id NOT IN ({marks})"
    if content is Content.NAME:
        names = {
            str(row[0])
            for row in reader.rows(
                f"SELECT DISTINCT name {others} AND instr(name, ?)", (*person_ids, text)
            )
        }
        alone = text not in names and len(text) >= _SHORTEST_NAME
        return Needle(text, content, alone, tuple(sorted(names - {text})))
    columns = ["id_number"] if content is Content.ID_NUMBER else ["phone", "other_phone"]
    either = " OR ".join(f"{column} = ?" for column in columns)
    shared = reader.row(f"SELECT 1 {others} AND ({either})", (*person_ids, *[text] * len(columns)))
    return Needle(text, content, shared is None)
