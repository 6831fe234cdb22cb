"""A real browser: what it makes of pages, and how wide they become on a phone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

import pytest

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
PHONE: Final = 390
_FRAME: Final = """<iframe width="{phone}" height="844" srcdoc="{page}" onload="
const page = this.contentDocument;
const over = [...page.querySelectorAll('.scroll')].map(one => one.scrollWidth - one.clientWidth);
document.title += ' {number}:' + (page.documentElement.scrollWidth + Math.max(0, ...over));
"></iframe>"""
"""A window is never narrower than 500 pixels; a frame in it is. What scrolls in it sticks out."""


def found_browser() -> str:
    """Return the browser; skip the test where there is none."""
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


def widths_on_phone(browser: str, pages: Mapping[str, str], folder: Path) -> dict[str, int]:
    """Return how many pixels wide each of some html pages becomes on a phone, by its name."""
    names = list(pages)
    frames = (
        _FRAME.format(phone=PHONE, number=number, page=escape(pages[name]))
        for number, name in enumerate(names)
    )
    file = folder / "measured.html"
    file.write_text(f'<meta charset="utf-8"><title></title>{"".join(frames)}', "utf-8")
    found = re.findall(r"(\d+):(\d+)", shown(browser, file, "--dump-dom").partition("</title>")[0])
    widths = {names[int(number)]: int(width) for number, width in found}
    assert widths.keys() == pages.keys()
    return widths
