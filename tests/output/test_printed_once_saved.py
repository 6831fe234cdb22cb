"""What a command prints of what it saves is printed once it is saved."""

from __future__ import annotations

import pytest
from conftest import Jinlin, seeded
from elevator.projects import adopted

from jinlin.core.errors import StoreError
from jinlin.store import command

PRINTING = [
    "branch fund disclose --from 2026-11-01 --place 公示栏",
    "issue escalate 1 --to 街道 --request 更换线路 --departments 供电",
    "meeting agenda --build",
    "elevator running X1 2026-10 --power 320",
    "report monthly 2026-10 --final",
]
"""Commands that make a page of what they record."""


@seeded
def busy(jinlin: Jinlin) -> Jinlin:
    """A complex in which each of them has something to do."""
    grant = ("--purse", "启动经费", "--amount", "120", "--from", "街道党工委", "--for", "启动")
    jinlin("branch", "fund", "income", *grant)
    adopted(jinlin)
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize("line", PRINTING)
def test_what_could_not_be_saved_is_not_printed(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch, line: str, form: list[str]
) -> None:
    words = [*line.split(), *form, "--yes"]

    def refused(*_words: object) -> None:
        raise StoreError("the disk failed")

    with monkeypatch.context() as patch:
        patch.setattr(command, "_commit", refused)
        told = busy(*words, code=4)
    assert told.out == ""
    assert busy(*words).out != ""
