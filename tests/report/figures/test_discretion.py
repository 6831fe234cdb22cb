"""What a report must never tell: residents' names, phones, doors, what was reported, secret issues."""

from __future__ import annotations

from itertools import product

import pytest
from harness import Jinlin, seeded, without_checksums
from hypothesis import given
from hypothesis import strategies as st
from report.records import at, recording

from jinlin.output.listing.discretion import discreet

NAME, REPORTER, PHONE, LANDLINE = "欧阳娜娜", "独孤大爷", "13912345678", "0591-87654321"
BEHIND, LEFT = "慕容婆婆", "上官主任"
DOOR, TITLE = "3-1-1502", "夫妻吵架摔东西"
FORMS = [
    (),
    ("--full",),
    ("--md",),
    ("--json",),
    ("--csv",),
    ("--limit", "all"),
    ("--figure", "open"),
]


@seeded
def telling(jinlin: Jinlin) -> Jinlin:
    """Return a database whose every free text tells something."""
    gossip = (
        f"{NAME}（{PHONE}，{LANDLINE}）和{REPORTER}、{BEHIND}、{LEFT}住{DOOR}，3号楼1单元1502室"
    )
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("3")
        resident = records.person(NAME, PHONE)
        records.tx.insert(
            "post", person_id=records.person(LEFT), body="owners_committee", title="director",
            ended_on="2026-09-30",
        )  # fmt: skip
        household = records.tx.insert(
            "household", building_id=tower, entrance="1", room="1502", floor=15
        )
        records.tx.insert("ownership", household_id=household, person_id=resident)
        for category, status in (("lighting", "escalated"), ("noise_home", "in_progress")):
            records.issue(
                at("10-05"), (at("10-06"), "assigned", status), category=category, due="2026-10-09",
                building=tower, household_id=household, place=gossip,
                title=f"{TITLE if category == 'noise_home' else '路灯不亮'} {gossip}",
                reporter=REPORTER, reporter_phone=PHONE, handler=f"物业 {PHONE}",
                private=int(category == "noise_home"), on_behalf_of=BEHIND,
            )  # fmt: skip
        records.meeting(at("10-09"), resolutions=[(gossip, None, "2026-11-20")])
        records.plan(at("10-10"), gossip, total=100, amounts=[100])
        records.member(NAME, "report_in", reported_on="2026-10-12")
    return jinlin


def test_no_form_tells_who_lives_where_or_what_was_reported(telling: Jinlin) -> None:
    for form, lang in product(FORMS, ("zh", "en")):
        out = telling("report", "monthly", "10", *form, lang=lang).out.replace("\\", "")
        flat = "".join(without_checksums(out).split())
        for told in (NAME, NAME[2:], REPORTER, BEHIND, LEFT, PHONE, "87654321", "1502", TITLE):
            assert told not in flat, (form, lang)


def test_workbook_tells_nothing_either(telling: Jinlin) -> None:
    import openpyxl

    telling("report", "monthly", "10", "-o", "10.xlsx")
    book = openpyxl.load_workbook(telling.folder / "10.xlsx")
    cells = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [cell for cell in cells if NAME in cell or PHONE in cell]


def test_people_in_charge_are_named(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("10-05"), steward_id=records.person("陈建国"))
        records.meeting(at("10-09"), resolutions=[("请林秀英走访", "陈建国", None)])
    text = jinlin("report", "monthly", "10", "--full", lang="zh").out
    assert "请林秀英走访（陈建国）" in text
    assert text.count("陈建国") == 3


def test_secret_issue_is_counted_but_never_listed(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("3")
        records.issue(at("10-05"), category="harm", building=tower, due="2026-10-05")
        records.issue(
            at("10-06"), (at("10-07"), "assigned", "escalated"), category="harm", handler="社区",
            building=tower, due="2026-11-20",
        )  # fmt: skip
    data = jinlin("report", "monthly", "10", "--json").data
    assert (data["issues"]["received"], data["issues"]["overdue"]) == (2, 1)
    assert data["open_issues"] == []
    assert data["open_issues_unlisted"] == 2
    assert data["issues"]["to_coordinate"] == 0
    assert [row["building"] for row in data["buildings"]] == [None]
    for form in (("--full",), ("--full", "--md")):
        text = jinlin("report", "monthly", "10", *form, lang="zh").out
        assert "2026-000" not in text
        assert "人身侵害" not in text
        assert "有2件按规定不列明细。" in text
    behind = jinlin("report", "monthly", "10", "--figure", "open", "--json").data
    assert [(row["building"], row["steward"]) for row in behind] == [(None, None)] * 2


def test_private_issue_is_listed_by_its_group_without_a_building(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("3")
        records.issue(at("10-05"), category="leak_dispute", building=tower)
        records.issue(at("10-06"), category="lighting", building=tower, private=1)
        records.issue(at("10-07"), category="lighting", building=tower)
    listed = jinlin("report", "monthly", "10", "--json").data["open_issues"]
    assert [(i["category"], i["name"], i["building"]) for i in listed] == [
        ("neighbours", None, None),
        ("facilities", None, None),
        ("facilities", "公共照明", "3"),
    ]


@given(
    st.text(st.sampled_from("，。家住-的同意3走访 "), max_size=12),
    st.sampled_from(
        ["3-502", "3-1-1502", "3#2-502", "A-1203", "3号楼1单元502", "3栋502室", "502室"]
    ),
    st.text(st.sampled_from("，。家的同意走访 "), max_size=12),
)
def test_of_a_door_no_room_is_left(before: str, door: str, after: str) -> None:
    room = door.rstrip("室")[-3:]
    said = discreet(f"{before.rstrip('3-')}{door}{after}")
    assert room not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("电话１３９１２３４５６７８", "电话139****5678"),
        ("138 1234 5678", "138****5678"),
        ("身份证350102199001011234", "身份证3501**********1234"),
        ("11月6日前完成第2026-0007号事项", "11月6日前完成第2026-0007号事项"),
        ("2026-11-05开会，费用1500元", "2026-11-05开会，费用1500元"),
        ("3号楼更换电梯，同意25户", "3号楼更换电梯，同意25户"),
    ],
)
def test_only_what_is_personal_is_masked(text: str, said: str) -> None:
    assert discreet(text) == said


def test_words_that_stand_for_nobody_stay() -> None:
    assert discreet("请物业报价，张伟同意", ["物业", "张伟", "请"]) == "请物业报价，张**同意"
