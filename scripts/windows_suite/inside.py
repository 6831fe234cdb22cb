"""Run tests on the Windows that run.py has made, and write down each as it begins and as it ends.

python inside.py RECORD LISTED… : RECORD is a file of JSON lines; what has ended there is not run
again. The working folder holds the tests; what pytest prints goes to standard output.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


class Recorder:
    """A plugin that writes a line when a test begins and one when it has ended."""

    def __init__(self, record: Path) -> None:
        lines = record.read_text("utf-8").splitlines() if record.exists() else []
        self._done = {one["test"] for one in map(json.loads, lines) if one["outcome"] != "begun"}
        self._record = record
        self._said: tuple[str, str] = "", ""

    def _write(self, test: str, outcome: str, reason: str = "") -> None:
        line = json.dumps({"test": test, "outcome": outcome, "reason": reason}, ensure_ascii=False)
        with self._record.open("a", encoding="utf-8", newline="\n") as file:
            file.write(line + "\n")

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Leave out what has ended in an earlier run."""
        done = [item for item in items if item.nodeid in self._done]
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item.nodeid not in self._done]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A module that cannot be read, or is skipped as a whole, counts as one test."""
        if report.failed or report.skipped:
            self._write(report.nodeid, report.outcome, reason(report.longrepr))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Whatever hangs is known by its name."""
        self._write(nodeid, "begun")
        self._said = "passed", ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """The worst of preparing, running and clearing up is how a test ended."""
        if report.outcome != "passed" and self._said[0] != "failed":
            self._said = report.outcome, reason(report.longrepr)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Write how it ended."""
        self._write(nodeid, *self._said)


def reason(told: Any) -> str:
    """Return why a test was skipped or failed, in a line."""
    if isinstance(told, tuple):
        return str(told[2]).removeprefix("Skipped: ")
    crash = getattr(told, "reprcrash", None)
    return str(crash.message if crash else told).strip().split("\n", 1)[0][:300]


def main(record: str, *words: str) -> int:
    """Run the tests; what is printed may be any character."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    run: Callable[..., int] = pytest.main
    ours = ("-p", "no:cacheprovider", "--continue-on-collection-errors")
    return run([*ours, *words], plugins=[Recorder(Path(record))])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
