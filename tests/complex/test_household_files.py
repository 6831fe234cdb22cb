"""`jinlin household export` and `template`: what comes out goes in again, and tells whom it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from harness import Jinlin, seeded
from platforms import is_private

ROSTER = (
    "楼栋,单元,房号,楼层,专有部分面积,面积口径,使用状态,业主,联系电话,备用电话,产权份额,"
    "表决代表,租户,租户电话,居住人数,关爱标签,单独同意日期,单独同意人,备注\n"
    "3,1,101,1,89.50,产权证,自住,陈建国,13805910001,0591-87654321,1/2,,,,3,独居老人,2026-01-05,陈建国,=1+1\n"
    "3,1,101,1,,,,黄丽萍,13805910002,,1/2,,,,,,,,\n"
    "3,1,102,1,120,,出租,陈建国,13805910001,,,,王五、赵六,13700000001（王五）、13700000002（赵六）,2,,,,\n"
    "3,2,201,2,76.25,测绘,空置,周志明,,,50%,周志明,,,,,,,\n"
    "10,,店面1#,1,30,,商铺,福州某某商贸有限公司,0591-83334444,,,,,,,,,,+86\n"
    "A,,-101,-1,,,,,,,,,,,,,,,\n"
)  # fmt: skip


ENDINGS = (".xlsx", ".csv", ".json")


def made(jinlin: Jinlin, name: str = "房屋.csv", text: str = ROSTER) -> Path:
    path = jinlin.folder / name
    path.write_text(text, "utf-8")
    return path


@seeded
def listed(jinlin: Jinlin) -> Jinlin:
    """The homes of the roster."""
    assert take(jinlin, made(jinlin))["added"] == 5
    return jinlin


def take(jinlin: Jinlin, path: object, code: int = 0) -> Any:
    return jinlin("household", "import", path, "--yes", "--json", code=code).data


def anew(jinlin: Jinlin) -> None:
    jinlin.db.unlink()
    jinlin("init", "--name", "新", "--yes")


def test_an_export_comes_back_byte_for_byte(listed: Jinlin) -> None:
    owned = "SELECT count(*) FROM ownership JOIN person ON person.id = person_id"
    people = listed.sql(owned)
    for ending in ENDINGS:
        listed("household", "export", "--with-care", "-o", f"甲{ending}", "--yes")
    anew(listed)
    empty = listed.db.read_bytes()
    for ending in ENDINGS:
        listed.db.write_bytes(empty)
        first, second = listed.folder / f"甲{ending}", listed.folder / f"乙{ending}"
        got = take(listed, first)
        assert (got["added"], got["rejected"]) == (5, []), ending
        listed("household", "export", "--with-care", "-o", second, "--yes")
        assert second.read_bytes() == first.read_bytes(), ending
        assert listed.sql(owned) == people, ending
        assert listed.sql("SELECT tag, consent_on, consent_by FROM care") == [
            ("独居老人", "2026-01-05", "陈建国")
        ], ending
        assert take(listed, first)["unchanged"] == 5, ending


def test_several_owners_tenants_tags_and_who_votes_come_back(jinlin: Jinlin) -> None:
    take(
        jinlin,
        made(
            jinlin,
            text=ROSTER.replace(
                "13805910001,0591-87654321,1/2,,,,3", "13805910001,0591-87654321,1/2,,,,4"
            ),
        ),
    )
    jinlin("household", "representative", "3-1-101", "黄丽萍", "--yes")
    jinlin("household", "care", "3-1-101", "--tag", "残疾", "--consent-on", "2026-02-01",
           "--consent-by", "黄丽萍", "--until", "2027-02-01", "--every", "7", "--yes")  # fmt: skip
    first, second = jinlin.folder / "甲.csv", jinlin.folder / "乙.csv"
    jinlin("household", "export", "--with-care", "-o", first, "--yes")
    care = jinlin.sql("SELECT tag, consent_on, consent_by, consent_until, interval_days FROM care")
    assert len(care) == 2
    shares = shares_of(jinlin)
    anew(jinlin)
    assert take(jinlin, first)["rejected"] == []
    jinlin("household", "export", "--with-care", "-o", second, "--yes")
    assert second.read_bytes() == first.read_bytes()
    assert shares_of(jinlin) == shares
    assert (
        jinlin.sql("SELECT tag, consent_on, consent_by, consent_until, interval_days FROM care")
        == care
    )
    assert jinlin.sql(
        "SELECT name FROM household JOIN person ON person.id = representative_id ORDER BY name"
    ) == [("周志明",), ("黄丽萍",)]


def shares_of(jinlin: Jinlin) -> set[tuple[Any, ...]]:
    return set(
        jinlin.sql(
            "SELECT h.room, p.name, p.phone, p.other_phone, o.share FROM ownership AS o"
            " JOIN household AS h ON h.id = household_id JOIN person AS p ON p.id = person_id"
        )
    )


def test_fields_of_ones_own_come_back(jinlin: Jinlin) -> None:
    def make_fields() -> None:
        for words in (("车位",), ("电动车", "--kind", "number"), ("装修", "--kind", "date"),
                      ("独栋", "--kind", "yes_no"), ("朝向", "--choices", "南,北,东西")):  # fmt: skip
            jinlin("config", "field", "add", "household", *words)

    make_fields()
    roster = "楼栋,房号,车位,电动车,装修,独栋,朝向\n3,101,地下12,2,2026/3/1,是,南\n3,102,,1.5,,无,东西\n3,103,,,,,\n"
    outcome = jinlin("household", "import", made(jinlin, text=roster), "--yes", "--json")
    assert "车位" not in outcome.err
    assert jinlin.sql("SELECT value FROM field_value ORDER BY row_id, field_id") == [
        ("地下12",), ("2",), ("2026-03-01",), ("yes",), ("南",), ("1.5",), ("no",), ("东西",),
    ]  # fmt: skip
    assert take(jinlin, made(jinlin, text=roster))["unchanged"] == 3
    for ending in ENDINGS:
        jinlin("household", "export", "-o", f"甲{ending}", "--yes")
    anew(jinlin)
    make_fields()
    empty = jinlin.db.read_bytes()
    for ending in ENDINGS:
        jinlin.db.write_bytes(empty)
        first, second = jinlin.folder / f"甲{ending}", jinlin.folder / f"乙{ending}"
        assert take(jinlin, first)["rejected"] == [], ending
        jinlin("household", "export", "-o", second, "--yes")
        assert second.read_bytes() == first.read_bytes(), ending


def test_a_changed_field_of_ones_own_changes_the_home_and_undo_brings_it_back(
    jinlin: Jinlin,
) -> None:
    jinlin("config", "field", "add", "household", "电动车", "--kind", "number")
    take(jinlin, made(jinlin, text="楼栋,房号,电动车\n3,101,1\n3,102,1\n"))
    got = take(jinlin, made(jinlin, text="楼栋,房号,电动车\n3,101,2\n3,102,\n"))
    assert (got["changed"], got["unchanged"]) == (1, 1)
    assert jinlin.sql("SELECT value FROM field_value ORDER BY row_id") == [("2",), ("1",)]
    jinlin("undo", "--yes")
    assert jinlin.sql("SELECT value FROM field_value ORDER BY row_id") == [("1",), ("1",)]
    bad = take(jinlin, made(jinlin, text="楼栋,房号,电动车\n3,101,许多\n3,102,3\n"), code=5)
    assert [row["column"] for row in bad["rejected"]] == ["电动车"]
    assert jinlin.sql("SELECT value FROM field_value ORDER BY row_id") == [("1",), ("3",)]


def test_the_template_holds_no_data_and_comes_back_without_a_question(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "household", "朝向", "--choices", "南,北")
    path = Path(jinlin("household", "template", "--json").data["file"])
    assert is_private(path)
    empty = jinlin("household", "import", path, "--yes", "--json", code=None)
    assert jinlin.sql("SELECT count(*) FROM household") == [(0,)], empty
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    assert sheet.freeze_panes == "A3"
    place = {cell.value: cell.column for cell in sheet[1]}
    for row, (heading, choices) in enumerate(lists_of(sheet).items(), start=3):
        for n, choice in enumerate(choices):
            line = row * 10 + n
            sheet.cell(line, place["楼栋"], "3")
            sheet.cell(line, place["房号"], f"{line}01")
            sheet.cell(line, place[heading], choice)
    for heading in ("房号", "联系电话", "产权份额"):
        assert sheet.column_dimensions[sheet.cell(1, place[heading]).column_letter].width > 5
        assert sheet.cell(2, place[heading]).number_format == "@"
    book.save(path)
    outcome = jinlin("household", "import", path, "--json", typed="业主本人\n同意\ny\n")
    assert outcome.data["rejected"] == []
    assert outcome.data["added"] == sum(map(len, lists_of(sheet).values()))
    assert "--表头" not in outcome.err


def lists_of(sheet: Any) -> dict[str, list[str]]:
    """Return the lists to choose from by the headings of their columns."""
    return {
        sheet[f"{str(v.sqref).rstrip('0123456789:').split(':')[0][0]}1"].value: str(v.formula1)
        .strip('"')
        .split(",")
        for v in sheet.data_validations.dataValidation
    }


def test_an_export_says_how_many_people_asks_and_leaves_a_line_in_the_log(listed: Jinlin) -> None:
    outcome = listed("household", "export", typed="y\n", lang="en")
    assert "with personal data" in outcome.out
    assert "people: 6" in outcome.err
    assert "people: 6" in listed("log", "--json", lang="en").data[0]["did"]
    [path] = listed.folder.glob("*personal*.xlsx")
    assert is_private(path)
    again = listed("household", "export", "--yes", "--json", lang="en").data
    assert Path(again["file"]) != path
    assert again["persons"] == 6


def test_without_a_yes_nothing_leaves(jinlin: Jinlin) -> None:
    for answer in ("n\n", None):
        outcome = jinlin("household", "export", typed=answer, code=None)
        assert outcome.code == 0, "an empty register tells of nobody"
    take(jinlin, made(jinlin))
    before = jinlin.db.read_bytes()
    for answer in ("n\n", None):
        code = 130 if answer else 2
        jinlin("household", "export", "-o", "名册.xlsx", typed=answer, code=code)
        assert jinlin.db.read_bytes() == before, answer
    jinlin("household", "export", "-o", "名册.xlsx", "--yes", "--dry-run")
    jinlin("household", "export", "-o", "名册.docx", "--yes", code=2)
    jinlin("household", "export", "--building", "99", "--yes", code=3)
    jinlin("household", "export", "--fields", "体重", "--yes", code=2)
    assert jinlin.db.read_bytes() == before
    assert not (jinlin.folder / "名册.xlsx").exists()
    jinlin("undo", "--yes")


def test_the_more_people_the_louder(jinlin: Jinlin) -> None:
    there = 0
    for count, word in ((24, ""), (25, "Mind"), (249, "Mind"), (250, "WARNING")):
        more = range(there, count)
        lines = "".join(f"3,{n + 101},业主{chr(0x4E00 + n)}\n" for n in more)
        take(jinlin, made(jinlin, text=f"楼栋,房号,业主\n{lines}"))
        there = count
        err = jinlin("household", "export", "-o", f"{count}.csv", "--yes", lang="en").err
        assert ("Mind" in err, "WARNING" in err) == (word == "Mind", word == "WARNING"), count


def test_a_masked_export_shows_nobody_asks_nothing_and_is_refused_again(listed: Jinlin) -> None:
    listed("household", "export", "--masked", "-o", "名册.csv")
    text = (listed.folder / "名册.csv").read_text("utf-8-sig")
    for secret in ("陈建国", "黄丽萍", "王五", "13805910001", "13700000001", "87654321"):
        assert secret not in text
    anew(listed)
    got = take(listed, listed.folder / "名册.csv", code=5)
    assert got["added"] == 1, "the home without people"


def test_remarks_on_care_or_with_a_phone_are_told_of_and_not_shown_in_lists(
    jinlin: Jinlin,
) -> None:
    lines = "3,501,张三,独居，儿子138 0591 0001\n3,502,李四,门口有鞋柜\n3,503,王五,低保户\n"
    path = made(jinlin, text=f"楼栋,房号,业主,备注\n{lines}")
    got = jinlin("household", "import", path, "--yes", "--json", lang="en").data
    assert any("hold a phone: 2;" in note for note in got["notes"])
    notes = [row["note"] for row in jinlin("household", "list", "--json", lang="en").data]
    assert notes == ["(see household show)", "门口有鞋柜", "(see household show)"]
    assert jinlin("household", "show", "3-503", "--json").data["note"] == "低保户"
    jinlin("household", "export", "--masked", "-o", "名册.csv")
    text = (jinlin.folder / "名册.csv").read_text("utf-8-sig")
    assert "独居" not in text
    assert "鞋柜" not in text


def test_the_phone_of_a_co_owner_is_hers_under_its_everyday_header(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,共有人,户主手机,共有人电话\n"
    lines = "3,501,张三,李四,,13800000002\n3,502,王五,,13800000003,\n"
    take(jinlin, made(jinlin, text=header + lines))
    assert jinlin.sql("SELECT name, phone FROM person WHERE phone NOT NULL ORDER BY name") == [
        ("李四", "13800000002"), ("王五", "13800000003"),
    ]  # fmt: skip


def test_no_care_and_no_other_columns_unless_asked_for(listed: Jinlin) -> None:
    listed("household", "export", "-o", "甲.csv", "--yes")
    assert "独居" not in (listed.folder / "甲.csv").read_text("utf-8-sig")
    listed(
        "household",
        "export",
        "-o",
        "乙.csv",
        "--yes",
        "--fields",
        "楼栋,房号,专有部分面积",
        "--building",
        "3号楼",
    )
    assert (listed.folder / "乙.csv").read_text("utf-8-sig").splitlines() == [
        "楼栋,房号,专有部分面积", "3,101,89.50", "3,101,", "3,102,120.00", "3,201,76.25",
    ]  # fmt: skip


def test_no_cell_of_an_export_starts_a_formula(listed: Jinlin) -> None:
    listed("household", "export", "-o", "甲.xlsx", "--yes")
    sheet = openpyxl.load_workbook(listed.folder / "甲.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "=1+1" in {cell.value for cell in cells}
    phones = [cell for cell in cells if str(cell.value).startswith("138")]
    assert {cell.number_format for cell in phones} == {"@"}
