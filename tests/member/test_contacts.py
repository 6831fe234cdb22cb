"""`jinlin member contacts`: who is called about what, on the screen and as cards for a phone."""

from __future__ import annotations

import re

import pytest
from harness import Jinlin, seeded

CARD = re.compile(r"BEGIN:VCARD\r\n(.*?)END:VCARD\r\n", re.DOTALL)


@seeded
def staffed(jinlin: Jinlin) -> Jinlin:
    """A secretary, a head of the owners' committee with an odd title, a steward of building 3."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("member", "edit", "P1", "--phone", "13805910001")
    jinlin("member", "add", "欧阳建国", "--phone", "13805910002", "--party-state", "full")
    jinlin("member", "post", "add", "P2", "主任,代理;临时\\副", "--body", "业委会")
    jinlin("member", "add", "王甲", "--phone", "13805910003")
    jinlin("team", "add", "红管家服务队", "--kind", "red_stewards")
    jinlin("team", "cover", "P3", "--building", "3")
    jinlin("member", "add", "王乙", "--phone", "13805910004")
    return jinlin


def cards(jinlin: Jinlin, name: str) -> list[dict[str, str]]:
    """Read cards back, by nothing of ours: lines joined, then split at their first colon."""
    text = (jinlin.folder / name).read_bytes().decode("utf-8")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found = CARD.findall(text)
    assert "".join(f"BEGIN:VCARD\r\n{one}END:VCARD\r\n" for one in found) == text
    return [
        dict(line.split(":", 1) for line in one.replace("\r\n ", "").split("\r\n") if line)
        for one in found
    ]


def test_everybody_in_a_post_and_every_steward_is_there_once_and_nobody_else(
    staffed: Jinlin,
) -> None:
    rows = staffed("member", "contacts", "--json").data
    assert [row["number"] for row in rows] == ["P1", "P2", "P3"]
    assert rows[0]["phone"] == "138****0001"
    assert rows[2]["roles"] == "红管家（3号楼）"
    for words, number in ((("--building", "3"), "P3"), (("--body", "业委会"), "P2")):
        found = staffed("通讯录", *words, "--json").data
        assert [row["number"] for row in found] == [number]
    staffed("member", "contacts", "--building", "9", code=3)
    staffed("member", "contacts", "--building", "3", "--body", "业委会", code=2)


def test_a_card_has_no_number_unless_it_was_asked_for_and_logged(staffed: Jinlin) -> None:
    before = staffed("log", "--json").data
    staffed("member", "contacts", "-o", "名片.vcf")
    text = (staffed.folder / "名片.vcf").read_text("utf-8")
    assert "TEL" not in text
    assert "1380591" not in text
    assert staffed("log", "--json").data == before
    staffed("member", "contacts", "-o", "全.vcf", "--unmask", code=2)
    assert not (staffed.folder / "全.vcf").exists()
    staffed("member", "contacts", "-o", "全.vcf", "--unmask", "--yes")
    [last, *others] = staffed("log", "--json").data
    assert others == before
    assert "全.vcf" in last["did"]
    assert [one["TEL;TYPE=CELL,VOICE"] for one in cards(staffed, "全.vcf")] == [
        "13805910001", "13805910002", "13805910003",
    ]  # fmt: skip


def test_marks_are_escaped_long_lines_folded_and_uids_stay(staffed: Jinlin) -> None:
    staffed("branch", "edit", "--name", "中共金山街道梅苑社区" + "梅苑" * 20 + "支部委员会")
    staffed("member", "contacts", "-o", "甲.vcf")
    first = cards(staffed, "甲.vcf")
    assert first[1]["N"] == "欧阳;建国;;;"
    assert first[1]["TITLE"].endswith("主任\\,代理\\;临时\\\\副")
    assert first[0]["ORG"].endswith("支部委员会")
    staffed("member", "edit", "P2", "--employer", "退休")
    staffed("member", "contacts", "-o", "乙.vcf")
    assert [one["UID"] for one in cards(staffed, "乙.vcf")] == [one["UID"] for one in first]
    assert len({one["UID"] for one in first}) == len(first)


@pytest.mark.formats
def test_vobject_reads_every_card(staffed: Jinlin) -> None:
    vobject = pytest.importorskip("vobject")
    staffed("member", "contacts", "-o", "全.vcf", "--unmask", "--yes")
    text = (staffed.folder / "全.vcf").read_bytes().decode("utf-8")
    found = list(vobject.readComponents(text))
    assert [one.fn.value for one in found] == ["林秀英", "欧阳建国", "王甲"]
    assert all(one.validate() for one in found)
    assert found[1].title.value.endswith("主任,代理;临时\\副")
    assert found[1].tel.value == "13805910002"
