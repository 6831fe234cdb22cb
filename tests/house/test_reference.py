"""The references are what the code says today."""

from __future__ import annotations

import pytest
from house.sources import ROOT, commands_in_docs, in_docs, script
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
    refused = {"branch fund transfer"}  # purses are never mixed: it has no result
    assert commands - families - refused - {""} == described - families


def test_the_architecture_names_every_room() -> None:
    text = in_docs("architecture.md")
    rooms = [
        path.name for path in (ROOT / "src" / "jinlin").iterdir() if (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"{room}/" not in text] == []
