"""A listing or a record: said once by a command, printed in whichever form was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import LANGUAGES, _, catalogue
from jinlin.core.text import compact, listed
from jinlin.output.listing.values import hidden

if TYPE_CHECKING:
    from jinlin.documents.page import Chart

SHOWN_ROWS: Final = 50

Row = TypeVar("Row")


class On(Enum):
    """Where a column of a listing is usually shown."""

    BOTH = "both"
    SCREEN = "screen"
    """On the screen, and in what people read; a column of this key for files may stand beside."""
    DOCUMENTS = "documents"
    """In documents and in what programs read; on the screen, where room is scarce, by name."""
    FILES = "files"
    """In what programs read; people see it when they name it with `--fields`."""

    @property
    def by_name(self) -> bool:
        """Whether a screen shows it to those alone who name it."""
        return self in {On.DOCUMENTS, On.FILES}


class Cell(NamedTuple, Generic[Row]):
    """A column together with the value that a row has in it.

    Attributes:
        key: the field's name in JSON, as the glossary writes it.
        heading: what stands above it, already in the user's language.
        value: takes the value from a row, or the attribute it is; that of the key otherwise.
        kind: what its values mean.
        personal: which personal datum it holds.
        labels: what people read for stored words.
        on: where it is shown.
    """

    key: str
    heading: str
    value: Callable[[Row], Any] | str = ""
    kind: Kind = Kind.TEXT
    personal: Personal | None = None
    labels: Mapping[Any, str] | None = None
    on: On = On.BOTH

    @classmethod
    def of(
        cls, column: Column, value: Callable[[Row], Any] | str = "", on: On = On.BOTH
    ) -> Cell[Row]:
        """Return a cell of a column that stands in several listings and records."""
        key, heading, kind, personal, labels = column
        return cls(key, heading, value, kind, personal, labels, on)

    @property
    def column(self) -> Column:
        """The column without its rows."""
        return Column(self.key, self.heading, self.kind, self.personal, self.labels)

    @property
    def take(self) -> Callable[[Row], Any]:
        """What takes its value from a row."""
        return self.value if callable(self.value) else attrgetter(self.value or self.key)


class Listing(NamedTuple):
    """Rows of one kind.

    Attributes:
        key: its name in a record's JSON.
        title: what it is, in the user's language.
        rows: one value a column; may be read only once.
        total: how many rows there are in all; None when all are given.
        empty: the sentence for when there is none.
        notes: lines below the table.
        aside: the keys of columns that people see only when they name them with `--fields`.
        shown_by_itself: it belongs to a record that is shown by itself; what was written stays.
        charts: what of it people would rather look at; pages and workbooks draw them.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Any]]
    total: int | None = None
    empty: str = ""
    notes: tuple[str, ...] = ()
    aside: frozenset[str] = frozenset()
    shown_by_itself: bool = False
    charts: tuple[Chart, ...] = ()

    @classmethod
    def of(
        cls,
        key: str,
        title: str,
        cells: Sequence[Cell[Row]],
        rows: Iterable[Row],
        *,
        total: int | None = None,
        empty: str = "",
        notes: tuple[str, ...] = (),
    ) -> Listing:
        """Return a listing whose columns take their values from the rows.

        Args:
            key: its name in a record's JSON.
            title: what it is.
            cells: its columns.
            rows: gone through once; what is no sequence only when the listing is shown.
            total: how many rows there are in all.
            empty: the sentence for when there is none.
            notes: lines below the table.
        """
        own = {cell.key for cell in cells if cell.on is On.SCREEN}
        kept = [cell for cell in cells if not cell.on.by_name or cell.key not in own]
        takes = [cell.take for cell in kept]
        taken = ([take(row) for take in takes] for row in rows)
        return cls(
            key=key,
            title=title,
            columns=tuple(cell.column for cell in kept),
            rows=list(taken) if isinstance(rows, Sequence) else taken,
            total=total,
            empty=empty,
            notes=notes,
            aside=frozenset(cell.key for cell in kept if cell.on.by_name),
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields of its rows, as JSON names them."""
        return tuple(column.key for column in self.columns)

    def for_people(self) -> Listing:
        """Return the listing without the columns that only those see who ask for them."""
        kept = [place for place, c in enumerate(self.columns) if c.key not in self.aside]
        return self if len(kept) == len(self.columns) else self.narrowed(kept)

    def for_paper(self, call: Call) -> Listing:
        """Return it for people, without columns of what to type: nobody types on paper."""
        if call.names_columns or not isinstance(self.rows, Sequence):
            return self.for_people()
        typed = {
            column.key
            for place, column in enumerate(self.columns)
            if self.rows and all(str(row[place]).startswith("jinlin ") for row in self.rows)
        }
        return self._replace(aside=self.aside | typed).for_people()

    def narrowed(self, places: Sequence[int]) -> Listing:
        """Return the listing with only the columns at these places, in this order."""
        return self._replace(
            columns=tuple(self.columns[place] for place in places),
            rows=([row[place] for place in places] for row in self.rows),
            aside=frozenset(),
        )

    def masked_rows(self, call: Call) -> Iterator[list[Any]]:
        """Return the rows as this call may see them."""
        rows = (
            [hidden(c, v, unmask=call.unmask) for c, v in zip(self.columns, row, strict=True)]
            for row in self.rows
        )
        texts = [place for place, c in enumerate(self.columns) if c.personal is Personal.TEXT]
        if call.unmask or self.shown_by_itself or not texts:
            return rows
        from jinlin.output.listing.listed_texts import without_names

        return without_names(call, rows, texts)


class Record(NamedTuple):
    """One thing by itself, with what belongs to it.

    Attributes:
        title: what it is: number and name.
        columns: its fields.
        values: one value a field.
        listings: what belongs to it, such as its history.
        notes: lines below.
        extra: what only JSON carries.
        charts: what of it people would rather look at; pages and workbooks draw them.
    """

    title: str
    columns: tuple[Column, ...]
    values: Sequence[Any]
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})
    charts: tuple[Chart, ...] = ()

    @classmethod
    def of(
        cls,
        title: str,
        fields: Sequence[tuple[Column, Any]],
        listings: tuple[Listing, ...] = (),
        notes: tuple[str, ...] = (),
        extra: Mapping[str, Any] = MappingProxyType({}),
    ) -> Record:
        """Return a record of fields that stand beside their values."""
        columns = tuple(column for column, _value in fields)
        return cls(title, columns, [value for _column, value in fields], listings, notes, extra)

    def masked_values(self, call: Call) -> list[Any]:
        """Return the values as this call may see them."""
        return [
            hidden(c, v, unmask=call.unmask) for c, v in zip(self.columns, self.values, strict=True)
        ]


def table_or_record(fields: str, table: Listing, record: Record) -> Listing | Record:
    """Return the table of a result where it has all fields that were named, else the record."""
    known = {compact(name) for c in table.columns for name in (c.key, c.heading)}
    said = {compact(name) for name in listed(fields)} - {""}
    return table if said and said <= known else record


def chosen(what: Listing | Record, fields: str) -> Listing | Record:
    """Return a listing or a record with only the fields that were named, in their order.

    Args:
        what: what a command has to show.
        fields: keys as in JSON or headings as shown, between commas.

    Raises:
        UsageError: one of them is not there; those there are are listed.
    """
    columns = [*enumerate(what.columns)][::-1]  # of two that are called the same, the first
    known = {compact(said): place for place, c in columns for said in _headings(c)}
    known |= {compact(c.key): place for place, c in columns}
    parts = {compact(name): part for part in _parts(what) for name in (part.key, part.title)}
    places: dict[int, None] = {}
    kept: dict[str, Listing] = {}
    for name in listed(fields):
        said = compact(name)
        if said in known:
            places[known[said]] = None
        elif said in parts:
            kept[parts[said].key] = parts[said]
        elif said:
            raise _no_such_field(name, what)
    if not places and not kept:
        raise _no_such_field(fields, what)
    if isinstance(what, Listing):
        return what.narrowed(tuple(places))
    return what._replace(
        columns=tuple(what.columns[place] for place in places),
        values=[what.values[place] for place in places],
        listings=tuple(kept.values()),
        extra={},
    )


def _headings(column: Column) -> set[str]:
    """Return the heading of a column in every language in which it may be known."""
    return {column.heading, *(catalogue(language).say(column.heading) for language in LANGUAGES)}


def _parts(what: Listing | Record) -> tuple[Listing, ...]:
    return what.listings if isinstance(what, Record) else ()


def _no_such_field(name: str, what: Listing | Record) -> UsageError:
    both = _("{what} ({option})")
    choices = [
        both.format(what=c.key, option=c.heading) if c.heading != c.key else c.key
        for c in what.columns
    ]
    choices += [both.format(what=part.key, option=part.title) for part in _parts(what)]
    return UsageError(
        _("There is no field “{field}” here.").format(field=name),
        hint=_("Choose from: {fields}.").format(fields=_(", ").join(choices)),
    )


def rows_wanted(call: Call) -> int:
    """Return how many rows a listing needs; 0 means all.

    A table shows the first 50; files and machine formats are complete; `--limit` decides.
    """
    if call.limit is not None:
        return call.limit
    return 0 if call.json or call.csv or call.md or call.output else SHOWN_ROWS


def in_json(call: Call) -> bool:
    """Return whether a result is printed as JSON, where a record tells all there is."""
    return call.json or (call.output or "").lower().endswith((".json", ".jsonl"))


def for_programs(call: Call) -> bool:
    """Return whether a result is printed in a form that programs read."""
    return in_json(call) or call.csv or (call.output or "").lower().endswith(".csv")


def on_paper(call: Call) -> bool:
    """Return whether a result is printed: in Word, as html or a workbook."""
    ending = (call.output or "").lower()
    return bool(ending) and not for_programs(call) and not ending.endswith((".md", ".txt"))


def in_form(
    call: Call, cells: Iterable[Cell[Row]], *, files: bool | None = None
) -> tuple[Cell[Row], ...]:
    """Return columns as the form of a call has them; what is for the screen alone only by name.

    Args:
        call: the command.
        cells: the columns for both.
        files: whether it is a form that has the columns of files; what programs read otherwise.
    """
    every = tuple(cells)
    if for_programs(call) if files is None else files:
        kept = [cell._replace(on=On.BOTH) for cell in every if cell.on is not On.SCREEN]
        known = {cell.key for cell in kept}
        named = [c for c in every if c.key not in known] if call.names_columns else []
        return (*kept, *named)
    if files is None and on_paper(call):
        return _in_document(every)
    return every


def _in_document(cells: Sequence[Cell[Row]]) -> tuple[Cell[Row], ...]:
    """Return the columns of the screen, each as files keep it, and what documents have besides."""
    whole = {cell.key: cell for cell in cells if cell.on.by_name}
    screen = {cell.key for cell in cells if cell.on is On.SCREEN}
    kept = [
        cell if cell.on is On.FILES else whole.get(cell.key, cell)._replace(on=On.BOTH)
        for cell in cells
        if not cell.on.by_name or cell.key not in screen
    ]
    return tuple(kept)
