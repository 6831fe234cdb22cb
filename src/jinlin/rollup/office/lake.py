"""The lake: the figures as Parquet, one file per table and month; here alone DuckDB is known.

    lake/<table>/period=2026-10/data.parquet    reports, and the tables of `rules.tables`
    lake/org/data.parquet                       the tree, without contacts

A row is of one organisation and, where its table has items, of one item; what was left out is 0,
and NULL where the bundle does not know the table. Each file is replaced as a whole.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple, Self

from jinlin.core.errors import RuleError, StoreError
from jinlin.core.files.disk import give_name, make_folder
from jinlin.core.i18n import _
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.rules.tables import TABLES, MonthTable
from jinlin.rollup.rules.tree import OrgUnit

if TYPE_CHECKING:
    import duckdb

REPORTS: Final = "reports"
"""The table of who reported."""
ORG: Final = "org"
"""The table of the tree."""
_ONE_ROW: Final = "branch"
"""The table of which every branch has one row."""
_GLOB: Final = re.compile(r"[*?\[]")
"""What stands in a path for other signs where DuckDB reads it."""


class MonthReport(NamedTuple):
    """That a branch reported on a month: a row of `reports`.

    Attributes:
        received_on: when it came first, here or to those below, in whatever revision.
        signer: the id of the key.
        fresh: its cells are new, and take the place of what was there.
    """

    organisation: str
    revision: int
    created: str
    received_on: str
    empty: bool
    signer: str
    fresh: bool


_REPORTS: Final = {
    "organisation": "VARCHAR", "revision": "INTEGER", "created": "VARCHAR",
    "received_on": "VARCHAR", "empty": "BOOLEAN", "signer": "VARCHAR", "fresh": "BOOLEAN",
}  # fmt: skip
_CELLS: Final = {
    "organisation": "VARCHAR", "revision": "INTEGER", "name": "VARCHAR", "item": "VARCHAR",
    "measure": "VARCHAR", "value": "BIGINT",
}  # fmt: skip
_ORG: Final = {name: "VARCHAR" for name in OrgUnit._fields if name not in {"contact", "phone"}}


class StagedCells:
    """Cells on their way into the lake: a file a month, each line with whose it is before it."""

    def __init__(self, folder: OfficeFolder) -> None:
        self._folder = folder.staging
        self._open: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for file in self._open.values():
            file.close()

    def put(
        self, period: str, organisation: str, revision: int, covers: Collection[str], lines: bytes
    ) -> None:
        """Add the cells of a bundle.

        Args:
            period: the month.
            organisation: whose.
            revision: which of its revisions.
            covers: the tables it knows.
            lines: the cells as they stand in it.

        Raises:
            OSError: they cannot be written.
        """
        file = self._open.get(period) or self._begun(period)
        whose = f"{organisation},{revision},".encode()
        if _ONE_ROW in covers:
            file.write(whose + f"{_ONE_ROW},,,0\n".encode())  # known, though all may be 0
        file.write((whose + lines.replace(b"\n", b"\n" + whose)).removesuffix(whose))

    def _begun(self, period: str) -> BinaryIO:
        make_folder(self._folder)
        file = self._open[period] = (self._folder / f"cells-{period}.csv").open("wb")
        return file

    def month(self, period: str) -> Path:
        """Return the file of a month, whole.

        Raises:
            OSError: it cannot be written.
        """
        file = self._open.get(period) or self._begun(period)
        file.close()
        return Path(file.name)


def needs_duckdb() -> None:
    """See that DuckDB is there.

    Raises:
        RuleError: it is not; how it is installed.
    """
    try:
        import duckdb  # noqa: F401
    except ImportError as error:
        raise RuleError(
            _("Adding up needs DuckDB, which is not installed on this computer."),
            hint=_('Install it: pip install "jinlin[rollup]"'),
            detail=str(error),
        ) from error


@contextmanager
def lake_connection(memory: str | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Hand out a connection to DuckDB, which fetches nothing from anywhere.

    One thread: a second one would make it end a little earlier, and take more of everything.

    Args:
        memory: so much its tables may take, such as `160MB`; the rest goes into files meanwhile.

    Raises:
        RuleError: DuckDB is not installed.
        StoreError: it cannot read or write a file.
    """
    needs_duckdb()
    import duckdb

    config: dict[str, Any] = {
        "threads": 1,
        **({"memory_limit": memory} if memory else {}),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    with (
        TemporaryDirectory(prefix="jinlin-") as aside,
        duckdb.connect(":memory:", config={**config, "temp_directory": aside}) as connection,
    ):
        try:
            yield connection
        except (duckdb.IOException, OSError) as error:
            raise StoreError(
                _("The figures could not be written or read: {reason}").format(
                    reason=str(error).partition("\n")[0]
                ),
                hint=_("Free some space, then type the command again: nothing is lost."),
                detail=str(error),
            ) from error


def write_month(
    connection: duckdb.DuckDBPyConnection,
    folder: OfficeFolder,
    period: str,
    reports: Sequence[MonthReport],
    cells: Path,
    *,
    anew: bool = False,
) -> None:
    """Bring a month up to date: what is fresh takes the place of what its branches had.

    Args:
        connection: from `lake_connection`.
        folder: the office's folder.
        period: the month.
        reports: everybody who reported on it.
        cells: the file with the cells of those that are fresh.
        anew: nothing of what is there is kept.

    Raises:
        StoreError: as for `lake_connection`.
    """
    told = folder.staging / "reports.csv"
    _write_csv(told, reports)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE reports AS {_read(told, _REPORTS)}")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE cells AS {_read(cells, _CELLS)}")
    columns = ", ".join(name for name in _REPORTS if name != "fresh")
    _replace(
        connection, _file(folder, REPORTS, period),
        f"SELECT {columns} FROM reports ORDER BY organisation",
    )  # fmt: skip
    for table in TABLES.values():
        file = _file(folder, table.name, period)
        kept = not anew and file.is_file()
        old = f" UNION ALL BY NAME {_old(file)}" if kept else ""
        order = ", ".join(("organisation", *table.item))
        _replace(connection, file, f"SELECT * FROM ({_pivot(table)}{old}) ORDER BY {order}")


def _old(file: Path) -> str:
    """Return the question for what stays of a table: of branches that sent nothing new."""
    return (
        f"SELECT * FROM read_parquet({as_read(file)}, hive_partitioning = false)"
        " WHERE organisation NOT IN (SELECT organisation FROM reports WHERE fresh)"
    )


def _pivot(table: MonthTable) -> str:
    """Return the question that makes rows of the cells: one of each item, its measures beside."""
    items = [
        f"split_part(item, '/', {place}) AS {column}"
        for place, column in enumerate(table.item, start=1)
    ]
    measures = [
        f"CASE WHEN count(item) > 0 THEN"
        f" coalesce(max(value) FILTER (WHERE measure = '{measure}'), 0) END AS {measure}"
        for measure in table.measures
    ]
    join = "JOIN" if table.item else "LEFT JOIN"
    return (
        f"SELECT organisation, revision, {', '.join((*items, *measures))} FROM reports"
        f" {join} (SELECT * FROM cells WHERE name = '{table.name}') USING (organisation, revision)"
        " WHERE fresh GROUP BY organisation, revision, item"
    )


def write_org(
    connection: duckdb.DuckDBPyConnection, folder: OfficeFolder, units: Iterable[OrgUnit]
) -> None:
    """Write the tree, without whom to ask: contacts and phones stand in the ledger alone.

    Raises:
        StoreError: as for `lake_connection`.
    """
    told = folder.staging / "org.csv"
    _write_csv(told, (unit[: len(_ORG)] for unit in units))
    _replace(connection, folder.lake / ORG / "data.parquet", f"{_read(told, _ORG)} ORDER BY code")


def keep_only(folder: OfficeFolder, periods: Iterable[str]) -> None:
    """Take away the months of which nobody has reported any more."""
    known = {f"period={period}" for period in periods}
    for month in folder.lake.glob("*/period=*"):
        if month.name not in known:
            shutil.rmtree(month)


def _file(folder: OfficeFolder, table: str, period: str) -> Path:
    return folder.lake / table / f"period={period}" / "data.parquet"


def _write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    make_folder(path.parent)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _read(path: Path, columns: dict[str, str]) -> str:
    """Return the question that reads a file of ours with fixed types; an empty text is no NULL."""
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    return (
        f"SELECT * FROM read_csv({as_read(path)}, auto_detect = false, header = false,"
        " delim = ',', quote = '\"', escape = '\"', nullstr = '\\N', new_line = '\\n',"
        f" columns = {{{types}}})"
    )


def _quoted(path: Path) -> str:
    text = str(path.absolute()).replace("'", "''")
    return f"'{text}'"


def as_read(path: Path) -> str:
    """Return how a question names a file that it reads: no sign of its path stands for others."""
    return _GLOB.sub(r"[\g<0>]", _quoted(path))


def files_of(folder: OfficeFolder, table: str, periods: Iterable[str]) -> str:
    """Return how a question names the files of some months of a table, as far as there are any."""
    there = [file for period in periods if (file := _file(folder, table, period)).is_file()]
    return f"[{', '.join(map(as_read, there))}]"


def _replace(connection: duckdb.DuckDBPyConnection, file: Path, question: str) -> None:
    """Write what a question finds in the place of a file, down to the disk."""
    make_folder(file.parent)
    draft = file.with_name(f"_{file.name}.new")  # Spark reads no name that begins so
    connection.execute(f"COPY ({question}) TO {_quoted(draft)} (FORMAT parquet, COMPRESSION zstd)")
    draft.chmod(0o600)
    with draft.open("rb+") as written:
        os.fsync(written.fileno())
    give_name(draft, file)


def has_month(folder: OfficeFolder, period: str) -> bool:
    """Return whether anybody has reported on a month."""
    return _file(folder, REPORTS, period).is_file()
