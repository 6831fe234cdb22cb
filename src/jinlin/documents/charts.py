"""Charts drawn from their figures: for html as SVG, for Word as PNG; with Chinese that can be read.

Matplotlib draws them: it is kept well, needs no browser and no network, and writes both forms. In
SVG words stay words, in whichever Chinese font the reader has; a PNG needs one on this machine.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Final

from jinlin.documents.page import Chart, Shape
from jinlin.documents.xmltext import xml_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

CHINESE_FONTS: Final = (
    "Microsoft YaHei", "SimHei", "DengXian", "SimSun", "PingFang SC", "Heiti SC", "STHeiti",
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK JP",
    "Noto Serif CJK SC", "Noto Serif CJK JP", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
    "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
"""Fonts of Windows, macOS and Linux that have the Chinese characters, the clearest first."""
COLOURS: Final = ("#1f5a8c", "#c2571a", "#3b7d3b", "#7a4a94", "#6b6b6b")
"""Colours that differ in lightness too; each has a contrast of 4.5 on white at least."""
HATCHES: Final = ("", "///", "...", "xxx", "---")
"""Bars differ in pattern as well, for those who print in black or do not tell colours apart."""
DPI: Final = 200
_WIDTH, _HEIGHT = 6.4, 3.0
_PROLOGUE: Final = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<style.*?</style>", re.DOTALL)
_NAMESPACE: Final = re.compile(r'\s+xmlns(?::xlink)?="[^"]*"')


def svg_of(chart: Chart) -> str:
    """Return a chart as an element of html; equal charts give equal text."""
    text = StringIO()
    _draw_into(text, chart, chinese_font(), format="svg", metadata={"Date": None})
    return _NAMESPACE.sub("", _PROLOGUE.sub("", text.getvalue())).strip()


def png_of(chart: Chart) -> bytes | None:
    """Return a chart as a picture; None where this machine has no Chinese font."""
    font = chinese_font()
    if font is None:
        return None
    file = BytesIO()
    _draw_into(file, chart, font, format="png", dpi=DPI, metadata={"Software": None})
    return file.getvalue()


def chinese_font() -> str | None:
    """Return the best Chinese font of this machine."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells when it looks for fonts
    from matplotlib.font_manager import fontManager

    known = {font.name for font in fontManager.ttflist}
    return next((name for name in CHINESE_FONTS if name in known), None)


def _draw_into(target: StringIO | BytesIO, chart: Chart, font: str | None, **form: Any) -> None:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(
        {
            "font.family": [font or "sans-serif", "sans-serif"],
            "font.size": 9,
            "svg.fonttype": "none",
            "svg.hashsalt": "jinlin",
            "axes.unicode_minus": False,
        }
    ):
        figure = Figure(figsize=(_WIDTH, _height(chart)), layout="constrained")
        axes = figure.subplots()
        axes.set_title(_plain(chart.title), fontsize=10)
        _draw(axes, chart)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", r"Glyph .* missing")  # the reader's font may have it
            figure.savefig(target, **form)


def _height(chart: Chart) -> float:
    return max(_HEIGHT, 0.32 * len(chart.labels) + 1.0) if chart.shape is Shape.ROWS else _HEIGHT


def _draw(axes: Axes, chart: Chart) -> None:
    from matplotlib.ticker import MaxNLocator

    counted = axes.xaxis if chart.shape is Shape.ROWS else axes.yaxis
    counted.set_major_locator(MaxNLocator(integer=True, nbins=6))
    if chart.shape is Shape.LINES:
        _lines(axes, chart)
    else:
        _bars(axes, chart)
    if len(chart.series) > 1:
        axes.figure.legend(
            frameon=False, ncols=len(chart.series), fontsize=8, loc="outside lower center"
        )


def _lines(axes: Axes, chart: Chart) -> None:
    places = range(len(chart.labels))
    for number, series in enumerate(chart.series):
        axes.plot(
            places, _floats(series.values), label=_plain(series.name),
            color=COLOURS[number % len(COLOURS)], marker="os^Dv"[number % 5], linewidth=1.6,
            markersize=4,
        )  # fmt: skip
    axes.set_xticks(list(places), [_plain(label) for label in chart.labels], fontsize=8)
    axes.set_ylim(bottom=0)
    axes.margins(y=0.25)
    axes.grid(axis="y", linewidth=0.4, color="#cccccc")


def _bars(axes: Axes, chart: Chart) -> None:
    """Draw bars, lying for long words, standing otherwise; several series stand on each other."""
    lying = chart.shape is Shape.ROWS
    places = list(range(len(chart.labels)))
    below = [0] * len(places)
    for number, series in enumerate(chart.series):
        values = [value or 0 for value in series.values]
        style: dict[str, Any] = {
            "label": _plain(series.name),
            "color": COLOURS[number % len(COLOURS)],
            "hatch": HATCHES[number % len(HATCHES)],
            "edgecolor": "white",
            "linewidth": 0.5,
        }
        drawn = (
            axes.barh(places, values, left=below, height=0.6, **style)
            if lying
            else axes.bar(places, values, bottom=below, width=0.6, **style)
        )
        if len(chart.series) == 1:
            axes.bar_label(
                drawn, labels=[str(value) if value else "" for value in values], padding=2
            )
        below = [low + value for low, value in zip(below, values, strict=True)]
    labels = [_plain(label) for label in chart.labels]
    if lying:
        axes.set_yticks(places, labels)
        axes.invert_yaxis()
    else:
        axes.set_xticks(places, labels, fontsize=8)
    axes.margins(x=0.15 if lying else None, y=None if lying else 0.15)


def _floats(values: Sequence[int | None]) -> list[float]:
    return [float("nan") if value is None else float(value) for value in values]


def _plain(text: str) -> str:
    """Return a text that Matplotlib does not take for a formula."""
    return xml_text(text).replace("$", r"\$")
