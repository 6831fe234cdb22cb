"""The html of all papers on a phone: nothing sticks out, no table has to be pushed about.

Skipped where there is no browser; `make browser` runs it and fails without one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import PHONE, found_browser, widths_on_phone
from example_year import year
from example_year.papers import PAPERS
from printed import Printed

from jinlin.core import i18n
from jinlin.documents.html import html_of

pytestmark = pytest.mark.browser


def test_no_paper_sticks_out_on_a_phone(lived: Path, printed: Printed, tmp_path: Path) -> None:
    browser = found_browser()
    i18n.install("zh")
    pages = {name: html_of(sheets) for name, sheets in printed.pages.items()}
    for paper in PAPERS:
        if paper.name not in pages:
            file = tmp_path / f"{paper.name}.html"
            year.print_paper(lived, paper.line, file)
            pages[paper.name] = file.read_text("utf-8")
    widths = widths_on_phone(browser, pages, tmp_path)
    assert {name: width for name, width in widths.items() if width > PHONE} == {}
