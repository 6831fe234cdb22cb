"""An import is asked about, rehearsed, repeated, corrected and taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from harness import Jinlin, seeded

from jinlin.output.listing import progress

HEADER = "楼栋,单元,房号,建筑面积,业主,联系电话\n"
THREE = HEADER + (
    "3,1,501,80,张三,13800000001\n3,1,502,89.5,李四,13800000002\n3,1,503,90,王五,13800000003\n"
)
SAID = ("--source", "物业移交", "--basis", "业主登记时同意")


def roster(jinlin: Jinlin, text: str, name: str = "房屋.csv") -> Path:
    path = jinlin.folder / name
    path.write_text(text, "utf-8")
    return path


def owners(jinlin: Jinlin, room: str) -> list[str]:
    return [
        name
        for (name,) in jinlin.sql(
            "SELECT p.name FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
            " JOIN household AS h ON h.id = o.household_id"
            " WHERE h.room = ? AND o.removed_at IS NULL ORDER BY o.id",
            room,
        )
    ]


@seeded
def three(jinlin: Jinlin) -> Jinlin:
    """Three homes of one entrance."""
    jinlin("household", "import", roster(jinlin, THREE), "--yes")
    return jinlin


def test_nobody_to_ask_and_no_yes_changes_nothing(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    path = roster(jinlin, THREE)
    err = jinlin("household", "import", path, code=2, lang="en").err
    assert "--source" in err
    assert "--basis" in err
    err = jinlin("household", "import", path, *SAID, code=2, lang="en").err
    assert "This adds 3 records and changes 0." in err
    assert "--yes" in err


def test_one_or_two_homes_need_no_confirmation(jinlin: Jinlin) -> None:
    path = roster(jinlin, HEADER + "3,1,501,80,张三,\n3,1,502,80,李四,\n")
    assert jinlin("household", "import", path, *SAID, "--json").data["added"] == 2


def test_on_a_terminal_she_is_asked_shown_and_asked_again(jinlin: Jinlin) -> None:
    path = roster(jinlin, THREE)
    outcome = jinlin("household", "import", path, typed="物业移交\n业主同意\ny\n", lang="en")
    assert "Where the file comes from (" in outcome.err
    assert "Added: 3\n  3-1-501 张**\n  3-1-502 李**\n  3-1-503 王**\n" in outcome.err
    assert "Added 3, changed 0" in outcome.out
    [origin] = jinlin.sql("SELECT register, file, digest, source, basis, rows FROM import_origin")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert origin == ("household", "房屋.csv", digest, "物业移交", "业主同意", 3)
    assert "物业移交" in jinlin("log", lang="en").out


def test_saying_no_changes_nothing(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    path = roster(jinlin, THREE)
    jinlin("household", "import", path, *SAID, typed="n\n", code=130)


def test_with_yes_the_origin_may_stay_unstated(three: Jinlin) -> None:
    assert three.sql("SELECT source, basis FROM import_origin") == [(None, None)]


def test_a_rehearsal_shows_everything_and_asks_nothing(
    jinlin: Jinlin,
) -> None:
    jinlin("household", "import", roster(jinlin, THREE), "--yes")
    again = roster(
        jinlin,
        HEADER + "3,1,501,80,张三,\n3,1,502,91,李四,13800000009\n3,1,601,70,赵六,\n3,1,x,,,\n",
    )
    before = jinlin.db.read_bytes()
    outcome = jinlin("household", "import", again, "--dry-run", code=5, lang="en")
    assert jinlin.db.read_bytes() == before
    assert outcome.out == (
        "Added: 1\n  3-1-601 赵**\n"
        "Changed: 1\n  3-1-502 李**  Exclusive area 89.50 → 91.00; Phones\n"
        "Left as they are: 1\n  3-1-501 张**\n"
        "Not in this file, and kept: 1\n  3-1-503 王**\n"
        "Added 1, changed 1, unchanged 1, refused 1.\n"
    )
    data = jinlin("household", "import", again, "--dry-run", "--json", code=5).data
    assert data["additions"] == ["3-1-601 赵**"]
    assert data["left_alone"] == ["3-1-501 张**"]
    assert data["missing_records"] == ["3-1-503 王**"]


def test_a_header_that_may_mean_something_else_is_asked_about(jinlin: Jinlin) -> None:
    path = roster(jinlin, "楼栋,房号,户主\n3,501,张三\n")
    jinlin("household", "import", path, *SAID, typed="-\n", lang="en")
    assert owners(jinlin, "501") == []
    outcome = jinlin("household", "import", path, *SAID, typed="什么\n\n", lang="en")
    assert "What does the column “户主” hold?" in outcome.err
    assert owners(jinlin, "501") == ["张三"]


def test_a_column_can_be_named_or_left_out_on_the_command_line(jinlin: Jinlin) -> None:
    path = roster(jinlin, "楼栋,门,户主\n3,501,张三\n")
    words = ("--map", "门=房号", "--map", "户主=-", "--yes")
    jinlin("household", "import", path, *words)
    assert owners(jinlin, "501") == []


def test_a_sold_home_gets_its_new_owners_and_the_old_ones_stay_in_the_history(
    three: Jinlin,
) -> None:
    sold = roster(three, THREE.replace("李四,13800000002", "周一、吴二,13800000008"))
    outcome = three("household", "import", sold, "--yes", "--json", lang="en")
    assert outcome.data["changes"] == [
        {"record": "3-1-502 李**", "what": "Owners 李** → 周**、吴**"}
    ]
    assert owners(three, "502") == ["周一", "吴二"]
    ended = "SELECT until FROM ownership WHERE removed_at IS NOT NULL"
    assert three.sql(ended) == [("2026-11-05",)]
    three("undo", "--yes")
    assert owners(three, "502") == ["李四"]


def test_another_name_with_the_same_phone_is_a_corrected_name_and_no_sale(three: Jinlin) -> None:
    path = roster(three, THREE.replace("李四", "黎思").replace("王五,13800000003", "王伍,"))
    outcome = three("household", "import", path, "--yes", "--json", lang="en")
    assert outcome.data["changes"] == [
        {"record": "3-1-502 李**", "what": "Name corrected 李** → 黎**"},
        {"record": "3-1-503 王**", "what": "Owners 王五 → 王伍"},
    ]
    assert owners(three, "502") == ["黎思"]
    assert three.sql("SELECT pinyin FROM person WHERE phone = '13800000002'") == [("lisi",)]
    assert three.sql("SELECT count(*) FROM ownership WHERE until IS NOT NULL") == [(1,)]
    assert three("household", "import", path, "--yes", "--json").data["changed"] == 0
    three("undo", "--yes")
    assert owners(three, "502") == ["李四"]


def test_who_voted_for_a_home_that_is_sold_votes_no_more(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,业主代表\n"
    jinlin("household", "import", roster(jinlin, header + "3,502,李四,李四\n"), "--yes")
    jinlin("household", "import", roster(jinlin, header + "3,502,周一,\n"), "--yes")
    assert jinlin.sql("SELECT representative_id FROM household") == [(None,)]


def test_no_owner_or_only_some_of_them_changes_no_owner(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主\n"
    jinlin(
        "household", "import", roster(jinlin, header + "3,501,张三、李四\n3,502,王五\n"), "--yes"
    )
    fewer = roster(jinlin, header + "3,501,张三\n3,502,\n")
    outcome = jinlin("household", "import", fewer, "--yes", "--json", lang="en")
    assert outcome.data["unchanged"] == 2
    assert outcome.data["notes"] == [
        "Owners the file does not name beside others it names; they are kept: 3-501."
    ]
    assert owners(jinlin, "501") == ["张三", "李四"]
    alone = roster(jinlin, "楼栋,房号,业主,份额\n3,501,张三,100%\n")
    assert jinlin("household", "import", alone, "--yes", "--json").data["changed"] == 1
    assert owners(jinlin, "501") == ["张三"]


def test_rows_of_one_home_that_agree_are_co_owners_and_told(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    path = roster(jinlin, HEADER + "3,1,501,80,张三,\n3,1,501,80,李四,\n3,1,501,80,李四,\n")
    outcome = jinlin("household", "import", path, "--yes", "--json", lang="en")
    assert owners(jinlin, "501") == ["张三", "李四"]
    assert outcome.data["notes"] == [
        "Several rows of one home, taken for its co-owners: 3-1-501.",
        "Rows that only repeat another one: 1.",
    ]


def test_rows_of_one_home_that_disagree_are_not_merged(jinlin: Jinlin) -> None:
    path = roster(jinlin, HEADER + "3,1,501,80,张三,\n3,1,501,95,李四,\n")
    outcome = jinlin("household", "import", path, "--yes", "--json", code=5, lang="en")
    assert owners(jinlin, "501") == ["张三"]
    assert outcome.data["rejected"][0]["reason"] == (
        "the same home as in row 2, with another value for: Exclusive area"
    )
    phases = roster(jinlin, "期数,楼栋,房号,业主\n一期,5,501,张三\n二期,5,501,李四\n")
    jinlin("household", "import", phases, "--yes", code=5)


def test_what_further_rows_of_a_home_fill_in_is_kept(jinlin: Jinlin) -> None:
    path = roster(
        jinlin,
        "楼栋,房号,建筑面积,业主,联系电话,产权份额,备注\n"
        "3,501,,张三,,,门口有鞋柜\n"
        "3,501,80,张三,13800000001,1/2,常年在外\n"
        "3,501,80,李四,13800000002,1/2,门口有鞋柜\n",
    )
    outcome = jinlin("household", "import", path, "--yes", "--json", lang="en")
    assert not outcome.data["rejected"]
    assert "Rows that only repeat" not in "".join(outcome.data["notes"])
    assert jinlin.sql(
        "SELECT h.area, h.note, p.name, p.phone, o.share FROM ownership AS o"
        " JOIN person AS p ON p.id = o.person_id JOIN household AS h ON h.id = o.household_id"
        " ORDER BY o.id"
    ) == [
        (8000, "门口有鞋柜；常年在外", "张三", "13800000001", "1/2"),
        (8000, "门口有鞋柜；常年在外", "李四", "13800000002", "1/2"),
    ]
    assert jinlin("household", "import", path, "--yes", "--json").data["unchanged"] == 1


def test_an_owner_with_another_phone_in_a_further_row_is_refused(jinlin: Jinlin) -> None:
    path = roster(jinlin, HEADER + "3,1,501,80,张三,13800000001\n3,1,501,80,张三,13800000002\n")
    outcome = jinlin("household", "import", path, "--yes", "--json", code=5, lang="en")
    assert outcome.data["rejected"][0]["reason"] == (
        "the same owner as in row 2 with another phone; if it is another person of that name,"
        " write both names and both phones into one row"
    )
    assert jinlin.sql("SELECT phone FROM person WHERE name = '张三'") == [("13800000001",)]


def test_who_votes_may_be_an_owner_of_another_row_of_the_home(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,表决代表\n"
    told = roster(jinlin, header + "3,501,张三,李四\n3,501,李四,李四\n3,502,王五,赵六\n")
    outcome = jinlin("household", "import", told, "--yes", "--json", code=5, lang="en")
    assert [row["row"] for row in outcome.data["rejected"]] == [4]
    assert owners(jinlin, "501") == ["李四", "张三"]
    assert jinlin.sql(
        "SELECT p.name FROM household AS h JOIN person AS p ON p.id = h.representative_id"
    ) == [("李四",)]


def test_shares_beyond_the_whole_are_not_taken(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,份额\n"
    rows = "3,501,张三、李四,2/3\n3,502,张三,2/3\n3,502,李四,2/3\n3,503,张三,1/2\n3,503,李四,1/2\n"
    outcome = jinlin(
        "household", "import", roster(jinlin, header + rows), "--yes", "--json", code=5, lang="en"
    )
    assert [row["row"] for row in outcome.data["rejected"]] == [2, 4]
    assert "add up to 4/3" in outcome.data["rejected"][0]["reason"]
    more = roster(jinlin, header + "3,503,张三,2/3\n")
    outcome = jinlin("household", "import", more, "--yes", "--json", lang="en")
    assert "they exceed the whole: 3-503." in "".join(outcome.data["notes"])
    assert jinlin.sql(
        "SELECT o.share FROM ownership AS o JOIN household AS h ON h.id = o.household_id"
        " WHERE h.room = '503'"
    ) == [("1/2",), ("1/2",)]


def test_an_identity_number_belongs_to_one_name(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,身份证号\n"
    card = "11010519491231002X"
    said = ("--with-id", "试验", "--yes", "--json")
    one = roster(jinlin, header + f"3,501,张三、李四,{card}/{card}\n3,502,张三,{card}\n")
    outcome = jinlin("household", "import", one, *said, code=5, lang="en")
    assert [row["row"] for row in outcome.data["rejected"]] == [2]
    other = roster(jinlin, header + f"3,502,李四,{card}\n")
    outcome = jinlin("household", "import", other, *said, code=5, lang="en")
    assert (
        outcome.data["rejected"][0]["reason"] == "the same number already belongs to another name"
    )
    assert owners(jinlin, "502") == ["张三"]


def test_a_building_that_only_the_roster_names_is_named_before_and_after(jinlin: Jinlin) -> None:
    jinlin("building", "add", "9", "--floors", "7")
    path = roster(jinlin, "楼栋,单元,房号,业主\n9,1,101,张三\n99,1,101,李四\n")
    words = ("household", "import", path, "--yes", "--json")
    said = ["Buildings recorded for the first time, with the homes on them: 99."]
    assert jinlin(*words, "--dry-run", lang="en").data["notes"] == said
    assert said[0] in jinlin("household", "import", path, "--dry-run", lang="en").err
    assert jinlin(*words, lang="en").data["notes"] == said
    assert jinlin(*words, lang="en").data["notes"] == []


def test_a_building_is_never_smaller_than_its_homes(jinlin: Jinlin) -> None:
    size = "SELECT floors, floors_below, entrances FROM building"
    header = "楼栋,单元,房号,楼层\n"
    jinlin("household", "import", roster(jinlin, header + "3,1,201,2\n3,1,001,-1\n"), "--yes")
    assert jinlin.sql(size) == [(2, 1, 1)]
    more = roster(jinlin, header + "3,1,601,6\n3,2,601,6\n3,2,002,-2\n")
    outcome = jinlin("household", "import", more, "--yes", "--json", lang="en")
    assert "brought up to the roster: 3." in "".join(outcome.data["notes"])
    assert jinlin.sql(size) == [(6, 2, 2)]
    assert jinlin("household", "import", more, "--yes", "--json").data["notes"] == []
    jinlin("undo", "--yes")
    assert jinlin.sql(size) == [(2, 1, 1)]


def test_one_person_of_several_homes_is_one_person(jinlin: Jinlin) -> None:
    rows = "3,1,501,80,张三,13800000001\n3,1,502,80,张三,13800000001\n5,,501,80,张三,13900000009\n"
    jinlin("household", "import", roster(jinlin, HEADER + rows), "--yes")
    assert jinlin.sql("SELECT count(*) FROM person WHERE name = '张三'") == [(2,)]
    moved = HEADER + "3,1,501,80,张三,13800000005\n3,1,502,80,张三,13800000001\n"
    outcome = jinlin("household", "import", roster(jinlin, moved), "--yes", "--json", lang="en")
    assert "several phones in the file, who keep the first: 1." in outcome.data["notes"][0]
    again = jinlin("household", "import", roster(jinlin, moved), "--yes", "--json")
    assert (again.data["changed"], again.data["unchanged"]) == (0, 2)


def test_what_vanished_is_named_masked_and_refused_rows_have_not_vanished(three: Jinlin) -> None:
    fewer = roster(three, HEADER + "3,1,501,80,张三,\n3,1,502,约90,李四,\n")
    outcome = three("household", "import", fewer, "--yes", code=5, lang="en")
    assert "1 records are not in this file; they are kept.\n3-1-503 王**\n" in outcome.err
    assert len(three("household", "list", "--json").data) == 3


def test_what_is_left_of_a_reject_file_goes_into_another_and_undo_loses_nothing(
    jinlin: Jinlin,
) -> None:
    path = roster(jinlin, HEADER + "3,1,501,约80,张三,\n3,1,502,约90,李四,\n3,1,503,90,王五,\n")
    back = Path(jinlin("household", "import", path, "--yes", "--json", code=5).data["reject_file"])
    assert back.name == "房屋-退回.csv"
    again = jinlin("household", "import", path, "--yes", "--json", code=5).data["reject_file"]
    assert again == str(back)
    back.write_text(back.read_text("utf-8-sig").replace("约80", "80"), "utf-8-sig")
    part = jinlin("household", "import", back, "--yes", "--json", code=5, lang="zh")
    left = part.data
    assert f"{back} 已经用不着了，可以删除。" in part.err
    assert (left["added"], Path(left["reject_file"]).name) == (1, "房屋-退回2.csv")
    assert (left["missing"], left["missing_records"]) == (0, [])
    assert "约80" not in Path(left["reject_file"]).read_text("utf-8-sig")
    jinlin("undo")
    assert jinlin("household", "import", back, "--yes", "--json", code=5).data["added"] == 1
    back.write_text(back.read_text("utf-8-sig").replace("约90", "90"), "utf-8-sig")
    unmended = jinlin("household", "import", path, "--yes", "--json", code=5).data["reject_file"]
    assert Path(unmended).name == "房屋-退回2.csv"
    whole = jinlin("household", "import", back, "--yes", "--json", lang="en")
    assert whole.data["added"] == 1
    assert f"{back} is no longer needed and can be deleted." in whole.err


def test_of_many_faults_the_first_are_listed_and_that_is_said(jinlin: Jinlin) -> None:
    rows = "".join(f"3,1,5{n:02d},约80,张三,\n" for n in range(1, 23))
    err = jinlin("household", "import", roster(jinlin, HEADER + rows), "--yes", code=5).err
    assert "开头的20处：\n" in err
    assert err.count("约80") == 20
    few = jinlin("household", "import", roster(jinlin, HEADER + rows[:20]), "--yes", code=5).err
    assert "开头的" not in few


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_row_that_contradicts_another_is_refused_again_until_it_is_mended(
    jinlin: Jinlin, ending: str
) -> None:
    path = roster(jinlin, HEADER + "3,1,501,80,张三,\n3,1,501,90,张三,\n3,1,502,约90,李四,\n")
    if ending == "xlsx":
        jinlin("household", "import", path, "--yes", code=5)
        rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
        path = path.with_name("表.xlsx")
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    back = jinlin("household", "import", path, "--yes", "--json", code=5).data["reject_file"]
    for _time in range(2):
        left = jinlin("household", "import", back, "--yes", "--json", code=5, lang="en")
        assert (left.data["added"], left.data["changed"]) == (0, 0)
        assert "2行" in left.data["rejected"][-1]["reason"]
        assert "refused again: 1" in "".join(left.data["notes"])
        back = left.data["reject_file"]
    assert jinlin.sql("SELECT area FROM household WHERE room = '501'") == [(8000,)]
    if ending == "csv":
        mended = Path(back).read_text("utf-8-sig").replace("501,90,", "503,90,")
        Path(back).write_text(mended, "utf-8-sig")
        assert jinlin("household", "import", back, "--yes", "--json", code=5).data["added"] == 1


def test_another_window_that_changes_what_was_shown_stops_the_import(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = roster(jinlin, THREE)

    def meanwhile(*_words: object) -> None:
        one = roster(jinlin, HEADER + "3,1,501,80,张三,13800000001\n", "一户.csv")
        jinlin("household", "import", one, "--yes", lang="en")

    monkeypatch.setattr("jinlin.output.importing.take.confirm", meanwhile)
    outcome = jinlin("household", "import", path, *SAID, typed="", code=1, lang="en")
    assert "Another window changed the database meanwhile" in outcome.err
    assert jinlin.sql("SELECT count(*) FROM household") == [(1,)]


def test_repeating_an_operation_repeats_nothing_and_asks_nothing(jinlin: Jinlin) -> None:
    path = roster(jinlin, THREE)
    words = ("household", "import", path, *SAID, "--operation", "a1")
    jinlin(*words, "--yes")
    assert "done before" in jinlin(*words, typed="", lang="en").out


def test_an_operation_id_is_for_the_same_file_only(jinlin: Jinlin) -> None:
    words = ("household", "import", roster(jinlin, THREE), *SAID, "--yes", "--operation", "a1")
    jinlin(*words)
    before = jinlin.db.read_bytes()
    roster(jinlin, THREE.replace("80", "81"))
    error = jinlin(*words, "--json", code=2, lang="en").error
    assert "used before, with other words or another file" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_long_work_shows_a_bar_on_a_terminal_and_nowhere_else(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LONG", 2)
    path = roster(jinlin, THREE)
    outcome = jinlin("household", "import", path, "--dry-run", typed="", lang="en")
    assert "Reading 0 of 4 rows" in outcome.err
    assert "\r\x1b[K" not in jinlin("household", "import", path, "--dry-run").err
    assert (
        "\r\x1b[K" not in jinlin("household", "import", path, "--dry-run", "--json", typed="").err
    )


def test_an_empty_table_says_so(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    outcome = jinlin("household", "import", roster(jinlin, HEADER), "--yes", lang="en")
    assert "There are no rows below the header" in outcome.err


def test_a_file_of_refused_rows_remembers_what_was_said_of_its_columns(jinlin: Jinlin) -> None:
    rows = "楼,门,专有面积,房号,产权人\n3,501,89.5,甲,张三\n3,502,多大,乙,李四\n"
    (jinlin.folder / "房屋.csv").write_text(rows, "utf-8")
    said = ("--map", "楼=楼栋", "--map", "门=房号", "--map", "房号=-")
    jinlin("household", "import", "房屋.csv", "--yes", *said, code=5)
    back = jinlin.folder / "房屋-退回.csv"
    for _again in range(2):  # given back a second time it still knows
        jinlin("household", "import", "房屋.csv", "--yes", *said, code=5)
        jinlin("household", "import", back.name, "--yes", code=5)
    assert not (jinlin.folder / "房屋-退回3.csv").exists()
    back.write_text(back.read_text("utf-8-sig").replace("多大", "90"), "utf-8")
    jinlin("household", "import", back.name, "--yes")
    assert jinlin.sql("SELECT room, area FROM household ORDER BY room") == [
        ("501", 8950),
        ("502", 9000),
    ]


NAMESAKES = "楼栋,单元,房号,业主,联系电话,产权份额\n"


@pytest.fixture
def namesakes(jinlin: Jinlin) -> Jinlin:
    """A home of two owners of one name."""
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 1)
    jinlin("household", "add", "3-1-501", "--owner", "赵敏", "--phone", "13800000005")
    jinlin("household", "owner", "3-1-501", "赵敏", "--phone", "13800000006", "--namesake")
    return jinlin


def told_of(jinlin: Jinlin) -> list[tuple[object, ...]]:
    return jinlin.sql(
        "SELECT p.id, p.name, p.phone, p.other_phone, o.share, o.removed_at FROM ownership AS o"
        " JOIN person AS p ON p.id = o.person_id ORDER BY o.id"
    )


@pytest.mark.parametrize(
    "rows",
    [
        "3,1,501,赵敏,13800000005,\n3,1,501,赵敏,13800000006,\n",
        "3,1,501,赵敏,13800000006,\n3,1,501,赵敏,13800000005,\n",
        "3,1,501,赵敏,13800000006,\n",
        "3,1,501,赵敏,,\n",
        "3,1,501,赵敏,,1/2\n",
        "3,1,501,赵敏、赵敏,13800000005、13800000006,\n",
    ],
)
def test_of_two_owners_of_one_name_a_roster_changes_nothing(namesakes: Jinlin, rows: str) -> None:
    before = told_of(namesakes)
    done = namesakes("household", "import", roster(namesakes, NAMESAKES + rows), "--yes", "--json")
    assert (done.data["changed"], done.data["rejected"]) == (0, [])
    assert told_of(namesakes) == before


def test_what_is_exported_of_two_owners_of_one_name_comes_back(namesakes: Jinlin) -> None:
    before = told_of(namesakes)
    namesakes("household", "export", "-o", "全部.csv", "--yes")
    done = namesakes("household", "import", "全部.csv", "--yes", "--json")
    assert (done.data["changed"], done.data["rejected"]) == (0, [])
    assert told_of(namesakes) == before


def test_of_two_owners_of_one_name_the_one_who_is_told_by_her_phone_is_changed(
    namesakes: Jinlin,
) -> None:
    rows = "3,1,501,赵敏,13800000005,1/3\n3,1,501,赵敏,13800000006,2/3\n"
    namesakes("household", "import", roster(namesakes, NAMESAKES + rows), "--yes")
    assert [row[4] for row in told_of(namesakes)] == ["1/3", "2/3"]


@pytest.mark.parametrize(
    "rows",
    [
        "3,1,501,陈伟、陈伟,13900000001、13900000002,\n",
        "3,1,501,陈伟,13900000001,1/2\n3,1,501,陈伟,13900000002,1/2\n",
    ],
)
def test_two_owners_of_one_name_are_two_from_the_first_import_on(jinlin: Jinlin, rows: str) -> None:
    for _again in range(2):
        file = roster(jinlin, NAMESAKES + rows)
        done = jinlin("household", "import", file, "--yes", "--json")
        assert done.data["rejected"] == []
        assert [row[1:4] for row in told_of(jinlin)] == [
            ("陈伟", "13900000001", None), ("陈伟", "13900000002", None),
        ]  # fmt: skip
    assert done.data["changed"] == 0


def test_a_name_twice_with_one_phone_is_one_owner(jinlin: Jinlin) -> None:
    file = roster(jinlin, NAMESAKES + "3,1,501,陈伟、陈伟,13900000001,\n")
    jinlin("household", "import", file, "--yes")
    assert len(told_of(jinlin)) == 1
