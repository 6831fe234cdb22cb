"""Every paper in English: only what was entered is Chinese, days are written, sentences begin right."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from example_year import year
from example_year.papers import PAPERS
from openpyxl import load_workbook
from printed import Printed

from jinlin.documents.page import Block, Heading, Items, Page, Paragraph

CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")
ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-(?:Q\d|H\d|\d\d)(?!\d)")
_LINES: Final = tuple(paper.line for paper in PAPERS)
_BACKUP: Final = "移交清单.db"
"""What the backup is called that is made for the next secretary: a file's name."""
DRAWN_UP: Final = {
    "branch": ("name",),
    "meeting": ("title",),
    "agenda_item": ("source_text",),
    "notice": ("title", "body", "basis", "audience", "signer"),
    "project_quote": ("accepted_reason",),
    "category": ("questions", "advice"),
}
"""What was drawn up in Chinese when it was recorded, and is a text of its own since: by table."""
IN_FIGURES: Final = re.compile(r"[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+")
"""A sum in words, which a receipt bears in Chinese in every language."""


@pytest.fixture(scope="module")
def entered(lived: Path) -> str:
    """Everything that was typed or stood in a file, and what was drawn up for the record."""
    connection = sqlite3.connect(lived / "jinlin.db")
    drawn_up = (
        str(cell)
        for table, columns in DRAWN_UP.items()
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
        for cell in row
    )
    return "\n".join((*drawn_up, *_in_files(), *(line for _day, line in year.lines()), *_LINES))


def _in_files() -> Iterator[str]:
    for file in (*year.EXAMPLES.iterdir(), *(year.HERE / "files").iterdir()):
        if file.suffix == ".xlsx":
            for sheet in load_workbook(file):
                yield from (str(cell) for row in sheet.values for cell in row)
        elif file.suffix != ".pdf":
            yield file.read_text("utf-8")


def test_nothing_but_what_was_entered_is_chinese(english: Printed, entered: str) -> None:
    foreign = {
        name: left
        for name, text in english.texts.items()
        if (
            left := {
                word
                for word in CHINESE.findall(text.replace(_BACKUP, ""))
                if word not in entered and not IN_FIGURES.fullmatch(word)
            }
        )
    }
    assert foreign == {}


def test_no_day_is_written_as_a_computer_has_it(english: Printed) -> None:
    written = {name: ISO_DAY.findall(text) for name, text in english.texts.items()}
    assert {name: days for name, days in written.items() if days} == {}


def test_titles_and_sentences_begin_with_a_capital(english: Printed) -> None:
    small = {
        name: begun
        for name, pages in english.pages.items()
        if (begun := [text for page in pages for text in _beginnings(page) if text[:1].islower()])
    }
    assert small == {}


def _beginnings(page: Page) -> Iterator[str]:
    yield from (*page.above, page.title, *page.below)
    for block in page.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Items(texts=texts):
            yield from texts
