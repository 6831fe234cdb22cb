"""The pages of the example's year, as values and as text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from example_year import year
from example_year.papers import PAGE, PAPERS

from jinlin.documents.page import Page
from jinlin.documents.screen import text_of
from jinlin.output.delivery import page as delivery

WIDE = 4000
"""Columns in which nothing is broken into lines."""


class Printed(NamedTuple):
    """What was printed, by the name of its paper.

    Attributes:
        pages: the pages.
        texts: what they say, without the small line at their foot; a paragraph is one line.
        printers: the modules of the program that printed them.
    """

    pages: dict[str, Sequence[Page]]
    texts: dict[str, str]
    printers: set[str]


ENGLISH: Final = " --语言 en"
"""What is typed behind a line that prints in English."""


def print_all(place: Path, *, language: str = "") -> Printed:
    """Print every page of a year that was typed into a folder.

    Args:
        place: the folder.
        language: `ENGLISH`: the Chinese papers in English.
    """
    done = Printed({}, {}, set())
    with pytest.MonkeyPatch.context() as patch:
        for paper in PAPERS:
            if set(PAGE) <= set(paper.endings) and not (language and ENGLISH in paper.line):
                patch.setattr(delivery, "_save", _kept(paper.name, done))
                year.print_paper(place, paper.line + language, place / f"{paper.name}.txt")
    return done


def _kept(name: str, done: Printed) -> Any:
    """Return what stands in for the writing of a file: it keeps what would be written."""

    def keep(_call: Any, target: str, pages: Sequence[Page], *_words: Any) -> None:
        done.pages[name] = pages
        done.texts[name] = text_of([page._replace(code="") for page in pages], columns=WIDE)
        done.printers.add(_caller())
        Path(target).touch()

    return keep


def _caller() -> str:
    """Return the module that asked for a page."""
    frame = sys._getframe(2)
    while frame.f_globals["__name__"] == delivery.__name__:
        assert frame.f_back is not None
        frame = frame.f_back
    return str(frame.f_globals["__name__"])
