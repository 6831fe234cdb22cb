"""The papers of the example's year as text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from example_year import year
from example_year.papers import PAPERS

from jinlin.output.delivery import page


class Printed(NamedTuple):
    """What was printed.

    Attributes:
        texts: the text of every page, by the name of its paper.
        printers: the modules of the program that printed them.
    """

    texts: dict[str, str]
    printers: set[str]


def print_all(place: Path) -> Printed:
    """Type the year into an empty folder, and print every page of it as text."""
    year.live(place)
    done = Printed({}, set())
    save = page._save

    def watched(*words: Any) -> None:
        caller = sys._getframe(1)
        while caller.f_globals["__name__"] == page.__name__:
            assert caller.f_back is not None
            caller = caller.f_back
        done.printers.add(caller.f_globals["__name__"])
        save(*words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "_save", watched)
        for paper in PAPERS:
            if ".txt" in paper.endings:
                file = place / f"{paper.name}.txt"
                year.print_paper(place, paper.line, file)
                done.texts[paper.name] = file.read_text("utf-8-sig")
                file.unlink()
    return done
