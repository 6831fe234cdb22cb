"""What came is taken in: opened and judged one by one, archived, counted, and noted down.

The figures follow the archive: an addition that a crash cut short is finished from there by the
next one. First the archive, then the lake, then the ledger; both of these can be done again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.rollup.office.archive import (
    Arrival,
    NewArchives,
    arrivals_in,
    contents,
    has_archives,
)
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.judging import Judge, Refusal, Refused, Taken
from jinlin.rollup.office.lake import (
    MonthReport,
    StagedCells,
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
from jinlin.rollup.rules.bundle import enveloped


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

    states: Mapping[str, int]
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
    try:
        with (
            ledger.transaction(keeping=not rehearsing),
            _told(ledger.folder),
            StagedCells(ledger.folder) as staged,
        ):
            judge = Judge(ledger, clock, batch, today)
            for source in sources(paths, ledger.folder.path):
                for taken in _taken(judge, source):
                    if not rehearsing:
                        archives.put(taken.kept, taken.arrival)
                        _stage(staged, taken)
            states = ledger.states(batch, judge.periods)
            if not rehearsing:
                archives.finish()
                _publish(ledger, judge, staged)
                ledger.end_batch(batch)
    finally:
        archives.drop()
        if not has_archives(ledger.folder, batch):
            ledger.forget_batch(batch)
    periods = () if rehearsing else sorted(judge.counting)
    return Addition(
        states, judge.same, judge.refused, judge.passed_by, sorted(judge.uncounted), periods
    )


def _taken(
    judge: Judge, source: Arrival | Consignment | BadConsignment | Unreadable | PassedBy
) -> Iterator[Taken]:
    """Yield what is taken in of a file."""
    match source:
        case PassedBy(files):
            judge.passed_by += files
        case Unreadable(file):
            judge.refused.append(Refused(file, Refusal.UNREADABLE))
        case BadConsignment(file, error):
            judge.refused.append(Refused(file, Refusal(error.fault.value)))
        case Consignment():
            judge.consignment = source
            for arrival in arrivals(source) if judge.sender(source) else ():
                yield from _taken(judge, arrival)
            judge.consignment = None
        case _ if taken := judge.take(source):
            yield taken


def _stage(staged: StagedCells, taken: Taken) -> None:
    kept, bundle = taken.kept, taken.bundle
    if kept.state != BundleState.WAITING:
        staged.put(kept.period, kept.organisation, kept.revision, bundle.head.covers, bundle.lines)


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
        with (
            ledger.transaction(),
            _told(ledger.folder),
            StagedCells(ledger.folder) as staged,
        ):
            judge = Judge(ledger, clock, batch, received_on)
            for arrival in arrivals_in(ledger.folder, batch):
                if taken := judge.take(arrival):
                    _stage(staged, taken)
            _publish(ledger, judge, staged)
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
        digests = {kept.digest for kept in found}
        _from_archive(
            ledger, {kept.period for kept in found}, lambda kept: kept.digest in digests, anew=False
        )
    return len(found)


def rebuild_lake(ledger: Ledger) -> Sequence[str]:
    """Make the lake anew from the archive; return the months.

    Raises:
        RuleError: DuckDB is not installed.
        StoreError: as for `add_paths`.
    """
    periods = [row["period"] for row in ledger.rows("SELECT DISTINCT period FROM bundle")]
    with _told(ledger.folder):
        _from_archive(ledger, periods, lambda _kept: True, anew=True)
        keep_only(ledger.folder, periods)
    return sorted(periods)


def _publish(ledger: Ledger, judge: Judge, staged: StagedCells) -> None:
    """Bring the months up to date of which something came."""
    if not judge.periods and not judge.earlier:
        return
    with lake_connection() as connection:
        write_org(connection, ledger.folder, judge.units.values())
        for period in sorted(judge.counting | judge.earlier):
            reports = _reports(ledger, period, lambda kept: kept.batch == judge.batch)
            write_month(connection, ledger.folder, period, reports, staged.month(period))


def _from_archive(
    ledger: Ledger, periods: Collection[str], fresh: Callable[[Kept], bool], *, anew: bool
) -> None:
    """Write months into the lake.

    Args:
        ledger: the ledger, in which it is settled what counts.
        periods: the months.
        fresh: tells the bundles of which the figures are taken from the archive.
        anew: what is in the lake is not looked at.
    """
    with lake_connection() as connection, StagedCells(ledger.folder) as staged:
        write_org(connection, ledger.folder, ledger.units().values())
        for period in sorted(periods):
            counted = ledger.kept("period = ? AND state = 'accepted'", (period,))
            for kept, content in contents(ledger.folder, filter(fresh, counted)):
                known = enveloped(content)
                covers, lines = known.head.covers, known.lines()
                staged.put(period, kept.organisation, kept.revision, covers, lines)
            path, reports = staged.month(period), _reports(ledger, period, fresh)
            write_month(connection, ledger.folder, period, reports, path, anew=anew)
            path.unlink()


def _reports(ledger: Ledger, period: str, fresh: Callable[[Kept], bool]) -> list[MonthReport]:
    """Return who reported on a month: what counts, and when the first edition of it came."""
    rows = ledger.kept("period = ? AND state <> 'waiting'", (period,))
    came: dict[str, str] = {}
    for row in rows:
        days = (row.received_on, row.received_below or row.received_on)
        came[row.organisation] = min(came.get(row.organisation, "9"), *days)
    return [
        MonthReport(
            row.organisation, row.revision, row.created, came[row.organisation], bool(row.empty),
            row.signer, fresh(row),
        )
        for row in rows
        if row.state == BundleState.ACCEPTED
    ]  # fmt: skip


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
