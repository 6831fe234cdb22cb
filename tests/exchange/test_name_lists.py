"""Names from a chain of WeChat, a plain list, and the sheets of forms."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import FileError
from jinlin.exchange.chain import ListedName, read_chain
from jinlin.exchange.name_list import read_names

DATA = Path(__file__).parents[1] / "data" / "names"
NAMES = st.sampled_from(["林秀英", "王芳", "欧阳娜娜", "阿林", "李姐", "何丽娟", "Anna", "小陈"])
PLACES = st.sampled_from([None, "3-502", "3-1-502", "5号楼602", "3号楼", "7#1203", "502室", "2栋"])
NOTES = st.sampled_from([None, "理发", "上午来", "自带工具"])
ENTRIES = st.lists(
    st.tuples(NAMES, PLACES, st.integers(0, 9), NOTES), min_size=1, max_size=40,
)  # fmt: skip


def test_a_chain_is_read_as_people_write_it() -> None:
    found = read_names(DATA / "爱心日接龙.txt")
    assert [(one.name, one.place, one.more, one.note, one.away) for one in found] == [
        ("林秀英", None, 0, None, False),
        ("陈建国", "3-502", 0, "理发", False),
        ("张伟", None, 1, None, False),
        ("王姐", "5号楼602", 1, None, False),
        ("阿林", None, 2, None, False),
        ("何丽娟", "7#1203", 0, None, False),
        ("郑国梁", "2-1-301", 0, None, False),
        ("黄美玲", "2-1-301", 0, None, False),
        ("欧阳娜娜", None, 0, "泡脚", False),
        ("陈志强", None, 0, "请假 下次一定", True),
        ("", "3号楼1单元1102室", 0, None, False),
        ("王芳", None, 0, "志愿者", False),
        ("孙一平", None, 0, "自带工具 理发", False),
    ]


def test_of_a_chat_the_last_chain_counts_and_no_phone_is_kept() -> None:
    found = read_names(DATA / "群聊.txt")
    assert [(one.name, one.note) for one in found] == [
        ("林秀英", None), ("陈建国", None), ("阿南", "早点开始"),
    ]  # fmt: skip
    assert "138" not in str(read_names(DATA / "爱心日接龙.txt"))


@pytest.mark.parametrize(
    ("entry", "name", "away"),
    [
        ("请假 陈志强", "陈志强", True),
        ("请假：陈志强，下次一定", "陈志强", True),
        ("家有老人来不了 黄志刚", "黄志刚", True),
        ("陈志强请假", "陈志强", True),
        ("13805911234", "尾号1234", False),
        ("🌸🌸", "", False),
    ],
)
def test_nobody_falls_off_a_chain_unsaid(entry: str, name: str, away: bool) -> None:
    [_first, one] = read_chain(f"#接龙\n\n1. 林秀英\n2. {entry}\n3. ")
    assert (one.name, one.away, one.unread) == (name, away, not name)


def test_a_list_without_numbers_has_a_name_a_line() -> None:
    found = read_names(DATA / "签到.txt")
    assert [(one.row, one.name, one.place) for one in found] == [
        (1, "林秀英", None), (2, "陈建国", "3-502"), (3, "王芳", None), (5, "阿林", None),
    ]  # fmt: skip


def test_the_sheet_of_a_form_gives_names_and_doors_alone() -> None:
    found = read_names(DATA / "问卷星.csv")
    assert [(one.row, one.name, one.place, one.note) for one in found] == [
        (2, "林秀英", "2-301", None), (3, "陈建国", "3号楼502室", None), (4, "阿林", None, None),
    ]  # fmt: skip


def test_a_workbook_of_a_shared_form_is_read_whatever_its_columns_are_called(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["爱心日报名表"])
    sheet.append(["提交者（自动）", "提交时间（自动）", "姓名（必填）", "楼栋房号（必填）", "备注"])
    sheet.append(["微信用户", "2026年10月20日 08:11", "林秀英", "2-301", "带一人"])
    sheet.append(["阿林", "2026年10月20日 08:12", "林秀英", "2-301", ""])
    book.save(tmp_path / "收集表.xlsx")
    assert read_names(tmp_path / "收集表.xlsx") == [ListedName(3, "林秀英", "2-301", 0, "带一人")]


@pytest.mark.parametrize(
    "header",
    [
        "编号,提交人,提交时间,1.您的姓名是？,2.您住哪一栋？(如3-502),IP",
        "提交者（自动）,昵称,提交时间（自动）,1. 志愿者姓名（必填）,楼栋房号（选填）,来源",
        "序号,微信昵称,时间,您的称呼,房间号,来自IP",
    ],
)
def test_whoever_handed_a_form_in_whence_and_when_is_left_away(tmp_path: Path, header: str) -> None:
    path = tmp_path / "报名.csv"
    path.write_text(f"{header}\n1,暖阳,2026-10-20 08:11,林秀英,2-301,120.36.1.2\n", "utf-8")
    assert [(one.name, one.place, one.note) for one in read_names(path)] == [
        ("林秀英", "2-301", None)
    ]


def test_a_row_of_a_sheet_without_a_name_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "报名.csv"
    path.write_text("姓名,房号,手机\n林秀英,,\n,3-502,\n,,13805911234\n", "utf-8")
    assert [(one.name, one.place) for one in read_names(path)] == [
        ("林秀英", None), ("", "3-502"), ("尾号1234", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "#接龙\n爱心日报名\n例 张三 3-502\n".encode(),
        "楼栋,房号\n3,502\n".encode(),
        b"",
        "姓名,房号\n张*,3-502\n".encode(),
        b"\x89PNG\r\n\x1a\n\0\0",
    ],
)
def test_a_file_with_nobody_s_name_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes(content)
    with pytest.raises(FileError):
        read_names(path)


@given(ENTRIES, st.sampled_from([". ", "、", ") ", "．", "."]), st.booleans())
def test_what_stands_in_a_chain_comes_out_of_it(
    entries: list[tuple[str, str | None, int, str | None]], mark: str, first: bool
) -> None:
    lines = ["#接龙", "11.25日爱心日报名", "例 王芳 3-502", ""]
    for number, (name, place, more, note) in enumerate(entries, start=1):
        words = [place, name] if first else [name, place]
        said = " ".join(word for word in (*words, note) if word) + (f" +{more}" if more else "")
        space = " " if said[0].isdecimal() and mark == "." else ""
        lines.append(f"{number}{mark}{space}{said}")
    found = read_chain("\n".join(lines))
    assert [(one.name, one.place, one.more, one.note) for one in found] == entries


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_without_fail_and_names_are_bare(text: str) -> None:
    for one in (*read_chain(text), *read_chain(f"#接龙\n1. {text}")):
        assert one.name == one.name.strip()
        assert one.more >= 0
        assert one.name or one.place or one.unread
