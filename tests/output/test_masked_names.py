"""A name as lists mask it is taken nowhere: whoever writes it down loses the person."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.core.people.wholenames import check_unmasked

MASKED = "何**"


@seeded
def begun(jinlin: Jinlin) -> Jinlin:
    """An issue, a meeting with an item, a notice."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("issue", "add", "3号楼路灯不亮", "--category", "公共照明")
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--item", "灯")
    jinlin("notice", "post", "换灯", "--type", "公示", "--text", "换灯", "--basis", "会议",
           "--place", "大厅", "--contact", "支部", "--date", "2026-11-04")  # fmt: skip
    return jinlin


@pytest.mark.parametrize(
    "words",
    [
        ("notice", "object", "N1", "不同意", "--by", MASKED),
        ("notice", "ask", "几时换", "--by", MASKED),
        ("notice", "post", "换灯", "--type", "公告", "--text", "x", "--signer", MASKED),
        ("notice", "post", "换灯", "--type", "公告", "--text", "x", "--name", "李四", "--name", MASKED),
        ("notice", "edit", "N1", "--witness", MASKED, "--reason", "x"),
        ("meeting", "add", "--type", "支委会", "--time", "2026-11-04", "--chair", MASKED),
        ("meeting", "edit", "M1", "--recorder", "何＊＊"),
        ("meeting", "attend", "M1", "李四", MASKED),
        ("meeting", "attend", "M1", "李四、何**"),
        ("meeting", "resolve", "M1", "换灯", "--owner", MASKED),
        ("meeting", "action", "M1", "换灯", "--owner", "欧阳**"),
        ("meeting", "say", "M1", "1", MASKED, "快换"),
        ("issue", "add", "灯", "--category", "公共照明", "--reporter", MASKED),
        ("issue", "add", "灯", "--category", "公共照明", "--against", MASKED),
        ("issue", "assign", "1", MASKED),
        ("issue", "edit", "1", "--on-behalf-of", MASKED),
        ("branch", "fund", "spend", "--purse", "启动经费", "--amount", "3", "--to", MASKED,
         "--for", "灯", "--by", "王二", "--approved-by", "林秀英"),
        ("branch", "fund", "spend", "--purse", "启动经费", "--amount", "3", "--to", "五金店",
         "--for", "灯", "--by", MASKED, "--approved-by", "林秀英"),
        ("household", "add", "3-1-201", "--owner", MASKED),
        ("member", "add", MASKED),
    ],
)  # fmt: skip
def test_it_is_refused_everywhere(begun: Jinlin, words: tuple[str, ...]) -> None:
    before = begun.dump()
    assert "P12" in begun(*words, code=2).err
    assert begun.dump() == before


def test_on_a_terminal_it_is_asked_for_again(begun: Jinlin) -> None:
    begun("notice", "withdraw", "N1", typed=f"{MASKED}\n换人\n")
    assert begun.sql("SELECT withdrawn_because FROM notice") == [("换人",)]


def test_a_sentence_may_hold_one(begun: Jinlin) -> None:
    begun("issue", "note", "1", "何**家已经同意 换灯")


@given(st.text("何欧阳路灯不亮、， 12ab", max_size=12))
def test_what_holds_no_star_is_never_refused(text: str) -> None:
    check_unmasked(text)


@given(st.text("何欧阳王小", min_size=1, max_size=3), st.sampled_from(("*", "**", "＊＊", "***")))
def test_a_masked_name_is_refused_by_itself_and_among_others(name: str, stars: str) -> None:
    for word in (f"{name}{stars}", f"李四、{name}{stars}"):
        with pytest.raises(UsageError):
            check_unmasked(word)


@pytest.mark.parametrize("column", ["反映人", "代谁反映", "被反映方", "责任人"])
def test_no_notebook_brings_one_in_either(begun: Jinlin, column: str) -> None:
    (begun.folder / "台账.csv").write_text(
        f"反映时间,事项,类别,{column}\n2026-11-01,灯坏,公共照明,何**\n", "utf-8"
    )
    told = begun("issue", "import", "台账.csv", "--yes", code=5).err
    assert f"“{column}”列：部分内容被 * 遮住了" in told
    assert begun.sql("SELECT count(*) FROM issue") == [(1,)]
