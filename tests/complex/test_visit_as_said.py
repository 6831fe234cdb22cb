"""A visit as it is said: when to come again at the end of the remark, and who went."""

from __future__ import annotations

from harness import Jinlin


def test_the_end_of_a_remark_plans_the_next_visit_and_strangers_who_went_are_told(
    jinlin: Jinlin,
) -> None:
    jinlin("building", "add", "3", "--floors", "7")
    jinlin("household", "add", "3-1-502", "--owner", "张阿婆")
    told = jinlin("走访", "3-1-502", "老人身体好，下周三再去", "--by", "林秀英")
    assert "--下次 下周三" in told.err
    assert "下次2026-11-11" in told.out
    assert "不在已登记" not in told.err
    jinlin("走访", "3-1-502", "灯坏了 10天后再来看看")
    jinlin("走访", "3-1-502", "说下周三要去女儿家")
    assert jinlin.sql("SELECT result, next_on FROM visit ORDER BY id") == [
        ("老人身体好", "2026-11-11"), ("灯坏了", "2026-11-15"), ("说下周三要去女儿家", None),
    ]  # fmt: skip
    line = ("household", "visit", "3-1-502", "--by", "王小二", "--result", "well")
    assert "Not among the people recorded here: 王小二." in jinlin(*line, lang="en").err
    before = jinlin.db.read_bytes()
    jinlin(*line, typed="n\n", code=130)
    assert jinlin.db.read_bytes() == before
