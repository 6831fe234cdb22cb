"""How large letters, lines and margins of a Word document are, and how far they may be tightened.

After GB/T 9704-2012 as far as its text was found: A4 with margins of 37, 26, 35 and 28 mm, body
3号 (16 pt), 22 lines a page. What must not spill onto another sheet is set a step tighter, and then
another; letters stay large enough for old eyes.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.documents.page import Form, Page

MM_A_POINT: Final = 25.4 / 72
_LONG, _SHORT = 297, 210
"""The sides of a sheet of A4; millimetres."""


class Measures(NamedTuple):
    """Sizes in points, margins in millimetres (top, right, bottom, left).

    Attributes:
        air: what is left empty above and below the texts of a boxed form's cell; millimetres.
        gap: how many lines are left empty above a closing.
    """

    body: float
    title: float
    line: float
    cell: float
    margins: tuple[float, float, float, float]
    air: float = 0.7
    gap: int = 1

    @property
    def cell_line(self) -> float:
        """Return how high a line in a cell is, in points."""
        return self.cell * 1.35

    @property
    def title_line(self) -> float:
        """Return how high a line of the title is, in points."""
        return self.title * 1.6


STEPS: Final = {
    Form.OFFICIAL: (
        Measures(body=16, title=22, line=28.95, cell=12, margins=(37, 26, 35, 28)),
        Measures(body=16, title=22, line=28, cell=12, margins=(37, 26, 35, 28)),
        Measures(body=16, title=22, line=27, cell=12, margins=(37, 26, 35, 28)),
        Measures(body=16, title=22, line=26, cell=12, margins=(35, 26, 29, 28)),
    ),
    Form.SHEET: (
        Measures(body=14, title=18, line=24, cell=12, margins=(20, 18, 18, 20)),
        Measures(body=14, title=18, line=21, cell=12, margins=(18, 18, 16, 20)),
        Measures(body=13, title=18, line=19, cell=12, margins=(16, 16, 14, 18), air=0.4),
        Measures(body=12, title=16, line=17, cell=11, margins=(14, 15, 12, 18), air=0.2),
        Measures(body=12, title=16, line=16, cell=10.5, margins=(12, 14, 12, 16), air=0.1),
        Measures(body=11, title=16, line=15, cell=9.5, margins=(11, 14, 11, 16), air=0),
    ),
    Form.DENSE: (
        Measures(body=12, title=18, line=17, cell=10.5, margins=(18, 20, 16, 22)),
        Measures(body=12, title=18, line=16, cell=10.5, margins=(16, 18, 15, 20)),
        Measures(body=11, title=16, line=15, cell=10, margins=(14, 17, 14, 19)),
        Measures(body=10.5, title=16, line=14, cell=9.5, margins=(13, 16, 13, 18), gap=0),
        Measures(body=10.5, title=16, line=13.2, cell=9.5, margins=(13, 16, 13, 18), gap=0),
    ),
}
"""For each form the usual measures, and those it may be tightened to."""


class Laid(NamedTuple):
    """A page with the measures it is set in."""

    page: Page
    size: Measures

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """Return the margins (top, right, bottom, left) in mm; they turn with the paper."""
        top, right, bottom, left = self.size.margins
        return (left, top, right, bottom) if self.page.wide else self.size.margins

    @property
    def width(self) -> float:
        """Return how wide the text is, in millimetres."""
        _top, right, _bottom, left = self.margins
        return (_LONG if self.page.wide else _SHORT) - right - left

    @property
    def height(self) -> float:
        """Return how high the text is on one sheet, in millimetres."""
        top, _right, bottom, _left = self.margins
        return (_SHORT if self.page.wide else _LONG) - top - bottom
