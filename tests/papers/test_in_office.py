"""The Word files of all papers, as an office program lays them out on paper.

A minute's work, so only `make papers` does it, which needs LibreOffice and poppler's `pdftotext`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from docx import Document
from example_year import year
from example_year.papers import PAPERS
from look import pdf_of, to_pdf
from paper_rules import only_what_is_known

pytestmark = pytest.mark.office

FOOT: Final = re.compile(
    r"\s*(?:第\s*\d+\s*页\s*共\s*\d+\s*页|— \d+ —|page \d+ of \d+)\s*", re.IGNORECASE
)
WHOLE: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d[\d,.:/-]{2,}\d%?")
"""A day, an amount, a number, a moment."""
GAP: Final = re.compile(r"(?<=\d) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=\d)")
"""What is set between Chinese and figures is read as a blank."""
LEAST_LINES: Final = 3
STILL: Final = """
"""
"""What is still wrong: a paper and the rules it breaks, parted by commas. Who mends it takes it off."""


class Laid(NamedTuple):
    """A paper on paper: its Word file, and the text of each page as it is laid out."""

    file: Path
    pages: list[str]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Laid]:
    if "JINLIN_OFFICE" not in os.environ:
        pytest.skip("make papers looks at them")
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.fail("soffice and pdftotext are needed")
    place, folder = tmp_path_factory.mktemp("year"), tmp_path_factory.mktemp("papers")
    year.live(place)
    files = [folder / f"{paper.name}.docx" for paper in PAPERS]
    for paper, file in zip(PAPERS, files, strict=True):
        year.print_paper(place, paper.line, file)
    to_pdf(office, files, tmp_path_factory.mktemp("office"))
    return {file.stem: Laid(file, text_of(reader, file).split("\f")[:-1]) for file in files}


def text_of(reader: str, file: Path) -> str:
    """Return what stands on the pages of a paper, line by line; each page ends with a form feed."""
    words = (reader, "-layout", str(pdf_of(file)), "-")
    return subprocess.run(words, capture_output=True, check=True).stdout.decode()


def test_a_paper_has_as_many_pages_as_are_declared(laid: dict[str, Laid]) -> None:
    broken = {
        paper.name: [f"{len(pages)} of {paper.sheets}"]
        for paper in PAPERS
        if paper.sheets and len(pages := laid[paper.name].pages) != paper.sheets
    }
    only_what_is_known("pages", broken, STILL)


def test_no_page_looks_forgotten(laid: dict[str, Laid]) -> None:
    broken = {
        name: found
        for name, (_file, pages) in laid.items()
        if (found := [page for page in pages if len(lines_of(page)) < LEAST_LINES])
    }
    only_what_is_known("forgotten", broken, STILL)


def test_no_heading_stands_alone_at_the_foot_of_a_page(laid: dict[str, Laid]) -> None:
    broken = {
        name: found
        for name, (file, pages) in laid.items()
        if (found := sorted(headings_of(file) & {spaced_out(page) for page in pages[:-1]}))
    }
    only_what_is_known("headings", broken, STILL)


def headings_of(file: Path) -> set[str]:
    """Return the headings of a Word file."""
    return {
        GAP.sub("", line.text)
        for line in Document(str(file)).paragraphs
        if line.style and str(line.style.name).startswith("Heading")
    }


def spaced_out(page: str) -> str:
    """Return the last line of a page, as it is in the file."""
    return GAP.sub("", next(reversed(lines_of(page)), "").strip())


def lines_of(page: str) -> list[str]:
    """Return the lines of a page that are not its foot."""
    return [line for line in page.splitlines() if line.strip() and not FOOT.fullmatch(line)]


def test_no_figure_is_broken_in_a_cell(laid: dict[str, Laid]) -> None:
    broken = {
        name: found
        for name, (file, pages) in laid.items()
        if (found := sorted(set(figures_in_cells(file)) - set(figures_on("".join(pages)))))
    }
    only_what_is_known("broken", broken, STILL)


def figures_in_cells(file: Path) -> Iterator[str]:
    """Yield the days, amounts and numbers that stand in the tables of a Word file."""
    for table in Document(str(file)).tables:
        for row in table.rows:
            for cell in row.cells:
                yield from WHOLE.findall(cell.text)


def figures_on(text: str) -> Iterator[str]:
    """Yield the days, amounts and numbers of a text, none of which the end of a line parts."""
    for line in text.splitlines():
        yield from WHOLE.findall(GAP.sub("", line))
