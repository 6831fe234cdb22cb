"""Every paper names its East Asian fonts, and what stands in for each where it is missing."""

from __future__ import annotations

import io
import re
import zipfile

from jinlin.documents.html import STYLE

EVERYWHERE = ("Noto Serif CJK SC", "Noto Sans CJK SC")
"""What stands last but one in a stack of a page: free, and on every Linux."""


def test_each_style_of_a_word_file_names_a_chinese_font_that_has_another_name(
    in_word: io.BytesIO,
) -> None:
    with zipfile.ZipFile(in_word) as packed:
        text, styles, fonts = (
            packed.read(f"word/{part}.xml").decode() for part in ("document", "styles", "fontTable")
        )
        charts = [
            packed.read(n).decode()
            for n in packed.namelist()
            if "chart" in n and n.endswith(".xml")
        ]
    used = set(re.findall(r'<w:[pr]Style w:val="([^"]+)"', text))
    known = dict(
        re.findall(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*>(.*?)</w:style>', styles, re.DOTALL)
    )
    named = {one: re.findall(r'w:eastAsia="([^"]+)"', known[one]) for one in used}
    assert {one for one in used if not named[one] and "w:basedOn" not in known[one]} == set()
    for font in {font for found in named.values() for font in found}:
        assert re.search(rf'w:name="{font}"><w:altName w:val="[^"]+"', fonts), font
    assert charts
    assert all("<a:ea typeface=" in chart for chart in charts)


def test_each_stack_of_a_page_has_a_chinese_font_of_every_system() -> None:
    stacks = re.findall(r"font-family: ([^;]+);", STYLE)
    assert stacks
    assert [stack for stack in stacks if not any(font in stack for font in EVERYWHERE)] == []
