"""The site in a real browser: nothing runs, nothing sticks out on a phone, it prints on A4.

Skipped where there is no browser; `make browser` runs it and fails without one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest
from harness import Jinlin
from report.board.test_site import Read

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
PHONE, PAPER = 390, (595, 842)
MEASURE = """<iframe width="{width}" height="844" srcdoc="{page}" onload="
document.title = this.contentDocument.documentElement.scrollWidth"></iframe>"""
"""A window is never narrower than 500 pixels; a frame in it is."""


@pytest.fixture(scope="module")
def browser() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        if os.environ.get("JINLIN_BROWSER") == "required":
            pytest.fail(f"none of these browsers is installed: {', '.join(NAMES)}")
        pytest.skip("no browser is installed")
    return found


def shown(browser: str, page: Path, *words: str) -> str:
    """Return the page as the browser has it after loading."""
    done = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={page.parent.parent / 'profile'}", *words, page.as_uri(),
        ],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stdout.decode()


@pytest.fixture
def site(lived_in: Jinlin) -> Path:
    lived_in("notice", "site", "网站")
    return lived_in.folder / "网站"


@pytest.mark.parametrize("name", ["index.html", "notice-1.html", "board.html", "questions.html"])
def test_what_was_injected_does_nothing(browser: str, site: Path, name: str) -> None:
    read = Read(shown(browser, site / name, "--dump-dom"))
    assert not {"script", "img"} & {tag for tag, _attrs in read.elements}
    assert "<script>alert(1)</script>" in "".join(read.text)


@pytest.mark.parametrize(
    "name",
    ["index.html", "board.html", "months.html", "elevator.html", "notice-2.html", "powers.html"],
)
def test_nothing_sticks_out_on_a_phone(browser: str, site: Path, name: str) -> None:
    text = (site / name).read_text("utf-8")
    page = site / "measured.html"
    page.write_text(
        f'<meta charset="utf-8">{MEASURE.format(width=PHONE, page=escape(text))}', "utf-8"
    )
    dom = shown(browser, page, "--dump-dom")
    width = re.search(r"<title>(\d+)</title>", dom)
    assert width is not None
    assert int(width[1]) <= PHONE


def test_a_notice_prints_on_a4(browser: str, site: Path) -> None:
    paper = site.parent / "公示.pdf"
    shown(browser, site / "notice-5.html", f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    [box] = set(re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", paper.read_bytes()))
    assert tuple(round(float(side)) for side in box) == PAPER
