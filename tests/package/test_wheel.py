"""The wheel as an index would get it, installed into an empty room: it does what the clone does.

Needs an index for what the wheel depends on, so only `make package` does it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.package

ROOT: Final = Path(__file__).parents[2]
LARGEST: Final = 75_000_000
"""Bytes that jinlin and all it needs may take on a disk, without pip."""
LARGEST_COMPILED: Final = 115_000_000
"""The same with the bytecode that pip writes beside it, half as much again."""
COMPARED: Final = (
    "today", "issue list", "issue show 42", "household list", "member list", "elevator list",
    "meeting list", "notice due", "config holidays 2026", "issue list --json", "issue add --help",
    "--help",
)  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if "JINLIN_PACKAGE" not in os.environ:
        pytest.skip("make package looks at it")
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w",
        str(folder), str(ROOT))  # fmt: skip
    [made] = folder.glob("jinlin-*.whl")
    return made


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The Python of an empty room with the wheel."""
    folder = tmp_path_factory.mktemp("room")
    run(sys.executable, "-m", "venv", str(folder))
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel))
    return python


def run(*words: str, folder: Path | None = None) -> str:
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env = {**variables, "HOME": str(folder or ROOT), "COLUMNS": "80"}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, check=False)
    assert not done.returncode, (words, done.stdout.decode(), done.stderr.decode())
    return done.stdout.decode()


@pytest.mark.parametrize("words", [("twine", "check", "--strict"), ("check_wheel_contents",)])
def test_those_who_check_wheels_find_nothing(wheel: Path, words: Sequence[str]) -> None:
    if find_spec(words[0]) is None:
        pytest.fail(f"{words[0]} is needed")
    run(sys.executable, "-m", *words, str(wheel))


def test_the_wheel_holds_what_runs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [about] = (name for name in names if name.endswith("METADATA"))
        metadata = archive.read(about).decode()
    assert "jinlin/py.typed" in names
    assert "jinlin/locale/zh_CN/LC_MESSAGES/jinlin.mo" in names
    assert not [name for name in names if name.endswith((".po", ".pyc")) or "/tests/" in name]
    assert re.search(r"^Author: ", metadata, re.MULTILINE)
    links = re.findall(r"\]\(([^)]*)\)", metadata)
    assert not [link for link in links if not link.startswith(("https:", "#"))]


def test_an_empty_room_does_what_the_clone_does(room: Path, tmp_path: Path) -> None:
    said = []
    for name, python in (("room", str(room)), ("clone", sys.executable)):
        folder = tmp_path / name
        folder.mkdir()
        run(python, "-m", "jinlin", "demo", "梅苑", folder=folder)
        place = folder / "梅苑"
        said.append([run(python, "-m", "jinlin", *line.split(), folder=place) for line in COMPARED])
    for line, installed, cloned in zip(COMPARED, *said, strict=True):
        assert installed, line
        assert installed == cloned, line


def test_all_that_is_installed_is_small(room: Path) -> None:
    [packages] = room.parents[1].rglob("site-packages")
    sizes: dict[bool, dict[str, int]] = {True: {}, False: {}}
    for file in packages.rglob("*"):
        package = file.relative_to(packages).parts[0]
        if file.is_file() and not package.startswith(("pip", "setuptools", "pkg_", "_distutils")):
            of_kind = sizes[file.suffix == ".pyc"]
            of_kind[package] = of_kind.get(package, 0) + file.stat().st_size
    written, compiled = sizes[False], sizes[True]
    largest = sorted((size, name) for name, size in written.items())[-6:]
    assert sum(written.values()) <= LARGEST, largest
    assert sum(written.values()) + sum(compiled.values()) <= LARGEST_COMPILED, largest
    assert compiled, "pip compiles what it installs"
