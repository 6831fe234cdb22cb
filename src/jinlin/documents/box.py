"""A boxed form: a grid whose cells hold labels and texts, and room to write with a pen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

TO_WRITE_IN: Final = 10
"""The least height of a row that is filled in with a pen; millimetres."""


class BoxCell(NamedTuple):
    """A cell of a form.

    Attributes:
        text: what stands in it, on several lines where it says so.
        span: how many columns of the grid it takes.
        label: it says what is to be found beside or below it.
        foot: what stands at its foot, to the right: a seal, a signature, a day.
    """

    text: str = ""
    span: int = 1
    label: bool = False
    foot: str = ""


class BoxRow(NamedTuple):
    """A row of a form.

    Attributes:
        height: what it takes at least, in millimetres; 0 for what its texts take.
    """

    cells: tuple[BoxCell, ...]
    height: int = 0


class Box(NamedTuple):
    """A form with all its lines drawn.

    Attributes:
        widths: the share of the page's width of each column of its grid.
        rows: each fills the grid.
    """

    widths: tuple[int, ...]
    rows: tuple[BoxRow, ...]


def pairs(*texts: str, columns: int, height: int = 0, foot: str = "") -> BoxRow:
    """Return a row of labels and what belongs to each, in turn; the last takes what is left.

    Args:
        texts: label, text, label, text and so on.
        columns: how many columns the grid has.
        height: what the row takes at least, in millimetres.
        foot: what stands at the foot of the last cell.
    """
    *cells, last = (BoxCell(text, label=not place % 2) for place, text in enumerate(texts))
    return BoxRow((*cells, last._replace(span=columns - len(cells), foot=foot)), height)


def across(text: str, *, columns: int, height: int = 0, label: bool = False) -> BoxRow:
    """Return a row of one cell that takes the whole grid."""
    return BoxRow((BoxCell(text, span=columns, label=label),), height)


def told(box: Box) -> Iterator[tuple[str, str]]:
    """Yield a form where nothing can be drawn: each label with the texts beside it."""
    for row in box.rows:
        label = ""
        for cell in row.cells:
            if cell.label:
                if label:
                    yield label, ""
                label = cell.text.replace("\n", "")
            else:
                yield label, "\n".join(part for part in (cell.text, cell.foot) if part)
                label = ""
        if label:
            yield label, ""
