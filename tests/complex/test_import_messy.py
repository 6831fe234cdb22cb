"""Rosters of households as property companies really hand them over, each defect by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books import book_of
from complex.rosters import homes, owners, reasons, taken, text
from harness import Jinlin
from openpyxl.styles import PatternFill

HEADER = ["楼栋", "单元", "房号", "建筑面积", "业主", "联系电话"]


def workbook(
    jinlin: Jinlin,
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    *,
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    coloured: Sequence[str] = (),
) -> Path:
    book = book_of(sheets, merged=merged)
    first = book.worksheets[0]
    for number in hidden_rows:
        first.row_dimensions[number].hidden = True
    for cell in coloured:
        first[cell].fill = PatternFill("solid", start_color="FFFF00")
    path = jinlin.folder / "房屋.xlsx"
    book.save(path)
    return path


def test_a_sheet_for_each_building_whose_name_is_the_building(jinlin: Jinlin) -> None:
    header = HEADER[1:]
    path = workbook(
        jinlin,
        {
            "说明": [["请逐户核对，月底前交回"]],
            "3号楼": [["3号楼业主花名册"], header, ["1单元", "0502", 89.5, "张 三", 13805911234]],
            "十二栋": [header, ["1单元", 601, 90, "李四", ""], ["合计", None, 90]],
            "A座": [header, [None, "店面1#", 30, "王五", ""]],
        },
    )
    outcome = taken(jinlin, path)
    assert homes(jinlin) == ["3-1-502", "12-1-601", "A-店面1#"]
    assert "Sheets read together: 3号楼, 十二栋, A座." in outcome.err
    assert "Sheets not read: 说明." in outcome.err


def test_bad_rows_of_several_sheets_say_on_which_one_they_stand(jinlin: Jinlin) -> None:
    path = workbook(
        jinlin,
        {
            "3号楼": [["房号", "业主"], ["502", "张三"], ["约五", "李四"]],
            "5号楼": [["房号", "业主"], ["", "王五"], ["601", "赵六"]],
        },
    )
    outcome = taken(jinlin, path, code=5)
    assert [(r["sheet"], r["row"]) for r in outcome.data["rejected"]] == [
        ("3号楼", 3),
        ("5号楼", 2),
    ]
    back = Path(outcome.data["reject_file"])
    assert back.name == "房屋-refused.xlsx"
    book = openpyxl.load_workbook(back)
    assert book.sheetnames == ["3号楼", "5号楼"]
    book["3号楼"]["A2"], book["5号楼"]["A2"] = "503", "602"
    book.save(back)
    assert taken(jinlin, back).data["added"] == 2
    assert homes(jinlin) == ["3-502", "5-601", "3-503", "5-602"]


def test_buildings_as_people_write_them(jinlin: Jinlin) -> None:
    said = {
        "三号楼": "3", "十二栋": "12", "A座": "A", "3＃": "3", "03幢": "3", "3#": "3",
        "第3幢": "3", "３号楼": "3", "东区3号楼": "东区3", "3": "3",
    }  # fmt: skip
    rows = "".join(f"{word},{room}\n" for room, word in enumerate(said, 501))
    taken(jinlin, text(jinlin, f"楼号,房号\n{rows}"))
    assert homes(jinlin) == [f"{code}-{room}" for room, code in enumerate(said.values(), 501)]


def test_rooms_as_people_write_them(jinlin: Jinlin) -> None:
    said = {
        "501": "5-501", "0502": "6-502", "7-503": "7-503", "8#2-504": "8-2-504",
        "9号楼1单元505室": "9-1-505", "506室（复式）": "10-506", "５０７": "11-507",
        "店面1#": "12-店面1#", "1单元508": "13-1-508",
    }  # fmt: skip
    rows = "".join(f"{building},{word},5\n" for building, word in enumerate(said, 5))
    taken(jinlin, text(jinlin, f"楼号,房号,楼层\n{rows}"))
    assert homes(jinlin) == list(said.values())


def test_what_stands_in_brackets_behind_a_room_is_kept_as_a_remark(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, "楼号,房号,备注\n3,502室（复式）,双证\n"))
    assert jinlin.sql("SELECT note FROM household") == [("双证；复式",)]


def test_two_homes_joined_into_one_are_refused_with_the_reason(jinlin: Jinlin) -> None:
    outcome = taken(jinlin, text(jinlin, "楼号,房号\n3,501、502打通\n"), code=5)
    assert reasons(outcome) == ["“501、502打通” holds two homes: write a row for each"]


def test_several_owners_and_several_numbers_in_one_cell(jinlin: Jinlin) -> None:
    cases: tuple[tuple[str, str, list[tuple[str | None, ...]]], ...] = (
        ("张三、李四", "", [("张三", None, None), ("李四", None, None)]),
        ("张三/李四", "", [("张三", None, None), ("李四", None, None)]),
        ("张三 李四", "", [("张三", None, None), ("李四", None, None)]),
        ("欧阳 建国", "", [("欧阳建国", None, None)]),
        ("张三（夫）李四（妻）", "", [("张三", None, None), ("李四", None, None)]),
        ("福州某某（集团）有限公司", "", [("福州某某（集团）有限公司", None, None)]),
        ("福州A&B有限公司", "", [("福州A&B有限公司", None, None)]),
        ("=1+1公司", "", [("=1+1公司", None, None)]),
        ("张三+李四", "", [("张三", None, None), ("李四", None, None)]),
        ("张三&福州公司", "", [("张三", None, None), ("福州公司", None, None)]),
        ("张三", "13800000001 13900000002", [("张三", "13800000001", "13900000002")]),
        ("张三", "1380000000113900000002", [("张三", "13800000001", "13900000002")]),
        ("张三", "13800000001 0591-87654321", [("张三", "13800000001", "0591-87654321")]),
        ("张三", "013800000001", [("张三", "13800000001", None)]),
        ("张三", "13800000001.0", [("张三", "13800000001", None)]),
        ("张三", "13800000001/13900000002", [("张三", "13800000001", "13900000002")]),
        ("张三", "13800000001；13900000002（儿子）", [("张三", "13800000001", "13900000002")]),
        ("张三", "13900000002（儿子）", [("张三", None, "13900000002")]),
        ("张三", "儿子13900000002", [("张三", None, "13900000002")]),
        ("张三、李四", "13800000001、13900000002",
         [("张三", "13800000001", None), ("李四", "13900000002", None)]),
        ("张三、李四", "李四13900000002", [("张三", None, None), ("李四", "13900000002", None)]),
        ("张三、李四", "13800000001", [("张三", "13800000001", None), ("李四", None, None)]),
        ("张三", "0591-87654321 / 138 0000 0001", [("张三", "0591-87654321", "13800000001")]),
    )  # fmt: skip

    def own(phones: str, room: int) -> str:
        """Who has the same number is the same person: each home has numbers of its own."""
        phones = re.sub(r"0000( ?)000[12]", rf"0000\g<1>0{room}", phones)
        return phones.replace("87654321", f"80000{room}")

    rows = "".join(
        f"3,{room},{owner},{own(phone, room)}\n"
        for room, (owner, phone, _) in enumerate(cases, 501)
    )
    taken(jinlin, text(jinlin, f"楼号,房号,业主,电话\n{rows}"))
    for room, (owner, phone, kept) in enumerate(cases, 501):
        wanted = [tuple(part and own(part, room) for part in person) for person in kept]
        assert [row[:3] for row in owners(jinlin, str(room))] == wanted, (owner, phone)


def test_whose_the_second_number_is_stays_known(jinlin: Jinlin) -> None:
    path = text(
        jinlin, "楼号,房号,业主,电话\n3,502,张三（常年在外）,13800000001/13900000002（儿子）\n"
    )
    taken(jinlin, path)
    assert jinlin.sql("SELECT note FROM household") == [("张三：常年在外；备用电话：儿子",)]
    assert taken(jinlin, path).data["unchanged"] == 1


def test_what_would_have_to_be_guessed_is_refused(jinlin: Jinlin) -> None:
    cells = (
        "张三（已售）,",
        "张三（原业主）,",
        "张三（租客）,",
        "（夫）,",
        "张三,1.38E+10",
        "张三,13800000001/1.39E+10",
        "张三,1380000000",
        "张三,13800000001/13800000002/13800000003",
        ",13800000001",
        "13800000001,",
        "张*,",
    )
    rows = "".join(f"3,{room},{owner}\n" for room, owner in enumerate(cells, 501))
    outcome = taken(jinlin, text(jinlin, f"楼号,房号,业主,电话\n{rows}"), code=5)
    assert homes(jinlin) == []
    assert {row["row"] for row in outcome.data["rejected"]} == set(range(2, 2 + len(cells)))
    assert all(reasons(outcome))


def test_areas_that_are_none_say_why(jinlin: Jinlin) -> None:
    rows = "3,501,89.5/72.3\n3,502,约90\n3,503,九十\n"
    outcome = taken(jinlin, text(jinlin, f"楼号,房号,建筑面积\n{rows}"), code=5)
    assert reasons(outcome) == [
        "“89.5/72.3” holds two areas: keep the one of the certificate",
        "“约90” is only about right: take the figure of the certificate",
        "“九十” is not an area",
    ]


def test_shares_as_people_write_them(jinlin: Jinlin) -> None:
    said = {
        "各50%": ["1/2", "1/2"], "各占一半": ["1/2", "1/2"], "每人1/2": ["1/2", "1/2"],
        "0.25、0.75": ["1/4", "3/4"], "占30%、占70%": ["3/10", "7/10"], "各占": [],
        "50": [], "各60%": [],
    }  # fmt: skip
    rows = "".join(f"3,{room},张三、李四,{word}\n" for room, word in enumerate(said, 501))
    taken(jinlin, text(jinlin, f"楼号,房号,业主,产权份额\n{rows}"), code=5)
    for room, (word, kept) in enumerate(said.items(), 501):
        assert [owner[3] for owner in owners(jinlin, str(room))] == kept, word


def test_people_are_counted_in_characters_too_and_a_large_area_has_its_comma(
    jinlin: Jinlin,
) -> None:
    taken(jinlin, text(jinlin, '楼号,房号,居住人数,建筑面积\n3,502,三口人,"1,089.5㎡"\n'))
    assert jinlin.sql("SELECT occupants, area FROM household") == [(3, 108950)]


def test_the_two_kinds_of_area_are_never_mixed(jinlin: Jinlin) -> None:
    rows = "楼号,房号,建筑面积,专有部分面积,面积来源\n3,501,90,72.3,不动产权证\n3,502,90,,测绘\n"
    taken(jinlin, text(jinlin, rows))
    assert jinlin.sql("SELECT area, area_basis FROM household ORDER BY room") == [
        (7230, "registry"), (None, "survey"),
    ]  # fmt: skip


def test_every_fault_of_a_row_is_told(jinlin: Jinlin) -> None:
    rows = "楼号,房号,建筑面积,业主,电话,使用状态,居住人数\n3,。。,约90,张*,138,挂靠,很多\n"
    outcome = taken(jinlin, text(jinlin, rows), code=5)
    assert [row["column"] for row in outcome.data["rejected"]] == [
        "房号", "建筑面积", "使用状态", "居住人数", "业主", "电话",
    ]  # fmt: skip
    assert {row["row"] for row in outcome.data["rejected"]} == {2}


def test_hidden_rows_are_read_and_told_and_colours_are_told(jinlin: Jinlin) -> None:
    rows: list[list[Any]] = [HEADER, *(["3", "1", f"{n}01", 90, "张三", ""] for n in range(1, 6))]
    path = workbook(jinlin, {"名册": rows}, hidden_rows=[4], coloured=["E3", "E1"])
    outcome = taken(jinlin, path)
    assert outcome.data["added"] == 5
    assert "Hidden rows, read like the others: 4." in outcome.err
    assert "write it in a column. Rows: 3." in outcome.err


def test_a_workbook_without_colours_and_hidden_rows_says_nothing_of_them(jinlin: Jinlin) -> None:
    rows: list[list[Any]] = [HEADER, ["3", "1", "101", 90, "张三", ""]]
    outcome = taken(jinlin, workbook(jinlin, {"名册": rows}, coloured=["A1", "B1"]))
    assert "Colour" not in outcome.err
    assert "Hidden" not in outcome.err


def test_a_formula_whose_result_is_not_saved_is_refused_with_its_row_and_column(
    jinlin: Jinlin,
) -> None:
    rows: list[list[Any]] = [
        HEADER,
        ["3", "1", "501", 90, "张三", "=A1"],
        ["3", "1", "502", 90, "=E2", ""],
        ["=A2", "=B2", "=C2", "=D2", "=E2", "=F2"],
        ["3", "1", "504", 90, "李四", "13805911234"],
    ]
    outcome = taken(jinlin, workbook(jinlin, {"名册": rows}), code=5)
    assert homes(jinlin) == ["3-1-504"]
    told = {(row["row"], row["column"]) for row in outcome.data["rejected"]}
    assert {(2, "联系电话"), (3, "业主"), (4, "房号")} <= told
    [reason] = set(reasons(outcome))
    assert (
        reason == "a formula whose result is not saved: open the file in Excel or WPS and save it"
    )


def test_a_workbook_with_more_unsaved_results_than_are_noted_is_not_read_at_all(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("looks", "workbook", "refusals"):
        monkeypatch.setattr(f"jinlin.exchange.file.{module}.MAX_UNSAVED", 2)
    rows: list[list[Any]] = [HEADER, *(["3", "1", f"{n}01", 90, "张三", "=A1"] for n in (1, 2))]
    assert len(taken(jinlin, workbook(jinlin, {"名册": rows}), code=5).data["rejected"]) == 2
    path = workbook(
        jinlin, {"名册": [*rows, ["3", "1", "301", 90, "张三", "=A1"]], "附": [["房号"]]}
    )
    error = jinlin("household", "import", path, "--yes", "--json", code=5, lang="en").error
    assert "the results of more than 2 formulas are not saved" in error["message"]
    assert "Excel or WPS and save it" in error["hint"]
    assert homes(jinlin) == []


def test_a_merged_building_and_ditto_words_hold_for_each_row(jinlin: Jinlin) -> None:
    rows: list[list[Any]] = [
        ["梅苑小区业主名册"],
        HEADER,
        ["三号楼", "1", "501", 90, "张三", "—"],
        [None, "〃", "502", 90, "李四", "不详"],
        [None, "同上", "503", 90, "无", ""],
        [],
        ["合计", None, None, 270],
        ["制表人：王芳"],
    ]
    outcome = taken(jinlin, workbook(jinlin, {"名册": rows}, merged=["A3:A5", "A1:F1"]))
    assert homes(jinlin) == ["3-1-501", "3-1-502", "3-1-503"]
    assert "Rows taken for totals or notes, not for data: 7, 8." in outcome.err


def test_numbers_that_excel_destroyed_are_refused(jinlin: Jinlin) -> None:
    rows: list[list[Any]] = [["楼栋", "房号", "业主", "身份证号", "电话"],
            ["3", 502, "张三", 350102197001011234, 13805911234]]  # fmt: skip
    path = workbook(jinlin, {"名册": rows})
    outcome = taken(jinlin, path, "--with-id", "电梯签约", code=5)
    assert "its digits are lost" in reasons(outcome)[0]
    assert homes(jinlin) == []


def test_identity_numbers_are_left_out_unless_asked_for_with_a_purpose(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼号,房号,业主,身份证号,车牌号\n3,502,张三,11010519491231002X,闽A12345\n")
    outcome = taken(jinlin, path)
    assert jinlin.sql("SELECT id_number FROM person WHERE name = '张三'") == [(None,)]
    assert "to hold no more than is needed: 身份证号, 车牌号." in outcome.err
    assert b"11010519491231002X" not in jinlin.db.read_bytes()
    assert (
        "--with-id is empty"
        in jinlin("household", "import", path, "--with-id", " ", code=2, lang="en").err
    )
    assert taken(jinlin, path, "--with-id", "电梯签约").data["changed"] == 1
    assert jinlin.sql("SELECT id_number, id_purpose, birth_on, sex FROM person WHERE name = '张三'") == [
        ("11010519491231002X", "电梯签约", "1949-12-31", "female")
    ]  # fmt: skip
    assert taken(jinlin, path, "--with-id", "电梯签约").data["unchanged"] == 1
    assert jinlin.sql("SELECT purpose FROM import_origin ORDER BY id") == [(None,), ("电梯签约",)]


def test_an_identity_number_whose_last_character_does_not_fit_is_refused(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼号,房号,业主,身份证号\n3,502,张三,110105194912310021\n")
    outcome = taken(jinlin, path, "--with-id", "电梯签约", code=5)
    assert "if the card says so: jinlin member id NAME" in reasons(outcome)[0]
    assert "110105194912310021" not in outcome.out


def test_care_tags_need_a_recorded_consent(jinlin: Jinlin) -> None:
    path = text(
        jinlin,
        "楼号,房号,业主,独居老人,残疾,单独同意日期\n3,501,张三,是,否,2026-10-01\n3,502,李四,√,二级,\n",
    )
    outcome = taken(jinlin, path)
    tags = "SELECT tag, consent_on, consent_by FROM care ORDER BY id"
    assert jinlin.sql(tags) == [("独居老人", "2026-10-01", "张三")]
    assert "separate consent: 2." in outcome.data["notes"][-1]
    later = taken(jinlin, path, "--care-consent", "2026-11-01")
    assert later.data["changed"] == 1
    assert jinlin.sql(tags)[1:] == [
        ("独居老人", "2026-11-01", "李四"),
        ("残疾人（二级）", "2026-11-01", "李四"),
    ]


def test_tenants_occupants_shares_and_who_votes_come_along(jinlin: Jinlin) -> None:
    path = text(
        jinlin,
        "楼号,房号,业主,共有人,产权份额,业主代表,租户,租户电话,常住人口,使用状态\n"
        "3,502,张三,李四,60%、40%,李四,王五,13800000009,3人,出租\n",
    )
    taken(jinlin, path)
    assert [(row[0], row[3]) for row in owners(jinlin)] == [("张三", "3/5"), ("李四", "2/5")]
    assert jinlin.sql(
        "SELECT p.name, h.occupants, h.state FROM household AS h"
        " JOIN person AS p ON p.id = h.representative_id"
    ) == [("李四", 3, "let")]
    assert jinlin.sql(
        "SELECT p.name, p.phone, o.role, o.until FROM occupancy AS o JOIN person AS p ON p.id = o.person_id"
    ) == [("王五", "13800000009", "tenant", None)]
    assert taken(jinlin, path).data["unchanged"] == 1
    path.write_text(
        path.read_text("utf-8").replace("王五,13800000009", "赵六,13800000008"), "utf-8"
    )
    assert taken(jinlin, path).data["changed"] == 1
    assert jinlin.sql("SELECT until FROM occupancy ORDER BY id") == [("2026-11-05",), (None,)]


def test_names_are_found_by_their_sound_after_an_import(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, "楼号,房号,业主,租户\n3,502,张美华,李四\n"))
    assert jinlin.sql("SELECT name, pinyin, initials FROM person WHERE number > 1 ORDER BY id") == [
        ("张美华", "zhangmeihua", "zmh"), ("李四", "lisi", "ls"),
    ]  # fmt: skip


def test_our_own_json_goes_in_again(jinlin: Jinlin) -> None:
    rows = "楼号,单元,房号,建筑面积,业主,产权份额,使用状态\n3,1,502,89.5,张三、李四,1/2,自住\n3,1,601,90,,,空置\n"
    taken(jinlin, text(jinlin, rows))
    jinlin("household", "list", "--unmask", "-o", "房屋.json", "--yes")
    again = taken(jinlin, jinlin.folder / "房屋.json")
    assert (again.data["unchanged"], again.data["added"], again.data["rejected"]) == (2, 0, [])
    masked = jinlin.folder / "遮盖.json"
    jinlin("household", "list", "-o", masked)
    assert "hidden by *" in reasons(taken(jinlin, masked, code=5))[0]


def test_json_that_is_no_table_is_refused(jinlin: Jinlin) -> None:
    for content in (
        '{"a": 1}',
        "[1, 2]",
        "{",
        '{"data": {}}',
        "[" * 5000,
    ):
        err = jinlin(
            "household", "import", text(jinlin, content, "x.json"), "--yes", code=5, lang="en"
        ).err
        assert len(err.strip().splitlines()) == 1, content


def test_areas_of_the_private_part_are_known_by_their_long_names(jinlin: Jinlin) -> None:
    for header in ("专有部分建筑面积", "专有建筑面积(㎡)", "专有部分建筑面积（平方米）"):
        path = text(jinlin, f"楼栋,房号,{header}\n3,501,89.5\n")
        taken(jinlin, path)
        assert jinlin.sql("SELECT area FROM household WHERE removed_at IS NULL") == [(8950,)]
        jinlin("undo", "--yes")


def test_doors_are_read_as_lists_write_them_or_asked_about(jinlin: Jinlin) -> None:
    rows = ("3,3#501", "3,五零二", "3,5楼503", "3,五楼五零四", "3,3号楼5层505")
    taken(jinlin, text(jinlin, "楼栋,房号\n" + "\n".join(rows) + "\n"))
    assert homes(jinlin) == ["3-501", "3-502", "3-503", "3-504", "3-505"]
    asked = taken(jinlin, text(jinlin, "房号\n3#506\n3#五零七\n5楼508\n", "又.csv"), code=5)
    assert homes(jinlin)[5:] == ["3-506", "3-507"]
    [reason] = reasons(asked)
    assert "5号楼508" in reason
