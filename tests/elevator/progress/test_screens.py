"""Every table of a project at 80 columns, in both languages; and what a daily command loads."""

from __future__ import annotations

import re

from elevator.adopted import ACCOUNT
from elevator.projects import adopted, project
from harness import Jinlin, seeded
from house.test_language import COLUMNS
from house.test_start import ALWAYS_TOO_HEAVY, loaded_in_turn

from jinlin.core.text import width

SCREENS = [
    ["elevator", "list"],
    ["elevator", "projects"],
    ["elevator", "show", "X1"],
    ["elevator", "status"],
    ["elevator", "quote"],
    ["elevator", "cost"],
    ["elevator", "compare", "--total", "45万,48万"],
    ["elevator", "consult", "list"],
    ["elevator", "consult", "show", "3-1-502"],
    ["elevator", "ballot", "list"],
    ["elevator", "agreement", "list"],
    ["elevator", "affected"],
    ["elevator", "tally"],
    ["elevator", "sheet", "3-1-502"],
    ["elevator", "sheet", "--list"],
]
KNOWN = {
    "jinlin", "elevator", "stage", "tally", "adopt", "milestone", "gentle", "area", "fixed", "subsidy",
    "add", "text",
}  # fmt: skip


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin, "48万", "--subsidy", "5万")
    jinlin("elevator", "quote", "add", "福建某某电梯工程有限公司", "45万", "--works-days", "60")
    jinlin("elevator", "quote", "add", "乙公司", "48万", "--until", "12-31")
    jinlin("elevator", "quote", "accept", "1", "--reason", "价低")
    jinlin("elevator", "cost", "add", "电力增容", "2万", "--source", "供电公司报价单")
    jinlin("elevator", "consult", "3-1-502", "同意", "--by", "李华,王芳", "--next", "2周后")
    jinlin("elevator", "consult", "3-1-401", "不同意", "--reason", "担心采光和噪声，也担心楼道变窄")
    jinlin("elevator", "stage", "方案")
    jinlin("elevator", "milestone", "施工合同", "--detail", "HT-2026-01")
    jinlin("elevator", "ballot", "open", "--closes", "2027-12-30")
    jinlin("elevator", "ballot", "3-1-502", "同意", "--fund", "反对", "--signed", "业主戊二")
    jinlin("elevator", "agreement", "3-1-502")
    jinlin("elevator", "affected", "add", "3-1-101", "--effect", "采光", "--text", "南窗")
    return jinlin


def test_a_table_fits_the_screen_cuts_nothing_and_is_chinese(house: Jinlin) -> None:
    for words in SCREENS:
        said = {lang: house(*words, lang=lang).out for lang in ("zh", "en")}
        for lang, text in said.items():
            lines = text.splitlines()
            assert len(lines) > 1, (words, lang)
            assert [line for line in lines if width(line) > COLUMNS] == [], (words, lang)
            assert [line for line in lines if re.search(r"…(\s|$)", line)] == [], (words, lang)
        left = [word for word in re.findall(r"[A-Za-z]{3,}", said["zh"]) if word not in KNOWN]
        assert left == [], words


def test_what_is_typed_at_every_door_loads_nothing_heavy(house: Jinlin) -> None:
    """What a command loads stays loaded, so that what the last has not loaded none has."""
    commands = [
        ["elevator", "consult", "3-1-502", "同意", "--by", "李华,王芳"],
        ["elevator", "ballot", "3-1-501", "同意"],
        ["elevator", "agreement", "3-1-501"],
        ["elevator", "pay", "3-1-502", "100", *ACCOUNT],
    ]
    for words, modules in zip(commands, loaded_in_turn(house.folder, *commands), strict=True):
        assert modules & (ALWAYS_TOO_HEAVY | {"rich"}) == set(), words


def test_what_opens_a_stage_can_be_typed_as_it_stands(jinlin: Jinlin) -> None:
    project(jinlin)
    jinlin("elevator", "stage", "施工", "--override", "材料另存", "--yes")
    [blocker] = jinlin("elevator", "status", "--json").data["blockers"]
    assert blocker["way"] == "jinlin 电梯 节点 已完工"
    jinlin(*blocker["way"].split()[1:])
    assert jinlin("elevator", "status", "--json").data["blockers"] == []
