"""Everything that leaves the house for everybody: no name, phone, id, door or private issue."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from harness import Jinlin
from report.board.conftest import PRIVATE, SECRET

from jinlin.core.people.parties import party_in
from jinlin.store.schema.personal import PERSONAL, Content

FORBIDDEN = (
    "零投诉", "100%满意", "落后户", "钉子户", "刺头", "不配合户", "欠费名单", "党支部决定收取",
    "党支部批准加装", "视为同意", "志愿服务记录证明",
)  # fmt: skip
"""practice.md 2.2."""
TOLD = {Content.NAME, Content.PHONE, Content.ID_NUMBER}
NUMBERS = ("N1", "N2", "N3", "N4", "N5")


def secrets(jinlin: Jinlin) -> set[str]:
    """Return every name, phone and id in the database, whichever table keeps it."""
    with contextlib.closing(sqlite3.connect(jinlin.db)) as connection:
        found = {
            str(value)
            for table, columns in PERSONAL.items()
            for column, content in columns.items()
            if content in TOLD and column not in {"pinyin", "initials"}
            for (value,) in connection.execute(f"SELECT {column} FROM {table}")
            if value
        }
    return {value for value in found if not party_in(value).open}


def word_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def outputs(jinlin: Jinlin) -> Iterator[tuple[str, str]]:
    """Return every public output, by name."""
    for number in NUMBERS:
        for form in ((), ("--md",), ("--json",)):
            yield f"print {number} {form}", jinlin("notice", "print", number, *form).out
        for ending in ("docx", "html", "txt", "md", "json"):
            name = f"{number}.{ending}"
            jinlin("notice", "print", number, "-o", name)
            path = jinlin.folder / name
            yield name, word_text(path) if ending == "docx" else path.read_text("utf-8-sig")
    yield "result", jinlin("notice", "print", "N1", "--result").out
    jinlin("notice", "site", "网站")
    for path in sorted((jinlin.folder / "网站").iterdir()):
        yield path.name, path.read_text("utf-8")


def test_nothing_public_names_anybody_or_uses_a_word_that_must_never_be_printed(
    lived_in: Jinlin,
) -> None:
    hidden = secrets(lived_in)
    assert {"欧阳娜娜", "独孤大爷", "王小明", "李四光", "赵老板", "13912345678", "13711112222",
            "350102199001011234", "林秀英"} <= hidden  # fmt: skip
    hidden |= {"1502", PRIVATE, SECRET, "发展党员", "没贴的草稿", "不公开的提问"}
    seen = 0
    for name, text in outputs(lived_in):
        seen += 1
        flat = re.sub(r"\s|\\", "", text)
        assert not [secret for secret in hidden if secret in flat], name
        assert not [word for word in FORBIDDEN if word in text], name
    assert seen > 40


def test_no_screen_about_notices_uses_such_a_word_either(lived_in: Jinlin) -> None:
    for verb in ("due", "list", "matters", "powers", "questions"):
        text = lived_in("notice", verb).out
        assert not [word for word in FORBIDDEN if word in text]


def test_what_was_written_is_there_without_them(lived_in: Jinlin) -> None:
    page = lived_in("notice", "print", "N1").out.replace("\n", "")
    assert "某居民（***，***）和某居民住3-1-***，3号楼1单元***室，某居民、某居民、" in page


def test_whoever_is_named_as_the_contact_can_be_reached(lived_in: Jinlin) -> None:
    lived_in("notice", "edit", "N5", "--contact", "欧阳娜娜 139 1234 5678", "--reason", "换人")
    assert "欧阳娜娜 139 1234 5678" in lived_in("notice", "print", "N5").out
    lived_in("notice", "edit", "N5", "--contact", "欧阳娜娜 350102199001011234", "--reason", "换人")
    assert "350102" not in lived_in("notice", "print", "N5").out


def test_whoever_is_the_contact_is_named_in_the_text_too_but_not_at_home(lived_in: Jinlin) -> None:
    said = "请向欧阳娜娜（139 1234 5678）报名，欧阳娜娜家不收东西，李四光有事。"
    lived_in("notice", "edit", "N5", "--text", said, "--contact", "欧阳娜娜，13912345678",
             "--reason", "换人")  # fmt: skip
    page = lived_in("notice", "print", "N5").out.replace("\n", "")
    assert "请向欧阳娜娜（139 1234 5678）报名，某居民家不收东西，某居民有事。" in page


def test_whoever_holds_a_post_may_be_the_contact(lived_in: Jinlin) -> None:
    lived_in("notice", "edit", "N5", "--contact", "林秀英 0591-12345678", "--reason", "换人")
    assert "林秀英 0591-12345678" in lived_in("notice", "print", "N5").out


def test_whoever_is_to_be_asked_for_by_a_surname_stays_but_not_in_a_place(lived_in: Jinlin) -> None:
    lived_in("notice", "edit", "N5", "--contact", "社区陈女士 0591-12345678", "--place", "老林家门口",
             "--reason", "换人")  # fmt: skip
    page = lived_in("notice", "print", "N5").out
    assert "社区陈女士 0591-12345678" in page
    assert "老林" not in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_holds_no_more_than_the_page(lived_in: Jinlin, lang: str) -> None:
    data = lived_in("notice", "print", "N1", "--json", lang=lang).data
    assert "欧阳娜娜" not in str(data)


def test_somebody_nobody_knows_is_hidden_in_a_notice_and_that_is_said(jinlin: Jinlin) -> None:
    told = jinlin(
        "notice", "post", "梁祎姝反映漏水的处理", "--type", "通知", "--place", "大厅", "--for", "全体居民",
        "--text", "梁 祎姝家漏水已修，住五〇二，闽A 12345请移开，QQ 12345678。",
    )  # fmt: skip
    assert "jinlin 设置 设置 不是人名 梁祎姝" in told.err
    printed = jinlin("notice", "print", "N1").out
    assert "关于某居民反映漏水的处理的通知" in "".join(printed.split())
    assert "某居民家漏水已修，住***，***请移开，QQ***。" in "".join(printed.split())
    jinlin("notice", "site", "站")
    pages = "".join(p.read_text("utf-8") for p in (jinlin.folder / "站").rglob("*.html"))
    assert not [told for told in ("梁", "五〇二", "12345") if told in pages]
