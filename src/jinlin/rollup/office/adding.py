"""What came is taken in: opened and judged one by one, archived, counted, and noted down.

The figures follow the archive: an addition that a crash cut short is finished from there by the
next one. First the archive, then the lake, then the ledger; both of these can be done again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.errors import StoreError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.rollup.office.archive import (
    Arrival,
    NewArchives,
    arrivals_in,
    contents,
    has_archives,
    usual_name,
)
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.lake import (
    MonthReport,
    keep_only,
    lake_connection,
    needs_duckdb,
    write_month,
    write_org,
)
from jinlin.rollup.office.ledger import BundleState, Kept, Ledger, Problem, SignerState
from jinlin.rollup.office.sources import (
    BadConsignment,
    Consignment,
    Unreadable,
    arrivals,
    check_paths,
    sources,
)
from jinlin.rollup.rules.bundle import BadBundle, Bundle, cells_of, identity, opened
from jinlin.rollup.rules.checks import refused
from jinlin.rollup.rules.tables import TABLES
from jinlin.rollup.rules.tree import OrgLevel, within

_BRANCH: Final = "branch"


class Refusal(Word):
    """Why a file was not taken."""

    DAMAGED = "damaged", N_("damaged or only half copied: copy it again, or have it sent again")
    NEWER = "newer", N_("made by a newer jinlin: update jinlin here")
    SIGNATURE = "signature", N_("changed on the way, or not signed by who it says: ask the branch")
    KEY_CHANGED = (
        "key_changed",
        N_(
            "signed with another key than is known: have the fingerprint read out, then trust"
            " it with jinlin rollup org --trust CODE"
        ),
    )
    UNCONFIRMED = (
        "unconfirmed",
        N_(
            "signed with a key that is not confirmed: have the fingerprint read out, then trust"
            " it with jinlin rollup org --trust CODE"
        ),
    )
    UNFINISHED = "unfinished", N_("the month was not over when it was made, or lies ahead")
    WRONG = "wrong", N_("its figures do not add up: ask the branch")
    CONFLICT = "conflict", N_("another edition of the same revision is known: ask the branch")
    UNKNOWN_OFFICE = "unknown_office", N_("the office that sends it is not in the tree")
    UNREADABLE = "unreadable", N_("the file cannot be read")


class Refused(NamedTuple):
    """A file that was not taken.

    Attributes:
        of: whose it says to be; empty where it does not even say that.
        checks: which of its sums do not hold.
    """

    file: str
    why: Refusal
    of: str = ""
    checks: Sequence[str] = ()


class Addition(NamedTuple):
    """What came of an addition.

    Attributes:
        states: how many bundles were kept, by what became of them.
        same: how many were known.
        refused: what was not taken.
        uncounted: what newer programs count and this one does not, by table and measure.
        periods: the months of which figures are new.
    """

    states: dict[str, int]
    same: int
    refused: Sequence[Refused]
    uncounted: Sequence[str]
    periods: Sequence[str]


class _Judge:
    """Opens what comes and decides what becomes of it, by the ledger as it stands."""

    def __init__(self, ledger: Ledger, clock: Clock, batch: int, received_on: str) -> None:
        self.ledger, self.clock = ledger, clock
        self.batch, self.received_on = batch, received_on
        self.confirmed_only = ledger.office.confirmed_only
        self.known = {
            unit.code for unit in ledger.units().values() if unit.level is OrgLevel.COMPLEX
        }
        self.same = 0
        self.kept: list[Kept] = []
        self.refused: list[Refused] = []
        self.uncounted: set[str] = set()
        self.earlier: set[str] = set()
        """The months of which something known turns out to have come earlier."""
        self.others: Collection[str] = ()
        """Of whom the office whose consignment is looked through has nothing to say."""

    def sender(self, consignment: Consignment) -> bool:
        """Return whether a consignment is of an office that may send one."""
        organisation, key = consignment.sender
        units = self.ledger.units()
        self.others = units.keys() - within(units, organisation)
        if organisation not in units:
            self.refused.append(Refused(consignment.file, Refusal.UNKNOWN_OFFICE, organisation))
            return False
        state = self.ledger.note_signer(organisation, key.line)
        why = self._against_key(state)
        if why:
            self.refused.append(Refused(consignment.file, why, organisation))
        return why is None

    def take(self, arrival: Arrival) -> tuple[Kept, Arrival] | None:
        """Take a file in, with what is believed of it; None where it is known, or not taken."""
        digest = identity(arrival.content)
        if digest and self._is_known(digest, arrival):
            return None
        try:
            bundle = opened(arrival.content)
        except BadBundle as error:
            self.refused.append(Refused(arrival.file, Refusal(error.fault.value)))
            return None
        arrival = self._believed(arrival, bundle.head.organisation)
        kept = self._as_kept(bundle, arrival)
        why = self._against(bundle, kept)
        if why is None and (other := self._other_edition(kept)):
            if self._says_the_same(other, bundle):
                self.same += 1
                return None
            why = Refusal.CONFLICT
        if why:
            self._refuse(arrival, kept, why, bundle)
            return None
        self.ledger.keep(kept)
        self._note_below(kept, arrival)
        self.kept.append(kept)
        self.uncounted |= {
            f"{key.table}.{key.measure}"
            for key in bundle.cells
            if key.table not in TABLES or key.measure not in TABLES[key.table].measures
        }
        return kept, arrival

    def _believed(self, arrival: Arrival, organisation: str) -> Arrival:
        """Return what came without what an office says of those who are not below it."""
        if organisation not in self.others:
            return arrival
        return arrival._replace(received_below=None, problems=())

    def addition(self, periods: Sequence[str]) -> Addition:
        """Return what came of it."""
        states = Counter(
            kept.state for kept in (self.ledger.kept("batch = ?", (self.batch,)) or self.kept)
        )
        return Addition(dict(states), self.same, self.refused, sorted(self.uncounted), periods)

    def _is_known(self, digest: bytes, arrival: Arrival) -> bool:
        """Return whether a bundle is known; those below may have had it earlier than was known."""
        [*known] = self.ledger.kept("digest = ?", (digest,))
        if not known:
            return False
        self.same += 1
        [kept] = known
        arrival = self._believed(arrival, kept.organisation)
        self._note_below(kept, arrival)
        below = arrival.received_below
        if below and below < (kept.received_below or "9"):
            self.ledger.write(
                "UPDATE bundle SET received_below = ? WHERE digest = ?", (below, digest)
            )
            self.earlier.add(kept.period)
        return True

    def _as_kept(self, bundle: Bundle, arrival: Arrival) -> Kept:
        head = bundle.head
        usual = usual_name(head.organisation, head.period, head.revision)
        known = head.organisation in self.known
        return Kept(
            digest=bytes.fromhex(bundle.digest),
            organisation=head.organisation,
            period=head.period,
            revision=head.revision,
            created=head.created,
            empty=int(head.empty),
            signer=bundle.key.id.hex(),
            received_on=self.received_on,
            received_below=arrival.received_below,
            batch=self.batch,
            state=BundleState.ACCEPTED if known else BundleState.WAITING,
            file=None if arrival.file == usual else arrival.file,
        )

    def _against(self, bundle: Bundle, kept: Kept) -> Refusal | None:
        """Return why a bundle is not taken; None where nothing is against it."""
        if self._is_unfinished(kept):
            return Refusal.UNFINISHED
        if why := self._against_key(self.ledger.note_signer(kept.organisation, bundle.key.line)):
            return why
        shapes = all(
            TABLES[key.table].item_columns(key.item) is not None
            for key in bundle.cells
            if key.table in TABLES
        )
        if not shapes or refused(bundle.cells, bundle.head.covers):
            return Refusal.WRONG
        return None

    def _is_unfinished(self, kept: Kept) -> bool:
        month = Month(*map(int, kept.period.split("-")))
        made = self.clock.local(kept.created)
        ahead = self.clock.today + timedelta(days=1)
        return made.date() <= month.last or month.last >= self.clock.today or made.date() > ahead

    def _against_key(self, state: SignerState) -> Refusal | None:
        if state in {SignerState.OFFERED, SignerState.FORMER}:
            return Refusal.KEY_CHANGED
        if self.confirmed_only and state is not SignerState.CONFIRMED:
            return Refusal.UNCONFIRMED
        return None

    def _other_edition(self, kept: Kept) -> Kept | None:
        """Return what is known of the same revision; it is another file."""
        found = self.ledger.kept(
            "period = ? AND organisation = ? AND revision = ?",
            (kept.period, kept.organisation, kept.revision),
        )
        return found[0] if found else None

    def _says_the_same(self, other: Kept, bundle: Bundle) -> bool:
        """Return whether a known edition says the same, signed with the key of before."""
        if other.batch == self.batch:
            return False
        [(_kept, content)] = contents(self.ledger.folder, [other])
        known = opened(content)
        return (known.head, known.cells) == (bundle.head, bundle.cells)

    def _refuse(self, arrival: Arrival, kept: Kept, why: Refusal, bundle: Bundle) -> None:
        checks = refused(bundle.cells, bundle.head.covers) if why is Refusal.WRONG else ()
        self.refused.append(Refused(arrival.file, why, kept.organisation, checks))
        for code in checks or (why,):
            self.ledger.note(_problem(kept, code, self.received_on))

    def _note_below(self, kept: Kept, arrival: Arrival) -> None:
        for code in arrival.problems:
            self.ledger.note(_problem(kept, code, self.received_on))


def _problem(kept: Kept, code: str, noted_on: str) -> Problem:
    return Problem(kept.digest, code, kept.organisation, kept.period, kept.revision, noted_on)


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
            judge = _Judge(ledger, clock, batch, today)
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
    return judge.addition(periods)


def _take(
    judge: _Judge,
    source: Arrival | Consignment | BadConsignment | Unreadable,
    archives: NewArchives,
) -> None:
    match source:
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
            judge = _Judge(ledger, clock, batch, received_on)
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


def _publish(ledger: Ledger, judge: _Judge) -> Sequence[str]:
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
