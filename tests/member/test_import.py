"""`jinlin member import`: rosters as the branch, the community and employers write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin, seeded

HEADER = "序号,姓名,联系电话,党员类别,入党时间,转正日期,党内职务,所在党支部,报到时间,工作单位,党小组,特长,备注,身份证号\n"
ROSTER = HEADER + (
    "1,林秀英,13900001111,正式党员,1990年5月,1991-05-01,支部书记,梅苑小区党支部,,,,,,350102195001011234\n"
    "2,王 芳,138 0000 2222,预备党员,2025/7/1,,无,,,,第一党小组,医护,周末,\n"
    "3,李雷,0591-87654321,正式,98.7,,,市一医院党委,2024-05-01,市一医院,,,,\n"
    "4,赵敏,,中共党员,,,,,是,,,,,\n"
    "5,孙强,,群众,,,,,,,,,,\n"
)


def saved(jinlin: Jinlin, text: str, name: str = "党员.csv") -> Path:
    path = jinlin.folder / name
    path.write_text(text, "utf-8")
    return path


def show(jinlin: Jinlin, who: str) -> dict[str, object]:
    found: dict[str, object] = jinlin("member", "show", who, "--json").data
    return found


@seeded
def listed(jinlin: Jinlin) -> Jinlin:
    """The members of the roster."""
    jinlin("member", "import", saved(jinlin, ROSTER), "--yes")
    return jinlin


def test_a_roster_is_taken_and_taken_again_without_a_change(jinlin: Jinlin) -> None:
    roster = saved(jinlin, ROSTER)
    first = jinlin("member", "import", roster, "--yes", "--json").data
    assert (first["added"], first["changed"], first["unchanged"]) == (4, 1, 0)
    assert first["rejected"] == []
    before = jinlin.sql("SELECT * FROM member") + jinlin.sql("SELECT * FROM person")
    again = jinlin("member", "import", roster, "--yes", "--json").data
    assert (again["added"], again["changed"], again["unchanged"]) == (0, 0, 5)
    assert jinlin.sql("SELECT * FROM member") + jinlin.sql("SELECT * FROM person") == before


def test_what_a_roster_says_is_understood(listed: Jinlin) -> None:
    lin = show(listed, "林秀英")
    said = {
        "number": "P1", "name": "林秀英", "party_state": "full", "affiliation": "here",
        "post": "书记", "group": None, "joined_on": "1990-05", "full_on": "1991-05-01",
        "reported_on": None, "employer": None, "skills": None, "note": None,
    }  # fmt: skip
    assert {key: lin[key] for key in said} == said
    wang, li = show(listed, "王芳"), show(listed, "李雷")
    assert (wang["party_state"], wang["affiliation"], wang["post"]) == (
        "probationary",
        "here",
        None,
    )
    assert (wang["group"], wang["skills"], wang["note"]) == ("第一党小组", "医护", "周末")
    assert (li["affiliation"], li["reported_on"], li["employer"]) == (
        "report_in", "2024-05-01", "市一医院",
    )  # fmt: skip
    zhao, sun = show(listed, "赵敏"), show(listed, "孙强")
    assert (zhao["party_state"], zhao["affiliation"]) == (None, "report_in")
    assert (sun["party_state"], sun["affiliation"]) == (None, "none")


def test_id_numbers_are_never_taken(jinlin: Jinlin) -> None:
    outcome = jinlin("member", "import", saved(jinlin, ROSTER), "--yes")
    assert "身份证号" in outcome.err
    assert b"350102195001011234" not in jinlin.db.read_bytes()


def test_bad_rows_are_listed_and_given_back_and_the_good_ones_are_in(jinlin: Jinlin) -> None:
    bad = ROSTER + (
        "6,钱七,12345,正式,,,,,,,,,,\n"
        "7,吴八,,正式,明天,,,,,,,,,\n"
        "8,郑九,,外星人,,,,,,,,,,\n"
        "9,周十,,预备,2020-01-01,2021-01-01,,,,,,,,\n"
        "10,,,正式,,,,,,,,,,\n"
        "11,张**,,正式,,,,,,,,,,\n"
        "12,王芳,13800002222,正式,,,,,,,,,,\n"
    )
    outcome = jinlin("member", "import", saved(jinlin, bad), "--yes", "--json", code=5)
    assert outcome.data["added"] == 4
    refused = {(row["row"], row["column"]) for row in outcome.data["rejected"]}
    assert refused == {
        (7, "联系电话"), (8, "入党时间"), (9, "党员类别"), (10, ""), (11, "姓名"), (12, "姓名"),
        (13, "姓名"),
    }  # fmt: skip
    back = Path(outcome.data["reject_file"]).read_text("utf-8-sig")
    assert "钱七" in back
    assert "林秀英" not in back
    assert "350102195001011234" not in back


def test_strict_takes_nothing_when_one_row_is_bad(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    bad = saved(jinlin, ROSTER + "6,钱七,12345,正式,,,,,,,,,,\n")
    jinlin("member", "import", bad, "--yes", "--strict", code=5)
    unchanged()


def test_a_dry_run_and_a_table_without_names_leave_the_file_as_it_was(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert (
        jinlin("member", "import", saved(jinlin, ROSTER), "--dry-run", "--json").data["added"] == 4
    )
    jinlin("member", "import", saved(jinlin, "电话,党员类别\n13805911234,正式\n"), "--yes", code=5)
    jinlin("member", "import", "没有.csv", "--yes", code=5)
    unchanged()


def test_what_changes_of_a_member_is_said_from_what_to_what_and_hides_phones(
    jinlin: Jinlin,
) -> None:
    rows = "姓名,电话,备用电话,党员类别,备注\n张伟,13805915678,{}\n"
    jinlin("member", "import", saved(jinlin, rows.format(",预备,") + "李雷,,,正式,\n"), "--yes")
    more = saved(jinlin, rows.format("13805910002,正式,常出差"))
    got = jinlin("member", "import", more, "--yes", "--json", lang="en").data
    assert [change["what"] for change in got["changes"]] == [
        "Party status probationary member → full member; Remark; Other phone none → 138****0002"
    ]
    assert [record[-3:] for record in got["missing_records"]][-1] == "李**"


def test_what_the_roster_leaves_empty_stays(listed: Jinlin) -> None:
    listed("member", "edit", "王芳", "--employer", "市一医院")
    listed("member", "import", saved(listed, "姓名,特长\n王芳,理发\n"), "--yes")
    wang = show(listed, "王芳")
    assert (wang["employer"], wang["skills"], wang["party_state"]) == (
        "市一医院", "理发", "probationary",
    )  # fmt: skip


def test_members_the_file_does_not_name_are_counted_and_kept(listed: Jinlin) -> None:
    got = listed(
        "member", "import", saved(listed, "姓名,特长\n王芳,理发\n"), "--yes", "--json"
    ).data
    assert got["missing"] == 4
    assert len(listed("member", "list", "--json").data) == 5


def test_two_of_one_name_are_kept_apart_by_their_phones(jinlin: Jinlin) -> None:
    both = "姓名,电话,党员类别\n张伟,13805915678,正式\n张伟,13805919999,预备\n"
    assert jinlin("member", "import", saved(jinlin, both), "--yes", "--json").data["added"] == 2
    assert jinlin("member", "import", saved(jinlin, both), "--yes", "--json").data["unchanged"] == 2


@pytest.mark.parametrize(
    "row",
    [
        "张伟,13805910000,正式",  # another phone: a new phone, or a namesake?
        "林秀英,,正式\n林秀英,,正式",  # the same person twice
    ],
)
def test_what_nobody_can_tell_is_refused_not_guessed(jinlin: Jinlin, row: str) -> None:
    jinlin("member", "add", "张伟", "--phone", "13805915678", "--party-state", "full")
    got = jinlin(
        "member", "import", saved(jinlin, f"姓名,电话,党员类别\n{row}\n"), "--yes", "--json", code=5
    )
    assert len(got.data["rejected"]) == 1
    assert "13805915678" not in got.out + got.err


def test_a_name_several_owners_have_is_refused_and_one_owner_is_joined_and_told(
    jinlin: Jinlin,
) -> None:
    homes = saved(jinlin, "楼栋,房号,业主\n3,502,张伟\n3,601,张伟\n3,701,李雷\n", "房屋.csv")
    jinlin("household", "import", homes, "--yes")
    people = jinlin.sql("SELECT count(*) FROM person")
    roster = saved(jinlin, "姓名,电话,党员类别\n张伟,13805915678,正式\n李雷,,正式\n")
    outcome = jinlin("member", "import", roster, "--yes", "--json", code=5)
    assert [row["row"] for row in outcome.data["rejected"]] == [2]
    number = jinlin("member", "show", "李雷", "--json").data["number"]
    assert number in outcome.err
    assert jinlin.sql("SELECT count(*) FROM person") == people


def test_undo_takes_an_import_back_as_a_whole(jinlin: Jinlin) -> None:
    before = [jinlin.sql(f"SELECT * FROM {table}") for table in ("member", "person", "post")]
    jinlin(
        "member",
        "import",
        saved(jinlin, ROSTER),
        "--yes",
        "--source",
        "社区",
        "--basis",
        "党员登记",
    )
    did = jinlin("log", "--json").data[0]["did"]
    assert "社区" in did
    assert "王芳" not in did
    jinlin("undo", "--yes")
    assert [
        jinlin.sql(f"SELECT * FROM {table}") for table in ("member", "person", "post")
    ] == before


def test_membership_elsewhere_is_no_reporting_in(jinlin: Jinlin) -> None:
    roster = saved(
        jinlin,
        "姓名,党员类别,所在党支部,报到时间\n"
        "钱一,正式党员,组织关系在外,\n"
        "孙二,正式党员,组织关系在外,已报到\n",
    )
    outcome = jinlin("member", "import", roster, "--yes", lang="en")
    assert show(jinlin, "钱一")["affiliation"] == "none"
    assert show(jinlin, "孙二")["affiliation"] == "report_in"
    assert "not reported in here" in outcome.err + outcome.out
    jinlin("member", "report-in", "add", "钱一")
    jinlin("member", "import", roster, "--yes")
    assert show(jinlin, "钱一")["affiliation"] == "report_in"


def test_a_post_of_a_roster_has_no_day_nobody_said(jinlin: Jinlin) -> None:
    jinlin("member", "import", saved(jinlin, "姓名,党内职务\n林一,组织委员\n"), "--yes")
    assert jinlin.sql("SELECT started_on FROM post WHERE title = '组织委员'") == [(None,)]


def test_party_status_as_forms_write_it(jinlin: Jinlin) -> None:
    states = {
        "中共预备党员": "probationary", "党员（正式）": "full", "中共正式党员": "full",
        "预备党员": "probationary", "共产党员": None, "中共党员": None,
    }  # fmt: skip
    names = dict(zip("甲乙丙丁戊己", states, strict=True))
    rows = "".join(f"张{name},{said}\n" for name, said in names.items())
    jinlin("member", "import", saved(jinlin, f"姓名,政治面貌\n{rows}"), "--yes")
    for name, said in names.items():
        assert show(jinlin, f"张{name}")["party_state"] == states[said], said


CLAIMS = (
    "姓名,党员类别,报到日期,认领岗位\n张三,正式,2026-09-01,政策宣讲、楼道巡查\n李四,正式,是,无\n"
)


def test_claimed_services_come_along_once_and_what_is_done_stays_done(jinlin: Jinlin) -> None:
    path = saved(jinlin, CLAIMS)
    jinlin("member", "import", path, "--yes")
    claims = "SELECT what, claimed_on, done_on FROM service_claim WHERE removed_at IS NULL"
    assert jinlin.sql(claims) == [
        ("政策宣讲", "2026-09-01", None), ("楼道巡查", "2026-09-01", None),
    ]  # fmt: skip
    jinlin("member", "report-in", "done", "张三", "政策宣讲", "--date", "2026-10-01")
    again = jinlin("member", "import", path, "--yes", "--json").data
    assert (again["unchanged"], again["changed"]) == (2, 0)
    more = saved(jinlin, CLAIMS.replace("是,无", "是,门岗值守"))
    assert jinlin("member", "import", more, "--yes", "--json", lang="en").data["changes"] == [
        {"record": "P3 李**", "what": "Claimed services"}
    ]
    assert jinlin.sql(claims)[2:] == [("门岗值守", "2026-11-05", None)]
    jinlin("undo")
    assert len(jinlin.sql(claims)) == 2


def test_a_member_whose_row_is_refused_is_not_missing(jinlin: Jinlin) -> None:
    jinlin("member", "import", saved(jinlin, "姓名,电话\n张三,\n李四,\n王五,\n"), "--yes")
    rows = saved(jinlin, "姓名,电话\n张三,\n李四,138\n")
    outcome = jinlin("member", "import", rows, "--yes", "--json", code=5).data
    assert (outcome["missing"], outcome["missing_records"]) == (
        2,
        ["P1 林**", "P4 王**"],
    )


def test_an_empty_roster_says_so_beside_the_members_there_are(jinlin: Jinlin) -> None:
    jinlin("member", "import", saved(jinlin, "姓名,电话\n张三,\n"), "--yes")
    empty = jinlin("member", "import", saved(jinlin, "姓名,电话\n"), "--yes", lang="en")
    assert "There are no rows below the header" in empty.err


def test_a_column_that_says_which_member_is_read_beside_one_that_does_not(jinlin: Jinlin) -> None:
    roster = saved(
        jinlin,
        "姓名,政治面貌,党籍状态,转正时间\n"
        "张美华,中共党员,正式党员,\n周晓燕,中共党员,预备党员,\n"
        "林长生,中共党员,,1966年7月\n赵敏,中共党员,,\n吴建华,积极分子,积极分子,\n",
    )
    outcome = jinlin("member", "import", roster, "--yes")
    stated = {
        row["name"]: (row["party_state"], row["affiliation"])
        for row in jinlin("member", "list", "--unmask", "--json").data
    }
    assert stated == {
        "林秀英": ("full", "here"),  # the secretary
        "张美华": ("full", "here"), "周晓燕": ("probationary", "here"), "林长生": ("full", "here"),
        "赵敏": (None, "none"), "吴建华": ("activist", "none"),
    }  # fmt: skip
    assert "没有读的列" not in outcome.err
    assert "只写“党员”" in outcome.err
    assert "赵*" in outcome.err
    assert "张*" not in outcome.err


def test_a_roster_ends_the_post_of_today_and_leaves_the_same_one_of_long_ago(
    jinlin: Jinlin,
) -> None:
    jinlin("member", "add", "周敏", "--party-state", "full", "--post", "组织委员")
    jinlin("member", "post", "add", "周敏", "--title", "组织委员", "--from", "2018-01-01",
           "--to", "2020-01-01")  # fmt: skip
    roster = jinlin.folder / "名册.csv"
    roster.write_text("姓名,职务\n周敏,宣传委员\n", "utf-8")
    jinlin("member", "import", roster, "--yes")
    assert jinlin.sql("SELECT title, ended_on FROM post WHERE person_id = 2 ORDER BY id") == [
        ("组织委员", "2026-11-05"),
        ("组织委员", "2020-01-01"),
        ("宣传委员", None),
    ]
