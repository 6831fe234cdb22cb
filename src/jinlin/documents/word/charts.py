"""Charts in a Word document: Office's own, with their figures in a workbook behind them.

Word and WPS draw them in their own fonts, and whoever goes on writing can edit the figures. What a
workbook of ours holds is put in as it is: its chart, and the workbook itself. The title is a line
of text, which still stands where a viewer draws no charts.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from jinlin.documents.chart_marks import height_on_paper
from jinlin.documents.measures import Laid
from jinlin.documents.page import Chart
from jinlin.documents.word import styles as house
from jinlin.documents.xlsx import chart_leaf, write_tables
from jinlin.documents.xmltext import xml_text

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DRAWN = "xl/charts/chart1.xml"


def add_chart(document: Any, chart: Chart, laid: Laid) -> None:
    """Append a chart below its title."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    title = document.add_paragraph(xml_text(chart.title), house.ABOVE)
    title.paragraph_format.keep_with_next = True
    paragraph = document.add_paragraph(style=house.ABOVE)
    paragraph.paragraph_format.line_spacing = 1.0
    drawing = _drawing(
        document.part.relate_to(_part(document.part.package, chart), _relation("chart")),
        document.part.next_id,
        (Mm(laid.width), Mm(height_on_paper(chart, laid))),
    )
    drawing.find(f".//{qn('wp:docPr')}").set("descr", xml_text(chart.alt))
    paragraph.add_run()._element.append(drawing)  # noqa: SLF001  (python-docx adds pictures only)


def _part(package: Any, chart: Chart) -> Any:
    """Return the chart as a part of the document, the workbook of its figures behind it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part, XmlPart
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    book = BytesIO()
    write_tables(book, [chart_leaf(chart)])
    root: Any = parse_xml(ZipFile(book).read(_DRAWN))
    drawn = root.find(f"{{{_CHART}}}chart")
    drawn.remove(drawn.find(f"{{{_CHART}}}title"))
    drawn.insert(0, drawn.makeelement(f"{{{_CHART}}}autoTitleDeleted", {"val": "1"}))
    _say_no(root)
    _name_chinese_fonts(root)
    part = XmlPart(
        package.next_partname("/word/charts/chart%d.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        root,
        package,
    )
    figures = Part(
        PackURI(part.partname.replace("/charts/chart", "/embeddings/figures")[:-4] + ".xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        book.getvalue(),
        package,
    )
    link = {qn("r:id"): part.relate_to(figures, _relation("package"))}
    behind = root.makeelement(f"{{{_CHART}}}externalData", link)
    root.replace(root.find(f"{{{_CHART}}}printSettings"), behind)
    return part


def _say_no(root: Any) -> None:
    """Say what is not shown: Word takes for true what a workbook may leave unsaid."""
    no = {"val": "0"}
    for shown in root.iter(f"{{{_CHART}}}showVal"):
        shown.addprevious(shown.makeelement(f"{{{_CHART}}}showLegendKey", no))
        for name in ("showBubbleSize", "showPercent", "showSerName", "showCatName"):
            shown.addnext(shown.makeelement(f"{{{_CHART}}}{name}", no))
    for line in root.iter(f"{{{_CHART}}}lineChart"):
        for series in line.findall(f"{{{_CHART}}}ser"):
            series.append(series.makeelement(f"{{{_CHART}}}smooth", no))
    root.find(f"{{{_CHART}}}lang").addnext(root.makeelement(f"{{{_CHART}}}roundedCorners", no))


def _name_chinese_fonts(root: Any) -> None:
    """Name each font for Chinese too: a workbook names it for Latin letters alone."""
    for latin in root.iter(f"{{{_DRAWING}}}latin"):
        latin.addnext(latin.makeelement(f"{{{_DRAWING}}}ea", {"typeface": latin.get("typeface")}))


def _drawing(link: str, number: int, size: tuple[int, int]) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    wide, high = size
    return parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}"'
        f' name="Chart {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{link}"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )


def _relation(kind: str) -> str:
    return f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
