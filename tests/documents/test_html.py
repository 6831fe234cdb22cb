"""Html pages: everything people wrote stands as text, and nothing is loaded from anywhere."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.documents.html import html_of
from jinlin.documents.page import (
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
)


class Read(HTMLParser):
    """What a browser would find: elements, attributes and text; where a title may break is neither."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text.replace("<wbr>", ""))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page(text: str) -> Page:
    return Page(
        title=text, above=(text,), below=(text,),
        blocks=(
            Heading(text), Paragraph(text), Field(text, text), Items((text,)),
            Table((text,), ((text,),)), Cut(text), Closing((text,)),
        ),
    )  # fmt: skip


@given(
    st.text()
    | st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>-->"])
)
def test_nothing_that_was_written_becomes_markup(text: str) -> None:
    plain = Read(html_of([page("甲")]))
    found = Read(html_of([page(text)]))
    assert [tag for tag, _attrs in found.elements] == [tag for tag, _attrs in plain.elements]
    assert not [key for _tag, attrs in found.elements for key in attrs if key.startswith("on")]


def test_text_comes_back_as_it_was() -> None:
    said = Read(html_of([page("<b> & \"甲\" 'x'")]))
    assert said.text.count("<b> & \"甲\" 'x'") == 13


def test_nothing_is_loaded_from_elsewhere() -> None:
    i18n.install("zh")
    text = html_of([page("甲")])
    read = Read(text)
    assert not [word for word in ("http:", "https:", "url(") if word in text]
    policy = next(a["content"] for t, a in read.elements if a.get("http-equiv"))
    assert str(policy).startswith("default-src 'none'")
    assert ("html", {"lang": "zh-CN"}) in read.elements
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _attrs in read.elements}


def test_on_a_phone_a_row_is_headed_by_a_name_alone_and_by_a_figure_beside_its_heading() -> None:
    headings = tuple(f"标题很长的一栏{number}" for number in range(8))
    rows = tuple((first, *"甲乙丙丁戊己庚") for first in ("3-1-502", "3"))
    table = html_of([Page("表", (Table(headings, rows),))])
    assert "<td>3-1-502</td>" in table.replace(' class="whole"', "")
    assert f'data-heading="{headings[0]}">3</td>' in table


def test_a_title_breaks_on_a_phone_between_words_alone() -> None:
    title = html_of([Page(title="关于3号楼1单元加装电梯方案的公示", blocks=())]).split("<h1>")[1]
    pieces = title.split("</h1>")[0].split("<wbr>")
    assert pieces == ["关于", "3号楼", "1单元", "加装", "电梯", "方案的", "公示"]
