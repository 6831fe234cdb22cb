"""Part four of a report: what the branch deliberated first, where it sat in, who sits in bodies."""

from __future__ import annotations

from harness import Jinlin


def test_what_is_deliberated_first_and_sat_in_on_is_told_with_who_sits_where(
    jinlin: Jinlin,
) -> None:
    def page(*words: str) -> str:
        return "".join(jinlin("report", "monthly", "11", *words).out.split())

    def guidance() -> dict[str, object]:
        found = jinlin("report", "monthly", "11", "--json").data["guidance"]
        assert isinstance(found, dict)
        return found

    for name in ("陈建国", "黄志刚"):
        jinlin("member", "add", name, "--party-state", "full", "--full-on", "2020-07-01")
    jinlin("member", "post", "add", "陈建国", "--title", "业委会主任", "--from", "2026-01-01")
    jinlin(
        "member", "post", "add", "王芳", "--new", "--title", "业委会委员", "--from", "2026-01-01"
    )
    jinlin("member", "post", "add", "黄志刚", "--title", "监事会主任", "--from", "2026-01-01")
    jinlin("meeting", "add", "业委会会议", "2026-11-04 19:30", "--item", "公共收益使用方案")
    jinlin("meeting", "attend", "M1", "陈建国", "王芳")
    assert guidance()["deliberated"] == guidance()["sat_in"] == 0
    jinlin("meeting", "attend", "M1", "林秀英", "--state", "列席")
    jinlin("meeting", "add", "支委会", "2026-11-02 19:30")
    jinlin("meeting", "item", "M2", "公共收益使用方案", "--for", "M1/1")
    assert guidance()["deliberated"] == 0, "the branch has not met yet"
    jinlin("meeting", "attend", "M2", "林秀英")
    told = "党支部先议1项；支部列席业委会会议1次；业委会2人中党员1人；业主监事会1人中党员1人。"
    assert told in page()
    assert told in page("--public")
    jinlin("config", "set", "业委会人数", "5")
    assert "业委会应有5人、现有2人，其中党员1人；" in page()
    jinlin("meeting", "attend", "M1", "王芳", "--state", "列席")
    jinlin("meeting", "attend", "M1", "林秀英", "--remove")
    assert guidance()["sat_in"] == 0, "whoever sits in is of the branch"
