"""Offices to which branches hand up: folders, branches with keys, and what they send."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from harness import NOON, Jinlin

from jinlin.core.clock import DEFAULT_ZONE, clock_of
from jinlin.rollup.office.adding import Addition, add_paths
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.lake import as_read
from jinlin.rollup.office.ledger import (
    Kept,
    Ledger,
    Office,
    create_ledger,
    reading_ledger,
    writing_ledger,
)
from jinlin.rollup.rules.bundle import MonthHead, packed
from jinlin.rollup.rules.cells import Key
from jinlin.rollup.rules.minisign import SecretKey
from jinlin.rollup.rules.tables import TABLES
from jinlin.rollup.rules.tree import OrgUnit, level_of, parent_of

STREET = "350102001000"
COMMUNITY = "350102001004"
TREE = "代码,名称,联系人,电话\n350102001004,梅苑社区,,\n" + "".join(
    f"{COMMUNITY}00{n},{name}小区,{name[0]}三,1380591123{n}\n"
    for n, name in enumerate(("梅苑", "兰苑", "竹苑", "菊苑"), start=1)
)


def branch(number: int) -> str:
    """Return the code of a complex of the tree."""
    return f"{COMMUNITY}{number:03}"


def key_of(organisation: str, *, new: bool = False) -> SecretKey:
    seed = hashlib.sha256(f"{organisation}{new}".encode()).digest()
    return SecretKey(seed[:8], seed)


def bundle(
    number: int = 1,
    period: str = "2026-10",
    revision: int = 0,
    *,
    received: int = 3,
    made: str = "2026-11-03T08:00:00Z",
    key: SecretKey | None = None,
    cells: Mapping[Key, int] | None = None,
    **head: Any,
) -> bytes:
    """Return what a branch hands up: so many new issues, all of them left open in time."""
    organisation = branch(number)
    counted = {
        Key("categories", "facilities/lighting", "received"): received,
        Key("categories", "facilities/lighting", "open"): received,
        Key("branch", "", "age7"): received,
        Key("branch", "", "households"): 100 + number,
        Key("purses", "activity", "opening_fen"): -5,
    }
    told = MonthHead(
        organisation=organisation, period=period, revision=revision, created=made,
        definitions="2026-11", program="0.1.0", covers=list(TABLES), empty=False, reason=None,
        figures_sha256="0" * 64,
    )  # fmt: skip
    return packed(told._replace(**head), cells or counted, key or key_of(organisation))


def name(number: int = 1, period: str = "2026-10", revision: int = 0) -> str:
    return f"{branch(number)}-{period}-r{revision}.zip"


def send(folder: Path, number: int = 1, revision: int = 0, **what: Any) -> Path:
    """Put what a branch hands up into a folder."""
    folder.mkdir(exist_ok=True)
    period = what.get("period", "2026-10")
    path = folder / name(number, period, revision)
    path.write_bytes(bundle(number, revision=revision, **what))
    return path


def begun(jinlin: Jinlin, folder: Path | None = None) -> OfficeFolder:
    """Begin the folder of a street with four complexes."""
    at = OfficeFolder(folder or jinlin.folder / "汇总")
    jinlin.variables["JINLIN_ROLLUP"] = str(at.path)
    jinlin("rollup", "init", "--organisation", STREET, "--name", "春江街道")
    tree = jinlin.folder / "树.csv"
    tree.write_text(TREE, "utf-8")
    jinlin("rollup", "org", tree)
    return at


@contextmanager
def ledger_of(at: OfficeFolder) -> Iterator[Ledger]:
    with reading_ledger(at) as ledger:
        yield ledger


def kept(at: OfficeFolder) -> set[Kept]:
    """Return what the ledger knows of each bundle, but for the file in which it came."""
    with reading_ledger(at) as ledger:
        return {one._replace(batch=0, file=None) for one in ledger.kept("1")}


def lake(at: OfficeFolder) -> dict[str, list[tuple[Any, ...]]]:
    """Return every file of the lake with its rows, in their order."""
    with duckdb.connect() as connection:
        return {
            str(path.relative_to(at.lake)): connection.execute(
                f"SELECT * FROM read_parquet({as_read(path)}, hive_partitioning = false)"
            ).fetchall()
            for path in sorted(at.lake.rglob("*"))
            if path.is_file()
        }


CLOCK = clock_of(NOON, DEFAULT_ZONE)


def made(folder: Path, organisation: str = STREET) -> OfficeFolder:
    """Make an office's folder as `begun` does, without typing anything."""
    at = OfficeFolder(folder)
    level = level_of(organisation)
    key = key_of(organisation)
    create_ledger(
        at,
        Office(organisation, level, level.due_day, due_set=False, confirmed_only=False, key=key),
        OrgUnit(organisation, "", level, organisation),
    )
    with writing_ledger(at) as ledger, ledger.transaction():
        for code in (STREET, COMMUNITY, *map(branch, range(1, 5))):
            if code != organisation:
                ledger.keep_unit(OrgUnit(code, parent_of(code), level_of(code), code))
    return at


def add(at: OfficeFolder, *paths: Path) -> Addition:
    """Add what lies at some paths."""
    with at.locked(), writing_ledger(at) as ledger:
        return add_paths(ledger, CLOCK, paths)
