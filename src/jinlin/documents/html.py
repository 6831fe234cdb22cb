"""Pages as one html file that needs nothing else: no font, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import Final

from jinlin.core.i18n import speaking
from jinlin.documents.box import Box, BoxCell
from jinlin.documents.columns import least_width, shared, stays_whole
from jinlin.documents.page import (
    Attachments,
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
    attached,
)
from jinlin.documents.titles import title_words
from jinlin.documents.xmltext import xml_text

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may load for such a file; the style stands in it, and no script unless named."""

READABLE: Final = 8
"""So wide a column of long texts can just be read; columns of a screen."""
PHONE: Final = 54
"""So many columns of a screen a table takes at most on a phone of 390 px."""

STYLE: Final = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; line-height: 1.75;
  font-family: "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "SimSun", "宋体", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
article + article { border-top: 2px solid #555; margin-top: 2.5rem; padding-top: 1.5rem; }
h1 { font-size: 1.6rem; font-weight: 600; line-height: 1.4; text-align: center; text-wrap: balance; margin: .3rem 0;
  word-break: keep-all; overflow-wrap: anywhere;
  font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif; }
h2, h3, h4, th, dt, caption { font-family: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; }
h2 { font-size: 1.15rem; font-weight: 600; margin: 1.4rem 0 .4rem; }
h3, h4 { font-size: 1.05rem; font-weight: 600; margin: 1rem 0 .3rem; }
p { margin: .35rem 0; text-indent: 2em; overflow-wrap: anywhere; }
p.flush, p.above, p.below, p.cut, p.alt { text-indent: 0; }
p.above, p.below { text-align: center; }
dl { display: grid; grid-template-columns: minmax(4em, max-content) 1fr; gap: .2rem .6rem; margin: .6rem 0; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
ol, ul { margin: .35rem 0; padding-left: 2.4em; } li { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .95rem; }
th, td { border: 1px solid #555; padding: .25rem .5rem; text-align: left; vertical-align: top; }
th, td { min-width: 4.5em; } .whole { white-space: nowrap; }
th { background: #eef2f6; font-weight: 600; } td.number, th.number { text-align: right; min-width: 0; }
table.tall td { height: 2.6rem; }
footer { margin-top: 1.6rem; text-align: right; }
footer p { text-indent: 0; } footer.left { text-align: left; }
table.box { table-layout: fixed; } table.box th { background: none; text-align: center; vertical-align: middle; }
p.foot { margin: .6rem 0 0; text-align: right; text-indent: 0; }
p.code { margin-top: 1.2rem; font-size: .75rem; color: #555; text-indent: 0; }
p.cut { border-top: 1px dashed #555; margin: 1.6rem 0 .6rem; padding-top: .2rem; text-align: center; font-size: .9rem; }
figure { margin: .8rem auto; } figure svg { width: 100%; height: auto; }
@media screen and (max-width: 30rem) { main { padding: 1rem .6rem 2rem; } table { font-size: .75rem; }
  th, td { padding: .2rem; min-width: 0; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
  table.box, table.box tbody, table.box tr, table.box th, table.box td { display: block; width: auto; height: auto !important; }
  table.box tr { border: 1px solid #555; } table.box th, table.box td { border: 0; text-align: left; }
  table.box { font-size: .95rem; } table.box td { min-height: 1.75rem; }
  table.wide, table.wide tbody { display: block; } table.wide { font-size: .9rem; } table.wide thead { display: none; }
  table.wide tr { display: flex; height: auto; flex-wrap: wrap; gap: 0 1.2em; border: 1px solid #555; border-bottom: 0; padding: .3rem .5rem; }
  table.wide tr:last-child { border-bottom: 1px solid #555; }
  table.wide td { border: 0; padding: 0; height: auto; min-width: 0; text-align: left; overflow-wrap: anywhere; }
  table.wide br { display: none; } table.wide br + span::before { content: "／"; }
  table.wide td:first-child { flex-basis: 100%; font-weight: 600; } table.wide td:empty { display: none; }
  table.wide td[data-heading]::before { content: attr(data-heading) " "; color: #555; font-size: .85em; } }
@media print {
  @page { size: A4; margin: 25mm 22mm 22mm 25mm; }
  body { font-size: 12pt; } main { max-width: none; padding: 0; }
  article + article { border: 0; margin: 0; padding: 0; break-before: page; }
  tr, figure, footer { break-inside: avoid; } thead { display: table-header-group; }
  h2, h3, h4 { break-after: avoid; }
}
"""  # noqa: E501  (style, not code)


def html_of(pages: Sequence[Page]) -> str:
    """Return pages as a whole html file."""
    body = "\n".join(article(page) for page in pages)
    return whole(title=pages[0].title, body=f"<main>\n{body}\n</main>")


def whole(*, title: str, body: str, style: str = "", script: str = "") -> str:
    """Return a whole html file.

    Args:
        title: the text of its title.
        body: its body, html already.
        style: rules beside those of the house.
        script: what alone may run in it, known to the browser by its digest.
    """
    language = "zh-CN" if speaking() == "zh" else "en"
    policy = f"{POLICY}; script-src 'sha256-{_digest(script)}'" if script else POLICY
    running = f"<script>{script}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{safe(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n"
        f"<body>\n{body}\n{running}</body>\n</html>\n"
    )


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def safe(text: str) -> str:
    """Return a text as html shows it as it is, in an element or in an attribute."""
    return escape(xml_text(text))


def article(page: Page) -> str:
    """Return one page as an element of html."""
    return "\n".join(("<article>", *_head(page), *_blocks(page.blocks), *_foot(page), "</article>"))


def _head(page: Page) -> Iterator[str]:
    yield "<header>"
    for line in page.above:
        yield f'<p class="above">{safe(line)}</p>'
    yield f"<h1>{'<wbr>'.join(map(escape, title_words(xml_text(page.title))))}</h1>"
    for line in page.below:
        yield f'<p class="below">{safe(line)}</p>'
    yield "</header>"


def _foot(page: Page) -> Iterator[str]:
    if page.code:
        yield f'<p class="code">{safe(page.code)}</p>'


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    listing = False
    for block, following in pairwise((*blocks, None)):
        if isinstance(block, Field):
            if not listing:
                yield "<dl>"
            yield f"<dt>{safe(block.label)}</dt><dd>{safe(block.text)}</dd>"
            listing = isinstance(following, Field)
            if not listing:
                yield "</dl>"
        elif block is not None:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901  (one case a block)
    match block:
        case Heading(text=text, level=level):
            yield f"<h{level + 1}>{safe(text)}</h{level + 1}>"
        case Paragraph(text=text, flush=flush):
            yield f'<p class="flush">{safe(text)}</p>' if flush else f"<p>{safe(text)}</p>"
        case Items(texts=texts, numbered=numbered):
            mark = "ol" if numbered else "ul"
            yield f"<{mark}>" + "".join(f"<li>{safe(text)}</li>" for text in texts) + f"</{mark}>"
        case Table():
            yield from _table(block)
        case Box():
            yield from _box(block)
        case Attachments():
            yield from (f"<p>{safe(line)}</p>" for line in attached(block))
        case Closing(texts=texts):
            mark = ' class="left"' if block.left else ""
            yield (
                f"<footer{mark}>" + "".join(f"<p>{safe(text)}</p>" for text in texts) + "</footer>"
            )
        case Cut(text=text):
            yield f'<p class="cut">{safe(text)}</p>'
        case Chart(alt=alt):
            yield f'<figure role="img" aria-label="{safe(alt)}">{_drawing(block)}</figure>'
        case Field():
            raise AssertionError(block)


def _drawing(chart: Chart) -> str:
    from jinlin.documents.charts import svg_of

    return svg_of(chart)


def _table(table: Table) -> Iterator[str]:
    numeric = table.numeric or (False,) * len(table.headings)
    wide = least_width(table, READABLE) > PHONE
    yield f'<div class="scroll"><table{_classes(tall=table.tall, wide=wide)}>'
    heads = (
        f'<th scope="col"{_classes(number=right, whole=stays_whole(text))}>{safe(text)}</th>'
        for text, right in zip(table.headings, numeric, strict=True)
    )
    yield f"<thead><tr>{''.join(heads)}"
    yield "</tr></thead><tbody>"
    for row in table.rows:
        told = zip(row, numeric, _beside(table.headings, row, wide=wide), strict=True)
        cells = (_cell(text, number=right, heading=said) for text, right, said in told)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"


def _beside(headings: Sequence[str], row: Sequence[str], *, wide: bool) -> Iterator[str]:
    """Yield what each cell is read beside on a phone; a name heads its row and needs nothing."""
    for place, (heading, text) in enumerate(zip(headings, row, strict=True)):
        figure = not text.strip("0123456789.,")
        yield heading if wide and (place or figure) else ""


def _classes(**names: bool) -> str:
    said = " ".join(name for name, has in names.items() if has)
    return f' class="{said}"' if said else ""


def _cell(text: str, *, number: bool, heading: str) -> str:
    """Return a cell; one of a table too wide for a phone is read there beside its heading."""
    looks = _classes(number=number, whole=stays_whole(text))
    said = f' data-heading="{safe(heading)}"' if heading else ""
    return f"<td{looks}{said}>{_lines(text)}</td>"


def _lines(text: str) -> str:
    """Return the lines of a cell; of several, each that is a day or a number stays in one piece."""
    if "\n" not in text:
        return safe(text)
    return "<br>".join(
        f'<span class="whole">{safe(line)}</span>' if stays_whole(line) else safe(line)
        for line in text.split("\n")
    )


def _box(box: Box) -> Iterator[str]:
    yield '<table class="box"><colgroup>'
    yield "".join(f'<col style="width:{share:.1f}%">' for share in shared(box.widths, 100))
    yield "</colgroup><tbody>"
    for row in box.rows:
        tall = f' style="height:{row.height}mm"' if row.height else ""
        yield f"<tr{tall}>{''.join(map(_box_cell, row.cells))}</tr>"
    yield "</tbody></table>"


def _box_cell(cell: BoxCell) -> str:
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    text = "<br>".join(map(safe, cell.text.split("\n")))
    if cell.label:
        return f"<th{span}>{text}</th>"
    foot = "<br>".join(map(safe, cell.foot.split("\n")))
    below = f'<p class="foot">{foot}</p>' if foot else ""
    return f"<td{span}>{text}{below}</td>"
