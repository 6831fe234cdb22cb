"""The house style of Word documents, after GB/T 9704-2012 as far as its text was found.

Title 小标宋 in the middle; body 仿宋, two characters of indent; headings 黑体, 楷体; how large they
are is said in `measures`. The fonts named by the standard are absent on many machines, so each also
has another name under which Word and WPS look for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from jinlin.documents.measures import Laid, Measures
from jinlin.documents.page import Form

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

FANGSONG, KAITI, HEITI, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
TITLE_FONT: Final = "方正小标宋简体"
LATIN: Final = "Times New Roman"
OTHER_NAMES: Final = {
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    SONGTI: "SimSun",
    TITLE_FONT: "华文中宋",
}
"""Where a font is absent, the one that Word takes instead."""

BODY, TITLE, ABOVE, BELOW = "Normal", "Title", "近邻 题上", "近邻 题下"
FIELD, ITEM, CLOSING, CUT, CELL, HEAD_CELL = (
    "近邻 字段", "近邻 列项", "近邻 落款", "近邻 裁切", "近邻 表格", "近邻 表头",
)  # fmt: skip
FLUSH: Final = "近邻 顶格"
BOX_LABEL, BOX_FOOT, SMALL = "近邻 表栏", "近邻 栏末", "近邻 页脚"
LABEL: Final = "近邻 标签"
"""The character style of a field's label."""


def styled(document: Document, form: Form, size: Measures, *, keep: bool = False) -> None:
    """Give a document the house's styles.

    Args:
        document: the document.
        form: how its pages are set.
        size: the measures they are set in.
        keep: what it has of these names stays as it is, and what applies everywhere too.
    """
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    if not keep:
        _defaults(document)
        _name_fonts(document)
    styles = document.styles
    names = {each.name for each in styles}

    def style(name: str, font: str, points: float, **layout: Any) -> None:
        known = name in names
        if known and keep:
            return
        made: Any = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            made.base_style = styles[BODY]
            made.quick_style = True
        set_fonts(made.element.get_or_add_rPr(), font)
        made.font.size = _points(points)
        made.font.bold = layout.pop("bold", False)
        made.font.italic = False
        made.font.color.rgb = _black()
        shape = made.paragraph_format
        shape.space_before, shape.space_after = _points(0), _points(0)
        shape.line_spacing = _points(layout.pop("line", size.line))
        shape.keep_with_next = layout.pop("keep", False)
        shape.alignment = layout.pop("align", ALIGN.JUSTIFY)
        shape.right_indent = _points(layout.pop("right", 0) * points)
        _first_line(made, layout.pop("indent", 0), points)
        _without_border(made)
        _without_spacing(made)

    _write_styles(style, form, size)
    _close_up(styles[BODY])
    if LABEL not in names:
        label = styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER)
        set_fonts(label.element.get_or_add_rPr(), HEITI)


def _write_styles(style: Callable[..., None], form: Form, size: Measures) -> None:
    """Say how each kind of paragraph looks."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    style(BODY, FANGSONG, size.body, indent=2)
    style(TITLE, TITLE_FONT, size.title, align=ALIGN.CENTER, line=size.title_line)
    style(ABOVE, FANGSONG, size.body, align=ALIGN.CENTER)
    style(BELOW, KAITI, size.body if form is Form.OFFICIAL else size.cell, align=ALIGN.CENTER)
    style("Heading 1", HEITI, size.body, indent=2, keep=True)
    style("Heading 2", KAITI, size.body, indent=2, keep=True)
    style("Heading 3", FANGSONG, size.body, indent=2, keep=True, bold=True)
    style(FLUSH, FANGSONG, size.body)
    style(FIELD, FANGSONG, size.body, align=ALIGN.LEFT)
    style(ITEM, FANGSONG, size.body, indent=2)
    style(CLOSING, FANGSONG, size.body, align=ALIGN.RIGHT, right=4)  # 右空四字
    style(CUT, SONGTI, 10.5, align=ALIGN.CENTER)
    style(BOX_LABEL, HEITI, size.cell, align=ALIGN.CENTER, line=size.cell_line)
    style(BOX_FOOT, FANGSONG, size.cell, align=ALIGN.RIGHT, line=size.cell_line)
    style(SMALL, SONGTI, 9, align=ALIGN.LEFT, line=11)
    style(CELL, FANGSONG, size.cell, align=ALIGN.LEFT, line=size.cell_line)
    style(HEAD_CELL, HEITI, size.cell, align=ALIGN.CENTER, line=size.cell_line, keep=True)


def set_paper(section: Section, laid: Laid) -> None:
    """Set the paper and its margins."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    top, right, bottom, left = laid.margins
    wide = laid.page.wide
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.footer_distance = Mm(bottom * 0.6)


def set_fonts(properties: Any, chinese: str) -> None:
    """Name the fonts of a style or a run; what a theme would say instead goes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for kind, name in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", chinese), ("cs", LATIN)):
        fonts.set(qn(f"w:{kind}"), name)
    properties.insert(0, fonts)


def _defaults(document: Document) -> None:
    """Say that the text is Chinese, and name the fonts of what has no style."""
    from docx.oxml.ns import qn

    root = document.styles.element
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    set_fonts(defaults, FANGSONG)
    for language in defaults.findall(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")


def _name_fonts(document: Document) -> None:
    """List the fonts with the names to look for where they are absent."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in OTHER_NAMES.items()
    )
    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    text = part.blob.decode("utf-8")
    part._blob = text.replace("</w:fonts>", f"{entries}</w:fonts>").encode()  # noqa: SLF001  (no setter)


def _first_line(style: Any, characters: int, points: float) -> None:
    """Indent the first line by so many characters of the style's own size."""
    from docx.oxml.ns import qn

    style.paragraph_format.first_line_indent = _points(characters * points)
    indent = style.element.pPr.find(qn("w:ind"))
    if indent is not None:
        indent.set(qn("w:firstLineChars"), str(characters * 100))


def _close_up(style: Any) -> None:
    """Put nothing between Chinese and figures: 第3号楼 stays one word, lines are as reckoned."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        apart = OxmlElement(name)
        apart.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().insert_element_before(
            apart, "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc",
            "w:outlineLvl",
        )  # fmt: skip


def _without_spacing(style: Any) -> None:
    """Set letters as close as they are; the usual title's are spaced and kerned."""
    from docx.oxml.ns import qn

    letters = style.element.get_or_add_rPr()
    for name in ("w:spacing", "w:kern"):
        for found in letters.findall(qn(name)):
            letters.remove(found)


def _without_border(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _black() -> Any:
    from docx.shared import RGBColor

    return RGBColor(0, 0, 0)
