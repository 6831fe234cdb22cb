"""What the program itself writes names nobody: no word of it is taken for a name or a door."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from jinlin.output.listing.spotting import Names, spots
from jinlin.output.listing.telling import What

SOURCE = Path(__file__).parents[2] / "src/jinlin"
NAMES = {What.NAME, What.LIKELY, What.SURNAME}


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_no_sentence_of_the_program_is_taken_for_a_name() -> None:
    with (SOURCE / "locale/zh_CN/LC_MESSAGES/jinlin.po").open("rb") as file:
        said = [text for one in read_po(file) if one.id for text in strings([one.string])]
    assert len(said) > 5000
    taken = {
        spot.text for text in said for spot in spots(text, Names(), leaving=True)
        if spot.what in NAMES
    }  # fmt: skip
    assert not taken


@pytest.mark.parametrize(
    "path",
    sorted(path for path in SOURCE.rglob("*.toml") if path.name != "examples.toml"),
    ids=lambda path: path.relative_to(SOURCE).as_posix(),
)
def test_no_line_of_its_lists_is_touched(path: Path) -> None:
    texts = list(strings(tomllib.loads(path.read_text("utf-8"))))
    assert [text for text in texts if spots(text, Names(), leaving=True)] == []
