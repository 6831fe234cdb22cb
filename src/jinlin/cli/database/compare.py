"""`jinlin db compare`: two computers' databases of one complex, side by side; nothing is written.

They parted after the last command that both have: the chain of their histories proves it. What each
has done since is listed, what both changed stands beside each other, and so do numbers that each
has given to something else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from jinlin.cli.database.passphrase_file import PassphraseFile
from jinlin.cli.database.restore import content_of, read_named
from jinlin.cli.history.both_values import TABLES, columns_known, masked_as, value_told
from jinlin.cli.history.row_names import NUMBERS, row_name
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, rows_wanted
from jinlin.person.references.table_names import table_name
from jinlin.store.backup.restore import looked_at
from jinlin.store.command.command import reading
from jinlin.store.history.undo import Entry, entries
from jinlin.store.schema.personal import PERSONAL
from jinlin.store.transaction.tx import Reader

_Row = Mapping[str, Any] | None


class RowFate(NamedTuple):
    """What became of a row since two databases parted: None before it was there, or after."""

    before: _Row
    after: _Row


class TwoChanges(NamedTuple):
    """A value that both have changed, and not to the same."""

    record: str
    field: str
    then: str
    here: str
    there: str


class TwiceGiven(NamedTuple):
    """A number that each has given to something of its own."""

    table: str
    number: str
    here: str
    there: str


def compare(
    call: Call,
    source: Annotated[
        str, FILE.argument(help=N_("The other database, or a backup of it, such as 另一台.db."))
    ],
    passphrase_file: PassphraseFile = None,
) -> None:
    chosen = call.environment.path(source).absolute()
    target = database_path(call).absolute()
    data = read_named(chosen, target, as_written=False)
    content = content_of(call, chosen, data, passphrase_file)._replace(vouched=False)
    with looked_at(call, chosen, content) as there, reading(call) as here:
        parted = _parted(here, there)
        record = _record(call, here, there, parted)
    show(call, record)
    call.tell(_("Nothing was changed. What is missing here can be typed again."))


def _parted(here: Reader, there: Reader) -> int:
    """Return the last command that both have.

    Raises:
        StoreError: they have none in common.
    """
    sql = "SELECT seq, digest FROM entry WHERE digest IS NOT NULL"
    mine = {tuple(row) for row in here.rows(sql)}
    common = [row["seq"] for row in there.rows(sql) if tuple(row) in mine]
    if not common:
        raise StoreError(
            _("The two databases have no command in common: they are not of one beginning."),
            hint=_("Compare a copy that was made of this database, or of which this is a copy."),
        )
    return int(max(common))


def _record(call: Call, here: Reader, there: Reader, parted: int) -> Record:
    mine, theirs = _fates(here, parted), _fates(there, parted)
    both = list(_both_changed(here, mine, theirs))
    twice = list(_given_twice(mine, theirs))
    limit = rows_wanted(call)
    only = {name: _since(reader, parted, limit) for name, reader in (("h", here), ("t", there))}
    last = here.moment(here.value("SELECT at FROM entry WHERE seq = ?", (parted,)))
    return Record.of(
        _("Two databases of one complex"),
        [
            (Column("parted_at", _("Parted after"), Kind.TIME), last),
            (Column("only_here", _("Commands only here"), Kind.INTEGER), _count(here, parted)),
            (Column("only_there", _("Commands only there"), Kind.INTEGER), _count(there, parted)),
            (Column("conflicts", _("Changed on both"), Kind.INTEGER), len(both)),
            (Column("numbers_given_twice", _("Numbers given twice"), Kind.INTEGER), len(twice)),
        ],
        (
            _conflicts(both),
            _numbers(twice),
            _commands("here", _("Done only here"), here, only["h"]),
            _commands("there", _("Done only there"), there, only["t"]),
        ),
    )


def _since(reader: Reader, parted: int, limit: int) -> list[Entry]:
    return list(entries(reader, "e.seq > ?", (parted,), limit=limit))


def _count(reader: Reader, parted: int) -> int:
    return int(
        reader.value("SELECT count(*) FROM entry WHERE seq > ? AND digest NOT NULL", (parted,))
    )


def _fates(reader: Reader, parted: int) -> dict[tuple[str, int], RowFate]:
    """Return what became of each row that was changed after a command."""
    found: dict[tuple[str, int], RowFate] = {}
    for change in reader.rows(
        "SELECT table_name, row_id, before, after FROM row_change WHERE entry > ? ORDER BY id",
        (parted,),
    ):
        before, after = (text and json.loads(text) for text in (change["before"], change["after"]))
        key = (change["table_name"], change["row_id"])
        found[key] = RowFate(found[key].before if key in found else before, after)
    return found


_Fates = Mapping[tuple[str, int], RowFate]


def _both_changed(here: Reader, mine: _Fates, theirs: _Fates) -> Iterator[TwoChanges]:
    for key in mine.keys() & theirs.keys():
        then, own, other = mine[key].before, mine[key].after, theirs[key].after
        if then is None or theirs[key].before is None or own == other:
            continue  # each has made a row of its own, or both did the same
        name = row_name(here, *key)
        if own is None or other is None or _taken_out(own) is not _taken_out(other):
            told = (_("deleted") if _taken_out(row) else _("changed") for row in (own, other))
            yield TwoChanges(name, "", "", *told)
            continue
        for column in _columns_of(key[0], then):
            values = [row.get(column.key) for row in (then, own, other)]
            if values[1] != values[2] and values[0] not in values[1:]:
                yield TwoChanges(
                    name, column.heading, *(value_told(here, column, value) for value in values)
                )


def _taken_out(row: _Row) -> bool:
    return row is None or row.get("removed_at") is not None


def _columns_of(table: str, row: Mapping[str, Any]) -> list[Column]:
    """Return the columns of a table as people know them, else as the database calls them."""
    known = {one.key: one for one in columns_known(table)} if table in TABLES else {}
    personal = PERSONAL.get(table, {})
    return [
        known.get(key) or Column(key, key, Kind.TEXT, masked_as(personal.get(key)))
        for key in row
        if key != "id"
    ]


def _given_twice(mine: _Fates, theirs: _Fates) -> Iterator[TwiceGiven]:
    for table in NUMBERS:
        own, other = (dict(_new(fates, table)) for fates in (mine, theirs))
        for number in own.keys() & other.keys():
            if own[number] != other[number]:
                yield TwiceGiven(table_name(table), number, own[number], other[number])


def _new(fates: _Fates, table: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of what is new in a table, with what it is called."""
    for (name, _row_id), fate in fates.items():
        if name == table and fate.before is None and fate.after is not None:
            called = fate.after.get("title") or fate.after.get("name") or fate.after.get("text")
            yield NUMBERS[table](fate.after), str(called or "")


def _conflicts(both: list[TwoChanges]) -> Listing:
    return Listing.of(
        "conflicts",
        _("Changed on both"),
        (
            Cell("record", _("Record")),
            Cell("field", _("Field")),
            Cell("then", _("Before"), personal=Personal.TEXT),
            Cell("here", _("Here"), personal=Personal.TEXT),
            Cell("there", _("There"), personal=Personal.TEXT),
        ),
        sorted(both),
        empty=_("Nothing was changed on both."),
    )


def _numbers(twice: list[TwiceGiven]) -> Listing:
    return Listing.of(
        "numbers",
        _("Numbers given twice"),
        (
            Cell("table", _("Table")),
            Cell("number", _("Number")),
            Cell("here", _("Here"), personal=Personal.TEXT),
            Cell("there", _("There"), personal=Personal.TEXT),
        ),
        sorted(twice),
        empty=_("No number was given twice."),
    )


def _commands(key: str, title: str, reader: Reader, found: list[Entry]) -> Listing:
    spoken = {one.command: as_spoken(one.command) for one in found}
    moments = {entry.seq: reader.moment(entry.at) for entry in found}
    cells: tuple[Cell[Entry], ...] = (
        Cell("seq", _("No."), kind=Kind.INTEGER),
        Cell("at", _("When"), lambda entry: moments[entry.seq], Kind.TIME),
        Cell("user", _("Who")),
        Cell("command", _("Command"), labels=spoken),
        Cell("did", _("What was done"), lambda entry: entry.did.text(), personal=Personal.TEXT),
    )
    return Listing.of(key, title, cells, found, empty=_("Nothing."))
