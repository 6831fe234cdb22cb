"""The twenty promises of docs/trust.md, each tried many times; `make trust` tries the full counts.

`JINLIN_TRUST` says which share of the full counts is tried: 0.01 in the normal run, 1 for all.
"""

from __future__ import annotations

import os
import platform
import random
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from trust.disk import Shim, shim
from trust.stations import Stations, made
from workers import common

SHARE = float(os.environ.get("JINLIN_TRUST", "0.01"))
SHARDS = range(4 if SHARE >= 0.1 else 1)
"""A long row of trials is cut in so many, so that several workers share it."""

PROMISES = {
    1: "What was confirmed as saved survives a crash of the program",
    2: "… and a power cut, if the disk keeps its word",
    3: "A full or bad disk gives one clear sentence, old data intact",
    4: "Repeating a command after an unclear result never books twice",
    5: "Two windows at once never lose a change",
    6: "A backup that says ok can be restored",
    7: "Damage of a backup is noticed before it is trusted",
    8: "Nobody can quietly rewrite the record",
    9: "Undo restores exactly the previous state",
    10: "A broken or hostile file: no traceback, no hang, no half import",
    11: "A zip bomb is refused in less than 0.1 s",
    12: "Exports cannot run code",
    13: "Reports cannot carry scripts",
    14: "Screen output cannot be hijacked",
    15: "Only this user can read the data",
    16: "Deleted means deleted",
    17: "Output never lands elsewhere",
    18: "A foreign or newer file is refused politely",
    19: "Types and links cannot rot",
    20: "Amounts are exact",
}


@dataclass
class Proof:
    """What was tried for one promise, and what failed."""

    promise: int
    what: str
    control: bool = False
    tried: int = 0
    failed: int = 0
    said: list[str] = field(default_factory=list)

    def check(self, kept: object, said: object = "") -> None:
        """Count one trial."""
        self.tried += 1
        if not kept:
            self.failed += 1
            if len(self.said) < 5:
                self.said.append(str(said))


Proving = Callable[..., Proof]


@pytest.fixture
def proving(request: pytest.FixtureRequest) -> Iterator[Proving]:
    """Make proofs; at the end of the test each must hold, and each control must have failed."""
    proofs: list[Proof] = []

    def make(promise: int, what: str, *, control: bool = False) -> Proof:
        proofs.append(Proof(promise, what, control))
        return proofs[-1]

    yield make
    for proof in proofs:
        told = (proof.promise, proof.what, proof.control, proof.tried, proof.failed)
        request.node.user_properties.append(("trust", told))
    for proof in proofs:
        assert proof.tried, proof.what
        if proof.control:
            assert proof.failed, f"a control did not fail, so it proves nothing: {proof.what}"
        else:
            assert not proof.failed, f"{proof.what}: {proof.failed} of {proof.tried}: {proof.said}"


def share(full: int, *, parts: int = 1, dear: bool = False) -> range:
    """Return the trials to make, of a full count that is spread over so many parts.

    Of dear ones, which take a process or many commands each, the normal run makes half as many.
    """
    half = 2 if dear and SHARE <= 0.01 else 1
    return range(max(1, round(full * SHARE / parts / half)))


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """Return chance that is the same every time for a test; `JINLIN_TRUST_SEED` gives another."""
    return random.Random(f"{request.node.nodeid}{os.environ.get('JINLIN_TRUST_SEED', '')}")


@pytest.fixture(autouse=True)
def _as_the_program_does(schema_by_statements: None) -> None:
    """Nothing stands in for what the program does."""


@pytest.fixture(scope="session")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Stations:
    """Every writing command of the command tree, with the database before and after it."""
    return made(common(tmp_path_factory))


@pytest.fixture(scope="session")
def below() -> Shim:
    """The disk of our own."""
    found = shim()
    if found is None:
        pytest.skip("the sqlite3 module of this Python has its SQLite inside, out of reach")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin the normal run with what stands at the stations.

    All of it goes to one worker then; a second one would only wait until they are made.
    """
    if len(SHARDS) == 1:
        items.sort(key=lambda item: "stations" not in getattr(item, "fixturenames", ()))


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table, where the counts are more than the normal run's."""
    if SHARE <= 0.01:
        return
    found: dict[tuple[int, bool, str], list[int]] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, told in getattr(report, "user_properties", ()):
                if name == "trust" and getattr(report, "when", "") == "teardown":
                    promise, what, control, tried, failed = told
                    total = found.setdefault((promise, control, what), [0, 0])
                    total[0] += tried
                    total[1] += failed
    write = terminalreporter.write_line
    write("")
    write(f"jinlin trust, {datetime.now(UTC):%Y-%m-%d}, {SHARE:g} of the full counts, Python "
          f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}")  # fmt: skip
    write("")
    write("| # | promise | tried | failed |")
    write("|---|---|---:|---:|")
    last = 0
    for (promise, control, what), (tried, failed) in sorted(found.items()):
        if promise != last:
            write(f"| {promise} | **{PROMISES[promise]}** | | |")
            last = promise
        mark = f"control, must fail: {what}" if control else what
        counts = f"{tried:,} | {failed:,}".replace(",", " ")
        write(f"| | {mark} | {counts} |")


@pytest.fixture
def cwd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
