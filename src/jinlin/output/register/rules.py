"""What a room says of a register beside its fields: its parent, its numbering, its own rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from jinlin.core.i18n import N_, Value
from jinlin.output.register.row import RegisterRow
from jinlin.store.transaction.tx import Reader, Tx

if TYPE_CHECKING:
    from jinlin.documents.template import Blank
    from jinlin.output.importing.sheet import SheetColumn

R = TypeVar("R", bound=RegisterRow)


class Owner(Protocol):
    """What records may belong to: a project of its papers."""

    @property
    def id(self) -> int | str:
        """Its row, or the word that is kept of it."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def label(self) -> str:
        """What people call it."""


class Parent(NamedTuple):
    """To what the records of a register belong, each of which counts its own from 1.

    Attributes:
        column: the column of the table that names it.
        key: its key in JSON, and how a command's function calls the option.
        declared: the declaration of its option.
        find: returns the one that is meant; None is what was not said.
        first: its word stands before the record's; otherwise it is an option.
        holds: what the column holds.
        in_log: how the history calls the one that is meant.
    """

    column: str
    key: str
    declared: Any
    find: Callable[[Reader, Any], Any]
    first: bool = False
    holds: type = int
    in_log: Callable[[Any], Value] = attrgetter("label")


class Draft(NamedTuple):
    """A record as it is about to be kept, for the rules of its room.

    Attributes:
        tx: the transaction.
        of: what it belongs to; None where it stands alone.
        old: as it was; None for a new one.
        values: what its fields are to hold, by key; a rule may put more there, or other values.
        said: the keys of what was typed.
    """

    tx: Tx
    of: Any
    old: Any
    values: dict[str, Any]
    said: frozenset[str]


class RegisterChange(NamedTuple):
    """A change as it was made.

    Attributes:
        tx: the transaction.
        of: what the record belongs to; None where it stands alone.
        record: the record as it is now, or was until it went.
        draft: what was to be kept; None where the record went.
    """

    tx: Tx
    of: Any
    record: Any
    draft: Draft | None = None


class Aftermath(NamedTuple):
    """What there is to say after a change.

    Attributes:
        also: what the sentence says besides what the record holds.
        told: sentences that are no result, such as what to do next.
        data: what JSON says besides.
    """

    also: Sequence[str] = ()
    told: Sequence[str] = ()
    data: Mapping[str, Any] = MappingProxyType({})


class TableColumn(NamedTuple):
    """A column of a register's table: as it is read and compared, and as it is to be filled in."""

    taken: SheetColumn
    blank: Blank


class MoreColumns(NamedTuple):
    """Columns of a register's table beside its fields, such as those the branch made for itself.

    Attributes:
        columns: returns them.
        held: returns what records hold in them: by row, then by the key of the column.
        write: writes what a row says of them: the transaction, the row, the values by key.
    """

    columns: Callable[[Reader], Sequence[TableColumn]]
    held: Callable[[Reader, Sequence[int]], Mapping[int, Mapping[str, Any]]]
    write: Callable[[Tx, int, Mapping[str, Any]], None]


class Rules(NamedTuple):
    """What a room itself has to say about the records of a register.

    Attributes:
        check: refuses what must not be kept, and fills what follows from it; it writes nothing.
        refuse_removal: refuses that a record goes.
        aftermath: does what follows from a change, and says what there is to say of it.
        warning: what is to be confirmed before a record goes; empty where nothing is.
        more: the columns its table has beside its fields.
        beside: writes what is kept of a record beside its row, once the row is written, and returns
            the labels of what that changed, not yet translated.
    """

    check: Callable[[Draft], None] | None = None
    refuse_removal: Callable[[Reader, Any], None] | None = None
    aftermath: Callable[[RegisterChange], Aftermath] | None = None
    warning: Callable[[Reader, Any], str] | None = None
    more: MoreColumns | None = None
    beside: Callable[[RegisterChange], Sequence[str]] | None = None


class Changed(NamedTuple, Generic[R]):
    """A record after a change, and what there is to say of it."""

    record: R
    after: Aftermath = Aftermath()


class Numbering(NamedTuple):
    """How the records of a register are counted; a number is never given again.

    Attributes:
        column: the column of the table that keeps the number.
        key: its key in JSON.
        label: the heading of its column, not yet translated.
        counted: the store counts; otherwise the next is one more than the highest ever given.
        unique: no two have the same name all the same.
        prefix: what people read before it: `Y` of `Y3`; such a number names a record anywhere.
    """

    column: str = "number"
    key: str = "number"
    label: str = N_("Nr")
    counted: bool = True
    unique: bool = False
    prefix: str = ""
