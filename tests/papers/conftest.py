"""The year is typed and its papers are printed once for all tests."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from example_year import year
from printed import ENGLISH, Printed, print_all

from jinlin.documents.word.document import write_docx


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year, as it is on its last day; only copies of it are written."""
    folder = tmp_path_factory.mktemp("year")
    year.live(folder)
    return folder


@pytest.fixture(scope="session")
def printed(lived: Path) -> Printed:
    """Every page of the year as text."""
    return print_all(lived)


@pytest.fixture(scope="session")
def in_word(printed: Printed) -> io.BytesIO:
    """The first two pages of every paper as one Word file."""
    file = io.BytesIO()
    write_docx(file, [page for pages in printed.pages.values() for page in pages[:2]])
    return file


@pytest.fixture(scope="session")
def english(lived: Path) -> Printed:
    """Every page of the year in English."""
    return print_all(lived, language=ENGLISH)
