"""The references are what the code says today."""

from __future__ import annotations

import pytest
from house.sources import ROOT, script
from trust.stations import Stations, made
from workers import common


@pytest.fixture(scope="session")
def stations(tmp_path_factory: pytest.TempPathFactory) -> Stations:
    """Every scene of the reference, typed once for these tests and those of tests/trust."""
    return made(common(tmp_path_factory))


def test_the_generated_references_are_current(stations: Stations) -> None:
    assert script("reference").stale(stations.shapes) == [], "run scripts/reference.py"


def test_the_json_of_every_command_is_described(stations: Stations) -> None:
    pages = {
        command.removeprefix("jinlin").strip()
        for command in script("reference").in_a_process("pages", "en")
    }
    families = {
        command for command in pages if any(other.startswith(f"{command} ") for other in pages)
    }
    described = set(stations.shapes)
    refused = {"branch fund transfer"}  # purses are never mixed: it has no result
    assert pages - families - refused - {""} == described - families


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = [
        path.name for path in (ROOT / "src" / "jinlin").iterdir() if (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"{room}/" not in text] == []
