"""What comes from outside has a bound before it is read, whichever command reads it."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import xlsxwriter
from exchange.test_bad_files import changed, refused
from harness import Jinlin
from processes import run_python

from jinlin.core.errors import FileError
from jinlin.core.files.reading import MAX_TEXT, MAX_TOML, piped_text, read_file, read_toml
from jinlin.exchange.file import opener, workbook

HELD = """
import sys
sys.path.insert(0, sys.argv[1])
import opener
opener.hold_to_memory()
print("held")
"""

Unchanged = Callable[[], None]


def test_the_process_that_opens_workbooks_is_held_to_its_memory(tmp_path: Path) -> None:
    done = run_python("-c", HELD, str(Path(opener.__file__).parent), folder=tmp_path)
    assert (done.stdout.strip(), done.stderr) == (b"held", b"")


def book_of_sheets(count: int) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for _ in range(count):
            book.add_worksheet().write(0, 0, "房号")
    return out.getvalue()


def in_relations(change: Callable[[bytes], bytes]) -> bytes:
    return changed(book_of_sheets(3), "xl/_rels/workbook.xml.rels", change)


@pytest.mark.parametrize(
    "data",
    [
        in_relations(lambda x: x.replace(b"sheet2.xml", b"sheet1.xml")),
        in_relations(lambda x: x.replace(b"worksheets/sheet2.xml", b"/xl/worksheets/Sheet1.xml")),
        in_relations(lambda x: x.replace(b"sheet3.xml", b"sheet&#49;.xml")),
        in_relations(lambda x: x.replace(b"<Relationships", b"<!DOCTYPE x><Relationships", 1)),
        changed(book_of_sheets(3), "xl/workbook.xml", lambda x: x.replace(b"rId2", b"rId1")),
        changed(
            book_of_sheets(1),
            "xl/workbook.xml",
            lambda x: x.replace(
                b"</sheets>",
                b'<sheet name="t" sheetId="9" relationships:id="rId1"/>' * 5000 + b"</sheets>",
            ),
        ),
    ],
)
def test_sheets_that_name_one_part_are_refused_before_it_is_read_twice(
    tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_words, **_options: pytest.fail("it was opened"))
    (tmp_path / "a.xlsx").write_bytes(data)
    assert "not packed like a real workbook" in refused(tmp_path / "a.xlsx").message


@pytest.mark.parametrize("encoding", [b"utf-7", b"rot13", b"gb18030", b"mine"])
def test_a_list_of_sheets_in_an_encoding_nobody_reads_is_refused(
    tmp_path: Path, encoding: bytes
) -> None:
    (tmp_path / "a.xlsx").write_bytes(
        changed(
            book_of_sheets(1),
            "xl/workbook.xml",
            lambda x: b'<?xml version="1.0" encoding="' + encoding + b'"?>' + x[x.find(b"<w") :],
        )
    )
    assert "damaged" in refused(tmp_path / "a.xlsx").message


def test_members_whose_names_differ_in_case_alone_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book_of_sheets(2))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/_rels/Workbook.xml.rels", "<Relationships/>")
    assert "not packed like a real workbook" in refused(path).message


def test_what_is_handed_on_of_a_workbook_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opener, "MAX_WRITTEN", 100)
    with pytest.raises(opener.TooMuchError):
        opener.write_sheets(book_of_sheets(3), opener.Lines(io.BytesIO()))
    monkeypatch.setattr(opener, "MAX_WRITTEN", 10_000)
    opener.write_sheets(book_of_sheets(3), opener.Lines(io.BytesIO()))
    monkeypatch.setattr(opener, "MAX_SHEETS", 2)
    with pytest.raises(opener.TooMuchError):
        opener.write_sheets(book_of_sheets(3), opener.Lines(io.BytesIO()))
    # The process of its own says so by its exit code.
    source = Path(opener.__file__).read_text("utf-8").replace("200 * 2**20", "100")
    (tmp_path / "opener.py").write_text(source, "utf-8")
    monkeypatch.setattr(workbook, "__file__", str(tmp_path / "workbook.py"))
    (tmp_path / "a.xlsx").write_bytes(book_of_sheets(3))
    assert "more in the sheets" in refused(tmp_path / "a.xlsx").message


@pytest.mark.parametrize(
    "text",
    [
        "base = " + "9" * 5000,
        ".".join(["a"] * 20_000) + " = 1",
        "a = " + "[" * 900 + "]" * 900,
        "a = " + "[\n" * 5000 + "]\n" * 5000,
        "# long\n" * MAX_TOML,
    ],
)
def test_toml_nobody_writes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"KB|characters|deeply|digits"):
        read_toml(text)


def test_piped_text_ends_at_what_anybody_types() -> None:
    assert list(piped_text(io.StringIO("甲\n\n乙"))) == ["甲\n", "\n", "乙"]
    assert list(piped_text(io.StringIO("甲\n\n乙"), to_empty_line=True)) == ["甲\n"]
    with pytest.raises(FileError, match="KB"):
        list(piped_text(io.StringIO("a" * (MAX_TEXT + 1))))
    with pytest.raises(FileError, match="no text"):
        list(piped_text(io.StringIO("路灯不亮\n\x00\x01\n")))


@pytest.mark.skipif(os.name != "posix", reason="there are other pipes elsewhere")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(FileError, match="pipe or a device"):
        read_file(tmp_path / "a", 10)


@pytest.fixture
def pipe(jinlin: Jinlin) -> str:
    if os.name != "posix":
        pytest.skip("there are other pipes elsewhere")
    os.mkfifo(jinlin.folder / "管道.toml")
    return "管道.toml"


def test_no_command_reads_a_pipe_or_a_device(
    jinlin: Jinlin, unchanged: Unchanged, pipe: str
) -> None:
    for words in (
        ("household", "import"), ("building", "import"), ("member", "import"), ("issue", "import"),
        ("config", "holidays"), ("db", "restore"),
        ("elevator", "split", "--floors", 6, "--per-floor", 2, "--total", "48万", "--scheme"),
        ("elevator", "split", "--total", "48万", "--households"),
        ("notice", "post", "停水", "--type", "通知", "--file"),
    ):  # fmt: skip
        said = jinlin(*words, jinlin.folder / pipe, "--yes", code=5).err
        assert "管道或设备" in said, words
        unchanged()


def test_settings_and_schemes_out_of_measure_are_one_line(
    jinlin: Jinlin, unchanged: Unchanged
) -> None:
    own = (
        'title_zh = "约定"\ntitle_en = "own"\nby = "household"\nfree_up_to = 1\ncap = "none"\n'
        "[ladder]\nstep = 0.2\nbase = "
    )
    own_scheme = jinlin.folder / "约定.toml"
    split = ("elevator", "split", "--floors", 6, "--per-floor", 2, "--total", "48万", "--scheme")
    for base, said in (
        ("1e99999999", "1e99999999"),
        ("1e-99999999", "1e-99999999"),
        ("[" * 900 + "]" * 900, "太深"),
    ):
        own_scheme.write_text(own + base + "\n", "utf-8")
        assert said in jinlin(*split, own_scheme, code=5).err
    own_scheme.write_text(own + "1.5\n", "utf-8")
    jinlin(*split, own_scheme)
    (jinlin.folder / "settings.toml").write_text("a = " + "[" * 900 + "]" * 900, "utf-8")
    assert "settings.toml" in jinlin("today", code=5).err
    unchanged()


def test_json_too_deep_or_with_half_a_character_is_one_line(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    (jinlin.folder / "深.json").write_text("[" * 100_000 + "]" * 100_000, "utf-8")
    for words in (("config", "holidays"), ("issue", "import")):
        assert "深.json" in jinlin(*words, "深.json", "--yes", code=5).err
    half = '[{"title": "灯不亮\\ud83d", "category": "公共照明", "reported_at": "2026-11-01"}]'
    (jinlin.folder / "半.json").write_text(half, "utf-8")
    assert "“灯不亮”后面有半个字符" in jinlin("issue", "import", "半.json", "--yes", code=5).err
    assert jinlin.db.read_bytes() == before
    whole = (
        '[{"title": "灯不亮\\ud83d\\ude00", "category": "公共照明", "reported_at": "2026-11-01"}]'
    )
    (jinlin.folder / "半.json").write_text(whole, "utf-8")
    jinlin("issue", "import", "半.json", "--yes")
    assert jinlin.sql("SELECT title FROM issue") == [("灯不亮😀",)]


def test_a_backup_that_asks_for_more_work_than_ours_is_not_opened(
    jinlin: Jinlin, unchanged: Unchanged
) -> None:
    head = b"age-encryption.org/v1\n-> scrypt PkTbjFfCdiGk7QlYa9RnFQ 30\nghxns6Qv2CF2\n--- x\n"
    (jinlin.folder / "甲.age").write_bytes(head)
    jinlin.variables["JINLIN_PASSPHRASE"] = "correct horse"
    assert "计算量" in jinlin("db", "restore", "甲.age", "--yes", code=4).err
    unchanged()


def test_no_notice_is_as_long_as_a_book(jinlin: Jinlin, unchanged: Unchanged) -> None:
    (jinlin.folder / "公告.txt").write_text("停水一天。" * 60_000, "utf-8")
    post = ("notice", "post", "停水", "--type", "通知", "--file")
    assert "256 KB" in jinlin(*post, "公告.txt", "--yes", code=5).err
    unchanged()


def test_random_bytes_are_no_issues(jinlin: Jinlin, unchanged: Unchanged) -> None:
    noise = random.Random(5).randbytes(20_000).decode("utf-8", "replace")
    for words in (("issue", "add", "-"), ("issue", "import", "-")):
        jinlin_with_input = jinlin(*words, code=5, piped=noise)
        assert "不是文字" in jinlin_with_input.err
    unchanged()


def test_a_template_that_holds_a_hundred_thousand_names_is_refused(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报")
    own = jinlin.folder / "模板" / "月报.docx"
    for crowd in ("{{标题}}" * 100_000, "\n"):
        edited = docx.Document(str(own))
        for _ in range(1 if crowd.strip() else 2001):
            edited.add_paragraph(crowd)
        edited.save(str(own))
        assert "太多" in jinlin("report", "monthly", "10", "-o", "报.docx", code=5).err
        jinlin("config", "template", "月报", "--force")
    jinlin("report", "monthly", "10", "-o", "报.docx")


def test_a_template_that_asks_for_the_text_again_and_again_is_refused(jinlin: Jinlin) -> None:
    jinlin("config", "template", "月报")
    own = jinlin.folder / "模板" / "月报.docx"
    for more, code in ((1, 0), (20, 5)):
        edited = docx.Document(str(own))
        for _ in range(more):
            edited.add_paragraph("{{正文}}")
        edited.save(str(own))
        jinlin("report", "monthly", "10", "-o", "报.docx", "--force", code=code)


def test_a_mark_that_is_not_closed_takes_no_time() -> None:
    from jinlin.documents.word.template import _NAME

    begun = time.process_time()
    assert _NAME.findall("{{" + " " * 5000) == []
    assert _NAME.findall("{{" + "题 " * 2500) == []
    assert _NAME.findall("{{ 题上 }}{{标题}} {{会议 名称}}") == ["题上", "标题", "会议 名称"]
    assert time.process_time() - begun < 0.5


@pytest.mark.skipif(os.name != "posix", reason="there are other pipes elsewhere")
def test_a_pipe_is_no_database_and_no_paper(jinlin: Jinlin, unchanged: Unchanged) -> None:
    os.mkfifo(jinlin.folder / "管道")
    assert "不是近邻的数据库" in jinlin("today", "--db", jinlin.folder / "管道", code=4).err
    spend = ("branch", "fund", "income", "--purse", "启动经费", "--amount", "5", "--from", "街道",
             "--for", "启动", "--voucher")  # fmt: skip
    jinlin(*spend, jinlin.folder / "管道", code=5)
    jinlin(*spend, "/dev/zero", code=5)
    unchanged()
