"""Run the tests on a Windows played by Wine, as a Chinese user has it.

make windows WINDOWS_PYTHON=python-….zip SHA256=… [TESTS="tests/store tests/cli"] [AGAIN=failed]

The room stands in build/windows: a Wine of its own whose user is 林秀英 and whose code page is 936,
the embeddable Python with the wheels that Windows gets, and a copy of the tests. A run that was
broken off goes on where it stopped; a test that hangs is ended, counted as failed, and the rest go
on. `--again failed` runs again what had failed, `--again all` everything. Needs wine and
`localedef -i zh_CN -f UTF-8 zh_CN.UTF-8`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.build import ONLY_WINDOWS, ROOT, digest, pip

ROOM = Path(os.environ.get("JINLIN_WINDOWS", ROOT / "build" / "windows")).absolute()
DRIVE = ROOM / "prefix" / "drive_c"
HOME = DRIVE / "users" / "林秀英"
PYTHON = HOME / "python"
COPY = HOME / "近邻 & 测试"
"""Where the tests stand: a blank, an `&` and Chinese, as folders have them."""
RECORDS = ROOM / "records"
TESTED_WITH = ("pytest", "hypothesis", "openpyxl", "babel", "duckdb", "import-linter")
NEAR = ("core", "store", "output", "exchange", "documents", "cli")
"""What is nearest to the system comes first."""
PATIENCE = 600
"""Seconds after which a test that has not ended hangs; Wine takes five times as long as Linux."""
Ended = dict[str, tuple[str, str]]


def surroundings() -> dict[str, str]:
    """Return the variables of a Chinese Windows; Wine takes its user and code page from them."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(ROOM), "USER": "林秀英", "LOGNAME": "林秀英",
        "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8", "WINEPREFIX": str(ROOM / "prefix"),
        "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "PYTHONDONTWRITEBYTECODE": "",
    }  # fmt: skip


def furnish(python: Path, expected: str) -> None:
    """Make the room, once; the program itself and the tests are laid there at each run.

    Raises:
        SystemExit: the Python is not what was expected, or something is missing here.
    """
    if missing := [name for name in ("wine", "wineboot") if not shutil.which(name)]:
        sys.exit(f"not installed: {', '.join(missing)}")
    if digest(python) != expected.lower():
        sys.exit(f"{python} has another digest: {digest(python)}")
    if not HOME.is_dir():
        subprocess.run(
            ("wineboot", "-i"), env=surroundings(), check=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    if not PYTHON.is_dir():
        draft = PYTHON.with_name("python.new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.unpack_archive(python, draft, "zip")
        [paths] = draft.glob("python3*._pth")
        library = paths.name.replace("._pth", ".zip")
        paths.write_text(f"{library}\n.\nLib\\site-packages\nimport site\n")
        draft.rename(PYTHON)


def lay_program() -> None:
    """Unpack the program's own wheel, and those it and its tests need, as pip would on Windows."""
    packages = PYTHON / "Lib" / "site-packages"
    with tempfile.TemporaryDirectory() as folder:
        pip(["wheel", "--no-deps", "--wheel-dir", folder, str(ROOT)])
        [own] = Path(folder).glob("*.whl")
        if not packages.is_dir():
            wheels = ROOM / "wheels"
            [version] = PYTHON.glob("python3??.dll")
            pip(
                [
                    "download", "--platform", "win_amd64", "--implementation", "cp",
                    "--python-version", f"3.{version.stem[7:]}", "--only-binary=:all:",
                    "--dest", str(wheels), str(own), *TESTED_WITH, *ONLY_WINDOWS,
                ]
            )  # fmt: skip
            for wheel in wheels.glob("*.whl"):
                shutil.unpack_archive(wheel, packages, "zip")
        shutil.rmtree(packages / "jinlin", ignore_errors=True)
        shutil.unpack_archive(own, packages, "zip")


def lay_tests() -> None:
    """Copy what the project keeps, so that Windows writes nothing among it."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=ROOT, check=True, capture_output=True,
    ).stdout.decode()  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)


def splits(wanted: list[str]) -> Iterator[list[str]]:
    """Yield what one process after the other runs: a folder below tests, or what was asked for."""
    if wanted:
        yield from ([one] for one in wanted)
        return
    for path in sorted(
        (COPY / "tests").iterdir(), key=lambda path: (path.name not in NEAR, path.name)
    ):
        if path.name.startswith("test_") or any(path.rglob("test_*.py")):
            yield [f"tests/{path.name}"]


def record_of(split: list[str]) -> Path:
    """Return where it is written how the tests of a split ended."""
    return RECORDS / (
        split[0].removeprefix("tests/").replace("/", "-").replace(":", "-") + ".jsonl"
    )


def ended(record: Path) -> tuple[Ended, str]:
    """Return how tests ended, and the one that has begun and not ended."""
    found: Ended = {}
    running = ""
    lines = record.read_text("utf-8").splitlines() if record.exists() else []
    for one in map(json.loads, lines):
        if one["outcome"] == "begun":
            running = one["test"]
        else:
            found[one["test"]] = one["outcome"], one["reason"]
            running = "" if running == one["test"] else running
    return found, running


def run(split: list[str]) -> None:
    """Run a split to its end, through whatever hangs or takes the process away with it."""
    record = record_of(split)
    while True:
        code = one_process(split, record)
        hung = ended(record)[1]
        if not hung:
            break
        why = "it did not end" if code is None else f"the process ended with {code}"
        line = json.dumps({"test": hung, "outcome": "failed", "reason": why}, ensure_ascii=False)
        with record.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    found = Counter(outcome for outcome, _reason in ended(record)[0].values())
    print(f"{split[0]}: {told(found)}", flush=True)


def one_process(split: list[str], record: Path) -> int | None:
    """Run what is left of a split; None where it had to be ended."""
    # Through files: a pipe would stay open for as long as Wine's server lives.
    with record.with_suffix(".txt").open("ab") as printed:
        process = subprocess.Popen(
            (
                "wine", str(PYTHON / "python.exe"), "scripts/windows_suite/inside.py",
                windows_path(record), *split,
            ),
            cwd=COPY, env={**surroundings(), "PYTEST_DEBUG_TEMPROOT": memory()},
            stdin=subprocess.DEVNULL, stdout=printed, stderr=printed,
        )  # fmt: skip
        began = time.time()
        while process.poll() is None:
            time.sleep(1)
            last = max(began, record.stat().st_mtime if record.exists() else 0)
            if time.time() - last > PATIENCE:
                process.kill()
                process.wait()
                return None
    return process.returncode


def memory() -> str:
    """Return a folder for the tests' own files; in memory where there is such a thing."""
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else ROOM
    folder = place / "jinlin-windows 林秀英"
    folder.mkdir(exist_ok=True)
    return windows_path(folder)


def windows_path(path: Path) -> str:
    """Return a path as Windows has it; Wine shows all of the machine as drive Z."""
    return "Z:" + str(path).replace("/", "\\")


def told(found: Counter[str]) -> str:
    """Tell how many tests ended how."""
    return ", ".join(f"{found[one]} {one}" for one in ("passed", "failed", "skipped"))


def summary() -> int:
    """Print which tests failed and which were skipped for which reason; return how many failed."""
    found: Ended = {}
    for record in sorted(RECORDS.glob("*.jsonl")):
        found |= ended(record)[0]
    skipped: dict[str, list[str]] = {}
    for test, (outcome, reason) in sorted(found.items()):
        if outcome == "skipped":
            skipped.setdefault(reason, []).append(test)
        elif outcome == "failed":
            print(f"failed: {test}: {reason}")
    for reason, tests in sorted(skipped.items()):
        print(f"skipped: {reason}")
        for name, many in sorted(Counter(test.split("[", 1)[0] for test in tests).items()):
            print(f"    {name}" + (f" ({many})" if many > 1 else ""))
    every = Counter(outcome for outcome, _reason in found.values())
    print(told(every))
    return every["failed"]


def forget(again: str) -> None:
    """Take from the records what is to be run again."""
    for record in RECORDS.glob("*.jsonl"):
        kept = {} if again == "all" else ended(record)[0]
        lines = [
            json.dumps({"test": test, "outcome": outcome, "reason": reason}, ensure_ascii=False)
            for test, (outcome, reason) in kept.items()
            if outcome != again
        ]
        record.write_text("".join(line + "\n" for line in lines), "utf-8")
        record.with_suffix(".txt").unlink(missing_ok=True)


def main() -> int:
    """Make the room, run what has not been run, and tell."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    reader.add_argument("python", type=Path, help="the embeddable Python for 64-bit Windows, a zip")
    reader.add_argument("digest", help="the SHA-256 its maker publishes")
    reader.add_argument("tests", nargs="*", help="folders or files; all without")
    reader.add_argument("--again", choices=("failed", "skipped", "all"))
    reader.add_argument("--workers", type=int, default=2)
    said = reader.parse_args()
    furnish(said.python, said.digest)
    lay_program()
    lay_tests()
    RECORDS.mkdir(exist_ok=True)
    if said.again:
        forget(said.again)
    with ThreadPoolExecutor(said.workers) as workers:
        list(workers.map(run, splits(said.tests)))
    subprocess.run(("wineserver", "-k"), env=surroundings(), check=False)
    return 1 if summary() else 0


if __name__ == "__main__":
    sys.exit(main())
