"""What the code cites as a source is in this repository, section by section, law by law."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from house.sources import ROOT, SOURCE

CITED = re.compile(r"\b([a-z_]+)\.md((?:,? \d+(?:\.\d+)?)*)")
HEADING = re.compile(r"^#+ (\d+(?:\.\d+)?)\b", re.MULTILINE)
LAW = re.compile(
    r"([\u4e00-\u9fff]{0,14}(?:法|条例|法典|解释|规定))》? ?第?[\d一二三四五六七八九十百]"
)


def sources() -> list[Path]:
    """Return every file of the program that may cite something."""
    return [path for path in SOURCE.rglob("*") if path.suffix in {".py", ".toml", ".sql"}]


@cache
def pages() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}


def test_every_page_and_section_that_is_cited_is_there() -> None:
    cited = {
        (path.name, match[1], match[2])
        for path in [*sources(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "scripts").glob("*.py")]
        for match in CITED.finditer(path.read_text("utf-8"))
        if match[1] in pages() or match[2]
    }
    assert len(cited) > 20
    for where, page, numbers in cited:
        headings = set(HEADING.findall(pages()[page]))
        for number in re.findall(r"\d+\.\d+|(?<=^ )\d+", numbers):
            assert number in headings, (where, page, number)


def test_every_law_that_is_cited_is_listed_with_what_it_says() -> None:
    known = pages()["practice"].partition("## 2. Terms")[0]
    cited = {
        match[1].removeprefix("中华人民共和国").removeprefix("城市")
        for path in sources()
        for match in LAW.finditer(path.read_text("utf-8"))
    }
    assert len(cited) > 10
    assert [law for law in cited if law not in known] == []
