"""The references are what the code says today."""

from __future__ import annotations

from house.sources import ROOT, script


def test_the_generated_references_are_current() -> None:
    assert script("reference").stale() == [], "run scripts/reference.py"


def test_the_json_of_every_command_is_described() -> None:
    pages = {
        command.removeprefix("jinlin").strip()
        for command in script("reference").in_a_process("pages", "en")
    }
    families = {
        command for command in pages if any(other.startswith(f"{command} ") for other in pages)
    }
    described = set(script("reference").in_a_process("shapes"))
    refused = {"branch fund transfer"}  # purses are never mixed: it has no result
    assert pages - families - refused - {""} == described - families


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = [
        path.name for path in (ROOT / "src" / "jinlin").iterdir() if (path / "__init__.py").exists()
    ]
    assert [room for room in rooms if f"{room}/" not in text] == []
