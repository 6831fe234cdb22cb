"""A page to hand in or to post: what stands on it, whichever file it becomes.

A room says a page once, in its `pages.py`, with texts in the user's language; the files beside this
one turn it into text for a screen, Markdown, html and a Word document in one house style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.i18n import _
from jinlin.documents.box import Box

BLANK: Final = "＿＿＿＿＿＿＿＿"
"""Where somebody writes with a pen."""


class Form(StrEnum):
    """How a page is set.

    `OFFICIAL` follows GB/T 9704: 3号仿宋, 2号小标宋 title, its margins. `SHEET` is filled in with a
    pen by old eyes: 四号, narrower margins. `DENSE` is what must fit on one sheet of paper: 小四.
    """

    OFFICIAL = "official"
    SHEET = "sheet"
    DENSE = "dense"


class Heading(NamedTuple):
    """A heading.

    Attributes:
        level: 1 for 一、(黑体), 2 for（一）(楷体), 3 for smaller ones.
        lead: as it runs into the paragraph below it where space is scarce (screen, Word); empty
            where it always stands alone.
    """

    text: str
    level: int = 1
    lead: str = ""


class Paragraph(NamedTuple):
    """A text without line breaks.

    Attributes:
        flush: without the indent of two characters on its first line.
    """

    text: str
    flush: bool = False


class Field(NamedTuple):
    """A word and what belongs to it: 出席：林秀英、张美华."""

    label: str
    text: str


class Items(NamedTuple):
    """A list.

    Attributes:
        numbered: 1. 2. 3.; else a dash each.
    """

    texts: tuple[str, ...]
    numbered: bool = True


class Table(NamedTuple):
    """Rows under headings.

    Attributes:
        numeric: for each column, whether it stands at its right edge; empty for none.
        widths: for each column, its share of the page's width where it is set; empty to let the
            texts decide.
        tall: rows leave room to write.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    widths: tuple[int, ...] = ()
    tall: bool = False


class Attachments(NamedTuple):
    """What lies with a paper, above who signs: 附件：1. …."""

    texts: tuple[str, ...]


class Closing(NamedTuple):
    """The lines at a paper's end: who signs, the day; never on a sheet without text above them.

    Attributes:
        left: lines to be signed with a pen stand at the left edge, others to the right.
    """

    texts: tuple[str, ...]
    left: bool = False


class Cut(NamedTuple):
    """A line to tear along, with what it says: 回执联."""

    text: str


class Shape(StrEnum):
    """How a chart is drawn: lines through time, standing bars, or lying bars for long words."""

    LINES = "lines"
    COLUMNS = "columns"
    ROWS = "rows"


_FEWEST_POINTS: Final = 3


class Series(NamedTuple):
    """One thing counted, a value a label; None where nothing is known."""

    name: str
    values: tuple[int | None, ...]


class Chart(NamedTuple):
    """Figures that people would rather look at than read.

    html gets a drawing, Word and a workbook a chart that can be edited, a screen small bars,
    Markdown the figures.

    Attributes:
        labels: what each value is of: months, categories.
        series: what is counted; several are drawn beside each other.
        alt: what it shows, in words, for those who do not see it.
    """

    title: str
    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str

    @property
    def drawn(self) -> Shape:
        """How it is drawn: two points are no trend but columns."""
        if self.shape is Shape.LINES and len(self.labels) < _FEWEST_POINTS:
            return Shape.COLUMNS
        return self.shape

    @property
    def table(self) -> Table:
        """The same figures as a table."""
        columns = (self.labels, *(map(_shown, one.values) for one in self.series))
        return Table(
            headings=("", *(one.name for one in self.series)),
            rows=tuple(zip(*columns, strict=True)),
            numeric=(False, *(True for _one in self.series)),
        )


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


Block: TypeAlias = (
    Heading | Paragraph | Field | Items | Table | Box | Attachments | Closing | Cut | Chart
)


class Page(NamedTuple):
    """One page, or several when its blocks need them.

    Attributes:
        title: the line in the middle of its head.
        above: lines above the title, such as the branch's full name.
        below: lines below the title, such as the period.
        form: how it is set.
        wide: the paper lies on its long side.
        one_sheet: it is set as tightly as it needs to be one sheet of paper, which bears no number.
        code: what helps to find the record, small at the foot of each sheet.
        fields: what a branch's own template may name between `{{` and `}}`, besides 标题 and 正文.
    """

    title: str
    blocks: tuple[Block, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    form: Form = Form.OFFICIAL
    wide: bool = False
    one_sheet: bool = False
    code: str = ""
    fields: Mapping[str, str] = MappingProxyType({})


def led(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield blocks, each with the heading that runs into it and so does not stand by itself."""
    lead = ""
    for block, following in pairwise((*blocks, None)):
        if isinstance(block, Heading) and block.lead and isinstance(following, Paragraph):
            lead = block.lead
        elif block is not None:
            yield block, lead
            lead = ""


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Return what somebody wrote as paragraphs, one a line that is not empty."""
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(line.strip())


def attached(block: Attachments) -> Iterator[str]:
    """Yield the lines that say what lies with a paper: 附件：1. …, then 2. …; one has no number."""
    head = _("Attached: ")
    if len(block.texts) == 1:
        yield head + block.texts[0]
        return
    for number, text in enumerate(block.texts, 1):
        yield f"{'' if number > 1 else head}{number}. {text}"
