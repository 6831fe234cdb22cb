"""The site in a real browser: only its search runs, nothing sticks out on a phone, it prints on A4.

Skipped where there is no browser; `make browser` runs it and fails without one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import PHONE, found_browser, shown, widths_on_phone
from harness import Jinlin
from report.board.test_site import Read

pytestmark = pytest.mark.browser

PAPER = (595, 842)


@pytest.fixture(scope="module")
def browser() -> str:
    return found_browser()


@pytest.fixture
def site(lived_in: Jinlin) -> Path:
    lived_in("notice", "site", "网站")
    return lived_in.folder / "网站"


@pytest.mark.parametrize("name", ["index.html", "notice-1.html", "board.html", "questions.html"])
def test_what_was_injected_does_nothing(browser: str, site: Path, name: str) -> None:
    read = Read(shown(browser, site / name, "--dump-dom"))
    elements = [tag for tag, _attrs in read.elements]
    assert "img" not in elements
    assert elements.count("script") == 1
    assert "<script>alert(1)</script>" in "".join(read.text)


def test_a_long_page_is_narrowed_to_the_rows_with_some_words(browser: str, site: Path) -> None:
    """The script is the page's own; what types into its box is kept out by the page's policy."""
    typing = (
        "<script>var box = document.querySelector('.find input'); box.value = '业主 公共';"
        "box.dispatchEvent(new Event('input'));</script></body>"
    )
    page = (site / "powers.html").read_text("utf-8").replace("</body>", typing)
    tried = site / "tried.html"
    tried.write_text(page, "utf-8")
    assert 'hidden=""' not in shown(browser, tried, "--dump-dom")
    tried.write_text(re.sub("<meta http-equiv=[^>]*>", "", page), "utf-8")
    narrowed = shown(browser, tried, "--dump-dom")
    assert "找到1条" in narrowed
    assert narrowed.count('<tr hidden="">') == 10


def test_nothing_sticks_out_on_a_phone(browser: str, site: Path) -> None:
    names = (
        "index", "board", "months", "money", "elevator", "projects", "notice-2", "powers",
    )  # fmt: skip
    pages = {name: (site / f"{name}.html").read_text("utf-8") for name in names}
    widths = widths_on_phone(browser, pages, site)
    assert {name: width for name, width in widths.items() if width > PHONE} == {}


def test_a_notice_prints_on_a4(browser: str, site: Path) -> None:
    paper = site.parent / "公示.pdf"
    shown(browser, site / "notice-5.html", f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    [box] = set(re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", paper.read_bytes()))
    assert tuple(round(float(side)) for side in box) == PAPER
