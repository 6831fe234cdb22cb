"""`jinlin issue export`: what imports again, Open311, and the moments."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from typing import Any

from harness import Jinlin, seeded
from issue.adding import Add


@seeded
def mixed(jinlin: Jinlin, add: Add) -> Jinlin:
    """Issues of every kind."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502")
    jinlin("member", "add", "李华")
    add("张美华家路灯不亮", "--room", "3-1-502", "--reporter", "张美华", "--channel", "微信",
        "--reporter-phone", "13800001234", "--assign", "李华", "--date", "2026-10-08")  # fmt: skip
    jinlin("issue", "close", "1", "--result", "换灯泡", "--date", "2026-10-10")
    jinlin("issue", "rate", "1", "不满意", "--reason", "还是暗")
    add("垃圾桶破了", "--category", "垃圾与保洁", "--place", "北门", "--urgency", "紧急")
    add("不公开的", "--private")
    add("邻居打孩子", "--category", "人身侵害线索")
    jinlin("issue", "defer", "2", "--until", "2026-11-20", "--reason", "等新桶")
    return jinlin


def test_export_wipe_import_export_is_the_same(mixed: Jinlin) -> None:
    mixed("issue", "export", "-o", "一.csv", "--yes")
    first = (mixed.folder / "一.csv").read_bytes()
    mixed("issue", "bulk", "--status", "open", "--public", "--note", "x", "--yes")
    other = Jinlin(mixed.folder, variables={"JINLIN_DB": str(mixed.folder / "新.db")})
    other("init", "--name", "梅苑小区", "--yes")
    other("building", "add", "3", "--floors", "6")
    other("household", "add", "3-1-502")
    other("member", "add", "李华")
    found = other("issue", "import", "一.csv", "--yes", "--json").data
    assert (found["added"], found["rejected"]) == (3, [])
    other("issue", "export", "-o", "二.csv", "--yes")
    assert (mixed.folder / "二.csv").read_bytes() == first


def test_it_asks_and_is_logged_and_masked_when_wanted(mixed: Jinlin) -> None:
    mixed("issue", "export", "-o", "x.csv", code=2)
    entries = len(mixed("log", "--json").data)
    mixed("issue", "export", "-o", "x.csv", "--yes")
    assert len(mixed("log", "--json").data) == entries + 1
    mixed("issue", "export", "-o", "m.csv", "--masked")
    text = (mixed.folder / "m.csv").read_text("utf-8-sig")
    for hidden in ("13800001234", "张美华", "502", "不公开的"):
        assert hidden not in text
    assert "垃圾桶破了" in text
    told = mixed("issue", "export", "-o", "n.csv", "--masked", lang="en")
    assert "without their titles: 1" in told.err


def test_it_says_that_secret_issues_are_not_in_the_file(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "邻居打骂孩子", "--category", "人身侵害线索")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    told = jinlin("issue", "export", "-o", "x.csv", "--yes").err
    assert "保密事项不写进文件：1件" in told
    told = jinlin("issue", "export", "-o", "y.csv", "--yes", "--category", "公共照明").err
    assert "保密" not in told


def test_a_filter_narrows_the_export(mixed: Jinlin) -> None:
    mixed("issue", "export", "--status", "closed", "-o", "x.csv", "--yes")
    assert (mixed.folder / "x.csv").read_text("utf-8-sig").count("\n") == 2


REQUIRED = {
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
    "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
    "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    "extended_attributes",
}  # fmt: skip


def requests(jinlin: Jinlin) -> list[dict[str, Any]]:
    done = jinlin("issue", "export", "--open311", "-o", "o.json", "--force", "--json").data
    found: list[dict[str, Any]] = json.loads((jinlin.folder / "o.json").read_text("utf-8"))
    assert (done["rows"], done["left_out"]) == (len(found), 2)
    return found


def test_open311_has_the_standard_fields(mixed: Jinlin) -> None:
    found = requests(mixed)
    assert [set(request) for request in found] == [REQUIRED] * 2
    assert [(r["service_request_id"], r["status"], r["service_code"]) for r in found] == [
        ("2026-0001", "closed", "lighting"), ("2026-0002", "open", "refuse"),
    ]  # fmt: skip
    for request in found:
        for field in ("requested_datetime", "updated_datetime", "expected_datetime"):
            assert datetime.fromisoformat(request[field]).utcoffset() is not None
    assert "换灯泡" in found[0]["status_notes"]


def test_open311_tells_what_comes_next_and_how_far_it_really_is(mixed: Jinlin) -> None:
    mixed("issue", "escalate", "2", "街道", "--request", "要换线路", "--department", "供电")
    mixed("issue", "call", "2", "城管", "住建")
    closed, called = requests(mixed)
    assert closed["service_notice"] is None
    notice = called["service_notice"]
    assert "街道" in notice
    assert "城管、住建" in notice
    state = called["extended_attributes"]["jinlin"]
    assert (state["status"], state["level"]) == ("departments_called", "street")
    assert [one["department"] for one in state["departments"]] == ["城管", "住建"]
    assert all(one["arrived_datetime"] is None for one in state["departments"])
    turns = [one["status"] for one in state["statuses"]]
    assert turns[0] == "reported"
    assert turns[-2:] == ["escalated", "departments_called"]
    assert closed["extended_attributes"]["jinlin"]["statuses"][-1]["status"] == "closed_solved"
    mixed("issue", "edit", "2", "--private", "--public-title", "楼道里的一件事")
    mixed("issue", "export", "--open311", "-o", "o.json", "--force")
    _closed, kept = json.loads((mixed.folder / "o.json").read_text("utf-8"))
    assert kept["service_notice"] is None
    assert set(kept["extended_attributes"]["jinlin"]) == {"schema", "status", "level"}


def test_open311_names_nobody_and_no_door(mixed: Jinlin) -> None:
    requests(mixed)
    text = (mixed.folder / "o.json").read_text("utf-8")
    for hidden in ("张美华", "李华", "13800001234", "502", "打孩子", "不公开"):
        assert hidden not in text


def test_open311_calls_no_person_an_agency(jinlin: Jinlin) -> None:
    (jinlin.folder / "x.csv").write_text(
        "日期,事项,类别,责任人\n2026-10-01,灯,公共照明,郑国梁\n2026-10-02,灯,公共照明,阳光物业公司\n",
        "utf-8",
    )
    jinlin("issue", "import", "x.csv", "--yes")
    jinlin("issue", "export", "--open311", "-o", "o.json")
    found = json.loads((jinlin.folder / "o.json").read_text("utf-8"))
    assert [r["agency_responsible"] for r in found] == ["物业/供电", "阳光物业公司"]


def test_a_column_for_each_moment(mixed: Jinlin) -> None:
    out = mixed("issue", "export", "--milestones", lang="en").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out)))
    first = rows[0]
    assert first["Reported at"] == "2026-10-08"
    assert first["Closed at"] == first["Solved at"] == "2026-10-10"
    assert first["Rated at"].startswith("2026-11-05")
    assert first["Assigned at"]
    for hidden in ("打孩子", "张美华", "不公开的"):
        assert hidden not in out
    told = mixed("issue", "export", "--milestones", lang="en").err
    assert "without their titles: 1" in told


def test_bad_words_are_told(jinlin: Jinlin) -> None:
    for words in (
        ("--open311",),
        ("--open311", "-o", "x.csv"),
        ("--open311", "--milestones"),
        ("-o", "x.txt"),
    ):
        jinlin("issue", "export", *words, "--yes", code=2)
