"""A record of a register, declared as a class: each field says how it is typed, kept and shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from jinlin.core.columns import Kind, Personal
from jinlin.core.word import Word
from jinlin.output.command.kind import NamedThing, Several, WordKind

if TYPE_CHECKING:
    from jinlin.exchange.table.rows import Row


class SheetCell(NamedTuple):
    """What a field is in a table from outside.

    Attributes:
        field: the field of `exchange.table.fields` whose headings it has; else its own label.
        read: reads it of a row; otherwise as its kind reads a word.
    """

    field: str = ""
    read: Callable[[Row, str], Any] | None = None


class RegisterField(NamedTuple):
    """One field of a record.

    Attributes:
        key: its column in the table, and what the record's class calls it.
        label: what people call it, not yet translated: the heading of its column, and in the log.
        kind: how it is typed; None for what is not typed.
        help: its line on the help pages, not yet translated.
        edit_help: the line on the page of `edit`, where it is another.
        names: how its option is typed; otherwise as its key.
        called: what stands for its word on the help pages, where the kind's own name says less.
        word: `add` takes it as a word without a name.
        asked: the question where `add` is not given it, not yet translated; it is needed then.
        default: what it is where `add` is not given it.
        clears: `edit` may empty it; what is needed, or has a default, it never does.
        fewer: the option of `edit` that takes words out of a field of several, and its help.
        each: the key in JSON and the heading of one word of several.
        column: how it is shown; None where it is not shown.
        json: its key in JSON, where it is another.
        personal: which personal datum it holds.
        aside: a listing shows it only to those who name it.
        stored: it is a column of the table; otherwise `check` decides what becomes of it.
        sql: what it is computed from, of the row `r`; it is no column then.
        choice: the fixed choice it is a word of, where its kind takes others too, or it is not
            typed.
        flag: it is an option without a word.
        summed: a listing says below what they make together.
        repeated: its option may be given several times; a list of what was said is handed on.
        instead: what people read in the place of some values.
        verbs: which verbs take it.
        whole: it names a record only as a whole, and is read as its kind is.
        sheet: what it is in a table from outside; None where a table does not hold it.
        untold: the sentence after a change leaves it out.
        free: a word that stands without a name may be meant for it, even where others suit.
    """

    key: str
    label: str = ""
    kind: WordKind[Any] | None = None
    help: str = ""
    edit_help: str = ""
    names: tuple[str, ...] = ()
    called: str = ""
    word: bool = False
    asked: str = ""
    default: Any = None
    clears: bool = True
    fewer: tuple[str, str] | None = None
    each: tuple[str, str] = ("", "")
    column: Kind | None = None
    json: str = ""
    personal: Personal | None = None
    aside: bool = False
    stored: bool = True
    sql: str = ""
    choice: type[Word] | None = None
    flag: bool = False
    summed: bool = False
    untold: bool = False
    repeated: bool = False
    instead: Mapping[Any, str] | None = None
    verbs: tuple[str, ...] = ("add", "edit")
    whole: bool = False
    sheet: SheetCell | None = None
    free: bool = False

    @property
    def clearable(self) -> bool:
        """Whether `edit` may empty it."""
        return self.clears and not self.asked and self.default is None

    @property
    def of_several(self) -> bool:
        """Whether it holds several words."""
        return self.fewer is not None

    @property
    def is_list(self) -> bool:
        """Whether a list is kept: of what is put in and taken out, or said as a whole."""
        return self.of_several or isinstance(self.kind, Several)

    def typed_at(self, verb: str) -> bool:
        """Whether a verb takes it."""
        return verb in self.verbs and (self.kind is not None or self.flag)

    @property
    def words(self) -> type[Word] | None:
        """The fixed choice of which it holds a word."""
        return (self.kind.words if self.kind is not None else None) or self.choice

    @property
    def names_file(self) -> bool:
        """Whether it names a file, of which path and digest are kept."""
        return self.kind is not None and self.kind.names is NamedThing.FILE

    def read(self, kept: Any) -> Any:
        """Return what is kept in the table as the code works with it."""
        if self.is_list:
            return tuple(json.loads(kept or "[]"))
        if self.flag:
            return bool(kept)
        if kept is not None and self.words is not None:
            return self.words(kept)
        return kept

    def written(self, value: Any) -> Any:
        """Return a value as the table keeps it."""
        if not self.is_list:
            return value
        return json.dumps(list(value), ensure_ascii=False) if value or self.of_several else None


_COLUMNS = {
    "money": Kind.MONEY, "area": Kind.AREA, "day": Kind.DATE, "moment": Kind.TIME,
    "number": Kind.INTEGER,
}  # fmt: skip
"""How what is typed as a kind is shown, where that is no text."""


def field(
    kind: WordKind[Any],
    label: str,
    help: str = "",  # noqa: A002  (as Typer calls it)
    **more: Any,
) -> Any:
    """Declare a field that is typed; how it is shown follows from its kind; `more` as above."""
    shown = {"column": _COLUMNS.get(kind.name, Kind.TEXT), **more}
    return RegisterField("", label, kind, help=help, **shown)


def flag(label: str, *, help: str, **more: Any) -> Any:  # noqa: A002  (as Typer calls it)
    """Declare an option without a word; `more` as in `RegisterField`."""
    return RegisterField("", label, None, help=help, flag=True, default=False, **more)


def several(
    kind: WordKind[Any],
    label: str,
    *,
    help: str,  # noqa: A002  (as Typer calls it)
    fewer: tuple[str, str],
    each: tuple[str, str],
    **more: Any,
) -> Any:
    """Declare a field of several words, kept as a JSON list.

    Args:
        kind: the kind of each.
        label: as in `RegisterField`.
        help: as in `RegisterField`.
        fewer: the option of `edit` that takes some out, and its help.
        each: the key of one in JSON, and its heading.
        more: as in `RegisterField`.
    """
    return RegisterField(
        "", label, kind, help, fewer=fewer, each=each, default=(), column=Kind.TEXT, **more
    )


def computed(label: str, sql: str, *, column: Kind = Kind.TEXT, **more: Any) -> Any:
    """Declare a field that is computed from the row `r`; `more` as in `RegisterField`."""
    return RegisterField("", label, sql=sql, stored=False, column=column, **more)


def kept(**more: Any) -> Any:
    """Declare a column that is neither typed nor shown: the rules of the room fill it."""
    return RegisterField("", **more)


class RegisterRow:
    """A record; a class below it declares one, its fields in the order in which they are shown.

    `class Room(RegisterRow, table="room"): name: str = field(NAME, N_("Room name"), word=True, …)`.
    The fields `id`, and `number` and `label` where the register counts, are there by themselves.
    A class without a table declares what registers of several rooms have in common; `{table}` in a
    computed field of it stands for theirs. A field that is declared again keeps its place.

    Attributes:
        table: the table that keeps it.
        fields: its fields.
        id: its row.
        number: its number within what it belongs to; 0 where the register does not count.
        label: its number as people read it: `3`, `Y3`.
    """

    table: ClassVar[str]
    fields: ClassVar[tuple[RegisterField, ...]] = ()
    id: int
    number: int = 0
    label: str = ""

    def __init_subclass__(cls, *, table: str = "") -> None:
        super().__init_subclass__()
        cls.table = table
        own = {
            name: one._replace(key=name)
            for name, one in vars(cls).items()
            if isinstance(one, RegisterField)
        }
        for name in own:
            delattr(cls, name)
        every = {one.key: one for one in cls.fields} | own
        cls.fields = tuple(
            one._replace(sql=one.sql.replace("{table}", table or "{table}"))
            for one in every.values()
        )

    def __init__(self, values: Mapping[str, Any]) -> None:
        vars(self).update(values)

    def values(self) -> dict[str, Any]:
        """Return what its fields hold, by their keys."""
        return {one.key: getattr(self, one.key) for one in self.fields}


def stored(fields: Sequence[RegisterField]) -> list[RegisterField]:
    """Return the fields that are columns of their table."""
    return [one for one in fields if one.stored]
