"""What no paper says: inner numbers, commands, days as a computer writes them, and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import pytest
from example_year.papers import PAPERS
from paper_rules import only_what_is_known
from printed import Printed

from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.documents.page import Page

SAYS: Final = {
    "code": r"(?<![0-9A-Za-z〔-])(?:[ADEFGMNPQTVWXY]\d+|M\d+-V?\d+|V\d+)(?![0-9A-Za-z]|-[RV])",
    "marker": r"【不公开】|不公开】",
    "command": r"jinlin",
    "iso day": r"\d{4}-\d\d-\d\d",
    "word of a computer": r"[A-Za-z]{3,}",
    "doubled": r"(听取|讨论|研究|审议|决定|会议认为，)了?\1|[。；，：]{2}",
    "nobody in a post": r"(执行人|责任人|责任单位|主持人?|记录人?|经手人|审批人|组长|主任)[：\s]*某居民",
    "blank": r"[\u4e00-\u9fff] \d|(?<!\d\d-\d)\d [\u4e00-\u9fff]",
    "checksum": r"校验|[0-9a-f]{16}",
}
"""What stands wrongly on a Chinese paper, by the name of the rule; the small line at its foot may."""
DIGEST: Final = r"\b(?:[0-9a-f]{16,64}|(?:[0-9a-f]{4} ){3}[0-9a-f]{4})\b"
"""Salted anew in every database, it may hold any letters: only “checksum” looks at it."""
FIRMS: Final = {
    "经费公开": ("春江街道党工委", "春江文印店", "惠民超市", "福建梅苑传媒有限公司", "春江园林绿化有限公司"),
    "经费公开-公共收益": ("福建梅苑传媒有限公司", "春江园林绿化有限公司"),
    "经费公开-打上记号": ("工商银行春江支行", "梅苑食堂"),
    "公开-经费": ("春江街道党工委", "春江文印店", "惠民超市"),
    "公开-公共收益": ("福建梅苑传媒有限公司", "春江园林绿化有限公司"),
    "电梯资金公开": (
        "福建闽升电梯工程有限公司", "国网春江供电公司", "春江区住房和城乡建设局", "工商银行春江支行",
    ),
}  # fmt: skip
"""Who is an organisation, and is named on a page that hangs."""
EXEMPT: Final = {
    ("移交清单", "code"): "who takes over finds the records by it",
    ("移交清单", "checksum"): "the backup that was handed over is known by it",
    ("移交清单", "word of a computer"): "SHA-256, and the name of the backup's file",
    ("议题清单-内部", "marker"): "it stays in the branch, which must know what not to tell",
}
"""Where a rule does not hold, and why."""
STILL: Final = ""
"""What is still wrong: a paper and the rules it breaks, parted by commas. Who mends it takes it off."""

CHINESE: Final = {paper.name for paper in PAPERS if not paper.line.endswith("--语言 en")}
SHEETS: Final = {paper.name: paper.sheets for paper in PAPERS if paper.sheets}


@pytest.mark.parametrize("rule", SAYS)
def test_no_paper_says(rule: str, printed: Printed) -> None:
    broken = {
        name: found
        for name, text in printed.texts.items()
        if name in CHINESE and (name, rule) not in EXEMPT and (found := _found(rule, text))
    }
    only_what_is_known(rule, broken, STILL)


def test_no_english_paper_says_an_inner_number(english: Printed) -> None:
    broken = {
        name: found
        for name, text in english.texts.items()
        if (name, "code") not in EXEMPT and (found := _found("code", text))
    }
    assert broken == {}


def test_an_organisation_is_named_where_money_is_told(printed: Printed) -> None:
    broken = {
        name: missing
        for name, firms in FIRMS.items()
        if (missing := [firm for firm in firms if firm not in printed.texts[name]])
    }
    only_what_is_known("organisation", broken, STILL)


def test_a_paper_takes_as_many_sheets_as_are_declared(printed: Printed) -> None:
    broken = {
        name: [str(count)]
        for name, declared in SHEETS.items()
        if (count := _sheets(printed.pages[name])) != declared
    }
    only_what_is_known("sheets", broken, STILL)


def _found(rule: str, text: str) -> list[str]:
    """Return where a text breaks a rule, with what stands around it."""
    read = text if rule == "checksum" else re.sub(DIGEST, "", text)
    return [
        read[max(0, match.start() - 15) : match.end() + 10].replace("\n", "⏎")
        for match in re.finditer(SAYS[rule], read)
    ]


def _sheets(pages: Sequence[Page]) -> int:
    size = fitted(pages)
    return sum(sheets(Laid(page, size)) for page in pages)
