"""Listings on paper name places and days: no inner number in a title, no day as a computer has it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from example_year import year
from example_year.papers import LISTING, PAPERS, Paper

PRINTED: Final = [paper for paper in PAPERS if paper.endings == LISTING]
CODE: Final = r"(?<![0-9A-Za-z〔-])[MXENAQY]\d+(?![0-9A-Za-z])"
DAY: Final = r"\d{4}-\d\d-\d\d|\d{4}-(?:Q\d|H\d|\d\d)(?!\d)"


@pytest.mark.parametrize("paper", PRINTED, ids=[paper.name for paper in PRINTED])
def test_a_listing_is_called_by_its_place_and_writes_its_days(
    paper: Paper, lived: Path, tmp_path: Path
) -> None:
    year.print_paper(lived, paper.line, tmp_path / "a.html")
    html = (tmp_path / "a.html").read_text("utf-8")
    titles = re.findall(r"<h\d.*?</h\d>|<title>.*?</title>", html, re.DOTALL)
    assert titles
    assert [title for title in titles if re.search(CODE, title)] == []
    body = unescape(re.sub(r"<[^>]+>", " ", html.split("<body", 1)[1]))
    assert re.findall(DAY, body) == []


@pytest.mark.parametrize("name", ["表-走访", "表-会议日程"])
def test_visits_and_the_calendar_name_no_record(name: str, lived: Path, tmp_path: Path) -> None:
    [line] = [paper.line for paper in PRINTED if paper.name == name]
    year.print_paper(lived, line, tmp_path / "a.html")
    body = re.sub(r"<[^>]+>", " ", (tmp_path / "a.html").read_text("utf-8").split("<body", 1)[1])
    assert re.findall(CODE, body) == []
