"""`jinlin member export` and `template`: what comes out goes in again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.member.rules.post_cells import posts_cell, read_posts
from jinlin.member.rules.posts import POST_LABELS, Body, Held

ROSTER = (
    "姓名,联系电话,备用电话,性别,出生日期,党员类别,入党日期,转正日期,组织关系,党小组,党内职务,工作单位,报到日期,"
    "特长,可服务时间,在册状态,备注,民族,认领服务\n"
    "林秀英,13905910001,,女,1955-03-01,正式党员,1985-07,1986-07-01,在本支部,第一党小组,书记、业委会主任,,,组织,每天,,,汉,\n"
    "陈建国,13905910002,0591-87654321,男,196001,预备党员,2026-03-01,,本支部,,纪检委员,,,水电维修,周末,流动,常住厦门,汉,\n"
    "李雷,13905910003,,,1985.6,正式,,,报到,,,市一医院,2025-09-01,医护,晚上,失联,,,义诊、门岗值守\n"
    "李雷,13905910004,,,,积极分子,,,,,,,,,,,=1+1,,\n"
)  # fmt: skip


def saved(jinlin: Jinlin, text: str = ROSTER) -> Path:
    path = jinlin.folder / "党员.csv"
    path.write_text(text, "utf-8")
    return path


def take(jinlin: Jinlin, path: object, *words: str, code: int = 0) -> Any:
    return jinlin("member", "import", path, "--yes", "--json", *words, code=code).data


def everything(jinlin: Jinlin) -> set[tuple[Any, ...]]:
    return set(
        jinlin.sql(
            "SELECT p.name, p.phone, p.other_phone, p.sex, p.birth_on, p.pinyin, p.initials,"
            " m.party_state, m.affiliation, m.joined_on, m.full_on, m.reported_on, m.employer,"
            " m.group_name, m.skills, m.availability, m.standing, m.note,"
            " (SELECT group_concat(body || title) FROM post WHERE person_id = p.id"
            "  AND ended_on IS NULL),"
            " (SELECT group_concat(what) FROM service_claim WHERE member_id = m.id)"
            " FROM member AS m JOIN person AS p ON p.id = m.person_id"
        )
    )


def anew(jinlin: Jinlin) -> None:
    jinlin.db.unlink()
    jinlin("init", "--name", "新", "--yes")


def test_an_export_comes_back_byte_for_byte(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "member", "党徽", "--kind", "yes_no")
    roster = ROSTER.replace("民族", "党徽").replace(",汉,\n", ",是,\n")
    assert take(jinlin, saved(jinlin, roster))["rejected"] == []
    assert take(jinlin, saved(jinlin, roster))["unchanged"] == 4
    known = everything(jinlin)
    endings = (".xlsx", ".csv", ".json")
    for ending in endings:
        jinlin("member", "export", "-o", f"甲{ending}", "--yes")
    anew(jinlin)
    jinlin("config", "field", "add", "member", "党徽", "--kind", "yes_no")
    empty = jinlin.db.read_bytes()
    for ending in endings:
        jinlin.db.write_bytes(empty)
        first, second = jinlin.folder / f"甲{ending}", jinlin.folder / f"乙{ending}"
        assert take(jinlin, first)["added"] == 4, ending
        assert everything(jinlin) == known, ending
        jinlin("member", "export", "-o", second, "--yes")
        assert second.read_bytes() == first.read_bytes(), ending
        assert jinlin.sql("SELECT value FROM field_value") == [("yes",), ("yes",)], ending


def test_the_export_tells_how_many_people_and_leaves_out_identity_numbers(jinlin: Jinlin) -> None:
    take(jinlin, saved(jinlin, f"姓名,党员类别,身份证号\n林秀英,正式,{ID}\n"), "--with-id", "证明")
    jinlin("member", "export", "-o", "全部.csv", "--yes")
    assert ID not in (jinlin.folder / "全部.csv").read_text("utf-8-sig")
    assert "people: 1" in jinlin("log", "--json", lang="en").data[0]["did"]
    jinlin("member", "export", "-o", "甲.csv", "--yes", "--fields", "name,party_state", lang="en")
    assert (jinlin.folder / "甲.csv").read_text("utf-8-sig").splitlines()[1] == "林秀英,full member"


ID = "350102195503010026"


def test_an_identity_number_is_checked_and_never_guessed(jinlin: Jinlin) -> None:
    rows = {
        "甲一,女,1955-03-01,350102195503010027": "身份证号",  # a wrong check digit
        f"乙二,女,1955-03-02,{ID}": "出生日期",
        f"丙三,男,1955-03-01,{ID}": "性别",
        "丁四,女,,3501021955****0026": "身份证号",
        "戊五,女,,3.50102E+17": "身份证号",
    }
    text = "姓名,性别,出生日期,身份证号\n" + "".join(f"{row}\n" for row in rows)
    got = take(jinlin, saved(jinlin, text), "--with-id", "党费证明", code=5)
    assert [problem["column"] for problem in got["rejected"]] == list(rows.values())
    assert jinlin.sql("SELECT count(*) FROM person WHERE id_number IS NOT NULL") == [(0,)]


def test_an_identity_number_is_kept_with_its_purpose_and_tells_birthday_and_sex(
    jinlin: Jinlin,
) -> None:
    path = saved(jinlin, f"姓名,身份证号\n林秀英,{ID}\n")
    take(jinlin, path, "--with-id", "党费证明")
    assert jinlin.sql("SELECT id_number, id_purpose, birth_on, sex FROM person") == [
        (ID, "党费证明", "1955-03-01", "female")
    ]
    assert jinlin.sql("SELECT purpose FROM import_origin") == [("党费证明",)]
    assert take(jinlin, path, "--with-id", "党费证明")["unchanged"] == 1
    jinlin("member", "import", path, "--with-id", " ", "--yes", code=2)


def test_all_faults_of_a_row_are_told_at_once(jinlin: Jinlin) -> None:
    text = "姓名,联系电话,性别,出生日期,党员类别,入党日期\n张**,12,不明,明天,外星人,1900\n"
    got = take(jinlin, saved(jinlin, text), code=5)
    assert {problem["column"] for problem in got["rejected"]} == {
        "姓名", "联系电话", "性别", "出生日期", "党员类别", "入党日期",
    }  # fmt: skip


def test_an_age_is_no_birthday(jinlin: Jinlin) -> None:
    assert take(jinlin, saved(jinlin, "姓名,年龄\n王芳,58\n"))["added"] == 1
    assert jinlin.sql("SELECT birth_on FROM person WHERE name = '王芳'") == [(None,)]


def test_posts_of_the_branch_follow_the_roster_and_those_elsewhere_stay(jinlin: Jinlin) -> None:
    take(jinlin, saved(jinlin, "姓名,党内职务\n林秀英,书记、业委会主任\n"))
    take(jinlin, saved(jinlin, "姓名,党内职务\n林秀英,副书记\n"))
    assert jinlin.sql("SELECT body, title FROM post WHERE ended_on IS NULL ORDER BY body") == [
        ("branch", "副书记"), ("owners_committee", "主任"),
    ]  # fmt: skip
    jinlin("undo", "--yes")
    assert ("branch", "书记") in jinlin.sql("SELECT body, title FROM post WHERE ended_on IS NULL")
    take(jinlin, saved(jinlin, "姓名,党内职务\n林秀英,党员\n"))
    assert ("branch", "书记") in jinlin.sql("SELECT body, title FROM post WHERE ended_on IS NULL")


def test_the_template_is_taken_without_a_question(jinlin: Jinlin) -> None:
    path = Path(jinlin("member", "template", "--json").data["file"])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    place = {cell.value: cell.column for cell in sheet[1]}
    number = 0
    for validation in sheet.data_validations.dataValidation:
        column = openpyxl.utils.cell.range_boundaries(str(validation.sqref))[0]
        for choice in str(validation.formula1).strip('"').split(","):
            number += 1
            sheet.cell(2 + number, place["姓名"], f"王{chr(0x4E00 + number)}")
            sheet.cell(2 + number, column, choice)
    book.save(path)
    outcome = jinlin("member", "import", path, "--json", typed="党员登记\n同意\ny\n")
    assert (outcome.data["rejected"], outcome.data["added"]) == ([], number)
    assert number > 10


words = st.text(alphabet="阳光物业一二三号楼经理主任书记", min_size=1, max_size=6)


@given(
    st.lists(
        st.builds(
            Held,
            body=st.sampled_from(list(Body)),
            title=st.sampled_from(list(POST_LABELS)) | words,
            unit=st.none() | words,
        ),
        max_size=4,
        unique=True,
    )
)
def test_posts_written_into_a_cell_are_the_posts_read_from_it(posts: list[Held]) -> None:
    assert read_posts(posts_cell(posts) or "") == tuple(posts)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("支部书记", (Held(Body.BRANCH, "书记"),)),
        ("支部委员，业委会主任", (Held(Body.BRANCH, "委员"), Held(Body.OWNERS_COMMITTEE, "主任"))),
        ("经理（物业·阳光物业）", (Held(Body.PROPERTY_COMPANY, "经理", "阳光物业"),)),
        ("无", ()),
        ("普通党员", ()),
    ],
)
def test_posts_are_read_as_people_write_them(text: str, posts: tuple[Held, ...]) -> None:
    assert read_posts(text) == posts
