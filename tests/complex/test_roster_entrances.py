"""One list names a home with its entrance, another without: it is counted once, or refused."""

from __future__ import annotations

from complex.rosters import homes, reasons, taken, text
from harness import Jinlin

WITHOUT = "楼栋,房号,业主,电话\n3,501,张三,13800000001\n3,502,李四,13800000002\n"
WITH = "楼栋,单元,房号,建筑面积,业主\n3,1,501,89,张三\n3,1,502,90,李四\n3,2,501,91,王五\n"


def test_a_home_recorded_without_its_entrance_gains_it(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, WITHOUT))
    outcome = taken(jinlin, text(jinlin, WITH))
    assert (outcome.data["added"], outcome.data["changed"], outcome.data["missing"]) == (1, 2, 0)
    assert "Entrance none → 1" in outcome.data["changes"][0]["what"]
    assert sorted(homes(jinlin)) == ["3-1-501", "3-1-502", "3-2-501"]
    assert taken(jinlin, text(jinlin, WITH)).data["unchanged"] == 3
    jinlin("undo")
    assert homes(jinlin) == ["3-501", "3-502"]


def test_a_row_without_the_entrance_is_known_by_its_owner(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, WITH))
    outcome = taken(jinlin, text(jinlin, WITHOUT))
    assert (outcome.data["added"], outcome.data["changed"]) == (0, 2)
    assert outcome.data["notes"] == [
        "Homes the file names without their entrance: 3-1-501, 3-1-502."
    ]
    assert len(homes(jinlin)) == 3


def test_what_nobody_can_tell_is_refused(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, WITH))
    before = jinlin.db.read_bytes()
    for row, refused in (
        ("3,501,赵六", True),  # two homes of that room, neither of them hers
        ("3,501,", True),  # two homes of that room
        ("3,502,", False),  # the only one
        ("3,502,赵六", True),  # the only one recorded, and somebody else's
        ("3,601,赵六", True),  # no such room yet, in a building with entrances
        ("3,店面1,赵六", False),
        ("5,501,赵六", False),
    ):
        jinlin.db.write_bytes(before)
        code = 5 if refused else 0
        outcome = taken(jinlin, text(jinlin, f"楼栋,房号,业主\n{row}\n"), code=code)
        if refused:
            assert reasons(outcome) == [
                "nothing is filled in, and building 3 has several: in which is it?"
            ], row
            assert len(homes(jinlin)) == 3, row


def test_a_home_of_somebody_else_does_not_take_the_entrance(jinlin: Jinlin) -> None:
    taken(jinlin, text(jinlin, WITHOUT))
    outcome = taken(
        jinlin, text(jinlin, "楼栋,单元,房号,业主\n3,2,501,王五\n3,1,501,张三\n"), code=5
    )
    [reason] = reasons(outcome)
    assert reason.startswith("3-501 is there without an entrance; if it is this one:")
    assert homes(jinlin) == ["3-1-501", "3-502"]
    back = outcome.data["reject_file"]
    assert taken(jinlin, jinlin.folder / back).data["added"] == 1
    assert homes(jinlin) == ["3-1-501", "3-502", "3-2-501"]


def test_one_file_may_name_a_home_both_ways(jinlin: Jinlin) -> None:
    rows = "3,1,501,张三\n3,,501,张三\n3,,502,李四\n3,1,502,李四\n"
    outcome = taken(jinlin, text(jinlin, f"楼栋,单元,房号,业主\n{rows}"), code=5)
    assert homes(jinlin) == ["3-1-501", "3-1-502"]
    assert [row["row"] for row in outcome.data["rejected"]] == [4]
