"""Records of a register as they are read: all, one by its row, or one by what people say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from jinlin.core.errors import NotFoundError
from jinlin.core.naming import the_one
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.output.listing.listed_texts import as_listed
from jinlin.output.register.row import RegisterField, RegisterRow, stored
from jinlin.output.register.rules import Numbering, Owner, Parent, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader

R = TypeVar("R", bound=RegisterRow)


class DeclaredRecords(Generic[R]):
    """The records of one declaration: read, and found by what people say.

    Args:
        record: the class of a record.
        wording: how it speaks of them.
        known_by: the field by which people name a record; its number names it too.
        of: to what records belong; None where they stand alone.
        numbered: how they are counted; None where they are known by name alone.
        order: how a listing is ordered, in SQL.
        rules: what the room itself has to say.
    """

    def __init__(
        self,
        record: type[R],
        wording: RegisterWords,
        *,
        known_by: str = "name",
        of: Parent | None = None,
        numbered: Numbering | None = None,
        order: str = "id",
        rules: Rules = Rules(),  # noqa: B008  (it cannot be changed)
    ) -> None:
        self.record, self.wording, self.known_by, self.of = record, wording, known_by, of
        self.numbered, self.order, self.rules = numbered, order, rules

    def rows(self, reader: Reader, of: Owner | None = None, *, only: int | None = None) -> list[R]:
        """Return the records, or those of what they belong to; or the one of a row."""
        names = ["r.id", *([f"r.{self.numbered.column} AS number"] if self.numbered else [])]
        names += [f"{one.sql or f'r.{one.key}'} AS {one.key}" for one in self._read_fields()]
        owned = f" AND r.{self.of.column} = ?" if self.of and of is not None else ""
        found = reader.rows(
            f"SELECT {', '.join(names)} FROM {self.record.table} AS r"  # noqa: S608  (our own names)
            f" WHERE r.removed_at IS NULL AND r.id = coalesce(?, r.id){owned}"
            f" ORDER BY {self.order}",
            (only, *((of.id,) if of is not None else ())),
        )
        return [self._record(dict(row)) for row in found]

    def _read_fields(self) -> list[RegisterField]:
        return [one for one in self.record.fields if one.stored or one.sql]

    def _record(self, row: dict[str, Any]) -> R:
        unread = dict.fromkeys((one.key for one in self.record.fields), None)
        read = {one.key: one.read(row[one.key]) for one in self._read_fields()}
        label = f"{self.numbered.prefix}{row['number']}" if self.numbered else ""
        return self.record({**unread, **row, **read, "label": label})

    @property
    def lettered(self) -> bool:
        """Whether a number names a record anywhere, as `Y3` does."""
        return self.numbered is not None and bool(self.numbered.prefix)

    @property
    def name_field(self) -> RegisterField:
        """The field by which people name a record."""
        return next(one for one in self.record.fields if one.key == self.known_by)

    def name_of(self, record: R) -> str:
        """Return what people call a record: its number, else its name."""
        return record.label if self.numbered else str(getattr(record, self.known_by))

    def called(self, record: R) -> str:
        """Return the name of a record; of a fixed choice as it is printed."""
        name = getattr(record, self.known_by)
        return name.label if isinstance(name, Word) else str(name or "")

    def find(self, reader: Reader, text: str, of: Owner | None = None, *, whole: bool = False) -> R:
        """Return the record that a text means: its number, its name, or a piece only one has.

        Args:
            reader: the database.
            text: what was typed.
            of: what it belongs to.
            whole: only a number or a whole name is taken, as where something goes.

        Raises:
            NotFoundError: there is none, or several; all are listed.
        """
        return self.find_among(self.rows(reader, of), reader, text, of, whole=whole)

    def find_among(
        self,
        known: Sequence[R],
        reader: Reader,
        text: str,
        of: Owner | None = None,
        *,
        whole: bool = False,
    ) -> R:
        """Return which of some records a text means; as `find`."""
        said = compact(text)
        if self.numbered:
            for one in known:
                if said in {str(one.number), compact(one.label)}:
                    return one
        names = {one.id: self.called(one) for one in known}
        masked = cache(partial(as_listed, reader, list(names.values())))

        def shown(one: R) -> str:
            name = masked()[names[one.id]]
            return f"{one.label} {name}".strip() if self.numbered else name

        def called(one: R) -> str:
            name, alike = names[one.id], [*names.values()].count(names[one.id])
            if not self.numbered:
                return shown(one)
            return name if name and alike == 1 and masked()[name] == name else one.label

        def none() -> NotFoundError:
            prefix = self.numbered.prefix.lower() if self.numbered else ""
            new = "" if self.of or said.removeprefix(prefix).isdecimal() else text
            return self.wording.unknown(text, [*map(shown, known)], of.label if of else "", new=new)

        return the_one(
            text,
            known,
            lambda one: (names[one.id],),
            none=none,
            called=called,
            shown=shown,
            whole=whole
            or self.name_field.whole
            or (self.numbered is not None and said.isdecimal()),
        )

    def of_id(self, reader: Reader, row: int, of: Owner | None) -> R:
        """Return the record of a row."""
        [record] = self.rows(reader, of, only=row)
        return record

    def model(self) -> Any:
        """Return the SQLModel class of its table."""
        from jinlin.store.transaction.models import model_of

        return model_of(self.record.table, self.columns())

    def columns(self) -> dict[str, type]:
        """Return the columns of its table but the id, with the type of what they hold."""
        hints = get_type_hints(self.record)
        columns = {one.key: _type(hints[one.key]) for one in stored(self.record.fields)}
        if self.of is not None:
            columns[self.of.column] = self.of.holds
        if self.numbered:
            columns[self.numbered.column] = int
        return {**columns, "removed_at": str}


def _type(hint: Any) -> type:
    """Return what a column holds: whole numbers, or text."""
    return int if {hint, *get_args(hint)} & {int, bool} else str
