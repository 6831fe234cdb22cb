"""Header rows found and matched with fields through aliases: which column holds what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jinlin.core.errors import FileError, UsageError
from jinlin.core.i18n import _
from jinlin.exchange.file.sheets import Line
from jinlin.exchange.table.fields import LABELS, field_label
from jinlin.exchange.table.value_words import (
    Handling,
    Meaning,
    bare,
    meanings,
    normalised,
    one_line,
)

NOTHING: Final = "-"
"""What somebody says of a header whose column is to be left out."""
MEANS: Final = "→"
"""Between a header and what somebody said it means, where a file is to remember that."""
SEARCHED_ROWS: Final = 8
"""Below so many rows that are not blank no header is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """What the columns of a table hold.

    Attributes:
        path: the file.
        row: the row of the header, or the lower one of two.
        names: the headers as the file writes them, in the order of the columns.
        columns: for each field that was wanted and found, its column; the first one is 0.
        uncertain: fields whose header may mean something else: to be told or asked about.
        further: for each field of which there are several columns, the others.
        left_out: headers that are recognised and were not asked for, and why.
        unknown: headers nobody recognises.
        sheet: what the sheet's tab says; empty for a csv.
        several: whether the file has several sheets, so that a row must say on which it stands.
        told: for each column of which somebody said what it means, the field, or `NOTHING`.
    """

    path: Path
    row: int
    names: tuple[str, ...]
    columns: Mapping[str, int]
    uncertain: tuple[str, ...] = ()
    further: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    left_out: Mapping[str, Handling] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    sheet: str = ""
    several: bool = False
    told: Mapping[int, str] = field(default_factory=dict)

    @property
    def doubled(self) -> tuple[str, ...]:
        """The headers of further columns for a field already found."""
        return tuple(one_line(self.names[c]) for of in self.further.values() for c in of)

    def name(self, wanted: str) -> str:
        """Return the header of a field, on one line; its usual name when it has none."""
        column = self.columns.get(wanted)
        return field_label(wanted) if column is None else one_line(self.names[column])

    def remembering(self, column: int) -> str:
        """Return a header with what somebody said it means, to be understood so by itself."""
        name, to = self.names[column], self.told.get(column)
        return name if to is None else f"{name}{MEANS}{to if to == NOTHING else field_label(to)}"

    def lacking(self, missing: Sequence[str]) -> FileError:
        """Return the error for a table without some columns, which are named as people do."""
        return FileError(
            _("{path} has no column for: {fields}.").format(
                path=self.path, fields=_(", ").join(missing)
            ),
            hint=_("Its columns are: {headers}. Say which one it is: --map HEADER={field}").format(
                headers=_(", ").join(one_line(name) for name in self.names if name),
                field=missing[0],
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A header read as one of the fields that are wanted."""

    column: int
    meaning: Meaning
    length: int

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The better the match the smaller: certain, then more specific, then further left."""
        return self.meaning.uncertain, -self.length, self.column


def match_headers(
    names: Sequence[str],
    wanted: Collection[str],
    *,
    mapping: Mapping[str, str] | None = None,
    path: Path = Path(),
    row: int = 1,
) -> Headers:
    """Match the headers of a table with the fields somebody wants.

    Args:
        names: the header cells as the file writes them.
        wanted: the fields that are asked for, keys of `LABELS` or the names of fields of the
            branch's own; the first ones are preferred where one header may mean two of them.
        mapping: what somebody said a header means: header to field, or to `NOTHING`.
        path: the file, for messages.
        row: the number of the header row.
    """
    said = {normalised(name): to for name, to in (mapping or {}).items()}
    order = {wish: place for place, wish in enumerate(wanted)}
    own = {read(wish): wish for read in (bare, normalised) for wish in wanted if wish not in LABELS}
    matches: dict[str, list[_Match]] = {}
    left_out: dict[str, Handling] = {}
    unknown: list[str] = []
    told: dict[int, str] = {}
    for column, name in enumerate(names):
        header = normalised(name)
        if not header:
            continue
        if header in said:
            told[column] = said[header]
        found = _read_header(header, said, own)
        taken = sorted((m for m in found if m.field in order), key=lambda m: _preference(m, order))
        if taken:
            match = _Match(column=column, meaning=taken[0], length=len(header))
            matches.setdefault(match.meaning.field, []).append(match)
        elif found:
            left_out[one_line(name)] = found[0].handling
        else:
            unknown.append(one_line(name))
    best = {wish: min(of, key=lambda m: m.rank) for wish, of in matches.items()}
    return Headers(
        path=path,
        row=row,
        names=tuple(names),
        columns={wish: match.column for wish, match in best.items()},
        uncertain=tuple(wish for wish, match in best.items() if match.meaning.uncertain),
        further={
            wish: tuple(m.column for m in of if m is not best[wish])
            for wish, of in matches.items()
            if len(of) > 1
        },
        left_out=left_out,
        unknown=tuple(unknown),
        told=told,
    )


def _read_header(
    header: str, said: Mapping[str, str], own: Mapping[str, str]
) -> tuple[Meaning, ...]:
    """Return what a header may mean; what somebody said goes before all else."""
    _name, remembered, to = header.rpartition(MEANS)
    sure = (
        said.get(header)
        or own.get(header)
        or own.get(bare(header))
        or (to if remembered and to == NOTHING else None)
    )
    if sure == NOTHING:
        return (Meaning(field=NOTHING, handling=Handling.IGNORED, uncertain=False),)
    if sure:
        return (Meaning(field=sure, handling=Handling.OPEN, uncertain=False),)
    if remembered:
        return _read_header(to, {}, own)
    return meanings().get(header, ()) or _asking(header)


def _asking(header: str) -> tuple[Meaning, ...]:
    """Return what a header asks about: `是否独居老人` is a care tag, as `独居老人` is."""
    asked = meanings().get(header.removeprefix("是否"), ())
    return tuple(meaning for meaning in asked if meaning.handling is Handling.CONSENT)


def _preference(meaning: Meaning, order: Mapping[str, int]) -> tuple[bool, int]:
    return meaning.uncertain, order[meaning.field]


def check_mapping(mapping: Mapping[str, str], wanted: Collection[str], *tables: Headers) -> None:
    """Refuse a mapping that names a header no table has, or a field nobody can fill.

    Raises:
        UsageError: it names the choices.
    """
    found = (one_line(name) for headers in tables for name in headers.names if name)
    names = list(dict.fromkeys(found))
    known = set(map(normalised, names))
    for name, to in mapping.items():
        if normalised(name) not in known:
            raise UsageError(
                _("{path} has no column “{header}”.").format(path=tables[0].path, header=name),
                hint=_("Its columns are: {headers}.").format(headers=_(", ").join(names)),
            )
        if to not in wanted and to != NOTHING:
            raise UsageError(
                _("There is no field “{field}” here.").format(field=to),
                hint=_("Choose from: {fields}.").format(
                    fields=_(", ").join(f"{wish} ({field_label(wish)})" for wish in wanted)
                ),
            )


def find_headers(
    path: Path,
    lines: Sequence[Line],
    wanted: Collection[str],
    *,
    mapping: Mapping[str, str] | None = None,
) -> Headers | None:
    """Find the header among the first rows of a sheet: the row, or two, with the most fields.

    Args:
        path: the file, for messages.
        lines: the first rows that are not blank; `SEARCHED_ROWS` of them are looked at.
        wanted: as for `match_headers`.
        mapping: as for `match_headers`.

    Returns:
        The headers; None when no row looks like one.
    """
    best, most = None, (0, 0, 0)
    above: Line | None = None
    for number, cells in lines[:SEARCHED_ROWS]:
        candidates = [cells]
        if above and above[0] == number - 1:
            candidates.append(_joined(above[1], cells))
        for names in candidates:
            found = match_headers(names, wanted, mapping=mapping, path=path, row=number)
            worth = _worth(found)
            if worth > most:
                best, most = found, worth
        above = (number, cells)
    return best


def _worth(found: Headers) -> tuple[int, int, int]:
    """Return how much a header row explains, and how surely; nothing when it is hardly one."""
    explained = len(found.columns) + len(found.left_out)
    known = explained + len(found.doubled)
    filled = sum(1 for name in found.names if name.strip())
    if not found.columns or (known == 1 and filled > 1):
        return 0, 0, 0
    return explained, -len(found.uncertain), len(found.doubled)


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return two header rows as one: `业主` over `姓名` and `电话` is `业主姓名` and `业主电话`."""
    known = meanings()
    names: list[str] = []
    over = ""
    for column in range(max(len(above), len(below))):
        top = above[column].strip() if column < len(above) else ""
        bottom = below[column].strip() if column < len(below) else ""
        over = top or (over if bottom else "")
        both = over + bottom
        names.append(bottom if bottom and normalised(both) not in known else both)
    return names
