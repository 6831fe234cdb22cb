"""How the series of a chart are told apart, in colour and in grey, whatever draws them."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.documents.measures import MM_A_POINT, Laid
from jinlin.documents.page import Chart, Shape


class ChartMark(NamedTuple):
    """What one series looks like.

    Attributes:
        colour: of its bars and its line; each has a contrast of 4.5 on white at least.
        pattern: of its bars in Office, white between; empty for none.
        strokes: the same pattern as an SVG path on a tile of six units.
        dash: how its line is broken, in Office.
        dashes: the same in SVG.
        point: what stands at the values of its line, in Office.
        outline: the same as an SVG path around the value.
    """

    colour: str
    pattern: str
    strokes: str
    dash: str
    dashes: str
    point: str
    outline: str


MARKS: Final = (
    ChartMark(
        "#1f5a8c", "", "", "solid", "",
        "circle", "m-3.5,0a3.5,3.5,0,1,0,7,0a3.5,3.5,0,1,0,-7,0z",
    ),
    ChartMark(
        "#a8480f", "wide_upward_diagonal", "M-1,1L1,-1M-1,7L7,-1M5,7L7,5", "dash", "7 4",
        "square", "m-3,-3h6v6h-6z",
    ),
    ChartMark(
        "#3b7d3b", "dotted_diamond", "M2,3h2M5,0h2M-1,0h2M5,6h2M-1,6h2", "square_dot", "2 3",
        "triangle", "m0,-4l4,7h-8z",
    ),
    ChartMark(
        "#7a4a94", "diagonal_cross", "M0,0L6,6M0,6L6,0", "dash_dot", "7 3 2 3",
        "diamond", "m0,-4.5l4.5,4.5l-4.5,4.5l-4.5,-4.5z",
    ),
    ChartMark(
        "#5a5a5a", "light_horizontal", "M0,3h6", "long_dash", "12 4",
        "x", "m-3,-3l6,6m0,-6l-6,6",
    ),
)  # fmt: skip


def mark_of(number: int) -> ChartMark:
    """Return what the n-th series looks like."""
    return MARKS[number % len(MARKS)]


def height_share(chart: Chart) -> float:
    """Return how high a chart is, as a share of its width."""
    if chart.drawn is Shape.ROWS:
        return max(0.2, 0.04 * len(chart.labels) * len(chart.series) + 0.08)
    return 0.42 if chart.drawn is Shape.LINES else 0.36


def height_on_paper(chart: Chart, laid: Laid) -> float:
    """Return how high a chart is on a sheet, which holds its title too; millimetres."""
    below_its_title = laid.height - 3 * laid.size.line * MM_A_POINT
    return min(laid.width * height_share(chart), below_its_title)
