"""What a column of a table is: one description for screens, csv, Markdown, JSON and workbooks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple


class Kind(StrEnum):
    """What a column's values mean, and so how each format writes them.

    A value is always the exact one the code works with: None where there is none, an int for
    INTEGER, MONEY (fen) and AREA (hundredths of a square metre), a bool for BOOLEAN, a Fraction of
    one for RATE, text such as `-12.5` for DECIMAL, a `datetime.date` or ISO 8601 text for DATE and
    TIME, a str for TEXT.
    """

    TEXT = "text"
    INTEGER = "integer"
    MONEY = "money"
    AREA = "area"
    RATE = "rate"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    BOOLEAN = "boolean"

    @property
    def numeric(self) -> bool:
        """Whether the values stand at the right edge of their column."""
        return self in _NUMERIC


_NUMERIC: Final = frozenset({Kind.INTEGER, Kind.MONEY, Kind.AREA, Kind.RATE, Kind.DECIMAL})


class Personal(StrEnum):
    """Which personal datum a column holds, and so how it is masked."""

    NAME = "name"
    PHONE = "phone"
    ID = "id"
    ACTING = "acting"
    """A name that the command masks itself: who acts in a post is named."""
    TEXT = "text"
    """What somebody wrote down; in a listing it names nobody but who acts in a post."""


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        key: the field's name in JSON, as the glossary writes it.
        heading: what stands above it, already in the user's language.
        kind: what its values mean.
        personal: which personal datum it holds; None when it holds none.
        labels: for stored English words, for yes and no, or for some figures, what people read
            instead; JSON keeps what is stored.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    personal: Personal | None = None
    labels: Mapping[Any, str] | None = None

    def labelled(self, value: Any) -> str | None:
        """Return what people read instead of a value; None where it is read as its kind is."""
        if self.labels is None:
            return None
        return self.labels.get(value, str(value) if self.kind is Kind.TEXT else None)
