"""The references are what the code says today."""

from __future__ import annotations

import re

import pytest
from house.sources import ROOT, SOURCE, commands_in_docs, in_docs, script
from trust.stations import Stations, made
from workers import common


@pytest.fixture(scope="session")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Stations:
    """Every scene of the reference, typed once for these tests and those of tests/trust."""
    return made(common(tmp_path_factory))


def test_the_reference_of_commands_is_current() -> None:
    assert script("reference").cli_page() == in_docs("cli.md"), "run scripts/reference.py"


def test_the_reference_of_json_is_current(stations: Stations) -> None:
    page = script("reference").json_page(stations.shapes)
    assert page == in_docs("json.md"), "run scripts/reference.py"


def test_the_json_of_every_command_is_described(stations: Stations) -> None:
    commands = {command.removeprefix("jinlin").strip() for command in commands_in_docs()}
    families = {
        command
        for command in commands
        if any(other.startswith(f"{command} ") for other in commands)
    }
    described = set(stations.shapes)
    no_result = {"branch fund transfer", "shell"}  # one is always refused, one is a window
    assert commands - families - no_result - {""} == described - families


def test_the_architecture_names_every_room() -> None:
    text = in_docs("architecture.md")
    rooms = [
        path.name for path in (ROOT / "src" / "jinlin").iterdir() if (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"{room}/" not in text] == []


def test_what_is_drawn_from_the_code_is_current() -> None:
    text = in_docs("architecture.md")
    assert len(script("pictures").PART.findall(text)) == 6
    assert script("pictures").drawn(text) == text, "run scripts/pictures.py"


def test_the_chinese_words_of_commands_are_current() -> None:
    made = script("verb_homes")
    for written, file in ((made.written(), made.FILE), (made.written_words(), made.WORDS)):
        assert written == file.read_text(encoding="utf-8"), "run scripts/verb_homes.py"


def test_every_file_the_architecture_names_is_there() -> None:
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*\.(?:py|toml))`", in_docs("architecture.md"))
    assert len(named) > 20
    here = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.*")}
    beside = {name.rpartition("/")[2] for name in here}
    assert [name for name in named if name not in (here if "/" in name else beside)
            and not (ROOT / name).exists()] == []  # fmt: skip


def test_every_decision_says_what_was_measured_and_when_to_look_again() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert len(records) >= 10
    for record in records:
        text = record.read_text("utf-8")
        for part in ("**Context.**", "**Decision.**", "**Measured by.**", "**Revisit when**"):
            assert part in text, (record.name, part)
        for name in re.findall(r"`((?:tests|benchmarks|store|core|output)/[a-z_/]+\.py)`", text):
            assert (ROOT / name).exists() or (SOURCE / name).exists(), (record.name, name)
