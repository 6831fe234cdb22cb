"""What came is taken in: opened and judged one by one, archived, counted, and noted down.

The figures follow the archive: an addition that a crash cut short is finished from there by the
next one. First the archive, then the lake, then the ledger; both of these can be done again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.errors import StoreError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import _
from jinlin.rollup.office.archive import (
    Arrival,
    NewArchives,
    arrivals_in,
    contents,
    has_archives,
)
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.judging import Judge, Refusal, Refused
from jinlin.rollup.office.lake import (
    MonthReport,
    keep_only,
    lake_connection,
    needs_duckdb,
    write_month,
    write_org,
)
from jinlin.rollup.office.ledger import BundleState, Kept, Ledger
from jinlin.rollup.office.sources import (
    BadConsignment,
    Consignment,
    PassedBy,
    Unreadable,
    arrivals,
    check_paths,
    sources,
)
from jinlin.rollup.rules.bundle import cells_of

_BRANCH: Final = "branch"


class Addition(NamedTuple):
    """What came of an addition.

    Attributes:
        states: how many bundles were kept, by what became of them.
        same: how many were known.
        refused: what was not taken.
        passed_by: how many files of folders are not called a zip, and were not looked at.
        uncounted: what newer programs count and this one does not, by table and measure.
        periods: the months of which figures are new.
    """

    states: dict[str, int]
    same: int
    refused: Sequence[Refused]
    passed_by: int
    uncounted: Sequence[str]
    periods: Sequence[str]


def add_paths(
    ledger: Ledger, clock: Clock, paths: Sequence[Path], *, rehearsing: bool = False
) -> Addition:
    """Take in what lies at some paths; what was cut short before is finished first.

    Args:
        ledger: open for writing, its folder locked.
        clock: the clock.
        paths: files and folders.
        rehearsing: everything is judged, and nothing kept.

    Raises:
        FileError: a path is not there.
        RuleError: DuckDB is not installed.
        StoreError: the disk is full, or the archive is damaged.
    """
    check_paths(paths)
    needs_duckdb()
    finish(ledger, clock)
    today = clock.today.isoformat()
    batch = ledger.begin_batch(today)
    archives = NewArchives(ledger.folder, batch)
    periods: Sequence[str] = ()
    try:
        with ledger.transaction(keeping=not rehearsing), _told(ledger.folder):
            judge = Judge(ledger, clock, batch, today)
            for source in sources(paths, ledger.folder.path):
                _take(judge, source, archives)
            if not rehearsing:
                archives.finish()
                periods = _publish(ledger, judge)
                ledger.end_batch(batch)
    finally:
        archives.drop()
        if not has_archives(ledger.folder, batch):
            ledger.forget_batch(batch)
    return _addition(judge, periods)


def _addition(judge: Judge, periods: Sequence[str]) -> Addition:
    kept = judge.ledger.kept("batch = ?", (judge.batch,)) or judge.kept
    states = Counter(one.state for one in kept)
    return Addition(
        dict(states), judge.same, judge.refused, judge.passed_by, sorted(judge.uncounted), periods
    )


def _take(
    judge: Judge,
    source: Arrival | Consignment | BadConsignment | Unreadable | PassedBy,
    archives: NewArchives,
) -> None:
    match source:
        case PassedBy(files):
            judge.passed_by += files
        case Unreadable(file):
            judge.refused.append(Refused(file, Refusal.UNREADABLE))
        case BadConsignment(file, error):
            judge.refused.append(Refused(file, Refusal(error.fault.value)))
        case Consignment():
            for arrival in arrivals(source) if judge.sender(source) else ():
                _take(judge, arrival, archives)
            judge.others = ()
        case _ if taken := judge.take(source):
            archives.put(*taken)


def finish(ledger: Ledger, clock: Clock) -> None:
    """Finish what a crash cut short: what is in the archive is counted, the rest never came.

    Raises:
        RuleError: DuckDB is not installed.
        StoreError: as for `add_paths`.
    """
    for batch, received_on in ledger.running():
        if not has_archives(ledger.folder, batch):
            ledger.forget_batch(batch)
            continue
        with ledger.transaction(), _told(ledger.folder):
            judge = Judge(ledger, clock, batch, received_on)
            for arrival in arrivals_in(ledger.folder, batch):
                judge.take(arrival)
            _publish(ledger, judge)
            ledger.end_batch(batch)


def follow_tree(ledger: Ledger) -> int:
    """Let the lake follow the tree, and count what waited for it; return how many bundles that is.

    Raises:
        RuleError: there is something to count, and DuckDB is not installed.
        StoreError: as for `add_paths`.
    """
    found = ledger.kept(
        "state = 'waiting' AND organisation IN (SELECT code FROM org WHERE level = 'complex')"
    )
    if not found and not ledger.folder.lake.is_dir():
        return 0
    needs_duckdb()
    with ledger.transaction(), _told(ledger.folder):
        for kept in found:
            ledger.settle(kept.organisation, kept.period)
        _count(ledger, {kept.period for kept in found}, {kept.digest for kept in found})
    return len(found)


def rebuild_lake(ledger: Ledger) -> Sequence[str]:
    """Make the lake anew from the archive; return the months.

    Raises:
        RuleError: DuckDB is not installed.
        StoreError: as for `add_paths`.
    """
    periods = [row["period"] for row in ledger.rows("SELECT DISTINCT period FROM bundle")]
    with _told(ledger.folder):
        _count(ledger, set(periods), None)
        keep_only(ledger.folder, periods)
    return sorted(periods)


def _publish(ledger: Ledger, judge: Judge) -> Sequence[str]:
    """Bring the months up to date of which something came; return them."""
    counting = [kept for kept in judge.kept if kept.state != BundleState.WAITING]
    periods = {kept.period for kept in counting}
    if judge.kept or judge.earlier:
        _count(ledger, periods | judge.earlier, {kept.digest for kept in counting})
    return sorted(periods)


def _count(ledger: Ledger, periods: Collection[str], fresh: Collection[bytes] | None) -> None:
    """Write months into the lake.

    Args:
        ledger: the ledger, in which it is settled what counts.
        periods: the months.
        fresh: the bundles of which the figures are not in the lake; None for all, and what is in
            the lake is not looked at.
    """
    with lake_connection() as connection:
        write_org(connection, ledger.folder, ledger.units().values())
        for period in sorted(periods):
            rows = ledger.kept("period = ? AND state <> 'waiting'", (period,))
            counted = [row for row in rows if row.state == BundleState.ACCEPTED]
            new = [row for row in counted if fresh is None or row.digest in fresh]
            cells = _stage(ledger, new)
            reports = _reports(rows, {row.digest for row in new})
            write_month(connection, ledger.folder, period, reports, cells, anew=fresh is None)


def _reports(rows: Iterable[Kept], fresh: Collection[bytes]) -> list[MonthReport]:
    """Return who reported on a month: what counts, and when the first edition of it came."""
    came: dict[str, str] = {}
    for row in rows:
        days = (row.received_on, row.received_below or row.received_on)
        came[row.organisation] = min(came.get(row.organisation, "9"), *days)
    return [
        MonthReport(
            row.organisation, row.revision, row.created, came[row.organisation], bool(row.empty),
            row.signer, row.digest in fresh,
        )
        for row in rows
        if row.state == BundleState.ACCEPTED
    ]  # fmt: skip


def _stage(ledger: Ledger, bundles: Iterable[Kept]) -> Path:
    """Write the cells of bundles where DuckDB reads them; each line with whose it is before it."""
    path = ledger.folder.staging / "cells.csv"
    make_folder(path.parent)
    with path.open("wb") as file:
        for kept, content in contents(ledger.folder, bundles):
            covers, lines = cells_of(content)
            whose = f"{kept.organisation},{kept.revision},".encode()
            if _BRANCH in covers:
                file.write(whose + f"{_BRANCH},,,0\n".encode())  # known, though all may be 0
            file.write(b"".join(whose + line for line in lines.splitlines(keepends=True)))
    return path


@contextmanager
def _told(folder: OfficeFolder) -> Iterator[None]:
    """Say in words what the system reports about the folder.

    Raises:
        StoreError: in place of its error.
    """
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("{path} cannot be written: {reason}.").format(
                path=folder.path, reason=error.strerror or type(error).__name__
            ),
            hint=_("Free some space, then type the command again: nothing is lost."),
            detail=str(error),
        ) from error
