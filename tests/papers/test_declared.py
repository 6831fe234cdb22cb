"""The declared list names every paper of the program, once, and each says something."""

from __future__ import annotations

from example_year.papers import PAPERS
from house.sources import SOURCE
from printed import Printed


def test_every_place_that_prints_a_page_is_reached_by_a_declared_paper(printed: Printed) -> None:
    places = {
        "jinlin." + ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for path in SOURCE.rglob("*.py")
        if "show_pages(" in path.read_text("utf-8") and path.parent.name != "delivery"
    }
    assert printed.printers == places, "scripts/example_year/papers.py: one line for each paper"


def test_papers_have_names_of_their_own() -> None:
    assert len({paper.name for paper in PAPERS}) == len(PAPERS)


def test_no_paper_is_empty(printed: Printed) -> None:
    assert [name for name, text in printed.texts.items() if len(text) < 100] == []
