"""What an office knows: the tree below it, whose key counts, and what became of every bundle."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError, StoreError
from jinlin.core.files.shipped import shipped_text
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.rules.minisign import SecretKey, public_key
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit
from jinlin.store.file.connection import Connection, open_reading, open_writing, shut_cleanly
from jinlin.store.file.drafts import draft_of, new_private_file, put_in_place
from jinlin.store.file.sqlite_errors import explained
from jinlin.store.schema.upgrade import statements_of

_SCRIPTS: Final = ("ledger", "ledger_2")
"""What makes a ledger; one of an older program lacks what the later ones make."""
_FORM: Final = len(_SCRIPTS)


class BundleState(Word):
    """What became of a bundle that was kept."""

    ACCEPTED = "accepted", N_("counted")
    SUPERSEDED = "superseded", N_("replaced by a correction")
    WAITING = "waiting", N_("waits for its organisation to be in the tree")


class SignerState(Word, refusal=N_("“{text}” is no state of a key.")):
    """What is known of a key."""

    UNCONFIRMED = "unconfirmed", N_("taken as it first came, not confirmed"), "未确认"
    CONFIRMED = "confirmed", N_("confirmed"), "已确认"
    OFFERED = "offered", N_("another one than is known")
    FORMER = "former", N_("no longer used")


class Office(NamedTuple):
    """Whose folder it is.

    Attributes:
        due_day: the day of the next month by which a month is in.
        due_set: that day was set here, and is not the usual one of the level.
        confirmed_only: only what a confirmed key signed is taken.
        key: signs what is passed on.
    """

    organisation: str
    level: OrgLevel
    due_day: int
    due_set: bool
    confirmed_only: bool
    key: SecretKey


class Kept(NamedTuple):
    """A bundle that was kept.

    Attributes:
        digest: its identity.
        received_on: the day on which it came.
        received_below: when those below had it, as far as they say.
        signer: the id of the key, in hexadecimal.
        batch: with which addition it came.
        file: what its file was called; None where it was called as every bundle is.
    """

    period: str
    organisation: str
    revision: int
    digest: bytes
    created: str
    empty: int
    signer: str
    received_on: str
    received_below: str | None
    batch: int
    state: str
    file: str | None


_KEPT: Final = ", ".join(Kept._fields)


class MonthEdition(NamedTuple):
    """What is known of a month that was published.

    Attributes:
        level: by what it was.
        others: the codes of those that stood together in it.
        figures: the digest of what can be seen in it; None where an older program published it.
    """

    level: OrgLevel
    others: frozenset[str]
    figures: bytes | None


class Problem(NamedTuple):
    """Why a bundle was refused, by what it said to be."""

    digest: bytes
    code: str
    organisation: str
    period: str
    revision: int
    noted_on: str


class Ledger:
    """The ledger of an office; what changes it stands within `transaction`."""

    def __init__(self, connection: Connection, folder: OfficeFolder) -> None:
        self._connection = connection
        self.folder = folder

    @contextmanager
    def transaction(self, *, keeping: bool = True) -> Iterator[None]:
        """Carry everything out together, or nothing of it, as in a rehearsal."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            if keeping:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return what a question finds."""
        return self._connection.execute(question, values).fetchall()

    def row(self, question: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        """Return the first that a question finds."""
        found: sqlite3.Row | None = self._connection.execute(question, values).fetchone()
        return found

    def write(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Carry a statement out; return the id of the row it added."""
        return int(self._connection.execute(statement, values).lastrowid or 0)

    @property
    def office(self) -> Office:
        """Whose folder it is."""
        row = self.row("SELECT * FROM office")
        assert row is not None
        level = OrgLevel(row["level"])
        return Office(
            row["organisation"],
            level,
            row["due_day"] or level.due_day,
            row["due_day"] is not None,
            bool(row["confirmed_only"]),
            SecretKey(bytes.fromhex(row["key_id"]), bytes.fromhex(row["seed"])),
        )

    def units(self) -> Mapping[str, OrgUnit]:
        """Return the tree, by code."""
        found = self.rows(f"SELECT {', '.join(OrgUnit._fields)} FROM org ORDER BY code")
        levels = {level.value: level for level in OrgLevel}
        return {
            code: OrgUnit(code, parent, levels[level], *rest)
            for code, parent, level, *rest in found
        }

    def keep_unit(self, unit: OrgUnit) -> None:
        """Put an organisation into the tree, in the place of what was known of it."""
        marks = ", ".join("?" * len(unit))
        self.write(f"INSERT OR REPLACE INTO org VALUES ({marks})", unit)

    def signer(self, organisation: str) -> tuple[str, SignerState] | None:
        """Return the key that counts for an organisation, and what is known of it."""
        row = self.row(
            "SELECT line, state FROM signer WHERE organisation = ?"
            " AND state IN ('unconfirmed', 'confirmed')",
            (organisation,),
        )
        return (row["line"], SignerState(row["state"])) if row else None

    def signers(self) -> dict[str, dict[str, SignerState]]:
        """Return by organisation what is known of each of its keys."""
        found: dict[str, dict[str, SignerState]] = {}
        for row in self.rows("SELECT organisation, line, state FROM signer"):
            found.setdefault(row["organisation"], {})[row["line"]] = SignerState(row["state"])
        return found

    def note_signer(self, organisation: str, line: str, state: SignerState) -> None:
        """Note down a key that came for the first time."""
        self.write("INSERT INTO signer VALUES (?, ?, ?)", (organisation, line, state))

    def trust(self, organisation: str, line: str) -> None:
        """Let a key count for an organisation, confirmed, in the place of another one."""
        self.write(
            "UPDATE signer SET state = 'former' WHERE organisation = ? AND line <> ?",
            (organisation, line),
        )
        self.write(
            "INSERT INTO signer VALUES (?, ?, 'confirmed')"
            " ON CONFLICT DO UPDATE SET state = 'confirmed'",
            (organisation, line),
        )

    def to_trust(self, organisation: str, fingerprint: str) -> str:
        """Return the key that is to be confirmed: the one that was offered, else the known.

        Args:
            organisation: whose.
            fingerprint: as it was read out; empty where only one key can be meant.

        Raises:
            NotFoundError: none came yet, none has the fingerprint, or several can be meant.
        """
        rows = self.rows("SELECT line, state FROM signer WHERE organisation = ?", (organisation,))
        said = compact(fingerprint)
        offered = [row for row in rows if row["state"] == SignerState.OFFERED]
        meant = [
            row["line"]
            for row in (rows if said else offered or rows)
            if not said or compact(public_key(row["line"]).fingerprint) == said
        ]
        if len(meant) > 1 or (said and not meant):
            raise NotFoundError(
                _("It is not clear which key of {code} is meant.").format(code=organisation),
                hint=_("Give its fingerprint as it was read out, or the whole key line."),
            )
        if not meant:
            raise NotFoundError(
                _("No file of {code} came yet, so that there is no key to trust.").format(
                    code=organisation
                ),
                hint=_("Give the key line that jinlin report key shows there."),
            )
        return str(meant[0])

    def kept(self, where: str, values: Sequence[Any] = ()) -> list[Kept]:
        """Return the bundles that a condition finds."""
        found = self.rows(
            f"SELECT {_KEPT} FROM bundle WHERE {where} ORDER BY period, organisation, revision",
            values,
        )
        return [Kept(*row) for row in found]

    def editions(self, organisation: str, period: str) -> list[Kept]:
        """Return every revision that is known of a month."""
        return self.kept("organisation = ? AND period = ?", (organisation, period))

    def keep(self, bundle: Kept) -> None:
        """Keep what is known of a bundle."""
        marks = ", ".join("?" * len(bundle))
        self.write("DELETE FROM problem WHERE digest = ?", (bundle.digest,))
        self.write(f"INSERT INTO bundle VALUES ({marks})", bundle)

    def states(self, batch: int, periods: Collection[str]) -> Mapping[str, int]:
        """Return what became of the bundles of an addition: how many are in which state."""
        found = self.rows(
            "SELECT state, count(*) AS bundles FROM bundle"
            " WHERE period BETWEEN ? AND ? AND batch = ? GROUP BY state",
            (min(periods, default=""), max(periods, default=""), batch),
        )
        return {row["state"]: row["bundles"] for row in found}

    def settle(self, organisation: str, period: str) -> None:
        """Let the newest revision of a month count."""
        self.write(
            "UPDATE bundle SET state = iif(revision = (SELECT max(revision) FROM bundle"
            " WHERE organisation = ?1 AND period = ?2), 'accepted', 'superseded')"
            " WHERE organisation = ?1 AND period = ?2",
            (organisation, period),
        )

    def begin_batch(self, received_on: str) -> int:
        """Note down that something is being added; return its number. Outside any transaction."""
        return self.write(
            "INSERT INTO batch (received_on, state) VALUES (?, 'running')", (received_on,)
        )

    def end_batch(self, batch: int) -> None:
        """Note down that an addition is whole."""
        self.write("UPDATE batch SET state = 'done' WHERE id = ?", (batch,))

    def forget_batch(self, batch: int) -> None:
        """Forget an addition that brought nothing."""
        self.write("DELETE FROM batch WHERE id = ?", (batch,))

    def running(self) -> list[tuple[int, str]]:
        """Return the additions that a crash cut short: their number, and when they came."""
        found = self.rows("SELECT id, received_on FROM batch WHERE state = 'running' ORDER BY id")
        return [(row["id"], row["received_on"]) for row in found]

    def note(self, problem: Problem) -> None:
        """Note down what was refused, once."""
        marks = ", ".join("?" * len(problem))
        self.write(f"INSERT INTO problem VALUES ({marks}) ON CONFLICT DO NOTHING", problem)

    def problems(self, period: str | None = None) -> list[Problem]:
        """Return what was refused and not put right since by a newer revision."""
        found = self.rows(
            f"SELECT {', '.join(Problem._fields)} FROM problem AS p"
            " WHERE (?1 IS NULL OR period = ?1) AND NOT EXISTS (SELECT 1 FROM bundle AS b"
            " WHERE b.period = p.period AND b.organisation = p.organisation"
            " AND b.revision > p.revision) ORDER BY period DESC, organisation, code",
            (period,),
        )
        return [Problem(*row) for row in found]

    def published(self, period: str) -> MonthEdition | None:
        """Return what was published of a month here."""
        row = self.row("SELECT * FROM publication WHERE period = ?", (period,))
        if row is None:
            return None
        others = frozenset(json.loads(row["others"]))
        return MonthEdition(OrgLevel(row["level"]), others, row["figures"])

    def note_publication(self, period: str, edition: MonthEdition) -> None:
        """Note down that a month is published, in the place of what was of it before."""
        values = period, edition.level, json.dumps(sorted(edition.others)), edition.figures
        self.write("INSERT OR REPLACE INTO publication VALUES (?, ?, ?, ?)", values)

    def published_below(self, period: str) -> Sequence[str]:
        """Return which of those below published a month themselves."""
        found = self.rows(
            "SELECT organisation FROM published_below WHERE period = ? ORDER BY organisation",
            (period,),
        )
        return [row["organisation"] for row in found]

    def note_published_below(self, period: str, organisation: str) -> None:
        """Note down that one of those below says to have published a month."""
        self.write("INSERT OR IGNORE INTO published_below VALUES (?, ?)", (period, organisation))

    def was_passed_on(self, period: str) -> bool:
        """Return whether a month went on to the next level."""
        return self.row("SELECT * FROM passed WHERE period = ?", (period,)) is not None

    def note_passed_on(self, period: str) -> None:
        """Note down that a month goes on to the next level."""
        self.write("INSERT OR IGNORE INTO passed VALUES (?)", (period,))


def create_ledger(folder: OfficeFolder, office: Office, unit: OrgUnit) -> None:
    """Make the folder of an office with an empty ledger.

    Raises:
        StoreError: there is one already, or it cannot be made there.
    """
    path = folder.ledger
    draft = draft_of(path)
    new_private_file(draft, named=path)
    try:
        connection = open_writing(draft)
        try:
            with explained(path):
                _bring_up(connection)
                ledger = Ledger(connection, folder)
                ledger.write(
                    "INSERT INTO office VALUES (1, ?, ?, ?, ?, ?, ?)",
                    (
                        office.organisation,
                        office.level,
                        office.due_day if office.due_set else None,
                        int(office.confirmed_only),
                        office.key.id.hex(),
                        office.key.seed.hex(),
                    ),
                )
                ledger.keep_unit(unit)
        finally:
            shut_cleanly(connection)
        put_in_place(draft, path, new=True)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def reading_ledger(folder: OfficeFolder) -> Iterator[Ledger]:
    """Open the ledger of an office for its questions.

    Raises:
        StoreError: there is none, or it is of a newer program.
    """
    folder.check_there()
    if _form_of(folder.ledger) < _FORM:
        with writing_ledger(folder):
            pass
    connection = open_reading(folder.ledger)
    try:
        with explained(folder.ledger):
            _check_form(connection, folder.ledger)
            yield Ledger(connection, folder)
    finally:
        connection.shut()


@contextmanager
def writing_ledger(folder: OfficeFolder) -> Iterator[Ledger]:
    """Open the ledger of an office to change it.

    Raises:
        StoreError: as for `reading_ledger`; or it cannot be written.
    """
    folder.check_there()
    connection = open_writing(folder.ledger)
    try:
        with explained(folder.ledger):
            _check_form(connection, folder.ledger)
            if _form(connection) < _FORM:
                _bring_up(connection)
            yield Ledger(connection, folder)
    finally:
        shut_cleanly(connection)


def _form_of(path: Path) -> int:
    connection = open_reading(path)
    try:
        with explained(path):
            return _form(connection)
    finally:
        connection.shut()


def _form(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _bring_up(connection: Connection) -> None:
    """Make what a ledger lacks: everything, or what came after the program that made it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in _SCRIPTS[_form(connection) :]:
            for statement in statements_of(shipped_text(f"rollup/office/{script}.sql")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_FORM}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _check_form(connection: Connection, path: Path) -> None:
    if _form(connection) > _FORM:
        raise StoreError(
            _("{path} was made by a newer jinlin.").format(path=path),
            hint=_("Update jinlin on this computer."),
        )
