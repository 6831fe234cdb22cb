"""Charts drawn from their figures, as SVG for a page in html.

Each value stands at its bar, those of lines in a table below them, so that there are no axes to
read off. The libraries that were tried write no such table, few a pattern, and place Chinese words
by the width of Latin ones; a drawing this plain is shorter than what would bend one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final
from zlib import crc32

from jinlin.core.text import width
from jinlin.documents.chart_marks import ChartMark, height_share, mark_of
from jinlin.documents.page import Chart, Shape
from jinlin.documents.xmltext import xml_text

_WIDTH: Final = 640
_EDGE: Final = 12
_LETTERS: Final = 12
_LINE: Final = 16
_HEAD: Final = 34
"""What the title takes."""
_YEAR_ENDS: Final = re.compile(r"(?<=年)(?=.)|(?<=[A-Z]..) (?=\d{4}$)")
"""Where a month parts from its year."""
_FAMILY: Final = "Microsoft YaHei,PingFang SC,Noto Sans CJK SC,SimHei,sans-serif"


def svg_of(chart: Chart) -> str:
    """Return a chart as an element of html; equal charts give equal text."""
    height = round(_WIDTH * height_share(chart))
    key = f"{crc32(repr(chart).encode('utf-8', 'replace')):08x}"
    draw = {Shape.LINES: _lines, Shape.COLUMNS: _columns, Shape.ROWS: _rows}[chart.drawn]
    parts = (
        *_patterns(chart, key),
        *_text(_WIDTH / 2, 20, chart.title, size=14),
        *draw(chart, height, key),
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" font-family="{_FAMILY}" font-size="{_LETTERS}"'
        f' fill="#1a1a1a">{"".join(parts)}</svg>'
    )


def _lines(chart: Chart, height: int, _key: str) -> Iterator[str]:
    """Draw lines through time, and below each moment its values."""
    left = _names_width(tuple(one.name for one in chart.series)) + 44
    step = (_WIDTH - _EDGE - left) / len(chart.labels)
    labels = [
        label if _fits(label, step) else _YEAR_ENDS.sub("\n", label) for label in chart.labels
    ]
    below = _LINE * (1 + max(label.count("\n") for label in labels))
    bottom = height - below - _LINE * len(chart.series) - 10
    places = [left + step * (number + 0.5) for number in range(len(chart.labels))]
    scale = (bottom - _HEAD - _EDGE) / _most(chart)
    yield _base(left, bottom, _WIDTH - _EDGE, bottom)
    for number, series in enumerate(chart.series):
        mark, row = mark_of(number), bottom + below + _LINE * (number + 1)
        known = [
            (x, bottom - value * scale)
            for x, value in zip(places, series.values, strict=True)
            if value is not None
        ]
        yield from _line(known, mark)
        yield from _line([(left - 34, row - 4), (left - 8, row - 4)], mark)
        yield from _text(left - 44, row, series.name, anchor="end")
        for x, value in zip(places, series.values, strict=True):
            yield from _text(x, row, "" if value is None else str(value))
    for x, label in zip(places, labels, strict=True):
        size = min(_fitting(line, step - 2) for line in label.split("\n"))
        yield from _text(x, bottom + _LINE, label, size=size)


def _columns(chart: Chart, height: int, key: str) -> Iterator[str]:
    """Draw standing bars, those of one label side by side, each with its value above."""
    bottom = height - _LINE * (2 if len(chart.series) > 1 else 1) - 8
    step = (_WIDTH - 2 * _EDGE) / len(chart.labels)
    wide = min(48, 0.7 * step / len(chart.series))
    scale = (bottom - _HEAD - _LINE) / _most(chart)
    for place, label in enumerate(chart.labels):
        middle = _EDGE + step * (place + 0.5)
        for number, series in enumerate(chart.series):
            value = series.values[place]
            if value is not None:
                x, high = middle + wide * (number - len(chart.series) / 2), value * scale
                yield _bar(x, bottom - high, wide - 2, high, _fill(number, key))
                yield from _text(x + wide / 2 - 1, bottom - high - 4, str(value))
        yield from _text(middle, bottom + _LINE, label, size=_fitting(label, step))
    yield _base(_EDGE, bottom, _WIDTH - _EDGE, bottom)
    yield from _legend(chart, height - 5, key)


def _rows(chart: Chart, height: int, key: str) -> Iterator[str]:
    """Draw lying bars, each with its value at its end."""
    left = _EDGE + min(240, _names_width(chart.labels))
    bottom = height - (_LINE + 8 if len(chart.series) > 1 else 4)
    step = (bottom - _HEAD) / max(1, len(chart.labels))
    wide = 0.76 * step / len(chart.series)
    scale = (_WIDTH - left - 60) / _most(chart)
    for place, label in enumerate(chart.labels):
        middle = _HEAD + step * (place + 0.5)
        for number, series in enumerate(chart.series):
            value = series.values[place]
            if value is not None:
                y = middle + wide * (number - len(chart.series) / 2)
                yield _bar(left, y, value * scale, wide - 1, _fill(number, key))
                yield from _text(
                    left + value * scale + 5, y + wide / 2 + 4, str(value), anchor="start"
                )
        size = _fitting(label, left - _EDGE)
        yield from _text(left - 6, middle + 4, label, anchor="end", size=size)
    yield _base(left, _HEAD, left, bottom)
    yield from _legend(chart, height - 5, key)


def _legend(chart: Chart, y: float, key: str) -> Iterator[str]:
    """Say what each pattern stands for, where there are several."""
    if len(chart.series) == 1:
        return
    widths = [_names_width((one.name,)) + 44 for one in chart.series]
    x = (_WIDTH - sum(widths)) / 2
    for number, (series, wide) in enumerate(zip(chart.series, widths, strict=True)):
        yield _bar(x, y - 10, 20, 11, _fill(number, key))
        yield from _text(x + 26, y, series.name, anchor="start")
        x += wide


def _patterns(chart: Chart, key: str) -> Iterator[str]:
    for number in range(len(chart.series)):
        mark = mark_of(number)
        if mark.strokes and chart.drawn is not Shape.LINES:
            yield (
                f'<defs><pattern id="p{key}{number}" width="6" height="6"'
                ' patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>'
                f'<path d="{mark.strokes}" stroke="{mark.colour}" stroke-width="2"/>'
                "</pattern></defs>"
            )


def _fill(number: int, key: str) -> str:
    mark = mark_of(number)
    fill = f"url(#p{key}{number})" if mark.strokes else mark.colour
    return f'fill="{fill}" stroke="{mark.colour}"'


def _bar(x: float, y: float, wide: float, high: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" {fill}/>'


def _base(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{x:.1f},{y:.1f}L{to_x:.1f},{to_y:.1f}" stroke="#555"/>'


def _line(points: list[tuple[float, float]], mark: ChartMark) -> Iterator[str]:
    path = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    outlines = "".join(f"M{x:.1f},{y:.1f}{mark.outline}" for x, y in points)
    if path:
        yield (
            f'<path d="M{path}" fill="none" stroke="{mark.colour}" stroke-width="2"'
            f' stroke-dasharray="{mark.dashes or "none"}"/>'
            f'<path d="{outlines}" fill="{mark.colour}" stroke="{mark.colour}"/>'
        )


def _text(
    x: float, y: float, text: str, *, anchor: str = "middle", size: float = _LETTERS
) -> Iterator[str]:
    """Yield a text as it was written, each of its lines an element."""
    for number, line in enumerate(re.split("[\r\n]", xml_text(text))):
        if line:
            yield (
                f'<text x="{x:.1f}" y="{y + number * _LINE:.1f}" text-anchor="{anchor}"'
                f' font-size="{size:.3g}">{escape(line)}</text>'
            )


def _names_width(names: tuple[str, ...]) -> float:
    """Return how wide the widest of some names is: a Chinese character as wide as it is high."""
    return max(map(width, names), default=0) * _LETTERS / 2 + 6


def _fitting(text: str, room: float) -> float:
    """Return the size of letters in which a text fits."""
    return min(_LETTERS, 2 * room / max(1, width(text)))


def _fits(text: str, room: float) -> bool:
    return _fitting(text, room - 2) == _LETTERS


def _most(chart: Chart) -> int:
    return max((v for one in chart.series for v in one.values if v is not None), default=0) or 1
